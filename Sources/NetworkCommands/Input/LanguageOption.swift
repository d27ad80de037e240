public import ArgumentParser
import Networks

extension Language: ExpressibleByArgument {}

/// The language that a command answers in.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(sv: "Svarets språk; annars nätverkets.", en: "The answer's language; otherwise the network's."),
      valueName: "sv|en"))
  var language: Language?
}
