import ArgumentParser
import NetworkFiles
import NetworkFormats
import Networks

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The network that a command is about.
struct NetworkInput: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        sv: "En mapp med tabeller, en fil (“samverkan formats” visar vilka), eller namnet på en mapp under Networks/.",
        en: "A folder of tables, a file (“samverkan formats” shows which), or the name of a folder under Networks/."),
      valueName: say(sv: "nätverk", en: "network")),
    completion: .custom { _, _, _ in Home.library.slugs() })
  var network: String

  @OptionGroup var answer: LanguageOption

  var language: Language? { answer.language }

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Vilken kolumn i en fil som är vilken här, om gissningen är fel: \"Från=from\" (kan upprepas).",
        en: "Which column of a file is which here, where the guess is wrong: \"Från=from\" (repeatable)."),
      valueName: say(sv: "filens=vår", en: "theirs=ours")))
  var map: [String] = []

  /// A network with the names and words that questions about it are asked in.
  struct Loaded {
    let location: NetworkLocation
    let network: Network
    let problems: [Problem]
    let language: Language

    /// Tells what was guessed, changed or left out in reading a file; a folder of tables leaves nothing to guess.
    func sayGuesses(limit: Int = 20) {
      guard case .file = location else { return }
      let told = problems.filter { $0.severity == .remark && Self.guesses.contains($0.code) }
      for problem in told.prefix(limit) { StandardError.print(problem.text(in: language)) }
      if told.count > limit {
        StandardError.print(
          Phrase(
            sv: "… och \(told.count - limit) till; “samverkan validate” visar alla.",
            en: "… and \(told.count - limit) more; “samverkan validate” shows all."
          ).text(in: language))
      }
    }

    private static let guesses: Set<Problem.Code> = [.guessed, .leftOut, .keptElsewhere, .encodingGuessed]
  }

  /// Reads the network and everything that is wrong with it.
  ///
  /// - Parameter format: the file's format by its word, where the user names it.
  func read(format: String? = nil) throws -> Loaded {
    let asked = language ?? UserLanguage.current
    let options = try FormatWords.options(map, asked)
    let location = try NetworkLocation(network, format: format, language: asked)
    do {
      let found = try location.read(options)
      let validation = NetworkValidation(register: Home.library.placeRegister())
      let problems = found.problems + validation.problems(in: found.network, at: found.origins.locator)
      return Loaded(
        location: location, network: found.network, problems: inOrder(problems),
        language: language ?? found.network.profile.language)
    } catch {
      throw Failure(text: error.message.text(in: asked))
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
  func load(format: String? = nil) throws -> Loaded {
    let loaded = try read(format: format)
    loaded.sayGuesses()
    let errors = loaded.problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      for problem in errors.prefix(20) { StandardError.print(problem.text(in: loaded.language)) }
      if errors.count > 20 {
        StandardError.print(
          Phrase(sv: "… och \(errors.count - 20) fel till.", en: "… and \(errors.count - 20) more.")
            .text(in: loaded.language))
      }
      throw Failure(
        in: loaded.language,
        sv: "Nätverket har \(errors.count) fel som måste rättas först. “samverkan validate \(network)” visar alla.",
        en:
          "The network has \(counted(errors.count, "error", "errors")) to be mended first. “samverkan validate \(network)” shows all."
      )
    }
    return loaded
  }

  /// Whether the input is a file with a link a line and nothing else, which goes straight to the kernel; one that has
  /// more to say of its links, or is a matrix or a list of actors, is a network as any other file.
  var isEdgeList: Bool {
    let endings = [".txt", ".csv", ".tsv", ".edges", ".edgelist"]
    guard map.isEmpty, endings.contains(where: network.lowercased().hasSuffix), Folder.fileExists(network),
      let head = try? AtomicFile.head(of: network, count: 1 << 16)
    else { return false }
    return EdgeListReader.recognises(head[...])
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
        in: language, sv: "\(network) har rader som inte går att läsa. Rätta dem och kör om.",
        en: "\(network) has lines that cannot be read. Mend them and run again.")
    }
    return list
  }
}

/// Where the networks and exports are: the folder that the launcher stands in, else the current one.
enum Home {
  static let library: NetworkLibrary = {
    if let home = getenv("SAMVERKAN_HOME"), home.pointee != 0 { return NetworkLibrary(home: String(cString: home)) }
    return NetworkLibrary(home: ".")
  }()
}
