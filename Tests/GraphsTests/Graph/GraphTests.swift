import Graphs
import TestSupport
import Testing

struct GraphTests {
  private func neighbors(_ graph: Graph, _ node: Int) -> [Int] {
    graph.neighbors(of: NodeIndex(node)).map { Int($0.position) }
  }

  @Test func `the empty graph has no nodes and no links`() {
    let graph = Graph(nodeCount: 0, links: [])
    #expect(graph.nodeCount == 0)
    #expect(graph.linkCount == 0)
    #expect(graph.nodes.isEmpty)
  }

  @Test func `nodes without links are nodes all the same`() {
    let graph = Graph(nodeCount: 3, links: [])
    #expect(graph.nodes.map(\.position) == [0, 1, 2])
    #expect(graph.nodes.allSatisfy { graph.degree(of: $0) == 0 && graph.neighbors(of: $0).isEmpty })
  }

  @Test func `an undirected link stands at both ends`() {
    let graph = GraphSketch(nodeCount: 3, links: [.init(2, 0)]).graph
    #expect(graph.direction == .undirected)
    #expect(neighbors(graph, 0) == [2])
    #expect(neighbors(graph, 1) == [])
    #expect(neighbors(graph, 2) == [0])
    #expect(graph.linkCount == 1)
  }

  @Test func `a directed link stands where it begins`() {
    let graph = GraphSketch(nodeCount: 3, links: [.init(2, 0)], direction: .directed).graph
    #expect(graph.direction == .directed)
    #expect(neighbors(graph, 0) == [])
    #expect(neighbors(graph, 2) == [0])
    #expect(graph.linkCount == 1)
  }

  @Test func `a graph is undirected unless it is said to be directed`() {
    #expect(Graph(nodeCount: 1, links: []).direction == .undirected)
  }

  @Test func `parallel links are kept as they were given`() {
    let links: [GraphSketch.Link] = [.init(0, 1), .init(1, 0), .init(0, 1)]
    let undirected = GraphSketch(nodeCount: 2, links: links).graph
    #expect(neighbors(undirected, 0) == [1, 1, 1])
    #expect(neighbors(undirected, 1) == [0, 0, 0])
    #expect(undirected.linkCount == 3)
    let directed = GraphSketch(nodeCount: 2, links: links, direction: .directed).graph
    #expect(neighbors(directed, 0) == [1, 1])
    #expect(neighbors(directed, 1) == [0])
    #expect(directed.linkCount == 3)
  }

  @Test(arguments: [Graph.Direction.undirected, .directed])
  func `a loop stands once in its node's neighbours`(direction: Graph.Direction) {
    let graph = GraphSketch(nodeCount: 2, links: [.init(1, 1), .init(1, 1)], direction: direction).graph
    #expect(neighbors(graph, 0) == [])
    #expect(neighbors(graph, 1) == [1, 1])
    #expect(graph.degree(of: NodeIndex(1)) == 2)
    #expect(graph.linkCount == 2)
  }

  @Test(arguments: UInt64(1)...100, [Graph.Direction.undirected, .directed])
  func `neighbours are those of the list of links, sorted`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 40, direction: direction)
    let graph = sketch.graph
    #expect(graph.nodeCount == sketch.nodeCount)
    #expect(graph.linkCount == sketch.links.count)
    for node in 0..<sketch.nodeCount {
      let expected = NaiveAlgorithms.steps(from: node, in: sketch).sorted()
      #expect(neighbors(graph, node) == expected, "\(sketch)")
      #expect(graph.degree(of: NodeIndex(node)) == expected.count, "\(sketch)")
    }
  }

  @Test(arguments: UInt64(1)...50) func `the order of the links does not matter`(seed: UInt64) {
    let sketch = GraphSketch.random(seed: seed, largest: 20)
    var other = sketch
    other.links.reverse()
    for node in 0..<sketch.nodeCount { #expect(neighbors(sketch.graph, node) == neighbors(other.graph, node)) }
  }

  @Test(arguments: UInt64(1)...50) func `the ends of an undirected link are alike`(seed: UInt64) {
    let sketch = GraphSketch.random(seed: seed, largest: 20)
    var turned = sketch
    turned.links = sketch.links.map { .init($0.to, $0.from) }
    for node in 0..<sketch.nodeCount { #expect(neighbors(sketch.graph, node) == neighbors(turned.graph, node)) }
  }
}
