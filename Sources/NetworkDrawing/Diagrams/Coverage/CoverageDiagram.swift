import NetworkAnalysis
import Networks

/// The coverage matrix as a picture: a mark in each cell that says by its shape what is recorded and by its number how
/// much, with totals beside and below. What does not fit the page is folded into one row or column and counted.
struct CoverageDiagram {
  let cast: Cast
  let options: Diagram.Options
  let coverage: Coverage

  private var language: Language { cast.language }

  private func say(_ sv: String, _ en: String) -> String { Phrase(sv: sv, en: en).text(in: language) }

  func scene() throws(DiagramError) -> Scene {
    let index = NetworkIndex(cast.network)
    var coverage = coverage
    coverage.language = language
    let matrix = coverage.matrix(of: index)
    if matrix.rows.isEmpty { throw coverage.rows == .levels ? .noLevels : .noRows }
    if matrix.columns.isEmpty { throw coverage.columns == .levels ? .noLevels : .noFocusAreas }
    let rowNames = matrix.rows.map { $0.name(in: index, cast.vocabularies, language) }
    let columnNames = matrix.columns.map { $0.name(in: index, cast.vocabularies, language) }
    let page = options.page ?? (matrix.rows.count > 32 && matrix.columns.count < 14 ? .a4 : .a4Landscape)
    let title = options.title ?? "\(cast.network.profile.title(in: language)): \(subject)"
    let frame = PageFrame(cast: cast, title: title, counts: counts(matrix), entries: entries(matrix))
    var draft = Scene(page: page, language: language.rawValue, title: title)
    let room = frame.place(on: &draft)
    let grid = CoverageGrid(
      matrix, rowNames: rowNames, columnNames: columnNames, rest: say("övriga", "others"), room: room)
    var scene = Scene(page: page, language: language.rawValue, title: title)
    scene.height = (page.height - max(0, room.maxY - grid.bottom)).rounded(.up)
    scene.summary = frame.counts.joined(separator: ". ") + "."
    _ = frame.place(on: &scene)
    draw(grid, matrix, columnNames, rowNames, on: &scene)
    return scene
  }

  /// “regioner och fokusområden”.
  private var subject: String {
    let rows: String
    switch coverage.rows {
    case .levels: rows = say("nivåer", "levels")
    case .actors(let kinds, _):
      let names = kinds.sorted().map { cast.vocabularies.actorKinds[$0]?.plural.text(in: language) ?? $0.rawValue }
      rows = names.isEmpty ? say("aktörer", "actors") : names.joined(separator: ", ")
    }
    let columns =
      switch coverage.columns {
      case .focusAreas: say("fokusområden", "focus areas")
      case .actorKinds: say("typer av partner", "kinds of partners")
      case .levels: say("nivåer", "levels")
      }
    if coverage.rows == .levels, coverage.columns == .levels { return say("mellan nivåerna", "between the levels") }
    return say("\(rows) och \(columns)", "\(rows) and \(columns)")
  }

  private func counts(_ matrix: CoverageMatrix) -> [String] {
    let total = matrix.total
    let all = matrix.rows.count * matrix.columns.count
    var parts = [
      say("\(total.coveredCount) av \(all) rutor är täckta", "\(total.coveredCount) of \(all) cells are covered")
    ]
    for state in CoverageMatrix.State.allCases.reversed() where state != .covered {
      guard let count = total.cellCounts[state] else { continue }
      switch state {
      case .planned: parts.append(say("\(count) bara planerade", "\(count) only planned"))
      case .lost: parts.append(say("\(count) avslutade eller förlorade", "\(count) ended or lost"))
      case .absent: parts.append(say("\(count) saknas enligt källan", "\(count) absent according to the source"))
      case .unknown, .covered: parts.append(say("\(count) okända", "\(count) unknown"))
      }
    }
    var sentences = [parts.joined(separator: ", ")]
    for (kind, count) in matrix.leftOut.sorted(by: { $0.key < $1.key }) {
      let name = cast.vocabularies.collaborationKinds[kind]?.plural.text(in: language) ?? kind.rawValue
      sentences.append(say("\(count) \(name) räknas inte", "\(count) \(name) do not count"))
    }
    if matrix.unplacedCount > 0 {
      sentences.append(
        say(
          "\(Phrase.links(matrix.unplacedCount).swedish) utan fokusområde är inte med",
          "\(Phrase.links(matrix.unplacedCount).english) without a focus area not shown"))
    }
    return sentences + options.remarks
  }

  private func entries(_ matrix: CoverageMatrix) -> [PageFrame.Entry] {
    CoverageMatrix.State.allCases.reversed().filter { matrix.total.cellCounts[$0, default: 0] > 0 }.map { state in
      let text: String
      switch state {
      case .covered:
        text = say("pågår: antal samverkansformer och kopplingar", "active: number of collaborations and ties")
      case .planned: text = say("bara planerat, med antal", "only planned, with their number")
      case .lost: text = say("avslutat eller förlorat", "ended or lost")
      case .absent: text = say("saknas enligt källan", "absent according to the source")
      case .unknown: text = say("inget uppgivet: okänt", "nothing recorded: unknown")
      }
      return .cell(state, text)
    }
  }

  private func draw(
    _ grid: CoverageGrid, _ matrix: CoverageMatrix, _ columnNames: [String], _ rowNames: [String], on scene: inout Scene
  ) {
    for row in stride(from: 0, to: grid.rows.count, by: 2) {
      scene.panels.append(Scene.Panel(bounds: grid.band(row: row), fill: .band, stroke: nil))
    }
    let totals = grid.band(row: grid.rows.count)
    scene.panels.append(
      Scene.Panel(
        bounds: Rectangle(x: totals.minX, y: totals.minY - 2.3, width: totals.width, height: 0.1), fill: .frame,
        stroke: nil))
    for column in grid.columns.indices {
      if let leader = grid.leader(column: column) {
        scene.panels.append(Scene.Panel(bounds: leader, fill: .frame, stroke: nil))
      }
      scene.nodes.append(
        Scene.Node(
          id: "column-\(column + 1)", role: .text, bounds: grid.heading(column: column), lines: grid.headings[column],
          fontSize: 7))
    }
    for (number, words) in [
      [say("täckta", "cells"), say("rutor", "covered")], [say("länkar", "links"), say("i allt", "in all")],
    ]
    .enumerated() {
      scene.nodes.append(
        Scene.Node(
          id: "total-heading-\(number + 1)", role: .text, bounds: grid.totalHeading(number: number), lines: words,
          fontSize: 7, isBold: true))
    }
    for (row, line) in grid.rows.enumerated() {
      let names = line.members.map { rowNames[$0] }
      addName(line.name, row, line.isFold ? "\(line.name): \(names.joined(separator: ", "))" : line.name, grid, &scene)
      for (column, other) in grid.columns.enumerated() {
        let cells = line.members.flatMap { row in other.members.map { matrix[row, $0] } }
        let cell = cells.count == 1 ? cells[0] : CoverageMatrix.Cell.merged(cells)
        let mark = CoverageMark(cell.state, strength: cell.strength, largest: grid.rowHeight - 1.4)
        let columnName = other.isFold ? other.name : columnNames[other.members[0]]
        let said = spoken(cell).map { "\(line.name), \(columnName): \($0)" } ?? ""
        scene.nodes.append(
          mark.node("cell-\(row + 1)-\(column + 1)", .cell, at: grid.center(row: row, column: column), name: said))
      }
      addTotals(line.margin, row, line.name, grid, &scene)
    }
    let last = grid.rows.count
    addName(say("Täckta rutor", "Cells covered"), last, "", grid, &scene)
    for (column, line) in grid.columns.enumerated() {
      let center = grid.center(row: last, column: column)
      scene.nodes.append(
        Scene.Node(
          id: "total-column-\(column + 1)", role: .text,
          bounds: Rectangle(
            center: Point(center.x, center.y + 4), width: max(grid.columnWidth - 2, 20), height: grid.rowHeight),
          lines: [String(line.margin.coveredCount)], fontSize: 7.6, isBold: true,
          name: say(
            "\(line.name): \(line.margin.coveredCount) täckta rutor",
            "\(line.name): \(line.margin.coveredCount) cells covered"
          )))
    }
    addTotals(matrix.total, last, say("Totalt", "In all"), grid, &scene)
  }

  private func addName(_ text: String, _ row: Int, _ name: String, _ grid: CoverageGrid, _ scene: inout Scene) {
    let bounds = grid.name(row: row)
    let lines = LineBreaking(width: bounds.width, fontSize: CoverageGrid.nameSize, lineLimit: 1).lines(of: text)
    scene.nodes.append(
      Scene.Node(
        id: "row-\(row + 1)", role: .text, bounds: bounds, lines: lines, fontSize: CoverageGrid.nameSize,
        isBold: name.isEmpty, alignment: .leading, name: name))
  }

  private func addTotals(
    _ margin: CoverageMatrix.Margin, _ row: Int, _ name: String, _ grid: CoverageGrid, _ scene: inout Scene
  ) {
    let said = [
      say("\(name): \(margin.coveredCount) täckta rutor", "\(name): \(margin.coveredCount) cells covered"),
      say(
        "\(name): \(Phrase.links(margin.strength).swedish) i allt",
        "\(name): \(Phrase.links(margin.strength).english) in all"),
    ]
    for (number, value) in [margin.coveredCount, margin.strength].enumerated() {
      scene.nodes.append(
        Scene.Node(
          id: "total-row-\(row + 1)-\(number + 1)", role: .text, bounds: grid.total(row: row, number: number),
          lines: [String(value)], fontSize: 7.6, isBold: true, name: said[number]))
    }
  }

  /// What the cell says in words; `nil` where nothing is recorded.
  private func spoken(_ cell: CoverageMatrix.Cell) -> String? {
    guard cell.state != .unknown else { return nil }
    if cell.state == .absent { return cell.state.name.text(in: language) }
    let ties = Phrase.counted(cell.tieCount, sv: "koppling", "kopplingar", en: "tie", "ties")
    let forums = Phrase.counted(
      cell.collaborationCount, sv: "samverkan", "samverkan", en: "collaboration", "collaborations")
    let parts = [(cell.collaborationCount, forums), (cell.tieCount, ties)].filter { $0.0 > 0 }
    let text = parts.map { $0.1.text(in: language) }.joined(separator: ", ")
    return cell.state == .covered ? text : "\(cell.state.name.text(in: language)): \(text)"
  }
}
