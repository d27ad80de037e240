public import Networks

/// A file format that a network is read from or written to: one line of ``FormatRegistry``.
public struct NetworkFormat: Sendable, Identifiable {
  public let names: FormatNames
  let recogniser: @Sendable (ArraySlice<UInt8>) -> Bool
  let reader: (@Sendable (_ bytes: [UInt8], _ file: String, _ options: ReadingOptions) -> Import)?
  let writer: (@Sendable (_ network: Network) throws -> FormatWriting)?

  public var id: String { names.id }
  public var canRead: Bool { reader != nil }
  public var canWrite: Bool { writer != nil }

  /// Whether the file's extension is one of the format's.
  public func isExtension(of file: String) -> Bool {
    let name = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return names.extensions.contains { name.hasSuffix(".\($0)") }
  }

  /// Reads a file of the format: what was understood, and everything that was left out or guessed, with its place.
  ///
  /// - Parameter file: the file as people know it; problems say it.
  public func read(_ bytes: [UInt8], file: String, options: ReadingOptions = ReadingOptions()) -> Import {
    reader?(bytes, file, options) ?? Import(network: Network(), problems: [], origins: Origins())
  }

  /// Writes a network, and tells what the format cannot hold.
  ///
  /// - Throws: ``WritingFault`` where the format cannot hold the network at all.
  public func write(_ network: Network) throws -> FormatWriting {
    guard let writer else {
      throw WritingFault([
        Phrase(sv: "\(names.name) kan läsas men inte skrivas.", en: "\(names.name) can be read but not written.")
      ])
    }
    return try writer(network)
  }
}

/// A network in a format, and what that lost.
public struct FormatWriting: Sendable {
  public var bytes: [UInt8]
  public var losses: [Loss]

  public init(_ bytes: [UInt8], losses: [Loss] = []) {
    self.bytes = bytes
    self.losses = losses
  }
}

/// Why a network cannot be written in a format, all reasons at once.
public struct WritingFault: Error, Sendable, Hashable {
  public var reasons: [Phrase]

  public init(_ reasons: [Phrase]) { self.reasons = reasons }
}

extension NetworkFormat {
  /// A graph format that is read and written.
  static func graph<Reader: GraphReader, Writer: GraphWriter>(_ reader: Reader.Type, _ writer: Writer.Type)
    -> NetworkFormat
  {
    NetworkFormat(
      names: Reader.names, recogniser: { Reader.recognises($0) },
      reader: { bytes, file, options in GraphNetwork(Reader().read(bytes, file: file), file: file, options).result },
      writer: { network in
        let reduction = GraphReduction(NetworkGraph(network).graph, to: Writer.abilities)
        let writing = Writer().write(reduction.graph)
        return FormatWriting(writing.bytes, losses: reduction.losses + writing.losses)
      })
  }

  /// A graph format that is read only.
  static func graph<Reader: GraphReader>(_ reader: Reader.Type) -> NetworkFormat {
    NetworkFormat(
      names: Reader.names, recogniser: { Reader.recognises($0) },
      reader: { bytes, file, options in GraphNetwork(Reader().read(bytes, file: file), file: file, options).result },
      writer: nil)
  }
}
