import Graphs
import TestSupport
import Testing

struct BiconnectedComponentsTests {
  @Test func `every link of a path is a component, a ring is one`() {
    let path = BiconnectedComponents(of: GraphSketch.path(4).graph)
    #expect(path.count == 3)
    #expect(path.members.map { $0.map(\.position) } == [[0, 1], [1, 2], [2, 3]])
    #expect(path.cutNodes.map(\.position) == [1, 2])
    let ring = BiconnectedComponents(of: GraphSketch.ring(5).graph)
    #expect(ring.members.map { $0.map(\.position) } == [[0, 1, 2, 3, 4]])
    #expect(ring.cutNodes == [])
  }

  @Test func `isolated nodes are in none, nor are loops`() {
    let components = BiconnectedComponents(
      of: GraphSketch(nodeCount: 4, links: [.init(1, 1), .init(2, 1), .init(1, 2)]).graph)
    #expect(components.count == 1)
    #expect((0..<3).map { components.component(ofLink: $0) } == [nil, 0, 0])
    #expect(components.members.map { $0.map(\.position) } == [[1, 2]])
    #expect(BiconnectedComponents(of: Graph(nodeCount: 0, links: [])).count == 0)
  }

  @Test func `published: the kite is its eight, and two links of the tail`() {
    #expect(
      BiconnectedComponents(of: GraphSketch.kite.graph).members.map { $0.map(\.position) }
        == [[0, 1, 2, 3, 4, 5, 6, 7], [7, 8], [8, 9]])
  }

  @Test(arguments: UInt64(1)...150, [Graph.Direction.undirected, .directed])
  func `two links are together that no node separates`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 9, direction: direction).ordered
    let components = BiconnectedComponents(of: sketch.graph)
    let naive = NaiveComponents.blocks(in: sketch)
    // The naive block of a link is the place of its first link.
    let names = Set(naive.compactMap(\.self)).sorted()
    #expect(
      sketch.links.indices.map { components.component(ofLink: $0) }
        == naive.map { block in block.flatMap { names.firstIndex(of: $0) } }, "\(sketch)")
    #expect(components.count == names.count)
    for (number, name) in names.enumerated() {
      let ends = sketch.links.indices.filter { naive[$0] == name }.flatMap {
        [sketch.links[$0].from, sketch.links[$0].to]
      }
      #expect(components.members[number].map { Int($0.position) } == Set(ends).sorted(), "\(sketch)")
    }
    #expect(components.cutNodes == CutNodes(of: sketch.graph).nodes)
  }

  @Test(arguments: UInt64(1)...100) func `the cut nodes are those in more than one`(seed: UInt64) {
    let components = BiconnectedComponents(of: GraphSketch.random(seed: seed, largest: 40).graph)
    var counts: [NodeIndex: Int] = [:]
    for node in components.members.joined() { counts[node, default: 0] += 1 }
    #expect(counts.filter { $0.value > 1 }.keys.sorted() == components.cutNodes)
  }
}
