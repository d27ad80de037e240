import Graphs
import TestSupport
import Testing

/// What networkx and igraph compute of the same graphs. Where Python or one of its modules is not there, these tests
/// are skipped and say what is missing.
@Suite(
  .enabled(
    if: Peers.whatIsMissing == nil, "skipped for want of \(Peers.whatIsMissing ?? "nothing"); see Benchmarks/README.md")
)
struct PeerTests {
  struct Measure: Sendable, CustomTestStringConvertible {
    /// As in `peers_check.py`.
    let name: String
    /// On how many graphs it is at least compared.
    var least = 5
    var tolerance = 1e-8
    let values: @Sendable (Peers.Case) throws -> [Double?]

    var testDescription: String { name }

    init(
      _ name: String, least: Int = 5, tolerance: Double = 1e-8,
      _ values: @escaping @Sendable (Peers.Case) throws -> [Double?]
    ) {
      (self.name, self.least, self.tolerance, self.values) = (name, least, tolerance, values)
    }

    /// Of all nodes.
    static func nodes(
      _ name: String, tolerance: Double = 1e-8, _ scores: @escaping @Sendable (Graph) throws -> NodeScores
    ) -> Self {
      Self(name, tolerance: tolerance) { each in
        let graph = each.graph
        return GraphsTests.values(try scores(graph), in: graph)
      }
    }

    /// Of all links, in the order of the graph's.
    static func links(_ name: String, _ scores: @escaping @Sendable (Graph) throws -> LinkScores) -> Self {
      Self(name) { each in
        let scores = try scores(each.graph)
        return (0..<scores.count).map { scores[$0] }
      }
    }

    static func number(_ name: String, _ value: @escaping @Sendable (Graph) throws -> Double?) -> Self {
      Self(name) { [try value($0.graph)] }
    }

    /// The numbers of groups do not matter, only who is together.
    static func groups(_ name: String, _ groups: @escaping @Sendable (Graph) throws -> [Int]) -> Self {
      Self(name) { try groups($0.graph).map(Double.init) }
    }

    /// Of the first node and the one in the middle.
    static func group(_ name: String, _ measure: GroupCentrality.Measure) -> Self {
      number(name) { graph in
        try GroupCentrality(measure).value(of: [NodeIndex(0), NodeIndex(graph.nodeCount / 2)], in: graph)
      }
    }

    /// Of all pairs of nodes.
    static func pairs(_ name: String, _ measure: Likeness.Measure) -> Self {
      Self(name) { each in
        let graph = each.graph
        return graph.nodes.flatMap { first in
          graph.nodes.filter { first < $0 }.map { second in
            // Where there is nothing to divide by, the peers have 0.
            Likeness(measure).score(of: first, and: second, in: graph) ?? 0
          }
        }
      }
    }

    /// The weights of all pairs of the first mode.
    static func projection(_ name: String, _ weight: Projection.Weight) -> Self {
      // A link's weight has 24 bits.
      Self(name, tolerance: 1e-6) { each in
        let first = each.firstMode ?? 0
        let modes = (0..<each.sketch.nodeCount).map { $0 < first ? TwoModeGraph.Mode.first : .second }
        let result = try Projection(weight: weight).projection(of: TwoModeGraph(each.graph, modes: modes), onto: .first)
        return (0..<first).flatMap { u in
          (u + 1..<max(u + 1, first)).map { v in result.graph.weight(from: NodeIndex(u), to: NodeIndex(v)) }
        }
      }
    }
  }

  private static func thirds(_ graph: Graph) -> Grouping { Grouping((0..<graph.nodeCount).map { $0 % 3 }) }

  private static func comparison(_ graph: Graph) -> GroupingComparison {
    GroupingComparison(thirds(graph), Grouping((0..<graph.nodeCount).map { $0 / 4 }))
  }

  /// Of all pairs of nodes, both ways.
  private static func communicability(_ each: Peers.Case) throws -> [Double?] {
    let graph = each.graph
    let rows = try Communicability().scores(from: Array(graph.nodes), in: graph)
    return rows.flatMap { GraphsTests.values($0, in: graph) }
  }

  static let measures: [Measure] = [
    .nodes("degree") { Degree().scores(in: $0) },
    .nodes("degree, incoming") { Degree(direction: .incoming).scores(in: $0) },
    .nodes("degree, either way") { Degree(direction: .either).scores(in: $0) },
    .nodes("strength") { Strength().scores(in: $0) },
    .nodes("strength, incoming") { Strength(direction: .incoming).scores(in: $0) },
    .nodes("strength, either way") { Strength(direction: .either).scores(in: $0) },
    .number("density") { Density().value(in: $0) },
    .nodes("distances from the first") {
      $0.nodeCount == 0 ? NodeScores([]) : WeightedShortestPath().distances(from: NodeIndex(0), in: $0)
    },
    Measure("number of shortest paths") { each in
      let graph = each.graph
      return graph.nodes.map { AllShortestPaths().count(from: NodeIndex(0), to: $0, in: graph) }
    },
    .nodes("closeness") { try Closeness(convention: .withinComponent).scores(in: $0) },
    .nodes("harmonic closeness") { try HarmonicCloseness(scaling: .mean).scores(in: $0) },
    .nodes("eccentricity") { try Eccentricity().scores(in: $0) },
    .number("average distance") { try DistanceProfiles(of: $0).averageDistance },
    .number("diameter") { try Diameter().result(of: $0).map { Double($0.diameter) } },
    .nodes("betweenness") { try Betweenness(length: .weight).scores(in: $0) },
    .links("betweenness of links") { try LinkBetweenness(length: .weight).scores(in: $0) },
    .nodes("current-flow closeness") { try CurrentFlowCloseness().scores(in: $0) },
    .nodes("current-flow betweenness") { try CurrentFlowBetweenness().scores(in: $0) },
    .group("group degree", .degree),
    .group("group closeness", .closeness),
    .group("group betweenness", .betweenness),
    .nodes("PageRank") { try PageRank(tolerance: 1e-12).scores(in: $0) },
    .nodes("eigenvector", tolerance: 1e-6) { try EigenvectorCentrality().scores(in: $0) },
    .nodes("Katz") { try KatzCentrality(attenuation: .factor(0.02)).scores(in: $0) },
    .nodes("HITS", tolerance: 1e-6) { try HITS().scores(in: $0).authorities },
    .nodes("subgraph centrality") { try SubgraphCentrality().scores(in: $0) },
    Measure("communicability") { try communicability($0) },
    Measure("exponential of the adjacency matrix") { try communicability($0) },
    .groups("components") { Components(of: $0).componentOf },
    .groups("strong components") { StrongComponents(of: $0).componentOf },
    .number("number of biconnected components") { Double(BiconnectedComponents(of: $0).count) },
    Measure("cut nodes") { each in
      let cut = Set(CutNodes(of: each.graph).nodes)
      return each.graph.nodes.map { cut.contains($0) ? 1 : 0 }
    },
    Measure("bridges") { each in
      let bridges = Set(Bridges(of: each.graph).places)
      return (0..<each.graph.linkCount).map { bridges.contains($0) ? 1 : 0 }
    },
    .nodes("core numbers") { CoreNumber().scores(in: $0) },
    .links("truss numbers") { try TrussNumber().scores(in: $0) },
    .nodes("triangles") { try Triangles().scores(in: $0) },
    .nodes("clustering") { try Clustering().scores(in: $0) },
    .nodes("clustering, directed") { try Clustering().scores(in: $0) },
    .nodes("clustering, Onnela") { try Clustering(weights: .onnela).scores(in: $0) },
    .nodes("clustering, Barrat") { try Clustering(weights: .barrat).scores(in: $0) },
    .number("transitivity") { try Clustering().transitivity(in: $0) },
    .number("assortativity") { Assortativity().byDegree(in: $0) },
    .number("assortativity by group") { Assortativity().byGroup(thirds($0), in: $0) },
    .number("reciprocity") { Reciprocity().value(in: $0) },
    Measure("triad census") { each in
      let counts = try TriadCensus().counts(in: each.graph)
      return TriadCensus.Kind.allCases.map { Double(counts[$0]) }
    },
    .nodes("constraint") { try StructuralHoles().constraint(in: $0) },
    .nodes("effective size") { try StructuralHoles().effectiveSize(in: $0) },
    .number("modularity") { Quality.modularity().value(of: thirds($0), in: $0) },
    .number("adjusted Rand index") { comparison($0).adjustedRandIndex },
    .number("normalized mutual information") { comparison($0).normalizedMutualInformation(.arithmeticMean) },
    .number("variation of information") { comparison($0).variationOfInformation },
    .pairs("common neighbors", .commonNeighbors),
    .pairs("Jaccard", .jaccard),
    .pairs("Adamic–Adar", .adamicAdar),
    .pairs("resource allocation", .resourceAllocation),
    .pairs("preferential attachment", .preferentialAttachment),
    .projection("projection", .count),
    .projection("projection, Newman", .newman),
    .projection("projection, Jaccard", .jaccard),
    .projection("projection, overlap", .overlap),
  ]

  @Test func `the peers answer`() {
    if case .failed(let why) = Peers.outcome { Issue.record("\(why)") }
  }

  @Test(arguments: measures) func `agrees with networkx and igraph`(measure: Measure) throws {
    guard case .answers(let answers) = Peers.outcome else { return }
    let areGroups = measure.name.hasSuffix("components") && !measure.name.hasPrefix("number")
    var compared = 0
    for each in Peers.cases {
      guard let expected = answers[each.name]?[measure.name] else { continue }
      compared += 1
      let actual = try measure.values(each)
      if areGroups {
        let (ours, theirs) = (actual.map { Int($0 ?? -1) }, expected.map { Int($0 ?? -1) })
        #expect(Grouping(ours) == Grouping(theirs), "\(each.name): \(each.sketch)")
        continue
      }
      #expect(actual.count == expected.count, "\(each.name): \(each.sketch)")
      for (place, (value, wanted)) in zip(actual, expected).enumerated() {
        let isEqual =
          if let value, let wanted { abs(value - wanted) <= measure.tolerance * max(1, abs(wanted)) } else {
            value == nil && wanted == nil
          }
        #expect(
          isEqual,
          "\(each.name), at \(place): \(value.map { "\($0)" } ?? "none") and not \(wanted.map { "\($0)" } ?? "none"). \(each.sketch)"
        )
      }
    }
    #expect(compared >= measure.least, "the peers answered for \(compared) graphs only")
  }
}
