public import ArgumentParser
public import NetworkAnalysis
import NetworkFiles
import NetworkFormats
import Networks

/// Groups of actors as one, and back again.
struct RollUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roll-up",
    abstract: say(
      sv: "Slår ihop aktörer till län, nivåer, slag eller hela organisationer, och tillbaka.",
      en: "Rolls actors up into counties, levels, kinds or whole organisations, and back."),
    discussion: say(
      sv:
        "Länkar mellan grupper räknas, länkar inom dem redovisas. Originalet följer med i mappen, så att --back ger samma filer.",
      en:
        "Links between groups are counted, links inside them are told. The original goes along in the folder, so that --back gives the same files."
    )
      + "\n\n"
      + examples(
        "samverkan roll-up kompetensforsorjning --by county -o ./per-lan",
        "samverkan roll-up ./per-lan --back -o ./igen"))

  @OptionGroup var input: NetworkInput

  @Option(
    help: ArgumentHelp(
      say(sv: "Vad aktörerna slås ihop till.", en: "What the actors are rolled up into."),
      valueName: "county|level|kind|part-of"))
  var by: RollUp.Grouping?

  @Flag(
    help: ArgumentHelp(
      say(sv: "Tillbaka till nätverket som slogs ihop.", en: "Back to the network that was rolled up.")))
  var back = false

  @OptionGroup var out: OutputOptions

  /// The folder inside a rolled-up network's that holds the original.
  static let originalFolder = "original"

  private var output: String { out.output }

  func validate() throws {
    if back == (by != nil) {
      throw ValidationError(
        say(
          sv: "Ange --by county, level, kind eller part-of; eller --back.",
          en: "Give --by county, level, kind or part-of; or --back."))
    }
  }

  func run() throws {
    let language = input.language ?? UserLanguage.current
    let target = try ConversionTarget(out.output, language: language)
    try target.check(out.overwriting, language)
    do {
      if let by { try rollUp(by, to: target) } else { try rollBack(to: target, language) }
    } catch let error as FileError {
      throw Failure(error, language)
    }
  }

  private func rollUp(_ grouping: RollUp.Grouping, to target: ConversionTarget) throws {
    let loaded = try input.load()
    let language = loaded.language
    let rolled = RollUp(loaded.network, by: grouping, language: language)
    for loss in try target.losses(of: rolled.network, language) {
      StandardError.print("\(target.name): \(loss.summary.text(in: language)).")
    }
    try target.write(rolled.network)
    if target.folder != nil { try keepOriginal(loaded) }
    let network = loaded.network
    print(
      Phrase(
        sv:
          "\(network.actors.count) aktörer blev \(rolled.groups.count) grupper. Av \(network.ties.count) direkta länkar går "
          + "\(rolled.outerTies) mellan grupper (\(rolled.network.ties.count) rader med antal) och \(rolled.innerTies) inom dem. "
          + "\(rolled.memberships) deltaganden blev \(rolled.network.memberships.count) rader med antal.",
        en: "\(network.actors.count) actors became \(rolled.groups.count) groups. Of \(network.ties.count) ties "
          + "\(rolled.outerTies) go between groups (\(rolled.network.ties.count) rows with counts) and \(rolled.innerTies) inside them. "
          + "\(rolled.memberships) memberships became \(rolled.network.memberships.count) rows with counts."
      ).text(in: language))
    for group in rolled.groups.sorted(by: { ($1.members.count, $0.name) < ($0.members.count, $1.name) }) {
      print(
        Phrase(
          sv: "  \(group.name): \(group.members.count) aktörer, \(group.innerTies) länkar inom gruppen",
          en: "  \(group.name): \(group.members.count) actors, \(group.innerTies) ties inside"
        ).text(in: language))
    }
    if !network.verdicts.isEmpty || !network.profile.expectations.isEmpty {
      print(
        Phrase(
          sv: "Regler, diagram och omdömen gäller aktörerna och finns bara i originalet.",
          en: "Rules, diagrams and verdicts are about the actors and are in the original only."
        ).text(in: language))
    }
    print(
      target.folder == nil
        ? Phrase(
          sv: "Skrev \(output) (\(target.name)); originalet följer bara med i mappar.",
          en: "Wrote \(output) (\(target.name)); the original goes along in folders only."
        ).text(in: language)
        : Phrase(
          sv: "Skrev \(output). Tillbaka: samverkan roll-up \(output) --back -o MAPP.",
          en: "Wrote \(output). Back: samverkan roll-up \(output) --back -o FOLDER."
        ).text(in: language))
  }

  /// Puts the network's own files into a folder of the rolled-up one.
  private func keepOriginal(_ loaded: NetworkInput.Loaded) throws {
    let files: [String: [UInt8]] =
      if case .folder(let folder) = loaded.location { try folder.files() } else { TableWriter().write(loaded.network) }
    try Folder.make("\(output)/\(Self.originalFolder)")
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      try AtomicFile.write(bytes, to: "\(output)/\(Self.originalFolder)/\(name)")
    }
  }

  private func rollBack(to target: ConversionTarget, _ language: Language) throws {
    guard let folder = target.folder else {
      throw Failure(
        in: language, status: 2, sv: "--back skriver en mapp; “\(output)” är en fil.",
        en: "--back writes a folder; “\(output)” is a file.")
    }
    let original = NetworkFolder("\(input.network)/\(Self.originalFolder)")
    guard original.isNetwork else {
      throw Failure(
        in: language,
        sv: "\(input.network) har inget original att gå tillbaka till; bara mappar som “roll-up” skrev har det.",
        en: "\(input.network) has no original to go back to; only folders that “roll-up” wrote have one.")
    }
    let files = try original.files()
    try Folder.make(output)
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) { try AtomicFile.write(bytes, to: "\(output)/\(name)") }
    for name in try folder.files().keys.sorted() where files[name] == nil { Folder.removeFile("\(output)/\(name)") }
    print(Phrase(sv: "Skrev \(output), som det var.", en: "Wrote \(output), as it was.").text(in: language))
  }
}

extension RollUp.Grouping: ExpressibleByArgument {}
