/// The argument parser speaks English only; these are its phrases in Swedish.
enum ParserWords {
  static func swedish(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        // What users wrote themselves stands between quotation marks, after the first words.
        phrases.reduce(String(line)) { $0.replacing($1.english, with: $1.swedish, maxReplacements: 1) }
      }
      .joined(separator: "\n")
  }

  /// In this order: longer phrases before their parts.
  private static let phrases: [(english: String, swedish: String)] = [
    ("OVERVIEW: ", "OM: "), ("USAGE: ", "SKRIV: "), ("ARGUMENTS:", "ARGUMENT:"), ("OPTIONS:", "TILLVAL:"),
    ("SUBCOMMANDS:", "KOMMANDON:"), ("Error: ", "Fel: "), ("Help:  ", "Hjälp:  "), ("Usage: ", "Skriv: "),
    ("  See 'samverkan help <subcommand>' for detailed help.", "  Mer hjälp: samverkan help <kommando>"),
    ("' for more information.", "'"), ("  See '", "  Mer hjälp: '"),
    ("<subcommand>", "<kommando>"), ("[<options>]", "[<tillval>]"),
    ("Show the version.", "Visa versionen."), ("Show help information.", "Visa hjälpen."),
    ("Show subcommand help information.", "Visa hjälpen om ett kommando."),
    ("(values:", "(värden:"), ("default:", "annars:"),
    ("Missing expected argument '", "Det saknas ett argument: '"), ("Missing one of: ", "Det saknas ett av: "),
    ("Missing value for '", "Det saknas ett värde efter '"), ("Unknown option '", "Det finns inget tillval '"),
    ("Did you mean '", "Menades '"), ("Unexpected argument '", "Ett argument för mycket: '"),
    ("unexpected arguments: '", "argument för mycket: '"), ("The value '", "Värdet '"),
    ("' is invalid for '", "' går inte för '"), ("Please provide one of ", "Ange något av "), ("' or '", "' eller '"),
    ("' and '", "' och '"), ("The option '", "Tillvalet '"),
    ("' does not take any value, but '", "' tar inget värde, men fick '"), ("' was specified.", "'."),
  ]
}
