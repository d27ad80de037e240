public import Graphs

/// How a network is made into a graph: what is a node, what a link between two weighs, whether links have a direction.
///
/// Several links between the same two nodes become one, whose weight is the sum of theirs, so that a degree counts
/// partners; a link of a node with itself is dropped.
public struct NetworkView: Sendable, Hashable {
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// Actors are nodes; two are linked by a tie or by a collaboration that both take part in.
    case oneMode = "one-mode"
    /// Actors and collaborations are nodes; memberships and ties are links.
    case twoMode = "two-mode"
  }

  /// What a collaboration of k actors adds to the weight between each two of them in the one-mode view. A tie adds 1.
  public enum Weighting: String, Sendable, Hashable, CaseIterable {
    /// 1: the weight is the number of collaborations that two share.
    case count
    /// 1/(k − 1): each collaboration gives every member a weight of 1 in all.
    ///
    /// - SeeAlso: Newman (2001), doi:10.1103/PhysRevE.64.016132.
    case newman
    /// 1/k.
    case hyperbolic
  }

  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Every link counts both ways.
    case ignored
    /// A tie of a kind with a direction counts from the one to the other; all other links count both ways.
    case followed
  }

  public var mode: Mode
  public var weighting: Weighting
  public var direction: Direction

  public init(mode: Mode = .oneMode, weighting: Weighting = .newman, direction: Direction = .ignored) {
    self.mode = mode
    self.weighting = weighting
    self.direction = direction
  }

  /// The graph of the links: actors come first, in the two-mode view then the collaborations, each in their order.
  ///
  /// - Complexity: O(n + m) in the two-mode view; in the one-mode view O(n + m + Σ k²) for collaborations of k actors.
  public func graph(of links: NetworkLinks) -> Graph {
    var builder = Builder(direction)
    switch mode {
    case .twoMode:
      let offset = Int32(truncatingIfNeeded: links.actorCount)
      for membership in links.memberships { builder.add(membership.actor, membership.collaboration + offset, 1) }
    case .oneMode:
      var members = [[Int32]](repeating: [], count: links.collaborationCount)
      for membership in links.memberships { members[Int(membership.collaboration)].append(membership.actor) }
      for group in members where group.count > 1 {
        let actors = Set(group).sorted()
        let weight = weight(of: actors.count)
        for (place, first) in actors.enumerated() {
          for second in actors[(place + 1)...] { builder.add(first, second, weight) }
        }
      }
    }
    for tie in links.ties { builder.add(tie.from, tie.to, 1, isDirected: tie.isDirected) }
    return Graph(
      nodeCount: links.actorCount + (mode == .twoMode ? links.collaborationCount : 0), from: builder.from,
      to: builder.to, weights: builder.weights, direction: direction == .followed ? .directed : .undirected,
      parallelLinks: .merged(.sum), loops: .dropped)
  }

  private func weight(of size: Int) -> Float {
    switch weighting {
    case .count: 1
    case .newman: 1 / Float(max(size - 1, 1))
    case .hyperbolic: 1 / Float(size)
    }
  }

  private struct Builder {
    let direction: Direction
    var from: [Int32] = []
    var to: [Int32] = []
    var weights: [Float] = []

    init(_ direction: Direction) { self.direction = direction }

    mutating func add(_ first: Int32, _ second: Int32, _ weight: Float, isDirected: Bool = false) {
      from.append(first)
      to.append(second)
      weights.append(weight)
      if direction == .followed, !isDirected {
        from.append(second)
        to.append(first)
        weights.append(weight)
      }
    }
  }
}
