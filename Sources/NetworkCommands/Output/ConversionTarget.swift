import NetworkFiles
import NetworkFormats
import Networks

/// Where a conversion goes.
final class ConversionTarget {
  private enum Kind {
    case folder(NetworkFolder)
    case file(NetworkFormat)
  }

  private let path: String
  private let kind: Kind
  private var writing: FormatWriting?

  /// - Parameter canBeNamed: whether the command has `--to`, by which the format is named.
  init(_ path: String, format: String? = nil, canBeNamed: Bool = false, language: Language) throws {
    self.path = path
    if let format {
      kind = .file(try FormatWords.writable(format, language))
    } else if Folder.exists(path) || path.hasSuffix("/") {
      kind = .folder(NetworkFolder(path))
    } else if let format = FormatRegistry.all.first(where: { $0.canWrite && $0.isExtension(of: path) }) {
      kind = .file(format)
    } else {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard !name.contains(".") else {
        let readOnly = FormatRegistry.format(ofFile: path).map(\.names.name)
        let list = canBeNamed ? FormatWords.writableList : FormatWords.writableExtensions
        throw Failure(
          in: language, status: 2,
          sv: (readOnly.map { "\($0) kan läsas men inte skrivas. " } ?? "Ändelsen i “\(path)” hör till inget format. ")
            + (canBeNamed ? "Ange formatet med --to: \(list); eller" : "Välj en av dessa ändelser: \(list); eller")
            + " en mapp, med “/” sist.",
          en: (readOnly.map { "\($0) can be read but not written. " }
            ?? "The extension of “\(path)” belongs to no format. ")
            + (canBeNamed ? "Name the format with --to: \(list); or" : "Choose one of these extensions: \(list); or")
            + " a folder, with “/” last.")
      }
      kind = .folder(NetworkFolder(path))
    }
  }

  /// The folder, where it is one.
  var folder: NetworkFolder? { if case .folder(let folder) = kind { folder } else { nil } }

  var name: String {
    switch kind {
    case .folder: say(sv: "tabeller", en: "tables")
    case .file(let format): format.names.name
    }
  }

  func check(_ overwriting: OverwriteOption, _ language: Language) throws {
    if case .folder(let folder) = kind { try overwriting.check(folder, at: path, language) }
  }

  /// What the format cannot hold.
  func losses(of network: Network, _ language: Language) throws -> [Loss] {
    guard case .file(let format) = kind else { return [] }
    do {
      let writing = try format.write(network)
      self.writing = writing
      return writing.losses
    } catch let fault as WritingFault {
      throw Failure(
        text: fault.reasons.map { "\(format.names.name): \($0.text(in: language))" }.joined(separator: "\n"))
    }
  }

  func write(_ network: Network) throws {
    switch kind {
    case .folder(let folder): try folder.write(network)
    case .file: if let writing { try AtomicFile.write(writing.bytes, to: path) }
    }
  }
}
