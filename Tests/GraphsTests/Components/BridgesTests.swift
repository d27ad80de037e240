import Graphs
import TestSupport
import Testing

struct BridgesTests {
  @Test func `closed forms: all links of a star and a path, none of a ring`() {
    #expect(Bridges(of: GraphSketch.star(leaves: 3).graph).places == [0, 1, 2])
    #expect(Bridges(of: GraphSketch.path(5).graph).places == [0, 1, 2, 3])
    #expect(Bridges(of: GraphSketch.ring(5).graph).places == [])
    #expect(Bridges(of: Graph(nodeCount: 2, links: [])).links == [])
  }

  @Test func `parallel links and loops are no bridges, nor is a link with one back`() {
    let links: [GraphSketch.Link] = [.init(0, 1), .init(1, 0), .init(1, 2), .init(2, 2), .init(2, 3), .init(2, 3)]
    #expect(Bridges(of: GraphSketch(nodeCount: 4, links: links).graph).places == [2])
    let directed = Bridges(of: GraphSketch(nodeCount: 4, links: links, direction: .directed).graph)
    #expect(directed.places == [2])
    #expect(directed.links == [.init(NodeIndex(1), NodeIndex(2))])
  }

  @Test func `a directed bridge is given in its direction`() {
    let bridges = Bridges(of: GraphSketch(nodeCount: 3, links: [.init(2, 0), .init(1, 0)], direction: .directed).graph)
    #expect(bridges.links == [.init(NodeIndex(1), NodeIndex(0)), .init(NodeIndex(2), NodeIndex(0))])
  }

  @Test func `published: five marriages of Florence, one tie of the karate club`() {
    let graph = GraphSketch.florence.graph
    let names = Bridges(of: graph).links.map { link in
      [link.from, link.to].map { GraphSketch.florentineFamilies[Int($0.position)] }.joined(separator: " ")
    }
    #expect(
      Set(names) == [
        "Acciaiuoli Medici", "Albizzi Ginori", "Guadagni Lamberteschi", "Medici Salviati", "Pazzi Salviati",
      ])
    #expect(Bridges(of: PublishedNetworks.karateClub.graph).links == [.init(NodeIndex(0), NodeIndex(11))])
  }

  @Test(arguments: UInt64(1)...400, [Graph.Direction.undirected, .directed])
  func `without one of them there are more components`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 12, direction: direction).ordered
    let bridges = Bridges(of: sketch.graph)
    #expect(bridges.places == NaiveComponents.bridges(in: sketch), "\(sketch)")
    let links = sketch.graph.links
    #expect(bridges.links == bridges.places.map { links[$0] })
  }
}
