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

  @Flag(
    help: ArgumentHelp(
      say(sv: "Skriv över ett nätverk som finns i mappen.", en: "Overwrite a network that is in the folder.")))
  var force = false

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    let target = try ConversionTarget(output, format: to, language: input.language ?? UserLanguage.current)
    let loaded = try input.load(format: from)
    let language = loaded.language
    var network = loaded.network
    if selection.isGiven {
      // Who converts a part wants all that is known about it.
      let all = Set(Status.allCases)
      network = try selection.selection(in: network, language: language, defaultStatuses: all).applied(to: network)
        .network
    }
    try target.check(loaded, force: force, language)
    let losses = try target.losses(of: network, language)
    for loss in losses { StandardError.print("\(target.name): \(loss.summary.text(in: language)).") }
    let lost = losses.filter { $0.extent == .lost }.count
    if strict, lost > 0 {
      throw Failure(
        text: Phrase(
          sv: "Inget skrevs, för något skulle gå förlorat (--strict).",
          en: "Nothing was written, because something would be lost (--strict)."
        ).text(in: language))
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

/// Where a conversion goes.
final class ConversionTarget {
  private enum Kind {
    case folder(NetworkFolder)
    case file(NetworkFormat)
  }

  private let path: String
  private let kind: Kind
  private var writing: FormatWriting?

  init(_ path: String, format: String?, language: Language) throws {
    self.path = path
    if let format {
      kind = .file(try FormatWords.writable(format, language))
    } else if Folder.exists(path) || path.hasSuffix("/") {
      kind = .folder(NetworkFolder(path))
    } else if let format = FormatRegistry.all.first(where: { $0.canWrite && $0.isExtension(of: path) }) {
      kind = .file(format)
    } else {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard !name.contains(".") else {
        let readOnly = FormatRegistry.format(ofFile: path).map(\.names.name)
        throw Failure(
          status: 2,
          text: Phrase(
            sv: readOnly.map { "\($0) kan läsas men inte skrivas. " } ?? "Ändelsen i “\(path)” hör till inget format. ",
            en: readOnly.map { "\($0) can be read but not written. " }
              ?? "The extension of “\(path)” belongs to no format. "
          ).text(in: language)
            + Phrase(
              sv: "Ange formatet med --to: \(FormatWords.writableList); eller en mapp.",
              en: "Name the format with --to: \(FormatWords.writableList); or a folder."
            ).text(in: language))
      }
      kind = .folder(NetworkFolder(path))
    }
  }

  var name: String {
    switch kind {
    case .folder: say(sv: "tabeller", en: "tables")
    case .file(let format): format.names.name
    }
  }

  /// What would be written over: a network that is in the folder already is not ours to replace without a word.
  func check(_ loaded: NetworkInput.Loaded, force: Bool, _ language: Language) throws {
    guard case .folder(let folder) = kind, folder.isNetwork, !force else { return }
    throw Failure(
      text: Phrase(
        sv: "I \(path) finns redan ett nätverk. Välj en annan mapp, eller skriv över det med --force.",
        en: "There is a network in \(path) already. Choose another folder, or overwrite it with --force."
      ).text(in: language))
  }

  /// What the format cannot hold.
  func losses(of network: Network, _ language: Language) throws -> [Loss] {
    guard case .file(let format) = kind else { return [] }
    do {
      let writing = try format.write(network)
      self.writing = writing
      return writing.losses
    } catch let fault as WritingFault {
      throw Failure(
        text: fault.reasons.map { "\(format.names.name): \($0.text(in: language))" }.joined(separator: "\n"))
    }
  }

  func write(_ network: Network) throws {
    switch kind {
    case .folder(let folder): try folder.write(network)
    case .file: if let writing { try AtomicFile.write(writing.bytes, to: path) }
    }
  }
}
