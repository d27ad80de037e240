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
      sv:
        "En förmedlare har länk till två som inte har länk till varandra. Vilken roll det är beror på vilka grupper de tre "
        + "hör till.",
      en:
        "A broker has links to two who have no link to each other. Which role that is depends on the groups of the three."
    )
      + "\n\n"
      + examples(
        "samverkan brokers kompetensforsorjning", "samverkan brokers kompetensforsorjning --by county --top 10",
        "samverkan brokers kompetensforsorjning --format csv > formedlare.csv"))

  @OptionGroup var input: NetworkInput

  @Option(
    help: ArgumentHelp(say(sv: "Vilka grupper det gäller.", en: "Which groups it is about.")))
  var by = Attribute.level

  @OptionGroup var list: TopOption

  @OptionGroup(title: say(sv: "Vy", en: "View")) var viewOptions: ViewOptions

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    let viewed = try ViewedNetwork(
      input, selection, viewOptions,
      empty: Phrase(
        sv: "Urvalet har inga länkar, så ingen kan förmedla. Välj något vidare.",
        en: "The selection has no links, so nobody can broker. Choose something wider."))
    let brokers = try Brokers(in: viewed.graph, of: viewed.network, by: by)
    let table = BrokersTable(brokers, index: viewed.index, format: format, language: viewed.language)
    let limit = list.limit(as: format)
    let (output, isCut) = table.table(limit: limit)
    let explanations = table.explanations(nodeCount: viewed.graph.nodeCount, isDirected: viewOptions.directed)
    let cut = isCut ? [Said.cut(at: limit, in: viewed.language)] : []
    Answer.print(output, viewed.remarks + explanations + cut, as: format, in: viewed.language)
  }
}
