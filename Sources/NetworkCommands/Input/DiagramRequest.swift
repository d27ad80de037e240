import NetworkAnalysis
import NetworkDrawing
import Networks

/// A diagram of a part of a network, with everything that it takes to lay it out.
struct DiagramRequest {
  let diagram: Diagram
  let network: Network
  let options: Diagram.Options
  /// What a user should know about the selection.
  let remarks: [String]

  /// What the rows and columns of a matrix are, in the user's words.
  struct Matrix {
    var rows: [String] = []
    var columns: Coverage.Columns?
    var order: Coverage.Order?
  }

  init(
    kind: Render.Kind, options: SelectionOptions, network: Network, language: Language,
    page: NetworkDrawing.Page? = nil,
    title: String? = nil, grouping: Diagram.Grouping = .county, sizeBy: CentralityMeasure? = nil,
    colors: Diagram.Colors = .kinds, top: Int? = nil, matrix: Matrix = Matrix(), changes: NetworkChanges? = nil,
    rules: [String] = []
  ) throws {
    if let changes {
      diagram = .changes(changes)
      self.network = changes.union.network
      remarks = []
      self.options = Diagram.Options(page: page, title: title, language: language, visibleLimit: top)
      return
    }
    if kind == .gaps {
      let chosen = try RuleWords.rules(rules, of: network, language)
      let asked = try AskedNetwork(options, of: network, language: language)
      diagram = .gaps(GapsShown(rules: chosen.map(\.id), scope: asked.scope, during: asked.during))
      self.network = asked.index.network
      // The title is the picture's own.
      remarks = Array(asked.remarks.dropFirst())
      self.options = Diagram.Options(
        page: page, title: title, language: language,
        remarks: remarks.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 })
      return
    }
    var selection = try options.selection(in: network, language: language)
    func phrase(sv: String, en: String) -> String { Phrase(sv: sv, en: en).text(in: language) }
    switch kind {
    case .changes, .gaps:
      throw Failure(
        status: 2,
        text: phrase(
          sv: "Ange två tider med --between 2018 2021, eller ett nätverk med --against.",
          en: "Give two times with --between 2018 2021, or a network with --against."))
    case .levels:
      diagram = .levels
    case .coverage:
      var coverage = Coverage(language: language)
      coverage.rows = try SelectionWords(network, language: language).coverageRows(matrix.rows)
      coverage.columns = matrix.columns ?? (coverage.rows == .levels ? .levels : .focusAreas)
      coverage.order = matrix.order ?? .likeness
      coverage.focusAreas = selection.focusAreas
      diagram = .coverage(coverage)
      if options.status.isEmpty { selection.statuses = Set(Status.allCases) }
    case .network:
      diagram = .network(groupedBy: grouping)
    case .around:
      guard let centre = selection.around else {
        throw Failure(
          status: 2,
          text: phrase(sv: "Ange aktören i mitten med --around.", en: "Name the actor in the middle with --around."))
      }
      diagram = .around(centre)
    case .collaboration:
      guard !selection.collaborations.isEmpty else {
        throw Failure(
          status: 2,
          text: phrase(
            sv: "Ange minst en samverkan med --collaboration.",
            en: "Name at least one collaboration with --collaboration."))
      }
      // In the order in which they were asked for.
      let finder = NameFinder(network)
      diagram = .collaboration(options.collaboration.compactMap { try? finder.findCollaboration($0) })
      if options.status.isEmpty { selection.statuses = [.active, .planned, .ended] }
    }
    let selected = selection.applied(to: network)
    self.network = selected.network
    var foot: [String] = []
    if let leftOut = Said.leftOutList(of: selected, in: language) { foot.append(leftOut) }
    if let during = selection.during {
      foot.append(phrase(sv: "Tid: \(during)", en: "Time: \(during)"))
      if selected.undatedCount > 0 {
        foot.append(
          phrase(
            sv: counted(selected.undatedCount, "länk", "länkar") + " utan period är med",
            en: counted(selected.undatedCount, "link without a period is", "links without a period are") + " in"))
      }
    }
    remarks = foot
    self.options = Diagram.Options(
      page: page, title: title, language: language, visibleLimit: top, sizeBy: sizeBy, colors: colors, remarks: foot)
  }

  func scene() throws(DiagramError) -> Scene {
    try diagram.scene(of: network, options: options)
  }
}

extension Status {
  /// “1 avslutad länk”, “12 avslutade länkar”.
  func counted(_ count: Int, _ language: Language) -> String {
    let isOne = count == 1
    let phrase =
      switch self {
      case .active: Phrase(sv: isOne ? "pågående länk" : "pågående länkar", en: isOne ? "active link" : "active links")
      case .planned:
        Phrase(sv: isOne ? "planerad länk" : "planerade länkar", en: isOne ? "planned link" : "planned links")
      case .ended: Phrase(sv: isOne ? "avslutad länk" : "avslutade länkar", en: isOne ? "ended link" : "ended links")
      case .lost: Phrase(sv: isOne ? "förlorad länk" : "förlorade länkar", en: isOne ? "lost link" : "lost links")
      case .absent:
        Phrase(
          sv: isOne ? "länk som saknas enligt källan" : "länkar som saknas enligt källan",
          en: isOne ? "link absent according to the source" : "links absent according to the source")
      }
    return "\(count) \(phrase.text(in: language))"
  }
}
