import ArgumentParser
import NetworkAnalysis
import Networks

/// Everything that is recorded about one actor or collaboration, with the source of each statement.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "En aktör eller samverkan: allt som är känt, med källa för varje uppgift.",
      en: "One actor or collaboration: all that is known, with the source of each statement."),
    discussion: say(
      sv: "Namnet kan vara ett id, ett namn eller ett alias; stora och små bokstäver och prickar spelar ingen roll.",
      en: "The name can be an id, a name or an alias; case and diacritics do not matter.")
      + "\n\n"
      + examples(
        "samverkan show kompetensforsorjning \"Region Dalarna\"", "samverkan show kompetensforsorjning RSS",
        "samverkan show kompetensforsorjning myh --format csv > myh.csv"))

  @OptionGroup var input: NetworkInput

  @Argument(
    help: ArgumentHelp(
      say(sv: "Id, namn eller alias.", en: "Id, name or alias."), valueName: say(sv: "aktör", en: "actor")))
  var name: String

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    let loaded = try input.load()
    let language = loaded.language
    let subject: NameFinder.Subject
    do {
      subject = try NameFinder(loaded.network).find(name)
    } catch {
      throw Failure(error, language)
    }
    // Who asks about one actor wants to know what has ended and what is absent too.
    let selection = try selection.selection(
      in: loaded.network, language: language, defaultStatuses: Set(Status.allCases))
    var network = selection.applied(to: loaded.network).network
    // The one that was asked about stays, even if the selection leaves it without links.
    if case .actor(let id) = subject, !network.actors.contains(where: { $0.id == id }) {
      network.actors += loaded.network.actors.filter { $0.id == id }
    }
    if case .collaboration(let id) = subject, !network.collaborations.contains(where: { $0.id == id }) {
      network.collaborations += loaded.network.collaborations.filter { $0.id == id }
    }
    let index = NetworkIndex(network)
    let statements: Statements
    switch subject {
    case .actor(let id):
      guard let portrait = ActorPortrait(of: id, in: index) else { return }
      statements = Statements(portrait, index, language)
    case .collaboration(let id):
      guard let portrait = CollaborationPortrait(of: id, in: index) else { return }
      statements = Statements(portrait, index, language)
    }
    print(statements.text(as: format))
  }
}
