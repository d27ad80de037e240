import Graphs
import TestSupport
import Testing

struct ReachableNodesTests {
  @Test(arguments: UInt64(1)...200, [nil, 0, 1, 2, 5])
  func `they are those at a distance, by it`(seed: UInt64, limit: Int?) {
    let direction: Graph.Direction = seed.isMultiple(of: 2) ? .directed : .undirected
    let sketch = GraphSketch.random(seed: seed, largest: 14, direction: direction)
    let graph = sketch.graph
    let distances = NaiveAlgorithms.distances(in: sketch)
    for start in 0..<sketch.nodeCount {
      let wanted = distances[start].map { distance in distance.flatMap { $0 <= limit ?? .max ? $0 : nil } }
      let reached = wanted.indices.filter { wanted[$0] != nil }
      let search = ReachableNodes(atMostLinks: limit)
      let nodes = search.nodes(from: NodeIndex(start), in: graph).positions
      #expect(nodes == reached.sorted { (wanted[$0] ?? 0, $0) < (wanted[$1] ?? 0, $1) }, "\(sketch)")
      let found = search.distances(from: NodeIndex(start), in: graph)
      #expect(values(found, in: graph) == wanted.map { $0.map(Double.init) })
      let layers = search.layers(from: NodeIndex(start), in: graph)
      #expect(!layers.contains { $0.isEmpty })
      for (distance, layer) in layers.enumerated() {
        #expect(layer.positions == wanted.indices.filter { wanted[$0] == distance })
      }
    }
  }

  @Test func `directions are followed`() {
    let graph = GraphSketch.path(4, direction: .directed).graph
    #expect(ReachableNodes().nodes(from: NodeIndex(1), in: graph).positions == [1, 2, 3])
    #expect(ReachableNodes().nodes(from: NodeIndex(1), in: graph.reversed).positions == [1, 0])
  }
}
