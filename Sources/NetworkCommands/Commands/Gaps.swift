import ArgumentParser
import Graphs
import NetworkAnalysis
import Networks

/// What is missing between actors and levels, what is lost, and what nobody knows.
struct Gaps: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Vilka länkar som saknas, har gått förlorade eller är okända.",
      en: "Which links are missing, have been lost or are unknown."),
    discussion: say(
      sv: "Okänt betyder att ingen har antecknat något: en fråga att ställa, inte ett fel.",
      en: "Unknown means that nobody recorded anything: a question to ask, not a fault.") + "\n\n"
      + say(sv: "Frågor: ", en: "Questions: ") + GapQuestions.all.map { type(of: $0).name }.joined(separator: ", ")
      + ".\n\n"
      + examples(
        "samverkan gaps kompetensforsorjning", "samverkan gaps kompetensforsorjning --county Gotland",
        "samverkan gaps kompetensforsorjning --rule region-arbetsformedlingen",
        "samverkan gaps kompetensforsorjning --without \"Region Dalarna\"",
        "samverkan gaps kompetensforsorjning --format csv > luckor.csv"))

  @OptionGroup var input: NetworkInput

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(sv: "Bara den här frågan (kan upprepas).", en: "Only this question (repeatable)."),
      valueName: say(sv: "fråga", en: "question")))
  var question: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        sv: "Vad regeln ger för var och en som den gäller, med källor (kan upprepas).",
        en: "What the rule gives for everybody it applies to, with sources (repeatable)."),
      valueName: say(sv: "regel", en: "rule")))
  var rule: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(sv: "Vad som går förlorat om aktören försvinner.", en: "What is lost if the actor leaves."),
      valueName: say(sv: "aktör", en: "actor")))
  var without: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        sv: "Hur många år gammal den nyaste källan får vara.", en: "How many years old the newest source may be."),
      valueName: say(sv: "år", en: "years")))
  var staleAfter = 3

  @Option(
    help: ArgumentHelp(
      say(sv: "Hur många fynd som visas för varje fråga.", en: "How many findings are shown of each question."),
      valueName: say(sv: "antal", en: "number")))
  var top: Int?

  @Option(help: ArgumentHelp(say(sv: "Frö för slumpade jämförelser.", en: "Seed of comparisons by chance.")))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func validate() throws {
    if staleAfter < 0 || staleAfter > 1000 {
      throw ValidationError(
        say(sv: "--stale-after måste vara mellan 0 och 1000.", en: "--stale-after must be between 0 and 1000."))
    }
    if let top, top < 1 {
      throw ValidationError(say(sv: "--top måste vara minst 1.", en: "--top must be at least 1."))
    }
  }

  func run() throws {
    let loaded = try input.load()
    let language = loaded.language
    let asked = try AskedNetwork(selection, of: loaded.network, language: language)
    let context = GapContext(asked.index, scope: asked.scope, during: asked.during, seed: seed)
    let report = GapsReport(context, title: asked.remarks, language: language, format: format)
    if let without {
      let actor = try NameFinder(loaded.network).actor(without, language)
      guard let removal = Removal(of: actor, in: context) else {
        throw Failure(
          in: language, sv: "Urvalet har inte med “\(without)”. Välj något vidare.",
          en: "The selection leaves out “\(without)”. Choose something wider.")
      }
      report.print(removal)
      return
    }
    if !rule.isEmpty {
      for expectation in try RuleWords.rules(rule, of: loaded.network, language) { report.print(expectation) }
      return
    }
    let work = Work()
    var answers: [GapsReport.Answered] = []
    for question in try questions(language) {
      answers.append(
        GapsReport.Answered(question: question, findings: try question.findings(in: context, work: work)))
    }
    try report.print(answers, limit: top ?? (question.isEmpty ? 5 : 50))
  }

  private func questions(_ language: Language) throws -> [any GapQuestion] {
    let all = GapQuestions.all.map { question -> any GapQuestion in
      question is AttentionGaps ? AttentionGaps(staleYears: staleAfter) : question
    }
    if question.isEmpty { return all }
    return try question.map { name in
      if let found = all.first(where: { type(of: $0).name == name.lowercased() }) { return found }
      throw RuleWords.unknown(
        name, known: all.map { type(of: $0).name }, Phrase(sv: "ingen känd fråga", en: "no known question"), language)
    }
  }
}
