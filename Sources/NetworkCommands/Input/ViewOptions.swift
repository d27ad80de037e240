public import ArgumentParser
public import NetworkAnalysis
import Networks

extension NetworkView.Mode: ExpressibleByArgument {}
extension NetworkView.Weighting: ExpressibleByArgument {}

/// How a network is made into a graph, in the words of the command line.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        sv: "one-mode: aktörer som noder. two-mode: aktörer och samverkansformer.",
        en: "one-mode: actors are nodes. two-mode: actors and collaborations.")))
  var view = NetworkView.Mode.oneMode

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Vad en samverkan av k aktörer väger mellan två av dem: count 1, newman 1/(k−1), hyperbolic 1/k.",
        en: "What a collaboration of k actors weighs between two of them: count 1, newman 1/(k−1), hyperbolic 1/k.")))
  var weighting = NetworkView.Weighting.newman

  @Flag(
    help: ArgumentHelp(
      say(
        sv: "Räkna länkar med riktning (finansierar, styr …) bara åt det hållet.",
        en: "Count links with a direction (funds, steers …) that way only.")))
  var directed = false

  var networkView: NetworkView {
    NetworkView(mode: view, weighting: weighting, direction: directed ? .followed : .ignored)
  }

  /// What the numbers are computed on, as a sentence.
  func explanation(nodeCount: Int, linkCount: Int) -> Phrase {
    var (swedish, english): (String, String)
    switch view {
    case .oneMode:
      let rule =
        switch weighting {
        case .count: ("1", "1")
        case .newman: ("1/(k − 1)", "1/(k − 1)")
        case .hyperbolic: ("1/k", "1/k")
        }
      (swedish, english) = (
        "Beräknat på \(nodeCount) aktörer och \(linkCount) länkar mellan dem. Två aktörer har en länk om de har ett band "
          + "eller deltar i samma samverkan; en samverkan av k aktörer väger \(rule.0), ett band 1.",
        "Computed on \(nodeCount) actors and \(linkCount) links between them. Two actors have a link if they have a tie "
          + "or take part in the same collaboration; a collaboration of k actors weighs \(rule.1), a tie 1."
      )
    case .twoMode:
      (swedish, english) = (
        "Beräknat på \(nodeCount) aktörer och samverkansformer och \(linkCount) länkar: medlemskap och band.",
        "Computed on \(nodeCount) actors and collaborations and \(linkCount) links: memberships and ties."
      )
    }
    swedish += directed ? " Länkar med riktning gäller bara åt sitt håll." : " Länkarnas riktning räknas inte."
    english += directed ? " Links with a direction count that way only." : " The links' direction does not count."
    return Phrase(sv: swedish, en: english)
  }
}
