import Graphs
import NetworkAnalysis
import Networks

/// The part of a network that a question is about, as the graph that its measures are computed on.
struct ViewedNetwork {
  let language: Language
  let selected: SelectedNetwork
  let index: NetworkIndex
  let graph: Graph
  private let view: ViewOptions

  var network: Network { selected.network }

  /// - Parameter empty: what to say of a selection without links.
  init(_ input: NetworkInput, _ selection: SelectionOptions, _ view: ViewOptions, empty: Phrase) throws {
    let loaded = try input.load()
    language = loaded.language
    selected = try selection.selection(in: loaded.network, language: language).applied(to: loaded.network)
    index = NetworkIndex(selected.network)
    graph = view.networkView.graph(of: NetworkLinks(index))
    self.view = view
    guard graph.linkCount > 0 else { throw Failure(text: empty.text(in: language)) }
  }

  /// What must be said before any number: what it is about, on what it is computed, and what is left out.
  var remarks: [String] {
    [
      Said.title(of: network, in: language),
      view.explanation(nodeCount: graph.nodeCount, linkCount: graph.linkCount).text(in: language),
    ] + Said.leftOut(of: selected, in: language)
  }
}
