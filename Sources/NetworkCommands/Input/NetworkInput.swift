public import ArgumentParser
import NetworkFiles
import NetworkFormats
public import Networks

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Language: ExpressibleByArgument {}

/// The network that a command is about.
struct NetworkInput: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        sv: "En mapp med tabeller, eller namnet på en mapp under Networks/.",
        en: "A folder of tables, or the name of a folder under Networks/."),
      valueName: say(sv: "nätverk", en: "network")),
    completion: .custom { _, _, _ in Home.library.slugs() })
  var network: String

  @Option(
    help: ArgumentHelp(
      say(sv: "Svarets språk; annars nätverkets.", en: "The answer's language; otherwise the network's."),
      valueName: "sv|en"))
  var language: Language?

  /// A network with the names and words that questions about it are asked in.
  struct Loaded {
    let folder: NetworkFolder
    let network: Network
    let problems: [Problem]
    let language: Language
  }

  /// Reads the network and everything that is wrong with it.
  func read() throws -> Loaded {
    let folder = try folder()
    do {
      let found = try folder.read()
      let validation = NetworkValidation(register: Home.library.placeRegister())
      let problems = found.problems + validation.problems(in: found.network, at: found.origins.locator)
      return Loaded(
        folder: folder, network: found.network, problems: inOrder(problems),
        language: language ?? found.network.profile.language)
    } catch {
      throw Failure(text: error.message.text(in: language ?? UserLanguage.current))
    }
  }

  /// Errors before remarks, and down each file as a spreadsheet shows it.
  private func inOrder(_ problems: [Problem]) -> [Problem] {
    func key(_ problem: Problem) -> (Int, String, Int, Int) {
      (problem.severity == .error ? 0 : 1, problem.place.file, problem.place.row ?? 0, problem.place.column ?? 0)
    }
    return problems.enumerated()
      .sorted { key($0.element) == key($1.element) ? $0.offset < $1.offset : key($0.element) < key($1.element) }
      .map(\.element)
  }

  /// Reads a network that questions can be answered from: errors stop, remarks do not.
  func load() throws -> Loaded {
    let loaded = try read()
    let errors = loaded.problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      for problem in errors.prefix(20) { StandardError.print(problem.text(in: loaded.language)) }
      if errors.count > 20 {
        StandardError.print(
          Phrase(sv: "… och \(errors.count - 20) fel till.", en: "… and \(errors.count - 20) more.")
            .text(in: loaded.language))
      }
      throw Failure(
        text: Phrase(
          sv: "Nätverket har \(errors.count) fel som måste rättas först. “samverkan validate \(network)” visar alla.",
          en:
            "The network has \(counted(errors.count, "error", "errors")) to be mended first. “samverkan validate \(network)” shows all."
        ).text(in: loaded.language))
    }
    return loaded
  }

  /// Whether the input is a file with a link a line, and no network.
  var isEdgeList: Bool {
    let endings = [".txt", ".csv", ".tsv", ".edges", ".edgelist"]
    return endings.contains(where: network.lowercased().hasSuffix) && Folder.fileExists(network)
  }

  /// Reads a file with a link a line; a long one with a progress bar, if somebody is watching.
  func edgeList() throws -> EdgeList {
    let language = language ?? UserLanguage.current
    let bytes: [UInt8]
    do {
      bytes = try AtomicFile.read(network)
    } catch {
      throw Failure(error, language)
    }
    let bar = ProgressBar(Phrase(sv: "Läser", en: "Reading").text(in: language))
    let (list, problems) = EdgeListReader().read(bytes, file: network) { bar.show($0) }
    bar.finish()
    for problem in problems.prefix(20) { StandardError.print(problem.text(in: language)) }
    guard !problems.contains(where: { $0.severity == .error }) else {
      throw Failure(
        text: Phrase(
          sv: "\(network) har rader som inte går att läsa. Rätta dem och kör om.",
          en: "\(network) has lines that cannot be read. Mend them and run again.").text(in: language))
    }
    return list
  }

  private func folder() throws -> NetworkFolder {
    if Folder.exists(network) { return NetworkFolder(network) }
    let library = Home.library
    if !network.contains("/"), library.folder(network).isNetwork { return library.folder(network) }
    let language = language ?? UserLanguage.current
    if Folder.fileExists(network) {
      throw Failure(
        text: Phrase(
          sv: "\(network) är en fil. Ange mappen med tabellerna (actors.csv och de andra).",
          en: "\(network) is a file. Name the folder with the tables (actors.csv and the others)."
        ).text(in: language))
    }
    let slugs = library.slugs()
    let nearest = Spelling.nearest(to: network, among: slugs)
    let known = nearest.isEmpty ? slugs : nearest
    let list = known.joined(separator: ", ")
    throw Failure(
      text: Phrase(
        sv: "Det finns inget nätverk “\(network)”. "
          + (known.isEmpty ? "Ange en mapp med tabeller." : "\(nearest.isEmpty ? "Det finns" : "Närmast"): \(list)."),
        en: "There is no network “\(network)”. "
          + (known.isEmpty ? "Name a folder of tables." : "\(nearest.isEmpty ? "There are" : "Nearest"): \(list).")
      )
      .text(in: language))
  }
}

/// Where the networks and exports are: the folder that the launcher stands in, else the current one.
enum Home {
  static let library: NetworkLibrary = {
    if let home = getenv("SAMVERKAN_HOME"), home.pointee != 0 { return NetworkLibrary(home: String(cString: home)) }
    return NetworkLibrary(home: ".")
  }()
}
