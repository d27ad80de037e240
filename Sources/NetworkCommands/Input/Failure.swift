import GraphvizRendering
import NetworkDrawing
import NetworkFiles
import Networks

/// What went wrong, in words for the user, with the exit status that goes with it.
struct Failure: Error {
  /// 1: the input or the network is at fault; 2: the command was used wrongly.
  var status: Int32 = 1
  var text: String

  /// Any error of ours in the user's words; others as they are.
  init(_ error: any Error, _ language: Language, in what: String = "") {
    let place = what.isEmpty ? "" : what + ": "
    switch error {
    case let failure as Failure: self = failure
    case let error as FileError: text = place + error.message.text(in: language)
    case let error as DiagramError: text = place + error.message.text(in: language)
    case let error as GraphvizError: text = place + error.description
    case let error as NameFinder.Failure: text = place + error.message.text(in: language)
    default: text = place + String(describing: error)
    }
  }

  init(status: Int32 = 1, text: String) {
    self.status = status
    self.text = text
  }
}
