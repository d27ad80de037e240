import Graphs
import TestSupport
import Testing

struct CutNodesTests {
  private func cutNodes(_ sketch: GraphSketch) -> [Int] { CutNodes(of: sketch.graph).nodes.map { Int($0.position) } }

  @Test func `closed forms: the hub of a star, the inner nodes of a path, none of a ring`() {
    #expect(cutNodes(.star(leaves: 3)) == [0])
    #expect(cutNodes(.star(leaves: 1)) == [])
    #expect(cutNodes(.path(5)) == [1, 2, 3])
    #expect(cutNodes(.ring(5)) == [])
    #expect(cutNodes(.complete(4)) == [])
    #expect(cutNodes(GraphSketch(nodeCount: 0, links: [])) == [])
  }

  @Test func `published: Heather and Ike of the kite, four families of Florence, the instructor of the karate club`() {
    #expect(cutNodes(.kite) == [7, 8])
    #expect(
      cutNodes(.florence).map { GraphSketch.florentineFamilies[$0] } == ["Albizzi", "Guadagni", "Medici", "Salviati"])
    #expect(cutNodes(PublishedNetworks.karateClub) == [0])
  }

  @Test(arguments: UInt64(1)...400, [Graph.Direction.undirected, .directed])
  func `without them there are more components`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 12, direction: direction)
    #expect(cutNodes(sketch) == NaiveComponents.cutNodes(in: sketch), "\(sketch)")
  }

  @Test func `a very long path needs no deep stack`() {
    #expect(CutNodes(of: GraphSketch.path(200_000).graph).nodes.count == 199_998)
  }
}
