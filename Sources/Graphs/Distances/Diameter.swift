/// The largest and the smallest eccentricity of an undirected graph's largest component, found with few searches: each
/// bounds how far every other node can be from the one furthest from it, and nodes whose bounds cannot matter any more
/// are not searched from.
///
/// Links are one step each, whatever their weights; of a directed graph they count both ways. Of several components of
/// the same size it is the one with the first node.
///
/// - SeeAlso: Takes & Kosters (2011), doi:10.1145/2063576.2063748.
public struct Diameter: Sendable {
  public struct Result: Sendable, Hashable {
    /// The largest distance between two nodes of the component.
    public let diameter: Int
    /// The largest distance from the node for which it is smallest.
    public let radius: Int
    /// How many nodes the component has.
    public let nodeCount: Int
    /// How many searches it took.
    public let searchCount: Int
  }

  public init() {}

  /// - Returns: `nil` for a graph without nodes.
  /// - Complexity: O(n + m) a search; some ten searches on most networks, n at worst, as on a ring.
  public func result(of graph: Graph, work: Work = Work()) throws(CancellationError) -> Result? {
    let components = Components(of: graph)
    let sizes = components.sizes
    guard let size = sizes.max(), let largest = sizes.firstIndex(of: size) else { return nil }
    let nodes = (0..<graph.nodeCount).filter { components.componentOf[$0] == largest }
    var bounds = Bounds(nodes, graph)
    while let node = bounds.next() {
      try work.check()
      bounds.search(from: node)
    }
    return Result(diameter: bounds.diameter, radius: bounds.radius, nodeCount: size, searchCount: bounds.searchCount)
  }

  /// Between what the eccentricity of each node lies.
  private struct Bounds {
    private let graph: Graph
    private var open: [Int32]
    private var lower: [Int32]
    private var upper: [Int32]
    /// Of the current search; -1 between two searches.
    private var distances: [Int32]
    private var takesHighest = true
    private(set) var searchCount = 0
    /// The largest and smallest eccentricity that is known of a node.
    private(set) var diameter = 0
    private(set) var radius = Int.max

    init(_ nodes: [Int], _ graph: Graph) {
      let nodeCount = graph.nodeCount
      self.graph = graph
      open = nodes.map { Int32(truncatingIfNeeded: $0) }
      lower = [Int32](repeating: 0, count: nodeCount)
      upper = [Int32](repeating: Int32.max, count: nodeCount)
      distances = [Int32](repeating: -1, count: nodeCount)
    }

    private func degree(_ node: Int) -> Int { graph.outgoing.degree(node) + graph.incoming.degree(node) }

    /// By turns the node that could be furthest from another and the one that could be most in the middle; of equal ones
    /// that with most links.
    mutating func next() -> Int? {
      var best = -1
      for node in open.lazy.map({ Int($0) }) {
        guard best >= 0 else {
          best = node
          continue
        }
        let (a, b) = takesHighest ? (upper[node], upper[best]) : (lower[best], lower[node])
        if a > b || (a == b && degree(node) > degree(best)) { best = node }
      }
      takesHighest.toggle()
      return best < 0 ? nil : best
    }

    mutating func search(from start: Int) {
      let (largest, order) = BreadthFirstSearch(direction: .either).search(from: start, in: graph, &distances)
      defer { for node in order { distances[Int(node)] = -1 } }
      searchCount += 1
      let eccentricity = Int32(truncatingIfNeeded: largest)
      diameter = max(diameter, Int(eccentricity))
      radius = min(radius, Int(eccentricity))
      (lower[start], upper[start]) = (eccentricity, eccentricity)
      for node in open.lazy.map({ Int($0) }) where node != start {
        let distance = distances[node]
        lower[node] = max(lower[node], distance, eccentricity - distance)
        upper[node] = min(upper[node], eccentricity + distance)
      }
      // A node is done when its eccentricity is known, or can be neither above the diameter nor below the radius.
      for node in open.lazy.map({ Int($0) }) where lower[node] == upper[node] {
        diameter = max(diameter, Int(lower[node]))
        radius = min(radius, Int(lower[node]))
      }
      let (most, least) = (Int32(truncatingIfNeeded: diameter), Int32(truncatingIfNeeded: radius))
      open.removeAll { node in
        lower[Int(node)] == upper[Int(node)] || (upper[Int(node)] <= most && lower[Int(node)] >= least)
      }
    }
  }
}
