import Networks

/// What is wrong with a CSV text, each with its place: letters in another encoding, quotes that do not fit.
struct CSVProblems {
  let all: [Problem]

  init(_ decoding: TextDecoding, _ csv: CSVTable, _ cells: CellTable) {
    var problems: [Problem] = []
    if decoding.encoding != .utf8 { problems.append(.guessed(decoding.encoding, file: cells.file)) }
    var damaged = decoding.damagedLines[...]
    for row in 0..<csv.rowCount {
      // A row may be several lines long.
      let end = row + 1 < csv.rowCount ? csv.line(ofRow: row + 1) : Int.max
      guard let line = damaged.first, line < end else { continue }
      damaged = damaged.drop { $0 < end }
      let column = csv.row(row).firstIndex { $0.utf8.contains { $0 >= 0x80 } }.map { $0 - csv.row(row).startIndex }
      problems.append(.otherEncoding(at: cells.place(row: row, column: column)))
    }
    for faulty in csv.faults {
      problems.append(Problem(faulty.fault, at: cells.place(row: faulty.row - 1, column: faulty.column - 1)))
    }
    all = problems
  }
}
