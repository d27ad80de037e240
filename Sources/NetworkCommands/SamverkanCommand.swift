public import ArgumentParser
import Networks

/// The tool: one subcommand a question.
public struct SamverkanCommand: AsyncParsableCommand {
  public static let version = "0.1.0"

  public static let configuration = CommandConfiguration(
    commandName: "samverkan",
    abstract: say(
      sv: "Visar vem som samverkar med vem, med källa bakom varje länk.",
      en: "Maps who collaborates with whom, with a source behind every link."),
    discussion: examples(
      "samverkan show kompetensforsorjning \"Region Dalarna\"",
      "samverkan path kompetensforsorjning \"Region Gotland\" Skolverket",
      "samverkan render kompetensforsorjning -o bild.svg",
      "samverkan export"),
    version: version,
    subcommands: [
      Validate.self, Show.self, Path.self, Centrality.self, BrokersCommand.self, CommunitiesCommand.self, Gaps.self,
      Suggest.self, Compare.self, Convert.self, Merge.self, RollUpCommand.self, Survey.self, Formats.self, Render.self,
      Export.self,
    ])

  public init() {}

  /// Runs the tool and gives its exit status: 0 done, 1 the input or the network is at fault, 2 wrong usage.
  public static func run(_ arguments: [String]) async -> Int32 {
    if let word = arguments.first, let text = unknownCommand(word) {
      StandardError.print(text)
      return 2
    }
    do {
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as Failure {
      StandardError.print(failure.text)
      return failure.status
    } catch {
      let code = exitCode(for: error)
      var message = fullMessage(for: error)
      // A completion script is code.
      if UserLanguage.current == .swedish, !arguments.contains(where: { $0.hasPrefix("--generate") }) {
        message = ParserWords.swedish(message)
      }
      if code == .success {
        if !message.isEmpty { print(message) }
        return 0
      }
      if !message.isEmpty { StandardError.print(message) }
      return code == .validationFailure ? 2 : code.rawValue == 0 ? 1 : min(code.rawValue, 1)
    }
  }

  private static func unknownCommand(_ word: String) -> String? {
    let commands = configuration.subcommands.map { $0._commandName }
    guard !word.hasPrefix("-"), word != "help", !commands.contains(word) else { return nil }
    let nearest = Spelling.nearest(to: word, among: commands)
    let list = (nearest.isEmpty ? commands : nearest).joined(separator: ", ")
    return say(
      sv: "Det finns inget kommando “\(word)”. \(nearest.isEmpty ? "Det finns" : "Närmast"): \(list).",
      en: "There is no command “\(word)”. \(nearest.isEmpty ? "There are" : "Nearest"): \(list).")
  }
}
