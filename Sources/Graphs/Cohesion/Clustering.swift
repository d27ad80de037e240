/// How far those that are linked to the same node are linked to each other: the clustering coefficient of each node,
/// their average, and the transitivity of the whole. All are from 0 to 1.
///
/// Of an undirected graph without weights, a node with d neighbours, t pairs of which are linked, has t / (d(d−1)/2).
/// Of a directed graph without weights it is Fagiolo's share of directed triangles of all that could be, with d_total
/// links to and from the node and d_both neighbours with both: of d_total(d_total−1) − 2 d_both.
///
/// Where nothing could be closed, for a node with fewer than two neighbours, it is undefined. Parallel links are one,
/// with the sum of their weights; loops count nothing.
///
/// - Complexity: O(m · √m) time at most, on all cores; O(n + m) memory.
/// - SeeAlso: Watts & Strogatz (1998), doi:10.1038/30918; Fagiolo (2007), doi:10.1103/PhysRevE.76.026107;
///   Saramäki et al. (2007), doi:10.1103/PhysRevE.75.027105.
public struct Clustering: Sendable {
  /// What the weights of the links do; without weights each link weighs 1.
  public enum Weights: Sendable, Hashable {
    case ignored
    /// A closed pair counts by the weights of the node's links to it, of all pairs. Barrat et al. (2004),
    /// doi:10.1073/pnas.0400087101. It knows no direction: a link and the one back are one with the sum of their
    /// weights.
    case barrat
    /// A triangle counts by the geometric mean of its weights, as shares of the largest weight. Onnela et al. (2005),
    /// doi:10.1103/PhysRevE.71.065103.
    case onnela
  }

  /// What the average does with nodes whose coefficient is undefined.
  public enum Undefined: Sendable, Hashable {
    /// It is over the others.
    case leftOut
    /// They count as 0, as for Watts and Strogatz.
    case zero
  }

  public var weights: Weights
  public var undefined: Undefined

  public init(weights: Weights = .ignored, undefined: Undefined = .leftOut) {
    self.weights = weights
    self.undefined = undefined
  }

  /// The coefficient of each node.
  public func scores(in graph: Graph, work: Work = Work()) throws(CancellationError) -> NodeScores {
    NodeScores(try coefficients(graph, work))
  }

  /// The average of the nodes' coefficients; of no node it is undefined.
  public func average(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Double? {
    let values = try coefficients(graph, work)
    let defined = values.filter { !$0.isNaN }
    let count = undefined == .zero ? values.count : defined.count
    return count == 0 ? nil : defined.reduce(0, +) / Double(count)
  }

  /// The share of closed paths of two links: three times the triangles, of all pairs of links at the same node. Neither
  /// direction nor weights matter. Without such a pair it is undefined.
  public func transitivity(in graph: Graph, work: Work = Work()) throws(CancellationError) -> Double? {
    let simple = graph.undirected
    let closed = try Triangles.counts(in: simple, work).reduce(0, +)
    let pairs = simple.nodes.reduce(0) { $0 + simple.degree(of: $1) * (simple.degree(of: $1) - 1) / 2 }
    return pairs == 0 ? nil : Double(closed) / Double(pairs)
  }

  private func coefficients(_ graph: Graph, _ work: Work) throws(CancellationError) -> [Double] {
    if graph.direction == .directed, weights != .barrat { return try directed(graph.simplified, work) }
    let simple = graph.undirected
    switch weights {
    case .ignored: return try unweighted(simple, work)
    case .barrat: return try barrat(simple, work)
    case .onnela: return try onnela(simple, work)
    }
  }

  private func unweighted(_ graph: Graph, _ work: Work) throws(CancellationError) -> [Double] {
    let counts = try Triangles.counts(in: graph, work)
    return graph.withRows { rows in
      counts.enumerated().map { node, count in
        let degree = rows.degree(node)
        return degree < 2 ? .nan : Double(count) / (Double(degree) * Double(degree - 1) / 2)
      }
    }
  }

  private func barrat(_ graph: Graph, _ work: Work) throws(CancellationError) -> [Double] {
    let supports = try Triangles.supports(in: graph, work)
    return graph.withRows { rows in
      var sums = [Double](repeating: 0, count: rows.nodeCount)
      var strengths = sums
      var place = 0
      for node in 0..<rows.nodeCount {
        for slot in rows.firstSlot(node, Int32(truncatingIfNeeded: node))..<rows.end(node) {
          // Each triangle that the link is in counts it once at either end.
          for end in [node, Int(rows.targets[slot])] {
            sums[end] += rows.weight(slot) * Double(supports[place])
            strengths[end] += rows.weight(slot)
          }
          place += 1
        }
      }
      return (0..<rows.nodeCount).map { node in
        rows.degree(node) < 2 ? .nan : sums[node] / (strengths[node] * Double(rows.degree(node) - 1))
      }
    }
  }

  private func onnela(_ graph: Graph, _ work: Work) throws(CancellationError) -> [Double] {
    try graph.withRows { (rows) throws(CancellationError) -> [Double] in
      let largest = (0..<rows.slotCount).reduce(0) { max($0, rows.weight($1)) }
      let roots = (0..<rows.slotCount).map { Mathematics.power(rows.weight($0) / largest, 1 / 3) }
      let sums = try TriangleProducts(rows, roots).sums(work)
      return (0..<rows.nodeCount).map { node in
        let degree = Double(rows.degree(node))
        return degree < 2 ? .nan : sums[node] / (degree * (degree - 1) / 2)
      }
    }
  }

  private func directed(_ graph: Graph, _ work: Work) throws(CancellationError) -> [Double] {
    try graph.withRows { (outgoing, incoming) throws(CancellationError) -> [Double] in
      let largest = (0..<outgoing.slotCount).reduce(0) { max($0, outgoing.weight($1)) }
      func value(_ from: Int, _ to: Int) -> Double {
        let slot = outgoing.firstSlot(from, Int32(truncatingIfNeeded: to))
        guard slot < outgoing.end(from), Int(outgoing.targets[slot]) == to else { return 0 }
        return weights == .ignored ? 1 : Mathematics.power(outgoing.weight(slot) / largest, 1 / 3)
      }
      return try graph.unweighted.undirected.withRows { (rows) throws(CancellationError) -> [Double] in
        var values: [Double] = []
        values.reserveCapacity(rows.slotCount)
        for node in 0..<rows.nodeCount {
          for target in rows.neighbors(node) { values.append(value(node, Int(target)) + value(Int(target), node)) }
        }
        let sums = try TriangleProducts(rows, values).sums(work)
        return (0..<rows.nodeCount).map { node in
          let total = outgoing.degree(node) + incoming.degree(node)
          let both = total - rows.degree(node)
          let possible = total * (total - 1) - 2 * both
          return possible == 0 ? .nan : sums[node] / Double(possible)
        }
      }
    }
  }
}

/// For each node, the sum over its triangles of the product of the three links' values.
private struct TriangleProducts: ~Copyable {
  private let rows: Rows
  private let links: OrientedLinks
  /// By slot, and by place among the oriented links.
  private let values: FixedArray<Double>
  private let kept: FixedArray<Double>

  init(_ rows: Rows, _ values: [Double]) {
    self.rows = rows
    links = OrientedLinks(rows, slots: .kept)
    self.values = FixedArray(repeating: 0, count: values.count)
    kept = FixedArray(repeating: 0, count: rows.slotCount / 2)
    for (slot, value) in values.enumerated() { self.values[slot] = value }
    for place in 0..<kept.count { kept[place] = values[links.slots[place]] }
  }

  /// A node's triangles are found from the node itself, so that its sum does not depend on who runs when.
  func sums(_ work: Work) throws(CancellationError) -> [Double] {
    let nodeCount = rows.nodeCount
    var sums = [Double](repeating: 0, count: nodeCount)
    try sums.withShared { (sums) throws(CancellationError) in
      let size = 64
      try Parallel.forEach((nodeCount + size - 1) / size, work, scratch: { ValueMarks(nodeCount) }) { piece, marks in
        for node in piece * size..<min(nodeCount, (piece + 1) * size) where rows.degree(node) > 1 {
          sums[node] = sum(node, marks.base)
        }
      }
    }
    return sums
  }

  private func sum(_ node: Int, _ marks: UnsafeMutablePointer<Double>) -> Double {
    let slots = rows.start(node)..<rows.end(node)
    for slot in slots { marks[Int(links.rank[rows.targets[slot]])] = values[slot] }
    var total = 0.0
    for slot in slots {
      let second = Int(links.rank[rows.targets[slot]])
      var part = 0.0
      for place in links.starts[second]..<links.starts[second + 1] {
        part += marks[Int(links.targets[place])] * kept[place]
      }
      total += part * values[slot]
    }
    for slot in slots { marks[Int(links.rank[rows.targets[slot]])] = 0 }
    return total
  }
}

/// A value for each node, 0 unless set.
private final class ValueMarks {
  private let marks: FixedArray<Double>
  let base: UnsafeMutablePointer<Double>

  init(_ nodeCount: Int) {
    marks = FixedArray(repeating: 0, count: nodeCount)
    base = marks.base
  }
}
