import Graphs
import TestSupport
import Testing

struct ShortestPathTests {
  private func path(_ start: Int, _ end: Int, _ sketch: GraphSketch) -> [Int]? {
    ShortestPath().nodes(from: NodeIndex(start), to: NodeIndex(end), in: sketch.graph)?.map { Int($0.position) }
  }

  @Test func `from a node to itself it is the node`() {
    #expect(path(1, 1, GraphSketch(nodeCount: 2, links: [])) == [1])
    #expect(path(1, 1, GraphSketch(nodeCount: 2, links: [.init(1, 1), .init(0, 1)])) == [1])
  }

  @Test func `there is none between parts that do not meet`() {
    #expect(path(0, 3, GraphSketch(nodeCount: 4, links: [.init(0, 1), .init(2, 3)])) == nil)
  }

  @Test func `it follows the direction of the links`() {
    let sketch = GraphSketch.path(4, direction: .directed)
    #expect(path(0, 3, sketch) == [0, 1, 2, 3])
    #expect(path(3, 0, sketch) == nil)
    #expect(path(3, 0, .ring(4, direction: .directed)) == [3, 0])
  }

  @Test func `of several equally short ways it is the first in the order of the nodes`() {
    // By 1 and 4 or by 2 and 3: at the first parting 1 comes before 2, whatever follows.
    let links: [GraphSketch.Link] = [.init(0, 1), .init(0, 2), .init(1, 4), .init(2, 3), .init(4, 5), .init(3, 5)]
    #expect(path(0, 5, GraphSketch(nodeCount: 6, links: links)) == [0, 1, 4, 5])
    #expect(path(0, 5, GraphSketch(nodeCount: 6, links: links.reversed())) == [0, 1, 4, 5])
  }

  @Test(arguments: UInt64(1)...100, [Graph.Direction.undirected, .directed])
  func `it is the first of all shortest paths as listed`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 8, direction: direction)
    for start in 0..<sketch.nodeCount {
      for end in 0..<sketch.nodeCount {
        let listed = NaiveAlgorithms.shortestPaths(from: start, to: end, in: sketch)
        let first = listed.min { $0.lexicographicallyPrecedes($1) }
        #expect(path(start, end, sketch) == first, "from \(start) to \(end), \(sketch)")
      }
    }
  }

  @Test(arguments: UInt64(1)...30, [Graph.Direction.undirected, .directed])
  func `it goes over links and is as long as the distance`(seed: UInt64, direction: Graph.Direction) {
    let sketch = GraphSketch.random(seed: seed, largest: 30, direction: direction)
    let distances = NaiveAlgorithms.distances(in: sketch)
    for start in 0..<sketch.nodeCount {
      for end in 0..<sketch.nodeCount {
        let path = path(start, end, sketch)
        #expect(path.map { $0.count - 1 } == distances[start][end])
        guard let path else { continue }
        #expect(path.first == start && path.last == end)
        for (from, to) in zip(path, path.dropFirst()) {
          #expect(NaiveAlgorithms.steps(from: from, in: sketch).contains(to))
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...30) func `without directions the way back is as long`(seed: UInt64) {
    let sketch = GraphSketch.random(seed: seed, largest: 20)
    for start in 0..<sketch.nodeCount {
      for end in 0..<start {
        #expect(path(start, end, sketch)?.count == path(end, start, sketch)?.count)
      }
    }
  }
}
