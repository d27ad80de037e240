/// All shortest ways from one node to another, following the direction of links.
///
/// A way is its nodes: over parallel links it is one, and of these the shortest counts. Ways are equally long if the
/// lengths of their links, added from the end to the start, are the very same number. Of two equally long ways that
/// part and meet again, one over fewer links than the other, both count.
public struct AllShortestPaths: Sendable {
  public var length: LinkLength

  public init(length: LinkLength = .one) { self.length = length }

  /// The ways in the order of their nodes, at most as many as given; none where no way leads. From a node to itself it
  /// is the node.
  ///
  /// - Complexity: O((n + m) log n + p · k · d) for p ways of k links, and the largest degree d.
  public func paths(from start: NodeIndex, to end: NodeIndex, in graph: Graph, atMost limit: Int) -> [[NodeIndex]] {
    precondition(limit >= 0, "there are no fewer than no ways")
    return graph.withRows { outgoing, incoming in
      let ways = Ways(from: start.offset, to: end.offset, length, outgoing, incoming)
      var paths: [[NodeIndex]] = []
      guard ways.isReached, limit > 0 else { return paths }
      // From each node of the way so far the next of its steps to take: depth first, without recursion.
      var path = [start.offset]
      var nextSteps = [0]
      while let node = path.last, let step = nextSteps.last {
        if node == end.offset {
          paths.append(path.map { NodeIndex($0) })
          if paths.count == limit { break }
        }
        let steps = ways.steps(from: node)
        if node != end.offset, step < steps.count {
          nextSteps[nextSteps.count - 1] = step + 1
          path.append(steps[step])
          nextSteps.append(0)
        } else {
          path.removeLast()
          nextSteps.removeLast()
        }
      }
      return paths
    }
  }

  /// How many ways there are; from a node to itself one.
  ///
  /// - Complexity: O((n + m) log n); exact up to 2^53.
  public func count(from start: NodeIndex, to end: NodeIndex, in graph: Graph) -> Double {
    graph.withRows { outgoing, incoming in
      let ways = Ways(from: start.offset, to: end.offset, length, outgoing, incoming)
      return ways.isReached ? ways.count : 0
    }
  }

  /// What is on a shortest way: a graph without cycles from the start to the end.
  private struct Ways {
    private let search: PathSearch
    private let cost: PathSearch.Cost
    private let outgoing: Rows
    private let start: Int
    private let end: Int

    init(from start: Int, to end: Int, _ length: LinkLength, _ outgoing: Rows, _ incoming: Rows) {
      var search = PathSearch(nodeCount: outgoing.nodeCount)
      cost = .length(length)
      search.search(to: end, from: start, cost, incoming)
      (self.search, self.outgoing, self.start, self.end) = (search, outgoing, start, end)
    }

    var isReached: Bool { search.isSettled[start] }

    /// The next nodes of the shortest ways, in their order.
    func steps(from node: Int) -> [Int] {
      var steps: [Int] = []
      for slot in outgoing.start(node)..<outgoing.end(node) {
        let target = Int(outgoing.targets[slot])
        guard search.isSettled[target], target != node, target != steps.last else { continue }
        // A step that is too short to change the sum must still lead nearer, or ways would go round in circles.
        let leadsNearer =
          search.costs[target] < search.costs[node] || search.linkCounts[target] < search.linkCounts[node]
        if leadsNearer, cost.of(outgoing.weight(slot)) + search.costs[target] == search.costs[node] {
          steps.append(target)
        }
      }
      return steps
    }

    var count: Double {
      // Nodes on the ways, each after all that its ways lead to.
      var counts: [Int: Double] = [end: 1]
      var open = [start]
      while let node = open.last {
        if counts[node] != nil {
          open.removeLast()
          continue
        }
        let steps = steps(from: node)
        let unknown = steps.filter { counts[$0] == nil }
        if unknown.isEmpty {
          counts[node] = steps.reduce(0) { $0 + (counts[$1] ?? 0) }
          open.removeLast()
        } else {
          open += unknown
        }
      }
      return counts[start] ?? 0
    }
  }
}
