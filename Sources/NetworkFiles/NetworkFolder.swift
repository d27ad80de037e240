public import NetworkFormats
public import Networks

/// A network as a folder of tables on the disk.
public struct NetworkFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// Whether the folder holds a network: at least its actors.
  public var isNetwork: Bool { Folder.fileExists("\(path)/\(Table.actors.fileName)") }

  /// The folder's tables by their file names.
  public func files() throws(FileError) -> [String: [UInt8]] {
    guard Folder.exists(path) else {
      throw FileError(path, Phrase(sv: "Mappen \(path) finns inte.", en: "The folder \(path) does not exist."))
    }
    var files: [String: [UInt8]] = [:]
    for name in Table.allCases.map(\.fileName) + [TableNames.profileFile] where Folder.fileExists("\(path)/\(name)") {
      files[name] = try AtomicFile.read("\(path)/\(name)")
    }
    return files
  }

  /// Reads the network; what is wrong with it is in the import's problems.
  public func read() throws(FileError) -> Import {
    TableReader().read(try files())
  }

  /// Writes the tables that differ from what is there, each atomically, and removes those that have no rows left.
  /// Other files of the folder stay as they are.
  ///
  /// - Throws: ``FileError`` also where a table that would be replaced cannot be read whole: what we do not
  ///   understand we do not overwrite.
  public func write(_ network: Network) throws(FileError) {
    try Folder.make(path)
    let new = TableWriter().write(network)
    let old = try files()
    for problem in TableReader().read(old).problems where Self.hidesRows(problem) {
      let name = problem.place.file
      guard let bytes = old[name], new[name] != bytes else { continue }
      throw FileError(
        "\(path)/\(name)",
        Phrase(
          sv: "\(name) skrivs inte över, för den kan inte läsas helt: \(problem.text(in: .swedish))",
          en: "\(name) is not overwritten, because it cannot be read whole: \(problem.text(in: .english))"))
    }
    for (name, bytes) in new.sorted(by: { $0.key < $1.key }) where old[name] != bytes {
      try AtomicFile.write(bytes, to: "\(path)/\(name)")
    }
    for name in old.keys.sorted() where new[name] == nil { Folder.removeFile("\(path)/\(name)") }
  }

  /// Writes one table of the network, atomically, and leaves every other file as it is. A table without rows is removed.
  ///
  /// - Throws: ``FileError`` also where the table that would be replaced cannot be read whole.
  public func write(_ table: Table, of network: Network) throws(FileError) {
    let name = table.fileName
    let old = try files()
    for problem in TableReader().read(old).problems where problem.place.file == name && Self.hidesRows(problem) {
      throw FileError(
        "\(path)/\(name)",
        Phrase(
          sv: "\(name) skrivs inte över, för den kan inte läsas helt: \(problem.text(in: .swedish))",
          en: "\(name) is not overwritten, because it cannot be read whole: \(problem.text(in: .english))"))
    }
    guard let bytes = TableWriter().write(network)[name] else { return Folder.removeFile("\(path)/\(name)") }
    if old[name] != bytes { try AtomicFile.write(bytes, to: "\(path)/\(name)") }
  }

  /// Whether a problem means that rows of a table were not understood.
  private static func hidesRows(_ problem: Problem) -> Bool {
    [.missingColumn, .duplicateColumn, .unterminatedQuote, .textAfterQuote, .tooManyCells].contains(problem.code)
      && problem.severity == .error
  }
}
