import Graphs
import NetworkAnalysis
import Networks
import TestSupport
import Testing

/// A nation, a region and three towns: the town Ö is an island, and A and B reach the rest through the region alone.
struct GapQuestionsTests {
  private static var network: Network {
    var network = Network(profile: NetworkProfile(date: CalendarDate("2025")))
    network.sources = [
      Source(id: "gammal", title: "Den gamla", date: CalendarDate("2015")),
      Source(id: "ny", title: "Den nya", date: CalendarDate("2025")),
    ]
    let old = [SourceReference(source: "gammal")]
    let new = [SourceReference(source: "ny")]
    network.actors = [
      NetworkActor(id: "verket", name: "Verket", kind: .agency, level: .national),
      NetworkActor(id: "regionen", name: "Regionen", kind: .region, level: .regional),
      NetworkActor(id: "a", name: "A", kind: .municipality, level: .local),
      NetworkActor(id: "b", name: "B", kind: .municipality, level: .local),
      NetworkActor(id: "o", name: "Ö", kind: .municipality, level: .local),
    ]
    network.collaborations = [Collaboration(id: "radet", name: "Rådet", kind: "council", level: .regional)]
    network.memberships = [
      Membership(actor: "regionen", collaboration: "radet", sources: new),
      Membership(actor: "a", collaboration: "radet", sources: new),
      Membership(actor: "b", collaboration: "radet", confidence: .reported, sources: new),
    ]
    network.ties = [
      Tie(from: "regionen", to: "verket", kind: "informs", sources: old),
      Tie(from: "verket", to: "o", kind: "dialogue", status: .absent, sources: new),
      Tie(from: "verket", to: "a", kind: "dialogue", status: .lost, sources: new),
    ]
    return network
  }

  private func context(_ change: (inout Network) -> Void = { _ in }, scope: Set<NetworkActor.ID>? = nil) -> GapContext {
    var network = Self.network
    change(&network)
    return GapContext(NetworkIndex(network), scope: scope)
  }

  private func sentences(_ question: some GapQuestion, _ context: GapContext) throws -> [String] {
    try question.findings(in: context, work: Work()).map { "\($0.sort): \($0.summary.english)" }
  }

  @Test func `densities tell linked, absent and unknown pairs apart`() throws {
    let densities = try GroupDensities(by: .level, in: context())
    #expect(densities.groups == ["national", "regional", "local"] && densities.sizes == [1, 1, 3])
    let nationalLocal = densities.pair(0, 2)
    #expect((nationalLocal.possible, nationalLocal.linked, nationalLocal.absent, nationalLocal.unknown) == (3, 0, 1, 2))
    #expect(nationalLocal.densityOfKnown == 0 && nationalLocal.interval == 0...(2.0 / 3))
    let regionalLocal = densities.pair(2, 1)
    #expect((regionalLocal.possible, regionalLocal.linked, regionalLocal.absent) == (3, 2, 0))
    #expect(regionalLocal.densityOfKnown == 1 && regionalLocal.interval == (2.0 / 3)...1)
    let local = densities.pair(2, 2)
    #expect((local.possible, local.linked) == (3, 1))
    #expect(densities.pair(0, 0).interval == nil)
    // Three links lead out – to the agency, from the region to A and to B – and one stays within.
    #expect(densities.externalInternal?.value == 0.5)
    #expect(densities.externalInternalOfGroups == [1, 1, 0])
    #expect(densities.externalInternalOfActors == [1, 1, 0, 0, nil])
  }

  @Test(arguments: UInt64(1)...150) func `densities agree with counting pair by pair`(seed: UInt64) throws {
    let network = RandomNetworks.network(seed: seed)
    let context = GapContext(NetworkIndex(network))
    for attribute in Attribute.allCases {
      let densities = try GroupDensities(by: attribute, in: context, permutations: 0)
      let values = attribute.values(in: network, nodeCount: network.actors.count)
      let linked = Self.linkedPairs(network)
      for pair in densities.pairs {
        var (possible, count) = (0, 0)
        for first in network.actors.indices {
          for second in network.actors.indices where first < second {
            guard let one = values[first], let other = values[second] else { continue }
            let groups = [densities.groups[pair.first], densities.groups[pair.second]]
            guard groups == [one, other] || groups == [other, one] else { continue }
            possible += 1
            if linked.contains([first, second]) { count += 1 }
          }
        }
        #expect(pair.possible == possible && pair.linked == count)
        if let interval = pair.interval, let known = pair.densityOfKnown {
          #expect(pair.absent + pair.linked < pair.possible || interval.contains(known))
          #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
        }
      }
    }
  }

  /// Pairs with a tie or a shared collaboration that hold, by positions.
  private static func linkedPairs(_ network: Network) -> Set<[Int]> {
    let index = NetworkIndex(network)
    var linked: Set<[Int]> = []
    func add(_ first: Int?, _ second: Int?) {
      if let first, let second, first != second { linked.insert([min(first, second), max(first, second)]) }
    }
    for tie in network.ties where tie.status == .active {
      add(index.actorPositions[tie.from], index.actorPositions[tie.to])
    }
    let holding = network.memberships.filter {
      $0.status == .active && (index.collaboration($0.collaboration)?.status ?? .active) == .active
    }
    for first in holding {
      for second in holding where first.collaboration == second.collaboration {
        add(index.actorPositions[first.actor], index.actorPositions[second.actor])
      }
    }
    return linked
  }

  @Test func `levels without a link between them are told, unknown unless sources say no of every pair`() throws {
    #expect(
      try sentences(LevelGaps(), context())
        == ["unknown: No link is recorded between national level and local level; 2 pairs are unknown."])
    let denied = context { network in
      for town in ["a", "b"] {
        network.ties.append(Tie(from: "verket", to: NetworkActor.ID(town), kind: "dialogue", status: .absent))
      }
    }
    #expect(try sentences(LevelGaps(), denied) == ["absent: There is no link between national level and local level."])
  }

  @Test func `who reaches no national actor is told, and through whom the others do`() throws {
    let context = context()
    let reaches = try ReachGaps().reaches(in: context)
    #expect(reaches.map(\.steps) == [[2], [2], [nil]] && reaches.map(\.through) == [1, 1, nil])
    #expect(reaches.map(\.fewest) == [2, 2, nil] && reaches.map(\.reachedCount) == [1, 1, 0])
    #expect(
      try sentences(ReachGaps(), context) == [
        "unknown: No recorded way leads from Ö to any national actor.",
        "fragile: All 2 links between regional level and local level go through Regionen.",
      ])
    #expect(try sentences(ReachGaps(), self.context(scope: ["a"])).count == 1)
  }

  @Test func `steps agree with the number of links on a shortest path`() throws {
    for seed in UInt64(1)...60 {
      let context = GapContext(NetworkIndex(RandomNetworks.network(seed: seed)))
      let reach = ReachGaps(from: .regional, to: .national)
      let targets = reach.targets(in: context)
      for own in try reach.reaches(in: context) {
        let distances = BreadthFirstSearch().distances(from: NodeIndex(own.actor), in: context.holding.oneMode)
        #expect(own.steps == targets.map { distances[NodeIndex($0)].map { Int($0) } }, "seed \(seed)")
      }
    }
  }

  @Test func `cut actors, islands and what is lost without an actor`() throws {
    let context = context()
    #expect(
      try sentences(FragilityGaps(), context) == [
        "fragile: Verket reaches the rest only through Regionen.", "unknown: Ö has no recorded link.",
      ])
    let removal = try #require(Removal(of: "regionen", in: context))
    #expect(
      removal.cutOff == ["verket"] && removal.reachedPairs == 3 && removal.lostPairs == 2 && removal.broken.isEmpty)
    #expect(Removal(of: "finns-inte", in: context) == nil)
  }

  @Test func `a rule that hangs on the actor that leaves is broken`() throws {
    let context = context { network in
      network.profile.expectations = [
        .init(
          id: "motas", subjects: ActorFilter(actors: ["a"]),
          counterparts: .actors([.init(ActorFilter(kinds: [.region]))]), indirectSteps: 0)
      ]
    }
    let removal = try #require(Removal(of: "regionen", in: context))
    #expect(removal.broken.map(\.actor) == ["a"] && removal.broken.map(\.outcome) == [.unknown])
  }

  @Test func `what is lost, old, weak, one-sided or undated is told`() throws {
    #expect(
      try sentences(AttentionGaps(), context()) == [
        "lost: The link Verket – A (dialogue) has been lost.",
        "doubtful: 1 link without a source newer than 2015: Den gamla.",
        "doubtful: Only reported or assumed: 1 link.",
        "uneven: One way only, without an answer and without a shared collaboration: 1 link.",
        "doubtful: Without a time, so that nobody knows when it holds: 4 links.",
      ])
    #expect(try sentences(AttentionGaps(staleYears: 10), context()).count == 4)
  }

  @Test func `contradictions are told unless they are of different times`() throws {
    func told(_ period: String) throws -> Int {
      let (period, year) = (try Period(period), try Period("2020"))
      let context = context { network in
        network.ties.append(Tie(from: "verket", to: "regionen", kind: "dialogue", period: period))
        network.ties.append(Tie(from: "regionen", to: "verket", kind: "dialogue", period: year, status: .absent))
      }
      return try AttentionGaps().findings(in: context, work: Work()).count { $0.summary.english.contains("contradict") }
    }
    #expect(try told("") == 1 && told("2020") == 1 && told("2024") == 0)
  }

  @Test func `the most alike are those with the same kinds of links`() throws {
    var network = Network()
    network.collaborations = [
      Collaboration(id: "analys", name: "Analysen", kind: "project", focus: ["analys"]),
      Collaboration(id: "radet", name: "Rådet", kind: "council", focus: ["validering"]),
    ]
    for name in ["ett", "tva", "tre"] {
      network.actors.append(NetworkActor(id: NetworkActor.ID(name), name: name, kind: .region))
      network.memberships.append(Membership(actor: NetworkActor.ID(name), collaboration: "radet"))
    }
    for name in ["ett", "tva"] {
      network.memberships.append(Membership(actor: NetworkActor.ID(name), collaboration: "analys"))
    }
    let context = GapContext(NetworkIndex(network))
    let nearest = LookalikeGaps(neighborCount: 1).nearest(in: context)
    #expect(nearest[0].likenesses.map(\.other) == [1] && nearest[0].likenesses[0].value > 0.999_999)
    let findings = try LookalikeGaps(neighborCount: 1).findings(in: context, work: Work())
    #expect(findings.map { $0.actors[0] } == ["tre"])
    #expect(findings[0].summary.english.contains("collaboration about analys and project"))
  }

  @Test func `an empty network, and one without levels or rules, has answers and no crash`() throws {
    var bare = Self.network
    bare.actors = bare.actors.map { actor in
      var actor = actor
      actor.level = nil
      return actor
    }
    for network in [Network(), bare] {
      let context = GapContext(NetworkIndex(network))
      for question in GapQuestions.all { _ = try question.findings(in: context, work: Work()) }
      #expect(try GroupDensities(by: .level, in: context).pairs.isEmpty)
    }
  }

  @Test(arguments: UInt64(1)...40) func `no question ends on any network, and cancelling is heard`(seed: UInt64) throws
  {
    let context = GapContext(NetworkIndex(RandomNetworks.network(seed: seed)))
    for question in GapQuestions.all {
      let stopped = Work()
      stopped.cancel()
      #expect(throws: CancellationError.self) { try question.findings(in: context, work: stopped) }
      for finding in try question.findings(in: context, work: Work()) {
        #expect(!finding.summary.swedish.isEmpty && !finding.summary.english.isEmpty)
        #expect(finding.question == type(of: question).name)
      }
    }
  }
}
