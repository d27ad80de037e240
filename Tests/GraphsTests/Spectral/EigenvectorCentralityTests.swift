import Graphs
import TestSupport
import Testing

struct EigenvectorCentralityTests {
  private func scores(
    _ sketch: GraphSketch, _ measure: EigenvectorCentrality = EigenvectorCentrality()
  ) throws -> [Double?] {
    let graph = sketch.graph
    return values(try measure.scores(in: graph), in: graph)
  }

  @Test(arguments: UInt64(1)...300)
  func `agrees with multiplying for ever`(seed: UInt64) throws {
    var sketch = GraphSketch.random(seed: seed, largest: 9)
    if seed % 2 == 0 { sketch = sketch.weighted(seed: seed) }
    guard !sketch.links.isEmpty else { return #expect(try scores(sketch).allSatisfy { $0 == nil }) }
    let expected = NaiveSpectral.repeated(NaiveSpectral.adjacency(sketch))
    expectEqual(try scores(sketch), expected, within: 1e-7, sketch.description)
  }

  @Test(arguments: UInt64(1)...300)
  func `agrees with multiplying for ever along directed links, or says that it takes that long`(seed: UInt64) throws {
    var sketch = GraphSketch.random(seed: seed, largest: 9, direction: .directed)
    if seed % 2 == 0 { sketch = sketch.weighted(seed: seed) }
    let matrix = NaiveSpectral.transposed(NaiveSpectral.adjacency(sketch))
    let expected = NaiveSpectral.repeated(matrix)
    do {
      let result = try scores(sketch, EigenvectorCentrality(mostSteps: 2000))
      // A power as high as there are nodes leaves something only where links go round.
      let power = (0..<sketch.nodeCount).reduce(NaiveSpectral.identity(sketch.nodeCount)) { power, _ in
        NaiveSpectral.product(power, matrix)
      }
      guard power.joined().contains(where: { $0 > 0 }) else { return #expect(result.allSatisfy { $0 == nil }) }
      expectEqual(result, expected, within: 1e-6, sketch.description)
    } catch SpectralError.notConverged(let steps, let residual) {
      #expect(steps == 2000 && residual > 1e-10)
      let sooner = NaiveSpectral.repeated(matrix, doublings: 10)
      #expect(zip(sooner, expected).contains { abs($0 - $1) > 1e-9 }, "\(sketch)")
    }
  }

  @Test(arguments: UInt64(1)...60)
  func `each value is the neighbours' sum divided by the same number`(seed: UInt64) throws {
    let sketch = GraphSketch.random(seed: seed, largest: 60)
    guard !sketch.links.isEmpty else { return }
    let result = try scores(sketch, EigenvectorCentrality(normalization: .euclidean, tolerance: 1e-9))
      .map { $0 ?? .nan }
    let sums = NaiveSpectral.product(NaiveSpectral.adjacency(sketch), result)
    let value = zip(sums, result).reduce(0) { $0 + $1.0 * $1.1 }
    let rest = zip(sums, result).reduce(0) { $0 + ($1.0 - value * $1.1) * ($1.0 - value * $1.1) }.squareRoot()
    #expect(rest <= 2e-9 * value)
    #expect(abs(result.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12 && result.allSatisfy { $0 >= 0 })
  }

  @Test(arguments: 1...9)
  func `a star's hub has the square root of its leaves' number times what they have`(leaves: Int) throws {
    let leaf = 1 / Double(leaves).squareRoot()
    expectEqual(try scores(.star(leaves: leaves)), [1] + [Double](repeating: leaf, count: leaves))
  }

  @Test(arguments: 3...9) func `rings and complete graphs give all the same`(count: Int) throws {
    let same = [Double](repeating: 1, count: count)
    expectEqual(try scores(.ring(count)), same)
    expectEqual(try scores(.complete(count)), same)
    expectEqual(try scores(.ring(count, direction: .directed)), same)
    expectEqual(
      try scores(.ring(count), EigenvectorCentrality(normalization: .euclidean)),
      same.map { $0 / Double(count).squareRoot() })
  }

  @Test(arguments: [4, 7, 12, 90]) func `a path's values are a sine's`(count: Int) throws {
    var values = (1...count).map { place in sine(Double(place) / Double(count + 1)) }
    let most = values.max() ?? 1
    for place in values.indices { values[place] /= most }
    expectEqual(try scores(.path(count), EigenvectorCentrality(tolerance: 1e-12)), values, within: 1e-7)
  }

  /// The sine of a share of a half turn, from its series.
  private func sine(_ share: Double) -> Double {
    let angle = share * Double.pi
    return (1...20).reduce((angle, angle)) { sum, place in
      let term = -sum.1 * angle * angle / Double(2 * place * (2 * place + 1))
      return (sum.0 + term, term)
    }.0
  }

  @Test func `the part with the largest eigenvalue has it all, and equal parts share`() throws {
    let triangle: [GraphSketch.Link] = [.init(0, 1), .init(1, 2), .init(2, 0)]
    let unequal = GraphSketch(nodeCount: 6, links: triangle + [.init(3, 4)])
    #expect(try scores(unequal) == [1, 1, 1, 0, 0, 0])
    let equal = GraphSketch(nodeCount: 6, links: triangle + [.init(3, 4), .init(4, 5), .init(5, 3)])
    expectEqual(try scores(equal), [1, 1, 1, 1, 1, 1])
  }

  @Test(arguments: [1e-30 as Float, 1e-6, 1e6, 1e30]) func `the weights' unit does not matter`(unit: Float) throws {
    for direction in [Graph.Direction.undirected, .directed] {
      var sketch = GraphSketch.kite
      sketch.direction = direction
      sketch.links.append(.init(9, 0))
      let plain = try scores(sketch).compactMap(\.self)
      sketch.weights = sketch.links.map { _ in unit }
      expectEqual(try scores(sketch), plain, within: 1e-8)
    }
  }

  /// As an independent program finds them, to three decimals.
  @Test(arguments: [("Medici", 0.430), ("Strozzi", 0.356), ("Ridolfi", 0.342)])
  func `the Medici have the best linked of the Florentine families`(family: String, known: Double) throws {
    let position = try #require(GraphSketch.florentineFamilies.firstIndex(of: family))
    let value = try #require(try scores(.florence, EigenvectorCentrality(normalization: .euclidean))[position])
    #expect(abs(value - known) <= 0.0006)
  }

  @Test(arguments: [Graph.Direction.undirected, .directed])
  func `the number of cores changes no bit`(direction: Graph.Direction) throws {
    let graph = GraphSketch.large(seed: 2, direction: direction).graph
    let one = try EigenvectorCentrality(tolerance: 1e-6).scores(in: graph, work: Work(coreCount: 1))
    #expect(try EigenvectorCentrality(tolerance: 1e-6).scores(in: graph, work: Work(coreCount: 3)) == one)
  }

  @Test(arguments: [Graph.Direction.undirected, .directed])
  func `cancelled or not allowed enough steps it says so`(direction: Graph.Direction) {
    var sketch = GraphSketch.kite
    sketch.direction = direction
    sketch.links.append(.init(9, 0))
    let graph = sketch.graph
    let work = Work()
    work.cancel()
    #expect(throws: SpectralError.cancelled) { try EigenvectorCentrality().scores(in: graph, work: work) }
    #expect(throws: SpectralError.self) { try EigenvectorCentrality(mostSteps: 1).scores(in: graph) }
  }
}
