import Networks
import Spreadsheets

/// Writes a network as a workbook with its tables as sheets, each with a frozen header, filters, and words to choose from,
/// so that it can be filled in. Reading it gives the same network.
struct WorkbookWriter {
  func write(_ network: Network) throws(WritingFault) -> FormatWriting {
    do throws(XLSXWriter.Failure) {
      return FormatWriting(try XLSXWriter().write(plan(network)))
    } catch {
      throw WritingFault(error.limits.map(Self.words))
    }
  }

  private func plan(_ network: Network) -> WorkbookPlan {
    var sheets: [SheetPlan] = []
    for table in Table.allCases {
      let extras = network.extraColumns[table, default: []]
      let rows = TableWriter().rows(of: table, in: network, extras: extras)
      // Sheets without rows are there to be filled in; verdicts are written by a command.
      if rows.isEmpty, extras.isEmpty, table == .verdicts { continue }
      let columns = TableNames.columns(of: table)
      sheets.append(
        SheetPlan(
          name: WorkbookNames.sheet(table), rows: [columns + extras] + rows,
          numberColumns: Set(columns.indices.filter { WorkbookNames.numberColumns.contains(columns[$0]) }),
          choices: choices(table, columns, network), frozenColumns: 1))
    }
    let text = TableWriter().write(network)[TableNames.profileFile].map { String(decoding: $0, as: UTF8.self) } ?? ""
    if !text.isEmpty {
      sheets.append(
        SheetPlan(
          name: WorkbookNames.profileSheet,
          rows: text.split(separator: "\n", omittingEmptySubsequences: false).map { [String($0)] }, hasHeader: false))
    }
    return WorkbookPlan(sheets: sheets)
  }

  private func choices(_ table: Table, _ columns: [String], _ network: Network) -> [SheetPlan.Choice] {
    let words = network.vocabularies
    let language = network.profile.language
    func choice(_ column: String, _ list: [String], isClosed: Bool = false) -> SheetPlan.Choice? {
      guard let place = columns.firstIndex(of: column), !list.isEmpty else { return nil }
      return SheetPlan.Choice(
        columns: place...place, words: list, isClosed: isClosed, hint: hint(column).text(in: language))
    }
    let kinds: [String]
    switch table {
    case .actors: kinds = words.actorKinds.keys.map(\.rawValue).sorted()
    case .collaborations: kinds = words.collaborationKinds.keys.map(\.rawValue).sorted()
    case .ties: kinds = words.tieKinds.keys.map(\.rawValue).sorted()
    default: kinds = []
    }
    return [
      choice("kind", kinds), choice("level", words.levels.map(\.rawValue)),
      choice("role", Role.allCases.map(\.rawValue), isClosed: true),
      choice("status", Status.allCases.map(\.rawValue), isClosed: true),
      choice("confidence", Confidence.allCases.map(\.rawValue), isClosed: true),
    ].compactMap(\.self)
  }

  private func hint(_ column: String) -> Phrase {
    switch column {
    case "kind":
      Phrase(
        sv: "Välj ur listan, eller skriv ett eget ord som finns i network.yaml.",
        en: "Choose from the list, or write a word of your own that network.yaml has.")
    case "level":
      Phrase(sv: "Nivån som den verkar på; tom om ingen.", en: "The level that it works on; empty for none.")
    case "status":
      Phrase(
        sv: "absent betyder att en källa säger att det inte finns. Vet ingen: skriv ingen rad.",
        en: "absent means that a source says that it is not there. If nobody knows, write no row.")
    case "confidence": Phrase(sv: "Hur säkert källan stöder det.", en: "How surely the source supports it.")
    default: Phrase(sv: "Välj ur listan.", en: "Choose from the list.")
    }
  }

  static func words(_ limit: WorkbookLimit) -> Phrase {
    let place = limit.row > 0 ? "\(limit.sheet):\(limit.row):\(limit.column): " : "\(limit.sheet): "
    switch limit.reason {
    case .tooManyRows(let count):
      return Phrase(
        sv: place + "\(count) rader; Excel rymmer \(1_048_576).", en: place + "\(count) rows; Excel holds \(1_048_576)."
      )
    case .tooManyColumns(let count):
      return Phrase(
        sv: place + "\(count) kolumner; Excel rymmer 16384.", en: place + "\(count) columns; Excel holds 16384.")
    case .tooLongText(let count):
      return Phrase(
        sv: place + "texten har \(count) tecken; en cell i Excel rymmer \(XLSXWriter.longestText). Korta den.",
        en: place + "the text has \(count) characters; a cell of Excel holds \(XLSXWriter.longestText). Shorten it.")
    case .notWritten(let text):
      return Phrase(sv: "arbetsboken kunde inte skrivas (\(text)).", en: "the workbook could not be written (\(text)).")
    }
  }
}
