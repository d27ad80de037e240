public import ArgumentParser
import Graphs
public import NetworkAnalysis
import Networks

extension SuggestionAim: ExpressibleByArgument {}

/// The next links worth making, each with its reasons; or that one is not to be suggested again.
struct Suggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Vilka nya länkar som vore mest värda att skapa, och varför.",
      en: "Which new links would be most worth making, and why."),
    discussion: say(
      sv: "Förslagen väljs som en uppsättning: vart och ett är det som tillför mest utöver dem före.",
      en: "The suggestions are chosen as a set: each is the one that adds most to those before it.") + "\n\n"
      + examples(
        "samverkan suggest kompetensforsorjning", "samverkan suggest kompetensforsorjning \"Region Dalarna\" --count 5",
        "samverkan suggest kompetensforsorjning --county Gotland --aim expectations",
        "samverkan suggest kompetensforsorjning --dismiss \"Region Dalarna\" Reglab \\",
        "  --because \"Har frågan i annat forum\""
      ))

  @OptionGroup var input: NetworkInput

  @Argument(
    help: ArgumentHelp(
      say(sv: "Vem förslagen ska gälla; annars alla.", en: "Whom the suggestions are to be about; otherwise all."),
      valueName: say(sv: "aktör", en: "actor")))
  var actor: String?

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Vad länkarna ska vara bra för (kan upprepas; annars allt).",
        en: "What the links are to be good for (repeatable; otherwise everything)."),
      valueName: SuggestionAim.allCases.map(\.rawValue).joined(separator: "|")))
  var aim: [SuggestionAim] = []

  @Option(
    help: ArgumentHelp(
      say(sv: "Hur många förslag.", en: "How many suggestions."), valueName: say(sv: "antal", en: "number")))
  var count = 10

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        sv: "Två aktörer som inte ska föreslås igen; skrivs i verdicts.csv.",
        en: "Two actors that are not to be suggested again; written to verdicts.csv."),
      valueName: say(sv: "aktör", en: "actor")))
  var dismiss: [String] = []

  @Option(
    help: ArgumentHelp(
      say(sv: "Varför, med --dismiss.", en: "Why, with --dismiss."), valueName: say(sv: "skäl", en: "reason")))
  var because: String?

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Vilken organisation eller funktion som bestämt det, med --dismiss.",
        en: "Which organisation or function decided it, with --dismiss."), valueName: say(sv: "vem", en: "who")))
  var by: String?

  @Option(
    help: ArgumentHelp(
      say(sv: "När det bestämdes, med --dismiss: 2026-03-01.", en: "When it was decided, with --dismiss: 2026-03-01."),
      valueName: say(sv: "dag", en: "date")))
  var date: String?

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func validate() throws {
    if count < 1 || count > 1000 {
      throw ValidationError(say(sv: "--count måste vara mellan 1 och 1000.", en: "--count must be between 1 and 1000."))
    }
    guard !dismiss.isEmpty else {
      if because != nil || by != nil || date != nil {
        throw ValidationError(
          say(
            sv: "--because, --by och --date hör till --dismiss.", en: "--because, --by and --date belong to --dismiss.")
        )
      }
      return
    }
    guard dismiss.count == 2, actor == nil else {
      throw ValidationError(
        say(
          sv:
            "--dismiss tar två aktörer, sist: NÄTVERK --dismiss A B --because \"…\". Namn med mellanslag behöver citattecken.",
          en:
            "--dismiss takes two actors, last: NETWORK --dismiss A B --because \"…\". Names with spaces need quotation marks."
        ))
    }
    guard let because, !because.withoutOuterBlanks.isEmpty else {
      throw ValidationError(
        say(
          sv: "Ange skälet: --because \"…\". Det sparas i verdicts.csv.",
          en: "Give the reason: --because \"…\". It is kept in verdicts.csv."))
    }
    if let date, CalendarDate(date) == nil {
      throw ValidationError(
        say(
          sv: "“\(date)” är ingen dag. Skriv till exempel 2026-03-01.",
          en: "“\(date)” is no date. Write for example 2026-03-01."
        ))
    }
  }

  func run() throws {
    let loaded = try input.load()
    let language = loaded.language
    if dismiss.count == 2 {
      let dismissal = Dismissal(
        first: dismiss[0], second: dismiss[1], reason: because?.withoutOuterBlanks ?? "",
        by: by?.withoutOuterBlanks ?? "", date: date.flatMap { CalendarDate($0) })
      print(try dismissal.write(to: loaded))
      return
    }
    let asked = try AskedNetwork(selection, of: loaded.network, language: language)
    var scope = asked.scope
    var remarks = asked.remarks
    if let actor {
      guard scope == nil else {
        throw Failure(
          in: language, status: 2, sv: "Ange en aktör eller ett urval av aktörer, inte båda.",
          en: "Name an actor or select actors, not both.")
      }
      let id = try NameFinder(loaded.network).actor(actor, language)
      scope = [id]
      let name = asked.index.actor(id)?.name(in: language) ?? id.rawValue
      remarks.append(
        Phrase(sv: "Förslagen gäller \(name).", en: "The suggestions are about \(name).").text(in: language))
    }
    let context = GapContext(asked.index, scope: scope, during: asked.during)
    let suggestions = Suggestions(weights: aim.isEmpty ? .standard : SuggestionWeights(only: Set(aim)), count: count)
    let report = SuggestionsReport(context, suggestions, remarks: remarks, language: language, format: format)
    report.print(try suggestions.result(in: context))
  }
}
