import Graphs
import TestSupport
import Testing

struct TwoModeGraphTests {
  @Test(arguments: UInt64(1)...200, [Graph.Direction.undirected, .directed])
  func `it keeps every link once, without direction`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch = TwoModeSketch.random(seed: seed, largest: 15, direction: direction)
    let twoMode = try sketch.twoMode
    #expect(twoMode.graph.direction == .undirected)
    #expect(twoMode.graph.isSimple)
    for node in twoMode.graph.nodes {
      let neighbors = Set(twoMode.graph.neighbors(of: node).map { Int($0.position) })
      #expect(neighbors == sketch.neighbors[Int(node.position)])
      #expect(twoMode[node] == sketch.modes[Int(node.position)])
    }
    for mode in TwoModeGraph.Mode.allCases {
      #expect(twoMode.nodes(of: mode).map { Int($0.position) } == sketch.nodes(of: mode))
      #expect(twoMode.count(of: mode) == sketch.nodes(of: mode).count)
      #expect(twoMode.exchanged.nodes(of: mode.other) == twoMode.nodes(of: mode))
    }
  }

  @Test(arguments: UInt64(1)...200, [Graph.Direction.undirected, .directed])
  func `links within a mode are an error that names them all`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 10, direction: direction)
    let modes = (0..<sketch.nodeCount).map { $0 % 3 == 0 ? TwoModeGraph.Mode.second : .first }
    let graph = sketch.graph
    let wrong = graph.links.filter { modes[Int($0.from.position)] == modes[Int($0.to.position)] }
    if wrong.isEmpty {
      #expect(throws: Never.self) { try TwoModeGraph(graph, modes: modes) }
    } else {
      let error = #expect(throws: TwoModeGraph.LinksWithinModes.self) { try TwoModeGraph(graph, modes: modes) }
      #expect(error?.links == wrong)
    }
  }

  @Test(arguments: UInt64(1)...300) func `modes are found unless there is an odd cycle`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 9, direction: seed.isMultiple(of: 2) ? .directed : .undirected)
    // The long way: any of the ways to give modes that fits.
    let fits = (0..<1 << sketch.nodeCount).contains { ways in
      sketch.links.allSatisfy { (ways >> $0.from) & 1 != (ways >> $0.to) & 1 }
    }
    do {
      let twoMode = try TwoModeGraph(findingModesIn: sketch.graph)
      #expect(fits)
      for link in sketch.links { #expect(twoMode.modes[link.from] != twoMode.modes[link.to]) }
      let components = NaiveAlgorithms.components(in: sketch)
      for (node, component) in components.enumerated() where components.firstIndex(of: component) == node {
        #expect(twoMode.modes[node] == .first)
      }
    } catch {
      #expect(!fits)
      let cycle = error.nodes.map { Int($0.position) }
      #expect(cycle.count % 2 == 1)
      #expect(Set(cycle).count == cycle.count)
      for (place, node) in cycle.enumerated() {
        let next = cycle[(place + 1) % cycle.count]
        #expect(sketch.links.contains { $0 == .init(node, next) || $0 == .init(next, node) })
      }
    }
  }
}
