import Graphs
import TestSupport
import Testing

struct DiameterTests {
  @Test func `it is the largest eccentricity of the largest component, and the radius the smallest`() throws {
    for seed in UInt64(1)...600 {
      let sketch = GraphSketch.various(seed: seed, largest: 30)
      let graph = sketch.graph
      guard sketch.nodeCount > 0 else {
        #expect(try Diameter().result(of: graph) == nil)
        continue
      }
      let matrix = NaiveDistances.matrix(of: sketch, direction: .either)
      let components = NaiveAlgorithms.components(in: sketch)
      let sizes = Dictionary(components.map { ($0, 1) }, uniquingKeysWith: +)
      let largest = sizes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
      let furthest = components.indices.filter { components[$0] == largest }
        .map { node in matrix[node].filter { $0 < .infinity }.max() ?? 0 }
      let result = try #require(try Diameter().result(of: graph))
      #expect(Double(result.diameter) == furthest.max() && Double(result.radius) == furthest.min(), "\(sketch)")
      #expect(result.nodeCount == furthest.count && (1...furthest.count).contains(result.searchCount))
    }
  }

  @Test(arguments: [1, 2, 5, 8, 40]) func `a path is as long as it is, and half of that from the middle`(count: Int)
    throws
  {
    let result = try #require(try Diameter().result(of: GraphSketch.path(count).graph))
    #expect(result.diameter == count - 1 && result.radius == count / 2)
  }

  @Test func `few searches are enough where there is a middle`() throws {
    var chance = SplitMix64(seed: 4)
    let links = (1..<3000).map { GraphSketch.Link($0, chance.below($0)) }
    let result = try #require(try Diameter().result(of: GraphSketch(nodeCount: 3000, links: links).graph))
    #expect(result.searchCount < 60)
  }
}
