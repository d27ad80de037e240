import NetworkAnalysis
import NetworkFiles
import NetworkFormats
import Networks
import TestSupport
import Testing

struct RouteTests {
  private func route(_ start: String, _ end: String, _ network: Network) -> Route? {
    Route(from: .init(start), to: .init(end), in: NetworkIndex(network))
  }

  /// The actors of the way, both ends included.
  private func actors(_ route: Route?) -> [String]? {
    route.map { $0.steps.prefix(1).map(\.from.rawValue) + $0.steps.map(\.to.rawValue) }
  }

  @Test func `a tie is one step and so is a shared collaboration`() {
    let network = Network.of(
      actors: ["a", "b", "c"], collaborations: ["forum"], memberships: [("b", "forum"), ("c", "forum")],
      ties: [("a", "b")])
    #expect(actors(route("a", "b", network)) == ["a", "b"])
    #expect(actors(route("b", "c", network)) == ["b", "c"])
    #expect(actors(route("a", "c", network)) == ["a", "b", "c"])
  }

  @Test func `one shared collaboration is shorter than two ties, and one tie than two collaborations`() {
    let byCollaboration = Network.of(
      actors: ["a", "b", "c"], collaborations: ["forum"], memberships: [("a", "forum"), ("c", "forum")],
      ties: [("a", "b"), ("b", "c")])
    #expect(actors(route("a", "c", byCollaboration)) == ["a", "c"])
    let byTie = Network.of(
      actors: ["a", "b", "c"], collaborations: ["forum", "projekt"],
      memberships: [("a", "forum"), ("b", "forum"), ("b", "projekt"), ("c", "projekt")], ties: [("c", "a")])
    #expect(actors(route("a", "c", byTie)) == ["a", "c"])
  }

  @Test func `the direction of a tie does not matter`() {
    let network = Network.of(actors: ["a", "b", "c"], ties: [("b", "a"), ("b", "c")])
    #expect(actors(route("a", "c", network)) == ["a", "b", "c"])
    #expect(actors(route("c", "a", network)) == ["c", "b", "a"])
  }

  @Test func `a step lists all that links the two, with its sources`() throws {
    let source = try #require(SourceReference("ramboll-2021 §6.5"))
    let other = try #require(SourceReference("tillvaxtverket-2021"))
    var network = Network.of(
      actors: ["a", "b", "c"], collaborations: ["råd", "forum", "enskilt"],
      memberships: [
        ("a", "råd"), ("b", "råd"), ("b", "råd"), ("a", "forum"), ("b", "forum"), ("c", "forum"), ("a", "enskilt"),
      ],
      ties: [("a", "b"), ("b", "a"), ("b", "c"), ("a", "a")])
    for position in network.memberships.indices { network.memberships[position].sources = [source] }
    for position in network.ties.indices { network.ties[position].sources = [other, source] }
    network.memberships[2].role = .chair
    let step = try #require(route("a", "b", network)?.steps.first)
    #expect(
      Set(step.links) == [
        .tie(network.ties[0]), .tie(network.ties[1]),
        .shared("råd", first: [network.memberships[0]], second: [network.memberships[1], network.memberships[2]]),
        .shared("forum", first: [network.memberships[3]], second: [network.memberships[4]]),
      ])
    #expect(step.links.count == 4)
    #expect(step.links.allSatisfy { sources(of: $0).allSatisfy { !$0.isEmpty } })
  }

  @Test func `there is no way where none is recorded`() {
    let network = Network.of(
      actors: ["a", "b", "c", "d"], collaborations: ["forum", "projekt"],
      memberships: [("a", "forum"), ("b", "forum"), ("c", "projekt")], ties: [("d", "c")])
    #expect(route("a", "c", network) == nil)
    #expect(route("d", "b", network) == nil)
    #expect(route("a", "b", network) != nil)
  }

  @Test func `there is no way to or from somebody who is not in the network`() {
    let network = Network.of(actors: ["a"], collaborations: ["forum"], memberships: [("a", "forum")])
    #expect(route("a", "x", network) == nil)
    #expect(route("x", "a", network) == nil)
    #expect(route("x", "x", network) == nil)
    #expect(route("a", "forum", network) == nil)
  }

  @Test func `to oneself there is no step to take`() {
    #expect(route("a", "a", .of(actors: ["a"], ties: [("a", "a")]))?.steps == [])
  }

  @Test func `what a source says does not exist is no step`() throws {
    var network = Network.of(
      actors: ["a", "b", "c"], collaborations: ["forum"], memberships: [("a", "forum"), ("b", "forum")],
      ties: [("a", "b"), ("a", "c"), ("c", "b")])
    network.ties[0].status = .absent
    network.memberships[1].status = .absent
    #expect(actors(route("a", "b", network)) == ["a", "c", "b"])
    network.ties[2].status = .absent
    #expect(route("a", "b", network) == nil)
    network.memberships[1].status = .active
    let step = try #require(route("a", "b", network)?.steps.first)
    #expect(step.links == [.shared("forum", first: [network.memberships[0]], second: [network.memberships[1]])])
  }

  @Test(arguments: UInt64(1)...100) func `it agrees with all distances counted the long way`(seed: UInt64) {
    let network = Network.random(seed: seed)
    let index = NetworkIndex(network)
    let ties = network.ties.filter { $0.status != .absent }
    let memberships = network.memberships.filter { $0.status != .absent }
    func tiesBetween(_ a: NetworkActor.ID, _ b: NetworkActor.ID) -> [Tie] {
      ties.filter { ($0.from == a && $0.to == b) || ($0.from == b && $0.to == a) }
    }
    func collaborations(_ a: NetworkActor.ID) -> Set<Collaboration.ID> {
      Set(memberships.filter { $0.actor == a }.map(\.collaboration))
    }
    let actors = network.actors.map(\.id)
    var sketch = GraphSketch(nodeCount: actors.count, links: [])
    for (first, a) in actors.enumerated() {
      for (second, b) in actors.enumerated() where first < second {
        if !tiesBetween(a, b).isEmpty || !collaborations(a).isDisjoint(with: collaborations(b)) {
          sketch.links.append(.init(first, second))
        }
      }
    }
    let distances = NaiveAlgorithms.distances(in: sketch)
    for (first, a) in actors.enumerated() {
      for (second, b) in actors.enumerated() {
        let route = Route(from: a, to: b, in: index)
        #expect(route?.steps.count == distances[first][second])
        guard let route, first != second else { continue }
        #expect(route.steps.first?.from == a)
        #expect(route.steps.last?.to == b)
        #expect(zip(route.steps, route.steps.dropFirst()).allSatisfy { $0.to == $1.from })
        for step in route.steps {
          let expected =
            tiesBetween(step.from, step.to).map(Route.Step.Link.tie)
            + collaborations(step.from).intersection(collaborations(step.to)).map { shared in
              .shared(
                shared, first: memberships.filter { $0.actor == step.from && $0.collaboration == shared },
                second: memberships.filter { $0.actor == step.to && $0.collaboration == shared })
            }
          #expect(!expected.isEmpty)
          #expect(step.links.count == expected.count)
          #expect(Set(step.links) == Set(expected))
        }
      }
    }
  }

  @Test func `in the real network Gotland reaches Skolverket by steps that all have sources`() throws {
    let home = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let network = try NetworkLibrary(home: home).folder("kompetensforsorjning").read().network
    let there = try #require(route("region-gotland", "skolverket", network))
    #expect(there.steps.first?.from == "region-gotland")
    #expect(there.steps.last?.to == "skolverket")
    let known = Set(network.sources.map(\.id))
    for step in there.steps {
      #expect(!step.links.isEmpty)
      for sources in step.links.flatMap({ sources(of: $0) }) {
        #expect(!sources.isEmpty)
        #expect(sources.allSatisfy { known.contains($0.source) })
      }
    }
    #expect(route("skolverket", "region-gotland", network)?.steps.count == there.steps.count)
  }

  /// The sources of each record that makes up the link.
  private func sources(of link: Route.Step.Link) -> [[SourceReference]] {
    switch link {
    case .tie(let tie): [tie.sources]
    case .shared(_, let first, let second): (first + second).map(\.sources)
    }
  }
}
