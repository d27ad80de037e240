import ArgumentParser
import NetworkAnalysis
import NetworkDrawing
import Networks

/// The pictures that `export` makes of a network: those that its `network.yaml` names, or a sensible few.
struct ExportPlan {
  struct Picture: Sendable {
    /// Without extension.
    let file: String
    let title: String
    let diagram: Diagram
    let network: Network
    let options: Diagram.Options
    /// Pictures of one family stand together in the gallery.
    let family: String
  }

  private let network: Network
  private let language: Language

  init(_ network: Network, language: Language) {
    self.network = network
    self.language = language
  }

  func pictures() throws -> [Picture] {
    // An empty list in network.yaml means none; no list at all means the usual ones.
    let planned = network.profile.diagrams
    let isSilent = network.profile.text.split(separator: "\n").contains { $0.hasPrefix("diagrams:") }
    let all = try (planned.isEmpty && !isSilent ? usual : planned).flatMap { planned in
      do {
        return try pictures(planned)
      } catch let failure as Failure {
        throw Failure(text: "diagram “\(planned.file)”: \(failure.text)")
      }
    }
    var files: Set<String> = []
    if let twice = all.first(where: { !files.insert($0.file).inserted }) {
      throw failure(
        sv: "två diagram skrivs till \(twice.file).svg. Ge dem olika “file”.",
        en: "two diagrams are written to \(twice.file).svg. Give them different “file”.")
    }
    return all
  }

  /// The levels, the whole network, and a picture around each region.
  private var usual: [PlannedDiagram] {
    var planned = [
      PlannedDiagram(diagram: "levels", file: "levels"), PlannedDiagram(diagram: "network", file: "network"),
    ]
    if network.actors.contains(where: { $0.kind == .region }) {
      planned.append(PlannedDiagram(diagram: "around", file: "around", aroundEach: .region))
    }
    return network.isEmpty ? [] : planned
  }

  private func pictures(_ planned: PlannedDiagram) throws -> [Picture] {
    guard let kind = Render.Kind(rawValue: planned.diagram) else {
      let known = Render.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure(
        sv: "“\(planned.diagram)” är inget känt slags diagram. Det finns: \(known).",
        en: "“\(planned.diagram)” is no known kind of diagram. There are: \(known).")
    }
    if !planned.page.isEmpty, Page(rawValue: planned.page) == nil {
      let known = Page.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure(
        sv: "“\(planned.page)” är ingen känd sida. Det finns: \(known).",
        en: "“\(planned.page)” is no known page. There are: \(known).")
    }
    let words =
      ["at", "between", "collaboration", "county", "during", "focus-area", "kind", "level", "status", "tie"]
      + (kind == .coverage ? ["columns", "order", "rows"] : []) + (kind == .gaps ? ["rule"] : [])
    if let word = planned.selection.keys.sorted().first(where: { !words.contains($0) }) {
      throw failure(
        sv: "“\(word)” är inget känt urval. Det finns: \(words.joined(separator: ", ")).",
        en: "“\(word)” is no known selection. There are: \(words.joined(separator: ", ")).")
    }
    var centres = planned.around
    if let kind = planned.aroundEach {
      centres += network.actors.filter { $0.kind == kind }.sorted {
        Spelling.sortKey($0.name) < Spelling.sortKey($1.name)
      }
      .map(\.id.rawValue)
    }
    if kind == .around, planned.around.isEmpty, planned.aroundEach == nil {
      throw failure(
        sv: "det saknas en aktör i mitten. Skriv “around: [id]” eller “around_each: region”.",
        en: "the actor in the middle is missing. Write “around: [id]” or “around_each: region”.")
    }
    if kind == .collaboration, planned.collaborations.isEmpty, planned.selection["collaboration", default: []].isEmpty {
      throw failure(
        sv: "det saknas en samverkan. Skriv “collaborations: [id]”.",
        en: "the collaboration is missing. Write “collaborations: [id]”.")
    }
    guard kind == .around else { return [try picture(planned, kind, centre: nil)] }
    return try centres.map { try picture(planned, kind, centre: $0) }
  }

  private func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ type: Choice.Type, _ key: String, _ planned: PlannedDiagram
  ) throws -> Choice? {
    guard let word = planned.selection[key]?.first else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw failure(
      sv: "“\(word)” går inte för \(key). Det finns: \(known).",
      en: "“\(word)” will not do for \(key). There are: \(known).")
  }

  private func failure(sv: String, en: String) -> Failure { Failure(in: language, sv: sv, en: en) }

  private func picture(_ planned: PlannedDiagram, _ kind: Render.Kind, centre: String?) throws -> Picture {
    var options = try SelectionOptions.parse([])
    options.around = centre
    options.collaboration = planned.collaborations + planned.selection["collaboration", default: []]
    options.level = planned.selection["level", default: []]
    options.kind = planned.selection["kind", default: []]
    options.county = planned.selection["county", default: []]
    options.focusArea = planned.selection["focus-area", default: []]
    options.tie = planned.selection["tie", default: []]
    options.status = planned.selection["status", default: []]
    options.at = planned.selection["at"]?.first
    options.during = planned.selection["during"]?.first
    let columns = try choice(Coverage.Columns.self, "columns", planned)
    let order = try choice(Coverage.Order.self, "order", planned)
    let between = planned.selection["between", default: []]
    guard between.isEmpty || kind == .changes else {
      throw failure(
        sv: "“between” gäller bara diagrammet changes.", en: "“between” is for the diagram changes only.")
    }
    let changes =
      kind == .changes && !between.isEmpty
      ? try ChangesRequest.changes(of: network, between: between, selection: options, language: language) : nil
    let request = try DiagramRequest(
      kind: kind, options: options, network: network, language: language, page: Page(rawValue: planned.page),
      title: planned.title.isEmpty ? nil : planned.title,
      matrix: DiagramRequest.Matrix(
        rows: planned.selection["rows", default: []], columns: columns, order: order), changes: changes,
      rules: planned.selection["rule", default: []])
    let file =
      centre == nil || planned.around.count == 1 && planned.aroundEach == nil
      ? planned.file : "\(planned.file)-\(Spelling.slug(centre ?? ""))"
    let name = centre.flatMap { id in network.actors.first { $0.id.rawValue == id }?.name(in: language) }
    return Picture(
      file: file, title: name ?? (planned.title.isEmpty ? network.profile.title(in: language) : planned.title),
      diagram: request.diagram, network: request.network, options: request.options, family: planned.file)
  }
}
