import Graphs
import TestSupport
import Testing

/// All levels of similarity one after another, from the definition.
private struct NaiveLinkCommunities {
  let links: [GraphSketch.Link]
  let similarities: [(Int, Int, Double)]

  init(_ sketch: GraphSketch) {
    let all = NaiveCommunities.weights(in: sketch)
    let nodes = 0..<sketch.nodeCount
    func weight(_ a: Int, _ b: Int) -> Double {
      all[a][b] + (sketch.direction == .directed ? all[b][a] : 0)
    }
    // Without weights a link is a link, however many there are.
    let isWeighted = sketch.weights != nil
    var matrix = nodes.map { a in
      nodes.map { b in a == b ? 0 : isWeighted ? weight(a, b) : weight(a, b) > 0 ? 1 : 0 }
    }
    for node in nodes {
      let own = matrix[node].filter { $0 > 0 }
      if !own.isEmpty { matrix[node][node] = own.reduce(0, +) / Double(own.count) }
    }
    let links = nodes.flatMap { a in nodes.filter { $0 > a && matrix[a][$0] > 0 }.map { GraphSketch.Link(a, $0) } }
    func product(_ a: Int, _ b: Int) -> Double { nodes.reduce(0) { $0 + matrix[a][$1] * matrix[b][$1] } }
    var similarities: [(Int, Int, Double)] = []
    for (second, other) in links.enumerated() {
      for (first, link) in links[..<second].enumerated() {
        let ends = Set([link.from, link.to]).symmetricDifference([other.from, other.to]).sorted()
        guard ends.count == 2 else { continue }
        let common = product(ends[0], ends[1])
        similarities.append(
          (first, second, common / (product(ends[0], ends[0]) + product(ends[1], ends[1]) - common)))
      }
    }
    self.links = links
    self.similarities = similarities
  }

  func labels(_ level: Double) -> [Int] {
    var labels = Array(links.indices)
    for (first, second, similarity) in similarities where similarity >= level - 1e-12 {
      let (old, new) = (labels[first], labels[second])
      labels = labels.map { $0 == old ? new : $0 }
    }
    return Grouping(labels).groupOf
  }

  func density(_ labels: [Int]) -> Double {
    var sum = 0.0
    for group in Set(labels) {
      let own = zip(links, labels).filter { $0.1 == group }.map(\.0)
      let (m, n) = (Double(own.count), Double(Set(own.flatMap { [$0.from, $0.to] }).count))
      if n > 2 { sum += m * (m - (n - 1)) / ((n - 2) * (n - 1)) }
    }
    return 2 * sum / Double(links.count)
  }

  /// The densest level, of equal ones the highest.
  var best: (labels: [Int], density: Double) {
    var best = (labels: Array(links.indices), density: 0.0)
    for level in Set(similarities.map(\.2)).sorted(by: >) {
      let labels = labels(level)
      let density = density(labels)
      if density > best.density + 1e-10 { best = (labels, density) }
    }
    return best
  }
}

struct LinkCommunitiesTests {
  @Test(arguments: UInt64(1)...150) func `agrees with trying every level`(seed: UInt64) throws {
    for sketch in GraphSketch.variants(seed: seed, largest: 9) {
      let naive = NaiveLinkCommunities(sketch)
      let result = try LinkCommunities().result(of: sketch.graph)
      guard !naive.links.isEmpty else {
        #expect(result.partitionDensity == nil)
        #expect(result.groups.members.isEmpty)
        continue
      }
      let best = naive.best
      #expect(abs((result.partitionDensity ?? -1) - best.density) < 1e-9, "\(sketch)")
      var groups = [Set<Int>](repeating: [], count: (best.labels.max() ?? -1) + 1)
      for (link, label) in zip(naive.links, best.labels) { groups[label].formUnion([link.from, link.to]) }
      #expect(result.groups.members.map { $0.map { Int($0.position) } } == groups.map { $0.sorted() }, "\(sketch)")
      for (place, link) in sketch.graph.links.enumerated() {
        let (low, high) = (min(link.from, link.to), max(link.from, link.to))
        let naivePlace = naive.links.firstIndex(of: .init(Int(low.position), Int(high.position)))
        #expect(result.groupOfLink[place] == naivePlace.map { best.labels[$0] })
      }
    }
  }

  @Test(arguments: 3...7) func `who is in two cliques is in two groups`(size: Int) throws {
    let clique = GraphSketch.complete(size)
    let links = clique.links + clique.links.map { .init($0.from + size - 1, $0.to + size - 1) }
    let graph = GraphSketch(nodeCount: 2 * size, links: links).graph
    let result = try LinkCommunities().result(of: graph)
    #expect(result.partitionDensity == 1)
    #expect(result.groups.members.map(\.count) == [size, size])
    for node in graph.nodes {
      let place = Int(node.position)
      let second = place == 2 * size - 1 ? [] : [1]
      #expect(result.groups[node] == (place < size - 1 ? [0] : place == size - 1 ? [0, 1] : second))
    }
  }

  @Test(arguments: UInt64(1)...40) func `a node is in the groups of its links and in no other`(seed: UInt64) throws {
    let graph = GraphSketch.random(seed: seed, largest: 60).graph
    let result = try LinkCommunities().result(of: graph)
    var groups = [Set<Int>](repeating: [], count: graph.nodeCount)
    for (link, group) in zip(graph.links, result.groupOfLink) {
      #expect((group == nil) == (link.from == link.to))
      guard let group else { continue }
      groups[Int(link.from.position)].insert(group)
      groups[Int(link.to.position)].insert(group)
    }
    #expect(result.groups.groupsOf == groups.map { $0.sorted() })
  }

  @Test func `a tree has no dense group, so every link is by itself`() throws {
    let result = try LinkCommunities().result(of: GraphSketch.star(leaves: 4).graph)
    #expect(result.partitionDensity == 0)
    #expect(result.groups.members.count == 4)
    #expect(result.groups[NodeIndex(0)] == [0, 1, 2, 3])
  }

  @Test func `weights of any size are no trouble`() throws {
    let links = GraphSketch.complete(3).links
    for weight in [Float.greatestFiniteMagnitude, 1e-30] {
      let sketch = GraphSketch(nodeCount: 3, links: links, weights: [weight, weight, weight])
      #expect(try LinkCommunities().result(of: sketch.graph).partitionDensity == 1)
    }
  }

  @Test func `is the same on any number of cores, and stops when it is cancelled`() throws {
    let graph = GraphSketch.ringOfCliques(60, size: 5).weighted(seed: 1).graph
    let one = try LinkCommunities().result(of: graph, work: Work(coreCount: 1))
    let three = try LinkCommunities().result(of: graph, work: Work(coreCount: 3))
    #expect(one.groups == three.groups)
    #expect(one.partitionDensity == three.partitionDensity)
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try LinkCommunities().result(of: graph, work: work) }
  }
}
