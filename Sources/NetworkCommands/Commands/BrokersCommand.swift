public import ArgumentParser
import Graphs
public import NetworkAnalysis
import Networks

extension Attribute: ExpressibleByArgument {}

/// Who connects levels, or any other groups.
struct BrokersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brokers",
    abstract: say(
      sv: "Vem som förmedlar mellan nivåer, typer eller län.", en: "Who brokers between levels, kinds or counties."),
    discussion: say(
      sv: "En förmedlare har länk till två som inte har länk till varandra. Vilken roll det är beror på vilka grupper de tre "
        + "hör till.",
      en: "A broker has links to two who have no link to each other. Which role that is depends on the groups of the three.")
      + "\n\n"
      + examples(
        "samverkan brokers kompetensforsorjning", "samverkan brokers kompetensforsorjning --by county --top 10",
        "samverkan brokers kompetensforsorjning --format csv > formedlare.csv"))

  @OptionGroup var input: NetworkInput

  @Option(
    help: ArgumentHelp(say(sv: "Vilka grupper det gäller.", en: "Which groups it is about.")))
  var by = Attribute.level

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Hur många som visas; annars 20 i tabeller och alla i csv och json.",
        en: "How many are shown; otherwise 20 in tables and all in csv and json."),
      valueName: say(sv: "antal", en: "number")))
  var top: Int?

  @OptionGroup(title: say(sv: "Vy", en: "View")) var viewOptions: ViewOptions

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    if let top, top < 1 {
      throw Failure(status: 2, text: say(sv: "--top måste vara minst 1.", en: "--top must be at least 1."))
    }
    let loaded = try input.load()
    let language = loaded.language
    let selected = try selection.selection(in: loaded.network, language: language).applied(to: loaded.network)
    let index = NetworkIndex(selected.network)
    let graph = viewOptions.networkView.graph(of: NetworkLinks(index))
    guard graph.linkCount > 0 else {
      throw Failure(
        text: Phrase(
          sv: "Urvalet har inga länkar, så ingen kan förmedla. Välj något vidare.",
          en: "The selection has no links, so nobody can broker. Choose something wider.").text(in: language))
    }
    let brokers = try Brokers(in: graph, of: selected.network, by: by)
    let table = BrokersTable(brokers, index: index, format: format, language: language)
    let limit = top ?? (format == .table || format == .markdown ? 20 : .max)
    let (output, isCut) = table.table(limit: limit)
    var remarks = [Said.title(of: selected.network, in: language)]
    remarks.append(viewOptions.explanation(nodeCount: graph.nodeCount, linkCount: graph.linkCount).text(in: language))
    remarks += Said.leftOut(of: selected, in: language)
    remarks += table.explanations(nodeCount: graph.nodeCount, isDirected: viewOptions.directed)
    if isCut { remarks.append(Said.cut(at: limit, in: language)) }
    Answer.print(output, remarks, as: format, in: language)
  }
}
