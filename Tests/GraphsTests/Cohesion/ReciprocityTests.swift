import Graphs
import TestSupport
import Testing

struct ReciprocityTests {
  @Test func `without direction every link is returned, and without links nothing is`() {
    for basis in [Reciprocity.Basis.links, .pairs] {
      #expect(Reciprocity(basis: basis).value(in: GraphSketch.kite.graph) == 1)
      #expect(Reciprocity(basis: basis).value(in: Graph(nodeCount: 3, links: [], direction: .directed)) == nil)
      let loop = GraphSketch(nodeCount: 1, links: [.init(0, 0)], direction: .directed).graph
      #expect(Reciprocity(basis: basis).value(in: loop) == nil)
      #expect(Reciprocity(basis: basis).scores(in: loop)[NodeIndex(0)] == nil)
    }
  }

  @Test func `a ring returns nothing, and of a pair and a link two thirds or a half`() {
    #expect(Reciprocity().value(in: GraphSketch.ring(3, direction: .directed).graph) == 0)
    let sketch = GraphSketch(nodeCount: 3, links: [.init(0, 1), .init(1, 0), .init(1, 2)], direction: .directed)
    #expect(Reciprocity().value(in: sketch.graph) == 2.0 / 3)
    #expect(Reciprocity(basis: .pairs).value(in: sketch.graph) == 0.5)
    #expect(values(Reciprocity().scores(in: sketch.graph), in: sketch.graph) == [1, 0.5, nil])
    #expect(values(Reciprocity(basis: .pairs).scores(in: sketch.graph), in: sketch.graph) == [1, 0.5, 0])
  }

  @Test func `published: 23 mutual and 56 asymmetric friendships among the managers`() {
    let graph = PublishedNetworks.managersFriendships.graph
    #expect(Reciprocity().value(in: graph) == 46.0 / 102)
    #expect(Reciprocity(basis: .pairs).value(in: graph) == 23.0 / 79)
  }

  @Test(arguments: UInt64(1)...300) func `agrees with the matrix`(seed: UInt64) {
    let sketch = GraphSketch.dense(seed: seed, largest: 8, direction: .directed)
    let matrix = NaiveCohesion.matrix(sketch).map { $0.map { $0 > 0 } }
    let nodes = 0..<sketch.nodeCount
    var (links, returned, pairs, mutual) = (0, 0, 0, 0)
    for a in nodes {
      var (own, back, partners) = (0, 0, 0)
      for b in nodes {
        if matrix[a][b] { own += 1 }
        if matrix[a][b], matrix[b][a] { back += 1 }
        if matrix[a][b] || matrix[b][a] { partners += 1 }
        if a < b, matrix[a][b] || matrix[b][a] { pairs += 1 }
        if a < b, matrix[a][b], matrix[b][a] { mutual += 1 }
      }
      links += own
      returned += back
      #expect(Reciprocity().scores(in: sketch.graph)[NodeIndex(a)] == (own == 0 ? nil : Double(back) / Double(own)))
      #expect(
        Reciprocity(basis: .pairs).scores(in: sketch.graph)[NodeIndex(a)]
          == (partners == 0 ? nil : Double(back) / Double(partners)))
    }
    #expect(Reciprocity().value(in: sketch.graph) == (links == 0 ? nil : Double(returned) / Double(links)), "\(sketch)")
    #expect(
      Reciprocity(basis: .pairs).value(in: sketch.graph) == (pairs == 0 ? nil : Double(mutual) / Double(pairs)),
      "\(sketch)")
  }
}
