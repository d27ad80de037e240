import Graphs
import TestSupport
import Testing

struct TriadCensusTests {
  private func named(_ counts: TriadCensus.Counts) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: TriadCensus.Kind.allCases.map { ($0.description, counts[$0]) }).filter {
      $0.value > 0
    }
  }

  @Test func `a directed ring of three, a path and a complete graph`() throws {
    #expect(named(try TriadCensus().counts(in: GraphSketch.ring(3, direction: .directed).graph)) == ["030C": 1])
    #expect(named(try TriadCensus().counts(in: GraphSketch.path(3, direction: .directed).graph)) == ["021C": 1])
    #expect(named(try TriadCensus().counts(in: GraphSketch.complete(6).graph)) == ["300": 20])
    #expect(named(try TriadCensus().counts(in: GraphSketch.star(leaves: 4).graph)) == ["201": 6, "003": 4])
    for count in 0...2 {
      for direction in bothDirections {
        #expect(try TriadCensus().counts(in: Graph(nodeCount: count, links: [], direction: direction)).total == 0)
      }
    }
    #expect(try TriadCensus().counts(in: GraphSketch.path(2).graph).total == 0)
  }

  /// Wasserman & Faust (1994), table 14.3.
  @Test func `published: the managers' friendships`() throws {
    let counts = try TriadCensus().counts(in: PublishedNetworks.managersFriendships.graph)
    #expect(
      TriadCensus.Kind.allCases.map { counts[$0] }
        == [376, 366, 143, 114, 34, 35, 39, 101, 23, 0, 20, 16, 25, 9, 23, 6])
    #expect(counts.total == 1330)
  }

  @Test(arguments: UInt64(1)...250, bothDirections)
  func `agrees with looking at every triple`(seed: UInt64, direction: Graph.Direction) throws {
    let sketch =
      seed % 2 == 0
      ? GraphSketch.dense(seed: seed, largest: 9, direction: direction)
      : GraphSketch.random(seed: seed, largest: 12, direction: direction)
    #expect(named(try TriadCensus().counts(in: sketch.graph)) == NaiveMixing.triads(sketch), "\(sketch)")
  }

  @Test(arguments: UInt64(1)...30) func `turned round, down is up and up is down`(seed: UInt64) throws {
    let graph = GraphSketch.dense(seed: seed, largest: 30, direction: .directed).graph
    let (counts, turned) = (try TriadCensus().counts(in: graph), try TriadCensus().counts(in: graph.reversed))
    let pairs: [(TriadCensus.Kind, TriadCensus.Kind)] = [(._021D, ._021U), (._111D, ._111U), (._120D, ._120U)]
    for (down, up) in pairs { #expect(counts[down] == turned[up] && counts[up] == turned[down]) }
    for kind in [TriadCensus.Kind._003, ._012, ._102, ._021C, ._030T, ._030C, ._201, ._120C, ._210, ._300] {
      #expect(counts[kind] == turned[kind])
    }
  }

  @Test(arguments: bothDirections) func `the number of cores changes nothing, and cancelling throws`(
    direction: Graph.Direction
  ) throws {
    let graph = GraphSketch.dense(seed: 7, largest: 300, direction: direction).graph
    #expect(
      try TriadCensus().counts(in: graph, work: Work(coreCount: 1))
        == TriadCensus().counts(in: graph, work: Work(coreCount: 3)))
    let work = Work()
    work.cancel()
    #expect(throws: CancellationError.self) { try TriadCensus().counts(in: graph, work: work) }
  }
}
