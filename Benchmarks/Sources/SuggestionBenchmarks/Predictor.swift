import Graphs
import NetworkAnalysis

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// A way to say how likely each link is, one actor's pairs at a time.
struct Predictor: Sendable {
  let name: String
  let scores: @Sendable (Int) -> [Double]

  /// Ours and its peers, all from the same records.
  static func all(_ records: LinkRecords) -> [Predictor] {
    let graph = records.graph
    let neighbors = (0..<graph.nodeCount).map { graph.neighbors(of: NodeIndex($0)).map { Int($0.position) } }
    let degrees = neighbors.map { Double($0.count) }
    let likeness = PartnerLikeness(
      actorCount: records.actorCount, collaborationCount: records.collaborationCount, memberships: records.memberships,
      ties: records.ties, actors: records.actors)
    func overNeighbors(_ name: String, _ factor: [Double]) -> Predictor {
      Predictor(name: name) { source in
        var sums = [Double](repeating: 0, count: neighbors.count)
        for middle in neighbors[source] {
          for target in neighbors[middle] { sums[target] += factor[middle] }
        }
        return sums
      }
    }
    let katz = KatzLikeness(attenuation: 0.005, walks: .upTo(4))
    return [
      Predictor(name: "ours") { likeness.scores(of: $0) },
      overNeighbors("Adamic–Adar", degrees.map { $0 > 1 ? 1 / log($0) : 0 }),
      overNeighbors("resource allocation", degrees.map { $0 > 0 ? 1 / $0 : 0 }),
      Predictor(name: "preferential attachment") { source in degrees.map { $0 * degrees[source] } },
      Predictor(name: "Katz") { source in
        let scores = katz.scores(from: NodeIndex(source), in: graph)
        return (0..<neighbors.count).map { scores[NodeIndex($0)] ?? 0 }
      },
    ]
  }
}
