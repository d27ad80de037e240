import Graphs
import TestSupport
import Testing

struct RolledUpGraphTests {
  @Test(arguments: UInt64(1)...300, [Graph.Direction.undirected, .directed])
  func `every link is counted where it belongs`(seed: UInt64, direction: Graph.Direction) {
    var sketch = GraphSketch.random(seed: seed, largest: 20, direction: direction)
    if seed.isMultiple(of: 2) { sketch = sketch.weighted(seed: seed) }
    var chance = SplitMix64(seed: seed &+ 1000)
    let grouping = Grouping((0..<sketch.nodeCount).map { _ in chance.below(5) })
    let rolledUp = RolledUpGraph(sketch.graph, by: grouping)
    var within = [Int: RolledUpGraph.Total]()
    var between = [GraphSketch.Link: RolledUpGraph.Total]()
    for (place, link) in sketch.links.enumerated() {
      let weight = Double(sketch.weights?[place] ?? 1)
      var (from, to) = (grouping.groupOf[link.from], grouping.groupOf[link.to])
      if direction == .undirected { (from, to) = (min(from, to), max(from, to)) }
      let old = (from == to ? within[from] : between[.init(from, to)]) ?? RolledUpGraph.Total()
      let new = RolledUpGraph.Total(linkCount: old.linkCount + 1, weight: old.weight + weight)
      if from == to { within[from] = new } else { between[.init(from, to)] = new }
    }
    #expect(rolledUp.graph.nodeCount == grouping.groupCount)
    #expect(rolledUp.graph.direction == direction && rolledUp.graph.isSimple)
    #expect(rolledUp.sizes == grouping.sizes)
    #expect(rolledUp.within == (0..<grouping.groupCount).map { within[$0] ?? .init() })
    #expect(rolledUp.graph.linkCount == between.count)
    for (place, link) in rolledUp.graph.links.enumerated() {
      let total = between[.init(Int(link.from.position), Int(link.to.position))]
      #expect(rolledUp.between[place] == total)
      #expect(rolledUp.graph.weight(from: link.from, to: link.to) == total?.weight)
    }
    #expect(rolledUp.total.linkCount == sketch.links.count)
    #expect(rolledUp.total.weight == sketch.weights?.reduce(0) { $0 + Double($1) } ?? Double(sketch.links.count))
  }

  @Test func `each in its own group leaves the graph as it is but for parallel links and loops`() {
    let sketch = GraphSketch(nodeCount: 3, links: [.init(0, 1), .init(1, 0), .init(1, 2), .init(2, 2)])
    let rolledUp = RolledUpGraph(sketch.graph, by: Grouping(0..<3))
    #expect(rolledUp.graph.links == sketch.graph.simplified.links)
    #expect(rolledUp.between == [.init(linkCount: 2, weight: 2), .init(linkCount: 1, weight: 1)])
    #expect(rolledUp.within == [.init(), .init(), .init(linkCount: 1, weight: 1)])
  }

  @Test func `huge weights do not overflow`() {
    let huge = Float.greatestFiniteMagnitude
    let sketch = GraphSketch(nodeCount: 3, links: [.init(0, 2), .init(1, 2)], weights: [huge, huge])
    let rolledUp = RolledUpGraph(sketch.graph, by: Grouping([0, 0, 1]))
    #expect(rolledUp.between == [.init(linkCount: 2, weight: 2 * Double(huge))])
    #expect(rolledUp.graph.weight(from: NodeIndex(0), to: NodeIndex(1)) == Double(huge))
  }
}
