import TestSupport
import Testing

@testable import Graphs

struct GraphBuildingTests {
  private struct Pair: Hashable {
    var from: Int
    var to: Int
  }

  /// The weights between each two nodes in either direction, sorted, from the list of links.
  private func naive(_ sketch: GraphSketch, loops: Graph.Loops = .kept) -> [Pair: [Float]] {
    var weights: [Pair: [Float]] = [:]
    for (place, link) in sketch.links.enumerated() where !(link.isLoop && loops == .dropped) {
      let weight = sketch.weights?[place] ?? 1
      weights[Pair(from: link.from, to: link.to), default: []].append(weight)
      if sketch.direction == .undirected, !link.isLoop {
        weights[Pair(from: link.to, to: link.from), default: []].append(weight)
      }
    }
    return weights.mapValues { $0.sorted() }
  }

  private func graph(_ sketch: GraphSketch, _ parallel: Graph.ParallelLinks, _ loops: Graph.Loops) -> Graph {
    Graph(
      nodeCount: sketch.nodeCount, from: sketch.links.map { Int32($0.from) }, to: sketch.links.map { Int32($0.to) },
      weights: sketch.weights, direction: sketch.direction, parallelLinks: parallel, loops: loops)
  }

  private func expect(_ graph: Graph, _ wanted: [Pair: [Float]], _ sketch: GraphSketch, isWeighted: Bool) {
    let undirected = sketch.direction == .undirected
    let links = wanted.filter { !undirected || $0.key.from <= $0.key.to }.reduce(0) { $0 + $1.value.count }
    #expect(graph.linkCount == links, "\(sketch)")
    #expect(graph.isWeighted == isWeighted)
    #expect(graph.isSimple == wanted.allSatisfy { $0.key.from != $0.key.to && $0.value.count == 1 }, "\(sketch)")
    for node in 0..<sketch.nodeCount {
      let out = (0..<sketch.nodeCount).flatMap { to in wanted[Pair(from: node, to: to), default: []].map { _ in to } }
      let into = (0..<sketch.nodeCount).flatMap { from in
        wanted[Pair(from: from, to: node), default: []].map { _ in from }
      }
      #expect(graph.neighbors(of: NodeIndex(node)).map { Int($0.position) } == out, "\(sketch)")
      #expect(graph.predecessors(of: NodeIndex(node)).map { Int($0.position) } == into, "\(sketch)")
      #expect(graph.degree(of: NodeIndex(node)) == out.count && graph.inDegree(of: NodeIndex(node)) == into.count)
      for other in 0..<sketch.nodeCount {
        let sum = wanted[Pair(from: node, to: other)].map { $0.reduce(0) { $0 + Double(isWeighted ? $1 : 1) } }
        #expect(graph.weight(from: NodeIndex(node), to: NodeIndex(other)) == sum, "\(sketch)")
        #expect(graph.hasLink(from: NodeIndex(node), to: NodeIndex(other)) == (sum != nil))
        let back = graph.reversed.weight(from: NodeIndex(other), to: NodeIndex(node))
        #expect(back == sum, "\(sketch)")
      }
    }
  }

  @Test(arguments: UInt64(1)...25, bothDirections)
  func `every rule for parallel links and loops gives what the list of links says`(
    seed: UInt64, direction: Graph.Direction
  ) {
    let plain = GraphSketch.dense(seed: seed, largest: 6, direction: direction)
    for sketch in [plain, plain.weighted(seed: seed)] {
      for loops in [Graph.Loops.kept, .dropped] {
        let all = naive(sketch, loops: loops)
        expect(graph(sketch, .kept, loops), all, sketch, isWeighted: sketch.weights != nil)
        let rules: [(Graph.ParallelLinks.Weight, ([Float]) -> Float)] = [
          (.count, { Float($0.count) }), (.sum, { $0.reduce(0, +) }), (.maximum, { $0.max() ?? 0 }),
          (.minimum, { $0.min() ?? 0 }), (.none, { _ in 1 }),
        ]
        for (rule, merge) in rules {
          expect(graph(sketch, .merged(rule), loops), all.mapValues { [merge($0)] }, sketch, isWeighted: rule != .none)
        }
      }
    }
  }

  /// So many that they are dealt out to several buckets by several cores, with nodes of very many links among them.
  @Test(arguments: bothDirections, [false, true])
  func `a hundred thousand links are sorted as a few are`(direction: Graph.Direction, isWeighted: Bool) {
    var chance = SplitMix64(seed: 7)
    let (nodeCount, linkCount) = (3001, 110_000)
    func node() -> Int { chance.below(4) == 0 ? 3000 - chance.below(3) : chance.below(nodeCount) }
    let plain = GraphSketch(
      nodeCount: nodeCount, links: (0..<linkCount).map { _ in .init(node(), node()) }, direction: direction)
    let sketch = isWeighted ? plain.weighted(seed: 3) : plain
    for loops in isWeighted ? [Graph.Loops.dropped] : [.kept] {
      var rows = [[(target: Int, weight: Float)]](repeating: [], count: nodeCount)
      for (pair, weights) in naive(sketch, loops: loops) {
        rows[pair.from] += weights.map { (pair.to, $0) }
      }
      for node in rows.indices {
        rows[node].sort { ($0.target, $0.weight) < ($1.target, $1.weight) }
      }
      let kept = graph(sketch, .kept, loops)
      #expect(
        kept.nodes.allSatisfy {
          kept.neighbors(of: $0).map { Int($0.position) } == rows[Int($0.position)].map(\.target)
        })
      let forward = rows.enumerated().flatMap { node, row in
        row.filter { direction == .directed || $0.target >= node }.map(\.weight)
      }
      #expect(kept.linkWeights == (isWeighted ? forward : nil))
      let rules: [(Graph.ParallelLinks.Weight, ([Float]) -> Float)] = [
        (.count, { Float($0.count) }), (.sum, { $0.reduce(0, +) }), (.maximum, { $0.max() ?? 0 }),
        (.minimum, { $0.min() ?? 0 }), (.none, { _ in 1 }),
      ]
      for (rule, merge) in rules {
        let merged = graph(sketch, .merged(rule), loops)
        let wanted = rows.map { row in
          Dictionary(grouping: row, by: \.target).map { ($0.key, merge($0.value.map(\.weight))) }.sorted { $0.0 < $1.0 }
        }
        #expect(
          merged.nodes.allSatisfy {
            merged.neighbors(of: $0).map { Int($0.position) } == wanted[Int($0.position)].map(\.0)
          })
        let weights = wanted.enumerated().flatMap { node, row in
          row.filter { direction == .directed || $0.0 >= node }.map(\.1)
        }
        #expect(merged.linkWeights == (rule == .none ? nil : weights))
        #expect(merged.linkCount == weights.count)
      }
    }
  }

  @Test(arguments: UInt64(1)...25, bothDirections)
  func `views are what their names say`(seed: UInt64, direction: Graph.Direction) {
    for sketch in [GraphSketch.dense(seed: seed, largest: 6, direction: direction)].flatMap({
      [$0, $0.weighted(seed: seed)]
    }) {
      let graph = sketch.graph
      let isWeighted = sketch.weights != nil
      let merged = naive(sketch, loops: .dropped).mapValues { [$0.reduce(0, +)] }
      let simple =
        naive(sketch).contains { $0.key.from == $0.key.to || $0.value.count > 1 }
        ? merged : naive(sketch)
      expect(graph.simplified, simple.mapValues { isWeighted ? $0 : [1] }, sketch, isWeighted: isWeighted)
      var either = sketch
      either.direction = .undirected
      let both = naive(either, loops: .dropped).mapValues { [isWeighted ? $0.reduce(0, +) : 1] }
      expect(graph.undirected, both, either, isWeighted: isWeighted)
      #expect(graph.undirected.direction == .undirected)
      var bare = sketch
      bare.weights = nil
      expect(graph.unweighted, naive(bare), bare, isWeighted: false)
      #expect(
        graph.reversed.links.map { [$0.to, $0.from].map(\.position) }.sorted { $0.lexicographicallyPrecedes($1) }
          == graph.links.map { [$0.from, $0.to].map(\.position) }.sorted { $0.lexicographicallyPrecedes($1) }
          || direction == .undirected)

      // Every other node, from the last.
      let chosen = stride(from: sketch.nodeCount - 1, through: 0, by: -2).map { $0 }
      var part = GraphSketch(nodeCount: chosen.count, links: [], direction: direction, weights: isWeighted ? [] : nil)
      for (place, link) in sketch.links.enumerated() {
        guard let from = chosen.firstIndex(of: link.from), let to = chosen.firstIndex(of: link.to) else { continue }
        part.links.append(.init(from, to))
        if let weights = sketch.weights { part.weights?.append(weights[place]) }
      }
      expect(graph.selecting(chosen.map { NodeIndex($0) }), naive(part), part, isWeighted: isWeighted)
    }
  }

  @Test(arguments: UInt64(1)...60, bothDirections)
  func `links are each once, in the order of their ends`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.dense(seed: seed, largest: 12, direction: direction)
    #expect(
      sketch.graph.links.map { GraphSketch.Link(Int($0.from.position), Int($0.to.position)) } == sketch.ordered.links)
  }

  /// More than 50,000 links are sorted into rows by several cores.
  @Test(arguments: bothDirections, [false, true])
  func `many links are built as few are`(direction: Graph.Direction, isWeighted: Bool) {
    var chance = SplitMix64(seed: 11)
    let nodeCount = 3001
    let from = (0..<60_000).map { _ in Int32(chance.below(nodeCount)) }
    let to = (0..<60_000).map { _ in Int32(chance.below(nodeCount)) }
    let weights = isWeighted ? (0..<60_000).map { _ in Float(1 + chance.below(9)) } : nil
    let graph = Graph(nodeCount: nodeCount, from: from, to: to, weights: weights, direction: direction)
    var out = [[Int32]](repeating: [], count: nodeCount)
    var into = out
    var sums: [Pair: Double] = [:]
    for place in from.indices {
      let (a, b) = (Int(from[place]), Int(to[place]))
      out[a].append(to[place])
      into[b].append(from[place])
      sums[Pair(from: a, to: b), default: 0] += Double(weights?[place] ?? 1)
      if direction == .undirected, a != b {
        out[b].append(from[place])
        into[a].append(to[place])
        sums[Pair(from: b, to: a), default: 0] += Double(weights?[place] ?? 1)
      }
    }
    #expect(graph.linkCount == 60_000)
    for node in graph.nodes {
      let place = Int(node.position)
      #expect(graph.neighbors(of: node).map(\.position) == out[place].sorted())
      #expect(graph.predecessors(of: node).map(\.position) == into[place].sorted())
    }
    let reversed = graph.reversed
    let wrong = sums.filter { pair, sum in
      graph.weight(from: NodeIndex(pair.from), to: NodeIndex(pair.to)) != sum
        || reversed.weight(from: NodeIndex(pair.to), to: NodeIndex(pair.from)) != sum
    }
    #expect(wrong.isEmpty)
  }
}
