public import Graphs

/// Random numbers that are the same on every machine and in every run.
///
/// - SeeAlso: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to and without the bound.
  public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}

/// A graph as a plain list of its links, before any algorithm's own form of it: what the naive algorithms read.
public struct GraphSketch: Sendable, CustomStringConvertible {
  public struct Link: Sendable, Hashable {
    public var from: Int
    public var to: Int

    public init(_ from: Int, _ to: Int) {
      self.from = from
      self.to = to
    }

    public var isLoop: Bool { from == to }
  }

  public var nodeCount: Int
  public var links: [Link]
  public var direction: Graph.Direction
  /// One for each link, or none.
  public var weights: [Float]?

  public init(nodeCount: Int, links: [Link], direction: Graph.Direction = .undirected, weights: [Float]? = nil) {
    self.nodeCount = nodeCount
    self.links = links
    self.direction = direction
    self.weights = weights
  }

  /// The graph under test.
  public var graph: Graph {
    Graph(
      nodeCount: nodeCount, links: links.map { Graph.Link(NodeIndex($0.from), NodeIndex($0.to)) },
      weights: weights, direction: direction)
  }

  public var description: String {
    let sign = direction == .directed ? "→" : "–"
    return "\(nodeCount) nodes: "
      + links.enumerated().map { place, link in
        "\(link.from)\(sign)\(link.to)" + (weights.map { " (\($0[place]))" } ?? "")
      }.joined(separator: " ")
  }

  /// The same links with weights from 0.25 to 4 in quarters, which sums of floating-point numbers keep exactly.
  public func weighted(seed: UInt64) -> Self {
    var chance = SplitMix64(seed: seed)
    return Self(
      nodeCount: nodeCount, links: links, direction: direction,
      weights: links.map { _ in Float(1 + chance.below(16)) / 4 })
  }

  /// One link of each that are parallel, and no loops.
  public var simple: Self {
    var seen: Set<Link> = []
    let links = links.filter { link in
      let isLater = direction == .undirected && link.from > link.to
      return !link.isLoop && seen.insert(isLater ? Link(link.to, link.from) : link).inserted
    }
    return Self(nodeCount: nodeCount, links: links, direction: direction)
  }

  /// Any number of nodes up to the largest, down to none, and up to two links for each, with whatever parallel links,
  /// loops and loose parts chance gives.
  public static func random(seed: UInt64, largest: Int, direction: Graph.Direction = .undirected) -> Self {
    var chance = SplitMix64(seed: seed)
    let nodeCount = chance.below(largest + 1)
    let linkCount = nodeCount == 0 ? 0 : chance.below(2 * nodeCount + 1)
    let links = (0..<linkCount).map { _ in Link(chance.below(nodeCount), chance.below(nodeCount)) }
    return Self(nodeCount: nodeCount, links: links, direction: direction)
  }

  /// The same graph with other numbers for its nodes and its links in another order; `newNames` is by old number.
  public func relabeled(seed: UInt64) -> (sketch: Self, newNames: [Int]) {
    var chance = SplitMix64(seed: seed)
    let newNames = Array(0..<nodeCount).shuffled(using: &chance)
    let order = Array(links.indices).shuffled(using: &chance)
    let links = order.map { Link(newNames[self.links[$0].from], newNames[self.links[$0].to]) }
    let weights = weights.map { weights in order.map { weights[$0] } }
    return (Self(nodeCount: nodeCount, links: links, direction: direction, weights: weights), newNames)
  }
}
