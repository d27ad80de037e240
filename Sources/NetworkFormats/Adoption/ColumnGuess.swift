import Networks

/// Which columns of a foreign table are which of ours: as the user says, else by our own names, else by what people
/// call them.
struct ColumnGuess {
  let table: Table
  /// The position in the source of each column of ours that was found, helpers among them.
  private(set) var positions: [String: Int] = [:]
  /// The other columns: their positions and names, which are unique and none of ours.
  private(set) var extras: [(position: Int, name: String)] = []
  private(set) var problems: [Problem] = []

  init(_ table: Table, _ source: CellTable, _ options: ReadingOptions) {
    self.table = table
    let header = source.header
    let keys = header.map(Spelling.folded)
    let targets = TableNames.columns(of: table) + ColumnNames.helpers[table, default: []]
    var isTaken = [Bool](repeating: false, count: header.count)
    var isGuess: Set<String> = []

    func take(_ target: String, _ position: Int) {
      positions[target] = position
      isTaken[position] = true
    }
    let wishes = options.columns.map { (Spelling.folded($0.key), TableRows.key($0.value)) }.sorted { $0 < $1 }
    for (position, key) in keys.enumerated() {
      guard let (_, target) = wishes.first(where: { $0.0 == key && targets.contains($0.1) }), positions[target] == nil
      else { continue }
      take(target, position)
    }
    let kept = Set(wishes.filter { $0.1.isEmpty }.map(\.0))
    for (position, name) in header.enumerated() where !isTaken[position] && !kept.contains(keys[position]) {
      let key = TableRows.key(name)
      if targets.contains(key), positions[key] == nil { take(key, position) }
    }
    var places: [String: Int] = [:]
    for (position, key) in keys.enumerated() where places[key] == nil { places[key] = position }
    for target in targets where positions[target] == nil {
      for synonym in ColumnNames.synonyms(of: target, in: table) {
        guard let position = places[synonym], !isTaken[position], !kept.contains(synonym) else { continue }
        take(target, position)
        isGuess.insert(target)
        break
      }
    }
    nameExtras(source, header, isTaken)
    let guesses = targets.filter(isGuess.contains).compactMap { target in
      positions[target].map { (header: header[$0], target: target, position: $0) }
    }.sorted { $0.position < $1.position }
    if let first = guesses.first {
      problems.append(
        Self.guessed(guesses.map { ($0.header, $0.target) }, at: source.place(row: 0, column: first.position)))
    }
  }

  private mutating func nameExtras(_ source: CellTable, _ header: [String], _ isTaken: [Bool]) {
    var used = UniqueNames(TableNames.columns(of: table), key: { TableRows.key($0) }, numbered: { "\($0) (\($1))" })
    let width = (0..<source.rowCount).reduce(0) { max($0, source.row($1).count) }
    let isFilled = source.filledColumns(width: width)
    for position in 0..<width where !(position < isTaken.count && isTaken[position]) {
      let given = position < header.count ? header[position] : ""
      if given.isEmpty, !isFilled[position] { continue }
      extras.append((position, used.take(given.isEmpty ? "kolumn \(position + 1)" : given)))
    }
  }

  private static func guessed(_ guesses: [(header: String, target: String)], at place: Problem.Place) -> Problem {
    let list = guesses.map { "“\($0.header)” → \($0.target)" }.joined(separator: ", ")
    let example = guesses.first?.header ?? ""
    return Problem(
      .remark, .guessed, at: place,
      Phrase(sv: "Kolumnerna lästes så: \(list).", en: "The columns were read so: \(list)."),
      remedy: Phrase(
        sv:
          "Om det är fel: --map \"\(example)=…\" med rätt kolumn, eller --map \"\(example)=\" för att bara behålla den.",
        en:
          "If that is wrong: --map \"\(example)=…\" with the right column, or --map \"\(example)=\" to keep it as it is."
      ))
  }
}
