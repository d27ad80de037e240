public import ArgumentParser
import GraphvizRendering
public import NetworkAnalysis
public import NetworkDrawing
import NetworkFiles
import Networks

extension NetworkDrawing.Page: ExpressibleByArgument {}
extension Diagram.Grouping: ExpressibleByArgument {}
extension Coverage.Columns: ExpressibleByArgument {}
extension Coverage.Order: ExpressibleByArgument {}
extension CentralityMeasure: ExpressibleByArgument {}

/// Draws a diagram of a network into a file.
struct Render: ParsableCommand {
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case levels
    case network
    case around
    case collaboration
    case coverage
    case changes
    case gaps
  }

  static let configuration = CommandConfiguration(
    abstract: say(sv: "Ritar ett diagram: SVG, PDF eller PNG.", en: "Draws a diagram: SVG, PDF or PNG."),
    discussion: say(
      sv: "levels: ett band per nivå. network: alla, grupperade. around: en aktör i mitten (--around). collaboration: "
        + "en eller flera samverkansformer med sina deltagare (--collaboration). coverage: en tabell med märken (--rows, "
        + "--columns). changes: vad som är nytt, borta och kvar (--between eller --against). gaps: vad reglerna förutsätter "
        + "och som saknas eller är okänt (--rule).",
      en: "levels: one band per level. network: all, grouped. around: one actor in the middle (--around). "
        + "collaboration: one or several collaborations with their members (--collaboration). coverage: a matrix of marks "
        + "(--rows, --columns). changes: what is new, gone and kept (--between or --against). gaps: what the rules expect "
        + "and is missing or unknown (--rule).")
      + "\n\n"
      + examples(
        "samverkan render kompetensforsorjning -o nivaer.svg",
        "samverkan render kompetensforsorjning --around \"Region Skåne\" -o skane.pdf",
        "samverkan render kompetensforsorjning --level national --page a4 -o bild.svg",
        "samverkan render kompetensforsorjning --diagram gaps -o luckor.svg",
        "samverkan render kompetensforsorjning --diagram collaboration \\",
        "  --collaboration Valideringslyftet -o valideringslyftet.png"))

  @OptionGroup var input: NetworkInput

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      say(sv: "Filen: .svg, .pdf, .png eller .dot.", en: "The file: .svg, .pdf, .png or .dot."),
      valueName: say(sv: "fil", en: "file")), completion: .file(extensions: ["svg", "pdf", "png", "dot"]))
  var output: String

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Vilket diagram; annars levels, eller around med --around.",
        en: "Which diagram; otherwise levels, or around with --around.")))
  var diagram: Kind?

  @Option(help: ArgumentHelp(say(sv: "Sidan som bilden görs för.", en: "The page that the picture is made for.")))
  var page: NetworkDrawing.Page?

  @Option(help: ArgumentHelp(say(sv: "Bildens rubrik.", en: "The picture's title."), valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp(say(sv: "Vad network grupperar efter.", en: "What network groups by.")))
  var groupBy: Diagram.Grouping?

  @Option(
    help: ArgumentHelp(
      say(sv: "network: måttet som märkenas yta visar.", en: "network: the measure that the marks' areas show."),
      valueName: say(sv: "mått", en: "measure")))
  var sizeBy: CentralityMeasure?

  @Option(
    help: ArgumentHelp(
      say(
        sv: "network: vad färgen visar; märkena grupperas också så, så att inget sägs med färg allena.",
        en: "network: what the colour shows; the marks are grouped so too, so that nothing is said by colour alone.")))
  var colorBy: Diagram.Grouping?

  @Option(
    help: ArgumentHelp(
      say(
        sv: "levels: hur många som visas med namn; resten viks ihop.",
        en: "levels: how many are named; the others are folded."), valueName: say(sv: "antal", en: "number")))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      say(
        sv: "coverage: raderna, en aktörstyp, ett län eller level (kan upprepas; annars region).",
        en: "coverage: the rows, a kind of actor, a county or level (repeatable; otherwise region)."),
      valueName: say(sv: "typ", en: "kind")))
  var rows: [String] = []

  @Option(help: ArgumentHelp(say(sv: "coverage: vad kolumnerna är.", en: "coverage: what the columns are.")))
  var columns: Coverage.Columns?

  @Option(
    help: ArgumentHelp(
      say(sv: "coverage: radernas och kolumnernas ordning.", en: "coverage: the order of rows and columns.")))
  var order: Coverage.Order?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(sv: "changes: två tider, 2018 2021.", en: "changes: two times, 2018 2021."),
      valueName: say(sv: "tid", en: "date")))
  var between: [String] = []

  @Option(
    help: ArgumentHelp(
      say(sv: "changes: det senare nätverket.", en: "changes: the later network."),
      valueName: say(sv: "nätverk", en: "network")))
  var against: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(sv: "gaps: bara den här regeln (kan upprepas).", en: "gaps: only this rule (repeatable)."),
      valueName: say(sv: "regel", en: "rule")))
  var rule: [String] = []

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let format = ImageFormat(rawValue: ending)
    guard format != nil || ending == "dot" else {
      throw Failure(
        status: 2,
        text: say(
          sv: "Filnamnet måste sluta på .svg, .pdf, .png eller .dot.",
          en: "The file's name must end in .svg, .pdf, .png or .dot."))
    }
    if let top, top < 1 {
      throw Failure(status: 2, text: say(sv: "--top måste vara minst 1.", en: "--top must be at least 1."))
    }
    let asksForNetwork = sizeBy != nil || colorBy != nil || groupBy != nil
    let asksForCoverage = !rows.isEmpty || columns != nil || order != nil
    let asksForChanges = !between.isEmpty || against != nil
    let kind =
      diagram
      ?? (asksForChanges
        ? .changes
        : !rule.isEmpty
          ? .gaps
          : asksForCoverage ? .coverage : selection.around != nil ? .around : asksForNetwork ? .network : .levels)
    guard !asksForNetwork || kind == .network else {
      throw Failure(
        status: 2,
        text: say(
          sv:
            "--size-by, --color-by och --group-by gäller diagrammet network. Utelämna dem, eller ange --diagram network.",
          en:
            "--size-by, --color-by and --group-by are for the diagram network. Leave them out, or give --diagram network."
        ))
    }
    guard !asksForCoverage || kind == .coverage else {
      throw Failure(
        status: 2,
        text: say(
          sv: "--rows, --columns och --order gäller diagrammet coverage. Utelämna dem, eller ange --diagram coverage.",
          en: "--rows, --columns and --order are for the diagram coverage. Leave them out, or give --diagram coverage.")
      )
    }
    guard asksForChanges == (kind == .changes) else {
      throw Failure(
        status: 2,
        text: say(
          sv: "Diagrammet changes behöver --between 2018 2021 eller --against, och inget annat diagram tar dem.",
          en: "The diagram changes needs --between 2018 2021 or --against, and no other diagram takes them."))
    }
    guard rule.isEmpty || kind == .gaps else {
      throw Failure(
        status: 2,
        text: say(
          sv: "--rule gäller diagrammet gaps. Utelämna den, eller ange --diagram gaps.",
          en: "--rule is for the diagram gaps. Leave it out, or give --diagram gaps."))
    }
    guard groupBy == nil || colorBy == nil || groupBy == colorBy else {
      throw Failure(
        status: 2,
        text: say(
          sv: "--color-by grupperar också, så att inget sägs med färg allena. Utelämna --group-by.",
          en: "--color-by groups as well, so that nothing is said by colour alone. Leave --group-by out."))
    }
    let loaded = try input.load()
    let changes =
      kind == .changes
      ? try ChangesRequest(input: input, other: against, between: between, selection: selection).changes(loaded) : nil
    let request = try DiagramRequest(
      kind: kind, options: selection, network: loaded.network, language: loaded.language, page: page, title: title,
      grouping: colorBy ?? groupBy ?? .county, sizeBy: sizeBy, colors: colorBy == nil ? .kinds : .groups, top: top,
      matrix: DiagramRequest.Matrix(rows: rows, columns: columns, order: order), changes: changes, rules: rule)
    for remark in request.remarks { StandardError.print(remark) }
    do {
      let scene = try request.scene()
      let bytes = try format.map { try scene.image(as: $0) } ?? Array(DOTDocument(scene).text.utf8)
      try AtomicFile.write(bytes, to: output)
    } catch {
      throw Failure(error, loaded.language)
    }
  }
}
