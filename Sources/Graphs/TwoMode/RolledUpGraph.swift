/// A graph whose nodes are the groups of another, such as departments in place of people: nothing is lost but who within
/// a group it was.
///
/// Every link of the graph is counted once: between two groups, in its direction if it has one, or within a group, as
/// links between its members and loops are. So the totals are the graph's own.
///
/// - Complexity: O(n + m + b log b) for b pairs of groups with links.
public struct RolledUpGraph: Sendable {
  /// How many links, and how much they weigh together; without weights each weighs 1.
  public struct Total: Sendable, Hashable {
    public var linkCount: Int
    public var weight: Double

    public init(linkCount: Int = 0, weight: Double = 0) {
      self.linkCount = linkCount
      self.weight = weight
    }

    mutating func add(_ weight: Double) {
      linkCount += 1
      self.weight += weight
    }
  }

  /// The groups by their numbers, linked if any of their members are; without loops and parallel links. A link weighs
  /// what the links between the two groups weigh together, rounded to a `Float`: `between` has it exactly.
  public let graph: Graph
  /// The links between two groups, in the order of ``Graph/links`` of `graph`.
  public let between: [Total]
  /// The links within each group.
  public let within: [Total]
  /// How many nodes each group has.
  public let sizes: [Int]

  public init(_ graph: Graph, by grouping: Grouping) {
    precondition(grouping.groupOf.count == graph.nodeCount, "each node has a group")
    var within = [Total](repeating: Total(), count: grouping.groupCount)
    var crossing: [(from: Int, to: Int, weight: Double)] = []
    graph.withRows { rows in
      for node in 0..<rows.nodeCount {
        for slot in rows.start(node)..<rows.end(node) {
          let target = Int(rows.targets[slot])
          guard graph.direction == .directed || target >= node else { continue }
          let (from, to) = (grouping.groupOf[node], grouping.groupOf[target])
          if from == to {
            within[from].add(rows.weight(slot))
          } else if graph.direction == .directed || from < to {
            crossing.append((from, to, rows.weight(slot)))
          } else {
            crossing.append((to, from, rows.weight(slot)))
          }
        }
      }
    }
    // By weight too, so that sums do not depend on how the nodes are numbered.
    crossing.sort { ($0.from, $0.to, $0.weight) < ($1.from, $1.to, $1.weight) }
    var (from, to, between): ([Int32], [Int32], [Total]) = ([], [], [])
    for link in crossing {
      if from.last.map(Int.init) != link.from || to.last.map(Int.init) != link.to {
        from.append(Int32(truncatingIfNeeded: link.from))
        to.append(Int32(truncatingIfNeeded: link.to))
        between.append(Total())
      }
      between[between.count - 1].add(link.weight)
    }
    self.graph = Graph(
      nodeCount: grouping.groupCount, from: from, to: to,
      weights: between.map { Float(min($0.weight, Double(Float.greatestFiniteMagnitude))) },
      direction: graph.direction)
    self.between = between
    self.within = within
    sizes = grouping.sizes
  }

  /// The links between groups, in both directions, and within them: as many as the graph has.
  public var total: Total {
    (between + within).reduce(into: Total()) { total, part in
      total.linkCount += part.linkCount
      total.weight += part.weight
    }
  }
}
