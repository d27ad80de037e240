import Graphs
import TestSupport
import Testing

struct WidestPathTests {
  private func first(_ ways: [NaivePaths.Way]) -> NaivePaths.Way? {
    ways.min { NaivePaths.Way.isBefore($0, $1, .one) }
  }

  /// With more different weights than the others' sketches, as nothing is added up here.
  private func sketch(_ seed: UInt64) -> GraphSketch {
    let sketch = NaivePaths.sketch(seed: seed, largest: 7)
    return seed.isMultiple(of: 5) ? sketch : sketch.weighted(seed: seed)
  }

  @Test(arguments: UInt64(1)...250) func `its weakest link is the strongest of all ways as listed`(seed: UInt64) {
    let sketch = sketch(seed)
    let graph = sketch.graph
    for start in 0..<sketch.nodeCount {
      let widths = WidestPath().widths(from: NodeIndex(start), in: graph)
      for end in 0..<sketch.nodeCount {
        let ways = NaivePaths.ways(from: start, to: end, in: sketch, heaviest: true)
        let width = ways.compactMap { $0.weights.min() }.max()
        let best = first(ways.filter { $0.weights.min() == width })
        let path = WidestPath().path(from: NodeIndex(start), to: NodeIndex(end), in: graph)
        #expect(path?.nodes.positions == best?.nodes, "from \(start) to \(end), \(sketch)")
        #expect(path?.width == width)
        #expect(path?.weakLinkCount ?? 0 == 0)
        #expect(widths[NodeIndex(end)] == width)
      }
    }
  }

  @Test(arguments: UInt64(1)...200, [0.1, 0.5, 2, 9])
  func `it has the fewest weak links of all ways as listed`(seed: UInt64, threshold: Double) {
    let sketch = sketch(seed)
    let graph = sketch.graph
    let search = WidestPath(aim: .fewestLinks(weakerThan: threshold))
    for start in 0..<sketch.nodeCount {
      for end in 0..<sketch.nodeCount {
        let ways = NaivePaths.ways(from: start, to: end, in: sketch, heaviest: true)
        let fewest = ways.map { $0.weights.count { $0 < threshold } }.min()
        let best = first(ways.filter { $0.weights.count { $0 < threshold } == fewest })
        let path = search.path(from: NodeIndex(start), to: NodeIndex(end), in: graph)
        #expect(path?.nodes.positions == best?.nodes, "from \(start) to \(end), \(sketch)")
        #expect(path?.weakLinkCount == fewest)
        #expect(path?.width == best?.weights.min())
      }
    }
  }

  @Test func `strong links go a long way round`() {
    let links: [GraphSketch.Link] = [.init(0, 3), .init(0, 1), .init(1, 2), .init(2, 3)]
    let graph = GraphSketch(nodeCount: 4, links: links, weights: [1, 3, 2, 3]).graph
    let path = WidestPath().path(from: NodeIndex(0), to: NodeIndex(3), in: graph)
    #expect(path?.nodes.positions == [0, 1, 2, 3])
    #expect(path?.width == 2)
    let short = WidestPath(aim: .fewestLinks(weakerThan: 1)).path(from: NodeIndex(0), to: NodeIndex(3), in: graph)
    #expect(short?.nodes.positions == [0, 3])
    #expect(short?.width == 1)
  }
}
