import ArgumentParser
import Networks

/// Which part of the network is meant; the same in every command.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      say(sv: "Bara aktörer på nivån (kan upprepas).", en: "Only actors of the level (repeatable)."),
      valueName: say(sv: "nivå", en: "level")))
  var level: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        sv: "Bara aktörer eller samverkan av typen (kan upprepas).",
        en: "Only actors or collaborations of the kind (repeatable)."),
      valueName: say(sv: "typ", en: "kind")))
  var kind: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(sv: "Bara aktörer i länet (kan upprepas).", en: "Only actors in the county (repeatable)."),
      valueName: say(sv: "län", en: "county")))
  var county: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(sv: "Bara samverkan med namnet (kan upprepas).", en: "Only the collaboration of the name (repeatable)."),
      valueName: say(sv: "namn", en: "name")))
  var collaboration: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(sv: "Bara länkar om fokusområdet (kan upprepas).", en: "Only links about the focus area (repeatable)."),
      valueName: say(sv: "område", en: "area")))
  var focusArea: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        sv: "Bara länkar av slaget; “membership” är deltagande i samverkan (kan upprepas).",
        en: "Only ties of the kind; “membership” is taking part in a collaboration (repeatable)."),
      valueName: say(sv: "slag", en: "kind")))
  var tie: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Bara det som kan ha gällt då: 2020, 2020-03 eller 2020-03-01.",
        en: "Only what can have held then: 2020, 2020-03 or 2020-03-01."), valueName: say(sv: "tid", en: "date")))
  var at: String?

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Bara det som kan ha gällt under tiden: 2018-2020.",
        en: "Only what can have held during the time: 2018-2020."), valueName: say(sv: "tid", en: "period")))
  var during: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(sv: "Bara aktörer nära den här.", en: "Only actors near this one."), valueName: say(sv: "aktör", en: "actor"))
  )
  var around: String?

  @Option(
    help: ArgumentHelp(
      say(sv: "Hur många steg bort som räknas som nära.", en: "How many steps away count as near."),
      valueName: say(sv: "antal", en: "number")))
  var steps = 1

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        sv: "Vilka länkar: active, planned, ended, lost, absent eller all (kan upprepas; annars active och planned).",
        en: "Which links: active, planned, ended, lost, absent or all (repeatable; otherwise active and planned)."),
      valueName: "status"))
  var status: [String] = []

  /// Whether anything is selected at all.
  var isGiven: Bool {
    !(level + kind + county + collaboration + focusArea + tie + status).isEmpty || at != nil || during != nil
      || around != nil
  }

  /// The selection in the network's own words.
  func selection(in network: Network, language: Language, defaultStatuses: Set<Status>? = nil) throws -> Selection {
    var words = SelectionWords(network, language: language)
    return try words.selection(
      level: level, kind: kind, county: county, collaboration: collaboration, focusArea: focusArea, tie: tie, at: at,
      during: during, around: around, steps: steps, status: status, defaultStatuses: defaultStatuses)
  }
}
