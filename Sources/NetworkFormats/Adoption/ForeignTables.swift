public import Networks

/// Tables that somebody else made, with column names of their own: the sheets of a workbook, the nodes and links of a
/// graph. ``Adoption`` makes a network of them.
struct ForeignTables {
  /// Whether the ids are no more than places in the file.
  var idsArePlaces = false
  var file: String
  /// Actors, collaborations, memberships and ties, as far as there are any.
  var tables: [Table: CellTable] = [:]
  /// What the file says of the whole: `title`, `description`, `date`, `language`.
  var properties: [String: String] = [:]
  /// Whether a link without a word on its direction has one; `nil` where nothing in the file tells.
  var linksAreDirected: Bool?

  init(file: String) { self.file = file }

  /// The file's name without its folders.
  var fileName: String { file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? file }

  /// The file's name without folders and extension.
  var baseName: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}

/// How the user wants a file to be read, where guessing fails.
public struct ReadingOptions: Sendable, Hashable {
  /// Which column of ours a column of the file is: `["Från": "from"]`. An empty text leaves the column as it is.
  public var columns: [String: String]
  /// The language of a network whose file does not say it.
  public var language: Language

  public init(columns: [String: String] = [:], language: Language = .swedish) {
    self.columns = columns
    self.language = language
  }
}
