import ArgumentParser
import NetworkFiles
import NetworkFormats
import Networks

/// From one format to another, saying beforehand what the other cannot hold.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Gör om mellan format, och säger vad det nya formatet inte kan hålla.",
      en: "Converts between formats, saying what the new one cannot hold."),
    discussion: say(
      sv:
        "Formatet känns igen på innehållet, och på ändelsen. En mapp är tabeller. “samverkan formats” visar alla format.",
      en:
        "The format is known by the content, and by the extension. A folder is tables. “samverkan formats” shows all formats."
    )
      + "\n\n"
      + examples(
        "samverkan convert enkät.xlsx ./mitt-natverk",
        "samverkan convert kompetensforsorjning nätverk.xlsx",
        "samverkan convert kompetensforsorjning nätverk.gexf --strict",
        "samverkan convert länkar.csv nätverk.graphml --map \"Hos=from\" --map \"Hen=to\""))

  @OptionGroup var input: NetworkInput

  @Argument(
    help: ArgumentHelp(
      say(sv: "Filen eller mappen som ska skrivas.", en: "The file or folder to write."),
      valueName: say(sv: "ut", en: "out")),
    completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(
      say(sv: "Det lästa formatet, om det inte känns igen.", en: "The format that is read, if it is not recognised."),
      valueName: "format"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Det skrivna formatet, om ändelsen inte säger det.",
        en: "The format that is written, if the extension does not tell."),
      valueName: "format"))
  var to: String?

  @Flag(
    help: ArgumentHelp(
      say(sv: "Skriv inget om något skulle gå förlorat.", en: "Write nothing if anything would be lost.")))
  var strict = false

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    let target = try ConversionTarget(
      output, format: to, canBeNamed: true, language: input.language ?? UserLanguage.current)
    let loaded = try input.load(format: from)
    let language = loaded.language
    var network = loaded.network
    if selection.isGiven {
      // Who converts a part wants all that is known about it.
      let all = Set(Status.allCases)
      network = try selection.selection(in: network, language: language, defaultStatuses: all).applied(to: network)
        .network
    }
    try target.check(overwriting, language)
    let losses = try target.losses(of: network, language)
    for loss in losses { StandardError.print("\(target.name): \(loss.summary.text(in: language)).") }
    let lost = losses.filter { $0.extent == .lost }.count
    if strict, lost > 0 {
      throw Failure(
        in: language, sv: "Inget skrevs, för något skulle gå förlorat (--strict).",
        en: "Nothing was written, because something would be lost (--strict).")
    }
    do {
      try target.write(network)
    } catch {
      throw Failure(error, language)
    }
    let contents = [
      Phrase.actors(network.actors.count), .collaborations(network.collaborations.count),
      .counted(network.memberships.count, sv: "deltagande", "deltaganden", en: "membership", "memberships"),
      .counted(network.ties.count, sv: "direkt länk", "direkta länkar", en: "tie", "ties"),
    ].map { $0.text(in: language) }.joined(separator: ", ")
    print(
      Phrase(sv: "Skrev \(output) (\(target.name)): \(contents).", en: "Wrote \(output) (\(target.name)): \(contents).")
        .text(in: language))
  }
}
