import Graphs
import GraphvizRendering
import NetworkDrawing
import NetworkFiles
import Networks

/// What went wrong, in words for the user, with the exit status that goes with it.
struct Failure: Error {
  /// 1: the input or the network is at fault; 2: the command was used wrongly.
  var status: Int32 = 1
  var text: String

  init(in language: Language, status: Int32 = 1, sv: String, en: String) {
    self.status = status
    text = Phrase(sv: sv, en: en).text(in: language)
  }

  /// Any error of ours in the user's words; others as they are.
  init(_ error: any Error, _ language: Language, in what: String = "") {
    let place = what.isEmpty ? "" : what + ": "
    switch error {
    case let failure as Failure: self = failure
    case let error as FileError: text = place + error.message.text(in: language)
    case let error as DiagramError: text = place + error.message.text(in: language)
    case let error as GraphvizError: text = place + error.description
    case let error as SpectralError: text = place + Self.text(error, language)
    case let error as NameFinder.Failure: text = place + Self.text(error, language)
    default: text = place + String(describing: error)
    }
  }

  private static func text(_ error: SpectralError, _ language: Language) -> String {
    guard language == .swedish else { return error.description }
    return switch error {
    case .cancelled: "Beräkningen avbröts."
    case .notConverged:
      "Måttet har inget bestämt värde för det här urvalet. Välj ett annat mått, eller utelämna --directed."
    case .divergent: "Summan över alla vandringar har inget gränsvärde. Välj ett annat mått."
    }
  }

  private static func text(_ error: NameFinder.Failure, _ language: Language) -> String {
    let text = error.message.text(in: language)
    guard case .unknown(_, nearest: []) = error else { return text }
    return text + " "
      + Phrase(
        sv: "Alla namn står i actors.csv och collaborations.csv.",
        en: "All names are in actors.csv and collaborations.csv."
      ).text(in: language)
  }

  init(status: Int32 = 1, text: String) {
    self.status = status
    self.text = text
  }
}

extension NameFinder {
  /// The actor of a name, or why there is none in the user's words.
  func actor(_ name: String, _ language: Language) throws -> NetworkActor.ID {
    do {
      return try findActor(name)
    } catch {
      if case .unknown = error, case .collaboration? = try? find(name) {
        throw NetworkCommands.Failure(
          in: language, sv: "“\(name)” är en samverkan. Ange en aktör här.",
          en: "“\(name)” is a collaboration. Name an actor here.")
      }
      throw NetworkCommands.Failure(error, language)
    }
  }

  /// The collaboration of a name, or why there is none in the user's words.
  func collaboration(_ name: String, _ language: Language) throws -> Collaboration.ID {
    do {
      return try findCollaboration(name)
    } catch {
      if case .unknown = error, case .actor? = try? find(name) {
        throw NetworkCommands.Failure(
          in: language, sv: "“\(name)” är en aktör. Ange en samverkan här.",
          en: "“\(name)” is an actor. Name a collaboration here.")
      }
      throw NetworkCommands.Failure(error, language)
    }
  }
}
