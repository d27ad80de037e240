import ArgumentParser
import Graphs
import NetworkAnalysis
import NetworkFormats
import Networks

/// Who is central, by one or several measures.
struct Centrality: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Vem som är central, med ett eller flera mått.", en: "Who is central, by one or several measures."),
    discussion: say(
      sv: "Måtten: \(measureNames). Eller all. Lika värden delar plats.",
      en: "The measures: \(measureNames). Or all. Equal values share their rank.")
      + "\n\n"
      + examples(
        "samverkan centrality kompetensforsorjning",
        "samverkan centrality kompetensforsorjning --uncertainty",
        "samverkan centrality kompetensforsorjning --measure all --top 10",
        "samverkan centrality kompetensforsorjning --kind region --apart"))

  private static var measureNames: String { CentralityMeasure.allCases.map(\.rawValue).joined(separator: ", ") }

  @OptionGroup var input: NetworkInput

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Ett mått, eller all (kan upprepas; annars degree och betweenness).",
        en: "A measure, or all (repeatable; otherwise degree and betweenness)."),
      valueName: say(sv: "mått", en: "measure")),
    completion: .list(CentralityMeasure.allCases.map(\.rawValue) + ["all"]))
  var measure: [String] = []

  @OptionGroup var list: TopOption

  @Flag(
    help: ArgumentHelp(
      say(
        sv: "Visa hur platsen flyttar sig om uppgifter är fel eller saknas.",
        en: "Show how the rank moves if records are wrong or missing.")))
  var uncertainty = false

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Hur stor andel av länkarna som antas vara fel, och lika många oupptecknade.",
        en: "Which share of the links is taken to be wrong, and as many unrecorded."),
      valueName: say(sv: "andel", en: "share")))
  var share = 0.1

  @Flag(
    help: ArgumentHelp(
      say(sv: "Räkna medlemskap och varje länktyp för sig.", en: "Count memberships and each kind of tie apart.")))
  var apart = false

  @OptionGroup(title: say(sv: "Vy", en: "View")) var viewOptions: ViewOptions

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    let measures = try chosenMeasures()
    guard (0...1).contains(share) else {
      throw Failure(
        status: 2, text: say(sv: "--share är en andel från 0 till 1.", en: "--share is a share from 0 to 1."))
    }
    if input.isEdgeList { return try runOnEdgeList(measures) }
    let loaded = try input.load()
    let language = loaded.language
    let selected = try selection.selection(in: loaded.network, language: language).applied(to: loaded.network)
    let index = NetworkIndex(selected.network)
    let sampling = uncertainty ? RankUncertainty(share: share) : nil
    let tables = try layers(of: selected.network).map { layer in
      try table(of: layer, in: index, measures, sampling, language)
    }
    guard let first = tables.first, first.graph.nodeCount > 0 else {
      throw Failure(
        in: language, sv: "Urvalet har inga aktörer, så det finns inget att räkna på. Välj något vidare.",
        en: "The selection has no actors, so there is nothing to compute on. Choose something wider.")
    }
    var remarks = [Said.title(of: selected.network, in: language)]
    remarks.append(
      apart
        ? Phrase(
          sv: "Medlemskap och varje länktyp räknas för sig.", en: "Memberships and each kind of tie are computed apart."
        )
        .text(in: language)
        : viewOptions.explanation(nodeCount: first.graph.nodeCount, linkCount: first.graph.linkCount).text(in: language)
    )
    remarks += Said.leftOut(of: selected, in: language)
    print(tables, remarks + explanations(measures, sampling, language), hasAttributes: true, language)
  }

  /// Names and nothing else: the list goes straight to the graph.
  private func runOnEdgeList(_ measures: [CentralityMeasure]) throws {
    guard !apart, !uncertainty, viewOptions.view == .oneMode, !selection.isGiven else {
      throw Failure(
        status: 2,
        text: say(
          sv:
            "En lista med länkar har inga nivåer, länktyper eller samverkansformer att välja. Gör ett nätverk av den, "
            + "eller utelämna --apart, --uncertainty, --view och urvalet.",
          en:
            "A list of links has no levels, tie kinds or collaborations to choose. Make a network of it, or leave out "
            + "--apart, --uncertainty, --view and the selection."))
    }
    let language = input.language ?? UserLanguage.current
    let list = try input.edgeList()
    let graph = Graph(
      nodeCount: list.nodeCount, from: list.from, to: list.to, weights: list.weights,
      direction: viewOptions.directed ? .directed : .undirected, parallelLinks: .merged(.sum), loops: .dropped)
    guard graph.nodeCount > 0 else {
      throw Failure(in: language, sv: "Listan har inga länkar.", en: "The list has no links.")
    }
    let table: CentralityTable
    do {
      table = try CentralityTable(graph, measures: measures, format: format) { Subject(name: list.name(of: $0)) }
    } catch {
      throw Failure(error, language)
    }
    let loopCount = zip(list.from, list.to).count { $0 == $1 }
    let repeatedCount = list.from.count - loopCount - graph.linkCount
    let counts = Phrase(
      sv: "Beräknat på \(graph.nodeCount) noder och \(graph.linkCount) länkar. \(repeatedCount) upprepade länkar är "
        + "ihopslagna med sina första, och \(loopCount) från en nod till sig själv är utelämnade.",
      en:
        "Computed on \(graph.nodeCount) nodes and \(graph.linkCount) links. \(repeatedCount) repeated links are merged "
        + "with their first, and \(loopCount) from a node to itself are left out.")
    print([table], [counts.text(in: language)] + explanations(measures, nil, language), hasAttributes: false, language)
  }

  private func table(
    of layer: NetworkLinks.Layer, in index: NetworkIndex, _ measures: [CentralityMeasure], _ sampling: RankUncertainty?,
    _ language: Language
  ) throws -> CentralityTable {
    let links = NetworkLinks(index, layer: layer)
    let view = viewOptions.networkView
    let intervals = try measures.first.flatMap { measure in
      try sampling?.intervals(of: links, in: view) { graph in
        // Nobody cancels this, so that it gives a value for every graph; the samples share the cores.
        (try? measure.scores(in: graph, work: Work(coreCount: 1))) ?? NodeScores([])
      }
    }
    let name: String? =
      switch layer {
      case .everything: nil
      case .memberships: Phrase(sv: "medlemskap", en: "memberships").text(in: language)
      case .ties(let kind): index.network.vocabularies.name(of: kind, in: language)
      }
    do {
      return try CentralityTable(
        view.graph(of: links), measures: measures, intervals: intervals, layer: name, format: format
      ) { Subject($0, in: index, language) }
    } catch {
      throw Failure(error, language)
    }
  }

  private func print(_ tables: [CentralityTable], _ remarks: [String], hasAttributes: Bool, _ language: Language) {
    guard let first = tables.first else { return }
    let limit = list.limit(as: format)
    var table = OutputTable(columns: first.columns(hasAttributes: hasAttributes))
    var isCut = false
    for part in tables {
      let (rows, isPartCut) = part.rows(limit: limit, hasAttributes: hasAttributes)
      table.rows += rows
      isCut = isCut || isPartCut
    }
    let more = isCut ? [Said.cut(at: limit, in: language)] : []
    Answer.print(table, remarks + more, as: format, in: language)
  }

  /// What the numbers mean.
  private func explanations(
    _ measures: [CentralityMeasure], _ sampling: RankUncertainty?, _ language: Language
  ) -> [String] {
    var lines = measures.map { "\($0.name.text(in: language)): \($0.meaning.text(in: language))." }
    if let sampling {
      let percent = Numbers.text(sampling.share * 100)
      lines.append(
        Phrase(
          sv:
            "Mellan: där hamnar platsen nio gånger av tio, om \(percent) % av länkarna är fel och lika många saknas "
            + "(\(sampling.sampleCount) omtagningar, frö \(sampling.seed)).",
          en:
            "Between: there the rank comes nine times in ten, if \(percent) % of the links are wrong and as many are missing "
            + "(\(sampling.sampleCount) resamplings, seed \(sampling.seed))."
        ).text(in: language))
    }
    return lines
  }

  private func chosenMeasures() throws -> [CentralityMeasure] {
    if measure.isEmpty { return [.degree, .betweenness] }
    if measure.contains("all") { return CentralityMeasure.allCases }
    var chosen: [CentralityMeasure] = []
    for word in measure {
      guard let found = CentralityMeasure(rawValue: word.lowercased()) else {
        let names = CentralityMeasure.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: word, among: names)
        let list = (nearest.isEmpty ? names + ["all"] : nearest).joined(separator: ", ")
        throw Failure(
          status: 2,
          text: say(
            sv: "“\(word)” är inget känt mått. \(nearest.isEmpty ? "Det finns" : "Närmast"): \(list).",
            en: "“\(word)” is no known measure. \(nearest.isEmpty ? "There are" : "Nearest"): \(list)."))
      }
      if !chosen.contains(found) { chosen.append(found) }
    }
    return chosen
  }

  private func layers(of network: Network) -> [NetworkLinks.Layer] {
    guard apart else { return [.everything] }
    return [.memberships] + Set(network.ties.map(\.kind)).sorted().map(NetworkLinks.Layer.ties)
  }
}
