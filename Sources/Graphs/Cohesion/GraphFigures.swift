/// What can be said of a network as a whole, in one value: how large it is, how tightly knit, and in how many parts.
///
/// Unless it says otherwise, a figure is of the graph without parallel links, loops and weights. What is undefined,
/// such as the density of a single node, is absent.
///
/// - Complexity: O(m · √m) at most for the triangles, on all cores; the rest is linear.
/// - SeeAlso: Wasserman & Faust (1994), doi:10.1017/CBO9780511815478.
public struct GraphFigures: Sendable, Hashable {
  public let direction: Graph.Direction
  public let nodeCount: Int
  /// As many as the graph has, parallel ones and loops among them.
  public let linkCount: Int
  public let loopCount: Int
  /// How many links are parallel to an earlier one.
  public let parallelLinkCount: Int
  /// Whether the links have weights.
  public let isWeighted: Bool
  /// See ``Density``.
  public let density: Double?

  /// See ``Components``.
  public let componentCount: Int
  /// How many nodes the largest component has.
  public let largestComponentSize: Int
  /// See ``StrongComponents``.
  public let strongComponentCount: Int
  /// How many nodes have no neighbour.
  public let isolateCount: Int
  /// See ``CutNodes`` and ``Bridges``.
  public let cutNodeCount: Int
  public let bridgeCount: Int

  /// How many neighbours a node has on average, whatever the direction of the links.
  public let averageDegree: Double?
  public let largestDegree: Int
  /// How far a single node has all the links: Σ (largest − own number of neighbours) over all nodes, as a share of
  /// what it is in a star, (n−1)(n−2). Of fewer than three nodes it is undefined. Freeman (1978),
  /// doi:10.1016/0378-8733(78)90021-7.
  public let degreeCentralization: Double?
  /// The largest ``CoreNumber``.
  public let degeneracy: Int

  /// See ``Triangles``.
  public let triangleCount: Int
  /// The average over the nodes with two neighbours or more, whatever the direction of the links; see ``Clustering``.
  public let averageClustering: Double?
  public let transitivity: Double?
  /// Of the links; see ``Reciprocity``.
  public let reciprocity: Double?
  /// By degree; see ``Assortativity``.
  public let degreeAssortativity: Double?

  public init(of graph: Graph, work: Work = Work()) throws(CancellationError) {
    direction = graph.direction
    nodeCount = graph.nodeCount
    linkCount = graph.linkCount
    isWeighted = graph.isWeighted
    let simple = graph.unweighted.simplified
    loopCount = graph.withRows { rows in
      (0..<rows.nodeCount).reduce(0) { count, node in count + rows.neighbors(node).count { Int($0) == node } }
    }
    parallelLinkCount = graph.linkCount - loopCount - simple.linkCount
    density = Density().value(in: simple)
    reciprocity = Reciprocity().value(in: simple)
    degreeAssortativity = Assortativity().byDegree(in: simple)
    strongComponentCount = StrongComponents(of: simple).count

    // From here on the direction does not matter.
    let undirected = simple.undirected
    let components = Components(of: undirected)
    componentCount = components.count
    largestComponentSize = components.sizes.max() ?? 0
    let degrees = undirected.nodes.map { undirected.degree(of: $0) }
    isolateCount = degrees.count { $0 == 0 }
    largestDegree = degrees.max() ?? 0
    let sum = degrees.reduce(0, +)
    averageDegree = degrees.isEmpty ? nil : Double(sum) / Double(degrees.count)
    let possible = Double(degrees.count - 1) * Double(degrees.count - 2)
    degreeCentralization = degrees.count < 3 ? nil : Double(largestDegree * degrees.count - sum) / possible
    cutNodeCount = CutNodes(of: undirected).nodes.count
    bridgeCount = Bridges(of: graph).places.count
    let cores = CoreNumber().scores(in: undirected)
    degeneracy = undirected.nodes.reduce(0) { max($0, Int(cores[$1] ?? 0)) }

    let triangles = try Triangles.counts(in: undirected, work)
    triangleCount = triangles.reduce(0, +) / 3
    var (coefficients, clustered, pairs) = (0.0, 0, 0)
    for (degree, count) in zip(degrees, triangles) where degree > 1 {
      coefficients += Double(count) / (Double(degree) * Double(degree - 1) / 2)
      clustered += 1
      pairs += degree * (degree - 1) / 2
    }
    averageClustering = clustered == 0 ? nil : coefficients / Double(clustered)
    transitivity = pairs == 0 ? nil : Double(3 * triangleCount) / Double(pairs)
  }
}
