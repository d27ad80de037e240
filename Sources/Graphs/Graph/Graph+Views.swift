extension Graph {
  /// The same links the other way round, without copying; of an undirected graph itself.
  public var reversed: Graph {
    Graph(direction: direction, linkCount: linkCount, isSimple: isSimple, outgoing: incoming, incoming: outgoing)
  }

  /// The same links without their weights, without copying.
  public var unweighted: Graph {
    var (outgoing, incoming) = (outgoing, incoming)
    outgoing.weights = nil
    incoming.weights = nil
    return Graph(
      direction: direction, linkCount: linkCount, isSimple: isSimple, outgoing: outgoing, incoming: incoming)
  }

  /// The graph without parallel links and loops: of parallel links one, with the sum of the weights. A simple graph is
  /// itself.
  ///
  /// - Complexity: O(n + m).
  public var simplified: Graph { isSimple ? self : rebuilt(direction, .merged(isWeighted ? .sum : .none), .dropped) }

  /// The graph with every link in both directions, parallel ones merged with the sum of their weights, without loops.
  /// An undirected simple graph is itself.
  ///
  /// - Complexity: O(n + m log d).
  public var undirected: Graph {
    direction == .undirected ? simplified : rebuilt(.undirected, .merged(isWeighted ? .sum : .none), .dropped)
  }

  /// The graph of some nodes and the links between them, numbered in the given order.
  ///
  /// - Parameter nodes: each at most once.
  /// - Complexity: O(n + k + l log d) for k nodes with l links.
  public func selecting(_ nodes: [NodeIndex]) -> Graph {
    var place = [Int32](repeating: -1, count: nodeCount)
    for (number, node) in nodes.enumerated() {
      precondition(place[node.offset] < 0, "a node is selected twice")
      place[node.offset] = Int32(truncatingIfNeeded: number)
    }
    var (from, to, weights): ([Int32], [Int32], [Float]) = ([], [], [])
    withRows { rows in
      for node in nodes {
        for slot in rows.start(node.offset)..<rows.end(node.offset) {
          let target = Int(rows.targets[slot])
          guard place[target] >= 0, direction == .directed || target >= node.offset else { continue }
          from.append(place[node.offset])
          to.append(place[target])
          if let all = rows.weights { weights.append(all[slot]) }
        }
      }
    }
    return Graph(
      nodeCount: nodes.count, from: from, to: to, weights: isWeighted ? weights : nil, direction: direction)
  }

  /// The same links under other rules.
  func rebuilt(_ direction: Direction, _ parallelLinks: ParallelLinks, _ loops: Loops) -> Graph {
    let links = links
    return Graph(
      nodeCount: nodeCount, from: links.map(\.from.position), to: links.map(\.to.position), weights: linkWeights,
      direction: direction, parallelLinks: parallelLinks, loops: loops)
  }
}
