import Graphs
import TestSupport
import Testing

/// Weights as large and as small as a weight can be: every measure ends, with a number or with the error that says why.
struct ExtremeWeightsTests {
  private static let most = Float.greatestFiniteMagnitude
  private static let least = Float.leastNonzeroMagnitude

  /// A triangle and a tail; two parallel links become one, whose weight cannot be told by a number.
  private static func graph(_ weights: [Float], _ direction: Graph.Direction) -> Graph {
    Graph(
      nodeCount: 5, from: [0, 0, 1, 2, 3, 2], to: [1, 1, 2, 0, 4, 3], weights: weights, direction: direction,
      parallelLinks: .merged(.sum), loops: .dropped)
  }

  private static let graphs: [Graph] = [
    [most, most, least, 1, most, least], [least, least, least, least, least, least],
    [most, most, most, most, most, most],
    [3e38, 3e38, 1e-38, 1, 1e-30, 1e30],
  ].flatMap { weights in [Graph.Direction.undirected, .directed].map { graph(weights, $0) } }

  private func isSound(_ scores: NodeScores) -> Bool {
    (0..<scores.count).allSatisfy { scores[NodeIndex($0)]?.isFinite ?? true }
  }

  @Test func `merged weights stay numbers`() {
    for graph in Self.graphs {
      for link in graph.links { #expect(graph.weight(from: link.from, to: link.to)?.isFinite == true) }
    }
  }

  @Test(arguments: graphs.indices) func `every spectral measure ends`(place: Int) {
    let graph = Self.graphs[place]
    func ends(_ scores: () throws -> NodeScores) {
      do {
        let scores = try scores()
        #expect(isSound(scores))
      } catch {
        #expect(error is SpectralError)
      }
    }
    ends { try PageRank().scores(in: graph) }
    ends { try EigenvectorCentrality().scores(in: graph) }
    ends { try KatzCentrality().scores(in: graph) }
    ends { try HITS().scores(in: graph).hubs }
    ends { try HITS().scores(in: graph).authorities }
  }
}
