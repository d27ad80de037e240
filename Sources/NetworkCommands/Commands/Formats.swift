import ArgumentParser
import NetworkFormats
import Networks

/// Which formats there are.
struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(sv: "Vilka filformat som kan läsas och skrivas.", en: "Which file formats can be read and written."),
    discussion: examples("samverkan formats", "samverkan formats --format markdown"))

  @Option(
    help: ArgumentHelp(say(sv: "Svarets språk.", en: "The answer's language."), valueName: "sv|en"))
  var language: Language?

  @Option(help: ArgumentHelp(say(sv: "Svarets form.", en: "The answer's form.")))
  var format = OutputFormat.table

  func run() throws {
    let language = language ?? UserLanguage.current
    let table = OutputTable(
      columns: [
        .init("format", sv: "Format", en: "Format"), .init("name", sv: "Namn", en: "Name"),
        .init("extensions", sv: "Ändelser", en: "Extensions"), .init("in", sv: "Läses", en: "In"),
        .init("out", sv: "Skrivs", en: "Out"), .init("tools", sv: "Används av", en: "Used by"),
      ],
      rows: FormatRegistry.all.map { format in
        let yes = Phrase(sv: "ja", en: "yes").text(in: language)
        return [
          format.id, format.names.name, format.names.extensions.map { ".\($0)" }.joined(separator: " "),
          format.canRead ? yes : "", format.canWrite ? yes : "", format.names.tools.text(in: language),
        ]
      })
    print(table.text(as: format, in: language))
  }
}
