import ArgumentParser

/// How much of a ranking is shown.
struct TopOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        sv: "Hur många som visas; annars 20 i tabeller och alla i csv och json.",
        en: "How many are shown; otherwise 20 in tables and all in csv and json."),
      valueName: say(sv: "antal", en: "number")))
  var top: Int?

  mutating func validate() throws {
    if let top, top < 1 {
      throw ValidationError(say(sv: "--top måste vara minst 1.", en: "--top must be at least 1."))
    }
  }

  func limit(as format: OutputFormat) -> Int { top ?? (format.isForPeople ? 20 : .max) }
}
