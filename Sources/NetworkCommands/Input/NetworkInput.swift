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

  @Option(help: ArgumentHelp(say(sv: "Svarets språk: sv eller en.", en: "The language of the answer: sv or en."), valueName: "sv|en"))
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
      let problems = found.problems + validation.problems(in: found.network) { found.origins.place($0, $1, $2) }
      return Loaded(
        folder: folder, network: found.network, problems: problems,
        language: language ?? found.network.profile.language)
    } catch {
      throw Failure(text: error.message.text(in: language ?? UserLanguage.current))
    }
  }

  /// Reads a network that questions can be answered from: errors stop, remarks do not.
  func load() throws -> Loaded {
    let loaded = try read()
    let errors = loaded.problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      for problem in errors.prefix(20) { StandardError.print(problem.text(in: loaded.language)) }
      if errors.count > 20 {
        StandardError.print(
          Phrase(sv: "… och \(errors.count - 20) fel till.", en: "… and \(errors.count - 20) more errors.")
            .text(in: loaded.language))
      }
      throw Failure(
        text: Phrase(
          sv: "Nätverket har \(errors.count) fel som måste rättas först. “samverkan validate \(network)” visar alla.",
          en: "The network has \(errors.count) errors that must be mended first. “samverkan validate \(network)” shows all."
        ).text(in: loaded.language))
    }
    return loaded
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
          en: "\(network) is a file. Name the folder with the tables (actors.csv and the others).").text(in: language))
    }
    let slugs = library.slugs()
    let nearest = Spelling.nearest(to: network, among: slugs)
    let known = nearest.isEmpty ? slugs : nearest
    let list = known.joined(separator: ", ")
    throw Failure(
      text: Phrase(
        sv: "Det finns inget nätverk “\(network)”." + (known.isEmpty ? " Ange en mapp med tabeller." : " Finns: \(list)."),
        en: "There is no network “\(network)”." + (known.isEmpty ? " Name a folder of tables." : " There are: \(list)."))
        .text(in: language))
  }
}

/// Where the networks and exports are: the folder that the launcher stands in, else the current one.
enum Home {
  static let library: NetworkLibrary = {
    if let home = getenv("SAMVERKAN_HOME") { return NetworkLibrary(home: String(cString: home)) }
    return NetworkLibrary(home: ".")
  }()
}
