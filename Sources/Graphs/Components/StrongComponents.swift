/// Which nodes can reach each other along the direction of the links: the strongly connected components. Of an
/// undirected graph they are its ``Components``. A node on no cycle is a component of its own; parallel links, loops
/// and weights change nothing.
///
/// - Complexity: O(n + m) time, O(n) memory, without recursion.
/// - SeeAlso: Tarjan (1972), doi:10.1137/0201010.
public struct StrongComponents: Sendable {
  /// The component of each node, numbered in the order of their first nodes.
  public let componentOf: [Int]
  public let count: Int

  public init(of graph: Graph) {
    let found = graph.withRows { rows in Self.walk(rows) }
    // As they were found, a component comes before those that reach it; here they are numbered by their first nodes.
    var names = [Int](repeating: -1, count: found.count)
    var count = 0
    componentOf = found.componentOf.map { component in
      if names[Int(component)] < 0 {
        names[Int(component)] = count
        count += 1
      }
      return names[Int(component)]
    }
    self.count = count
  }

  /// How many nodes each component has.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for component in componentOf { sizes[component] += 1 }
    return sizes
  }

  /// The components in any numbering.
  private static func walk(_ rows: Rows) -> (componentOf: [Int32], count: Int) {
    let nodeCount = rows.nodeCount
    let (unseen, settled) = (Int32(-1), Int32.max)
    // The number of the step that came to the node, and `settled` once its component is known: so that such a node
    // never lowers another's mark, and nobody needs to ask whether it is on the stack.
    let number = FixedArray(repeating: unseen, count: nodeCount)
    let component = FixedArray(repeating: Int32(0), count: nodeCount)
    /// Of the nodes on the way from the root: itself, its next slot, and the lowest number it reaches.
    let way = FixedArray(repeating: Int32(0), count: nodeCount)
    let next = FixedArray(repeating: 0, count: nodeCount)
    let low = FixedArray(repeating: Int32(0), count: nodeCount)
    /// Nodes whose component is not known yet.
    let open = FixedArray(repeating: Int32(0), count: nodeCount)
    var (openCount, steps, count) = (0, Int32(0), Int32(0))

    for root in 0..<nodeCount where number[root] == unseen {
      var depth = 0
      var node = root
      var slot = rows.start(root)
      var lowest = steps
      number[node] = steps
      open[openCount] = Int32(truncatingIfNeeded: node)
      openCount += 1
      steps += 1
      while true {
        if slot < rows.end(node) {
          let target = Int(rows.targets[slot])
          slot += 1
          let reached = number[target]
          if reached != unseen {
            if reached < lowest { lowest = reached }
            continue
          }
          way[depth] = Int32(truncatingIfNeeded: node)
          next[depth] = slot
          low[depth] = lowest
          depth += 1
          node = target
          slot = rows.start(node)
          lowest = steps
          number[node] = steps
          open[openCount] = Int32(truncatingIfNeeded: node)
          openCount += 1
          steps += 1
          continue
        }
        if lowest == number[node] {
          var member: Int
          repeat {
            openCount -= 1
            member = Int(open[openCount])
            number[member] = settled
            component[member] = count
          } while member != node
          count += 1
          lowest = settled
        }
        if depth == 0 { break }
        depth -= 1
        node = Int(way[depth])
        slot = next[depth]
        lowest = min(lowest, low[depth])
      }
    }
    return (component.elements, Int(count))
  }
}
