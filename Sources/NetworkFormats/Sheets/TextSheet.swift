import Networks

/// A text file of cells, read as a sheet: the separator, the quotes and the encoding are found out and told.
struct TextSheet {
  static let csv = FormatNames(
    id: "csv", name: "CSV", extensions: ["csv", "txt", "edges", "edgelist"],
    tools: Phrase(sv: "Excel, Gephi, R, enkätverktyg", en: "Excel, Gephi, R, survey tools"))
  static let tsv = FormatNames(
    id: "tsv", name: "TSV", extensions: ["tsv", "tab"],
    tools: Phrase(sv: "Excel, Gephi, R, enkätverktyg", en: "Excel, Gephi, R, survey tools"))

  /// As many columns as a spreadsheet has.
  private static let widthLimit = 16_384

  static func read(_ bytes: [UInt8], file: String, options: ReadingOptions) -> Import {
    let decoding = TextDecoding(bytes)
    let csv = CSVTable(utf8: decoding.utf8)
    var cells = csv.cells(file: file)
    var problems = CSVProblems(decoding, csv, cells).all
    if let wide = (0..<csv.rowCount).first(where: { csv.row($0).count > widthLimit }) {
      problems.append(
        .beyondLimits(
          at: Problem.Place(file: file, row: csv.line(ofRow: wide)),
          Phrase(
            sv: "Raden har \(csv.row(wide).count) celler; ingen tabell har fler än \(widthLimit).",
            en: "The row has \(csv.row(wide).count) cells; no table has more than \(widthLimit).")))
      return Import(network: Network(), problems: problems, origins: Origins())
    }
    cells = withoutGuards(cells)
    let base = ForeignTables(file: file).baseName
    let sheet = ShapedSheet(NamedSheet(name: base, cells: cells), options)
    if sheet.shape == .unknown || sheet.shape == .plainLinks, options.columns.isEmpty {
      // Without a header, and perhaps separated by blanks.
      let (list, more) = EdgeListReader().read(bytes, file: file)
      if !more.contains(where: { $0.severity == .error }), list.nodeCount > 0 {
        var links = CellTable(file: file)
        links.hasColumns = false
        links.append(["from", "to"] + (list.weights == nil ? [] : ["strength"]), number: 1)
        for link in list.from.indices {
          links.append(
            [list.name(of: Int(list.from[link])), list.name(of: Int(list.to[link]))]
              + (list.weights.map { [PlainNumber.text(Double($0[link]))] } ?? []), number: link + 1)
        }
        var tables = ForeignTables(file: file)
        tables.tables[.ties] = links
        var adoption = Adoption(tables, options)
        var result = adoption.network()
        result.problems = more + [told(.plainLinks, decoding, csv, at: Problem.Place(file: file))] + result.problems
        return result
      }
    }
    problems.append(told(sheet.shape, decoding, csv, at: cells.place(row: 0)))
    return SheetShapes(file: file, options: options).read([NamedSheet(name: base, cells: cells)], found: problems)
  }

  /// Texts that a spreadsheet would run are written with an apostrophe before them; it is no part of them.
  private static func withoutGuards(_ cells: CellTable) -> CellTable {
    guard (0..<cells.rowCount).contains(where: { cells.row($0).contains { CellGuard.isGuarded($0) } }) else {
      return cells
    }
    var result = CellTable(file: cells.file, part: cells.part)
    for row in 0..<cells.rowCount {
      result.append(cells.row(row).map(CellGuard.removed), number: cells.number(ofRow: row))
    }
    return result
  }

  private static func told(_ shape: SheetShape, _ decoding: TextDecoding, _ csv: CSVTable, at place: Problem.Place)
    -> Problem
  {
    let separator: Phrase =
      switch csv.separator {
      case 0x3B: Phrase(sv: "semikolon", en: "semicolons")
      case 0x09: Phrase(sv: "tabb", en: "tabs")
      default: Phrase(sv: "komma", en: "commas")
      }
    return Problem(
      .remark, .guessed, at: Problem.Place(file: place.file),
      Phrase(
        sv: "Filen är \(decoding.encoding.rawValue), med \(separator.swedish) mellan cellerna"
          + (shape == .unknown ? "." : ", och \(shape.name.swedish)."),
        en: "The file is \(decoding.encoding.rawValue), with \(separator.english) between cells"
          + (shape == .unknown ? "." : ", and \(shape.name.english).")),
      remedy: Phrase(
        sv: "Om det är fel: spara som “CSV UTF-8”, eller säg vilken kolumn som är vilken med --map.",
        en: "If that is wrong, save as “CSV UTF-8”, or say which column is which by --map."))
  }
}

/// Cells of exported text that a spreadsheet would take for a formula: they get an apostrophe, which reading takes away.
enum CellGuard {
  /// Whether the text would be run: it begins with a sign that formulas begin with, and is no number.
  static func isDangerous(_ text: String) -> Bool {
    guard let first = text.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) else { return false }
    return Double(text) == nil
  }

  static func added(_ text: String) -> String { isDangerous(text) || isGuarded(text) ? "'" + text : text }

  static func isGuarded(_ text: String) -> Bool {
    guard text.utf8.first == 0x27 else { return false }
    let rest = String(text.dropFirst())
    return isDangerous(rest) || isGuarded(rest)
  }

  static func removed(_ text: String) -> String { isGuarded(text) ? String(text.dropFirst()) : text }
}
