import Networks

/// The sources that a foreign file names, and the file itself as the source of what names none.
struct AdoptedSources {
  private let file: String
  private let fileID: String
  private var titles: [(id: String, title: String)] = []
  private var ids: [String: String] = [:]
  private var used: UniqueNames
  private var citesFile = false

  init(_ foreign: ForeignTables) {
    file = foreign.fileName
    let slug = Spelling.slug(foreign.baseName)
    fileID = slug.isEmpty ? "file" : slug
    used = UniqueNames([fileID])
  }

  /// References as a table writes them. Each text before a `§` becomes a source of its own.
  mutating func references(_ text: String, orFile: Bool) -> String {
    let parts = CellReader.list(text)
    if parts.isEmpty {
      guard orFile else { return "" }
      citesFile = true
      return fileID
    }
    return parts.compactMap { part in
      guard let reference = SourceReference(part) else { return nil }
      return SourceReference(source: Source.ID(id(reference.source.rawValue)), place: reference.place).description
    }.joined(separator: ";")
  }

  private mutating func id(_ title: String) -> String {
    if let id = ids[title] { return id }
    let isValid = !title.contains { $0 == ";" || $0 == "§" || $0.isWhitespace }
    let slug = Spelling.slug(title)
    let id = used.take(isValid ? title : slug.isEmpty ? "source" : slug)
    ids[title] = id
    titles.append((id, title))
    return id
  }

  /// The table of the sources, or `nil` where nothing cites any.
  func cells() -> CellTable? {
    guard citesFile || !titles.isEmpty else { return nil }
    var cells = CellTable(file: file, part: Table.sources.fileName)
    cells.append(["id", "title"])
    if citesFile { cells.append([fileID, file]) }
    for (id, title) in titles { cells.append([id, title]) }
    return cells
  }
}
