import Graphs
import NetworkAnalysis
import Networks
import TestSupport
import Testing

/// Each name stands for the measure that it says, in the convention that it says.
struct CentralityMeasureTests {
  /// On a path of four the two ends are alike, and the two in the middle.
  private func ends(_ measure: CentralityMeasure) throws -> (end: Double, middle: Double) {
    let links = [(0, 1), (1, 2), (2, 3)].map { Graph.Link(NodeIndex($0), NodeIndex($1)) }
    let scores = try measure.scores(in: Graph(nodeCount: 4, links: links))
    let values = (0..<4).map { scores[NodeIndex($0)] ?? .nan }
    #expect(abs(values[0] - values[3]) < 1e-9 && abs(values[1] - values[2]) < 1e-9, "\(measure)")
    return (values[0], values[1])
  }

  private static let goldenRatio = 0.618033988749895

  /// Of the three pairs of others a middle one lies between two.
  private static let expected: [(measure: CentralityMeasure, end: Double, middle: Double)] = [
    (.degree, 1, 2), (.closeness, 0.5, 0.75), (.harmonic, 11.0 / 18, 2.5 / 3), (.betweenness, 0, 2.0 / 3),
    (.core, 1, 1),
    (.eigenvector, goldenRatio, 1), (.hub, goldenRatio, 1), (.authority, goldenRatio, 1),
  ]

  @Test(arguments: expected.indices) func `on a path of four`(place: Int) throws {
    let (measure, end, middle) = Self.expected[place]
    let values = try ends(measure)
    #expect(abs(values.end - end) < 1e-7 && abs(values.middle - middle) < 1e-7, "\(values)")
  }

  @Test func `PageRank and Katz put the middle first, PageRank sums to 1`() throws {
    let rank = try ends(.pageRank)
    #expect(rank.middle > rank.end && abs(2 * rank.end + 2 * rank.middle - 1) < 1e-9)
    // With damping d the ends have p = (1 − d)/4 + d q/2, and 2p + 2q = 1.
    #expect(abs(rank.end - (0.15 / 4 + 0.85 * (0.5 - rank.end) / 2)) < 1e-9)
    let katz = try ends(.katz)
    #expect(katz.middle > katz.end && katz.end > 1)
  }

  @Test func `with direction hubs lead and authorities are led to`() throws {
    let links = [(0, 2), (1, 2), (0, 3)].map { Graph.Link(NodeIndex($0), NodeIndex($1)) }
    let graph = Graph(nodeCount: 4, links: links, direction: .directed)
    let (hubs, authorities) = (
      try CentralityMeasure.hub.scores(in: graph), try CentralityMeasure.authority.scores(in: graph)
    )
    #expect(hubs.ranked().first == NodeIndex(0) && authorities.ranked().first == NodeIndex(2))
    #expect(hubs[NodeIndex(2)] == 0 && authorities[NodeIndex(0)] == 0)
  }

  @Test func `every measure has a name and a meaning of its own in both languages`() {
    for language in [Language.swedish, .english] {
      let names = CentralityMeasure.allCases.map { $0.name.text(in: language) }
      #expect(Set(names).count == names.count)
      #expect(CentralityMeasure.allCases.allSatisfy { $0.meaning.text(in: language).count > 20 })
    }
  }

  @Test(arguments: CentralityMeasure.allCases) func `any network has an answer, or says why not`(
    measure: CentralityMeasure
  ) throws {
    for seed in UInt64(1)...25 {
      let links = NetworkLinks(NetworkIndex(RandomNetworks.network(seed: seed)))
      for direction in NetworkView.Direction.allCases {
        let graph = NetworkView(mode: .twoMode, direction: direction).graph(of: links)
        do {
          #expect(try measure.scores(in: graph).count == graph.nodeCount)
        } catch is SpectralError {
          // Some directed graphs have no eigenvector that steps come near to.
          #expect(direction == .followed)
        }
      }
    }
  }
}
