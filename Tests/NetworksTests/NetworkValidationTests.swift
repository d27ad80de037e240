import Networks
import TestSupport
import Testing

import struct Networks.Expectation

struct NetworkValidationTests {
  private func problems(_ network: Network, register: PlaceRegister? = nil) -> [Problem] {
    let locator = NetworkValidation.Locator(
      record: { Problem.Place(file: $0.fileName, row: $1 + 2, columnName: $2) },
      expectation: { Problem.Place(file: "network.yaml", row: $0 + 1, columnName: $1) })
    return NetworkValidation(register: register).problems(in: network, at: locator)
  }

  /// The codes and places of the problems of the hand-made network after a change.
  private func found(_ change: (inout Network) -> Void) -> [String] {
    var network = NetworkFixtures.small
    change(&network)
    return problems(network, register: NetworkFixtures.register).map {
      "\($0.severity) \($0.code.rawValue) \($0.place) \($0.place.columnName ?? "")"
    }
  }

  @Test func `the hand-made network has no problems`() {
    #expect(found { _ in } == [])
  }

  @Test(arguments: UInt64(1)...200) func `the random networks have no errors`(seed: UInt64) {
    #expect(problems(RandomNetworks.network(seed: seed)).filter { $0.severity == .error } == [])
  }

  @Test(arguments: UInt64(1)...100) func `one fault in a valid network is one error more, in its place`(seed: UInt64)
    throws
  {
    var network = RandomNetworks.network(seed: seed)
    var random = SplitMix64(seed: seed)
    guard !network.ties.isEmpty else { return }
    let position = random.below(network.ties.count)
    let expected: (Problem.Code, String)
    switch random.below(6) {
    case 0:
      network.ties[position].from = "ingen alls"
      expected = (.unknownActor, "from")
    case 1:
      network.ties[position].to = "ingen alls"
      expected = (.unknownActor, "to")
    case 2:
      network.ties[position].kind = "okänt"
      expected = (.undefinedKind, "kind")
    case 3:
      network.ties[position].sources = []
      expected = (.missingSource, "sources")
    case 4:
      network.ties[position].sources.append(.init(source: "ingen-källa", place: "1"))
      expected = (.unknownSource, "sources")
    default:
      network.ties[position].collaboration = "inget"
      expected = (.unknownCollaboration, "collaboration")
    }
    let errors = problems(network).filter { $0.severity == .error }
    let error = try #require(errors.first)
    #expect(errors.count == 1)
    #expect(error.code == expected.0 && error.place.columnName == expected.1)
    #expect(error.place.file == "ties.csv" && error.place.row == position + 2)
  }

  @Test func `a chain of parts that closes is reported for every actor on it, and for none beside it`() {
    let network = Network(
      actors: [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "e"), ("f", "d")].map {
        NetworkActor(id: NetworkActor.ID($0.0), name: $0.0, kind: "other", partOf: NetworkActor.ID($0.1))
      })
    let cycles = problems(network).filter { $0.code == .partOfItself }
    #expect(cycles.map(\.place.row) == [2, 3, 4, 6])
    #expect(cycles.allSatisfy { $0.severity == .error && $0.place.columnName == "part_of" })
  }

  @Test func `a long chain of parts is no circle`() {
    let network = Network(
      actors: (0..<300).map {
        NetworkActor(
          id: NetworkActor.ID("a\($0)"), name: "A\($0)", kind: "other",
          partOf: $0 == 0 ? nil : NetworkActor.ID("a\($0 - 1)"))
      })
    #expect(problems(network) == [])
  }

  @Test func `a network without links blames nobody for having none`() {
    #expect(problems(Network(actors: [NetworkActor(id: "a", name: "A", kind: "other")])) == [])
    #expect(problems(Network()).map(\.code) == [.emptyNetwork])
  }

  @Test func `the same membership from two sources stands side by side without a remark`() {
    #expect(
      found { network in
        var second = network.memberships[0]
        second.sources = [.init(source: "rapport-2021", place: "9")]
        second.status = .ended
        network.memberships.append(second)
      } == [])
  }

  @Test func `every third of the same row is reported too`() {
    #expect(
      found { network in network.ties += [network.ties[0], network.ties[0]] } == [
        "remark repeated-row ties.csv:5 from", "remark repeated-row ties.csv:6 from",
      ])
  }

  @Test func `a part of a chain of unlinked actors is linked by it`() {
    #expect(
      found { $0.actors.append(NetworkActor(id: "del", name: "Del", kind: "unit", partOf: "skolverket")) } == [])
  }

  @Test func `half a position is odd`() {
    #expect(found { $0.actors[0].latitude = nil } == ["remark bad-number actors.csv:2 latitude"])
    #expect(found { $0.actors[0].longitude = nil } == ["remark bad-number actors.csv:2 longitude"])
  }

  @Test func `an empty reference is not reported twice`() {
    #expect(found { $0.ties[0].kind = "" } == [])
  }

  @Test func `what is asked for by name is answered with the id`() throws {
    var network = NetworkFixtures.small
    network.ties[0].from = "REGION VÄST"
    let problem = try #require(problems(network).first { $0.code == .unknownActor })
    #expect(problem.remedy.english.contains("“region-vast”") && problem.remedy.swedish.contains("“region-vast”"))
  }

  // MARK: Rules

  private func rule(_ change: (inout Expectation) -> Void = { _ in }) -> Expectation {
    var rule = Expectation(
      id: "regel", title: "Regeln", subjects: ActorFilter(),
      ground: NetworkFixtures.small.sources.first.map { [SourceReference(source: $0.id)] } ?? [])
    change(&rule)
    return rule
  }

  private func found(_ rules: Expectation...) -> [String] {
    found { $0.profile.expectations = rules }
  }

  @Test func `a rule about what there is has no problems`() {
    #expect(found(rule()) == [])
    #expect(found(rule { $0.counterparts = .actors([.init(ActorFilter())]) }) == [])
  }

  @Test func `a rule about unknown words is told, each where it stands`() {
    #expect(
      found(rule { $0.subjects.kinds = ["regionn"] }) == [
        "error undefined-kind network.yaml:1 for", "remark idle-expectation network.yaml:1 for",
      ])
    #expect(found(rule { $0.terms.tieKinds = ["dialouge"] }) == ["error undefined-kind network.yaml:1 through"])
    #expect(found(rule { $0.terms.excludedKinds = ["mandat"] }) == ["error undefined-kind network.yaml:1 not_through"])
    #expect(
      found(rule { $0.terms.collaborations = ["finns-inte"] }) == ["error unknown-collaboration network.yaml:1 through"]
    )
    #expect(found(rule { $0.terms.focusAreas = ["finns-inte"] }) == ["error undefined-focus network.yaml:1 about"])
    #expect(found(rule { $0.representatives = ["finns-inte"] }) == ["error unknown-actor network.yaml:1 for"])
    #expect(
      found(rule { $0.ground = [SourceReference(source: "finns-inte")] }) == [
        "error unknown-source network.yaml:1 ground"
      ])
  }

  @Test func `a rule that applies to nobody, has no ground or cannot be met is told`() {
    #expect(found(rule { $0.ground = [] }) == ["remark missing-source network.yaml:1 id"])
    #expect(
      found(
        rule {
          $0.nearness = .shared; $0.terms.allowsCollaborations = false
        })
        == ["error impossible-expectation network.yaml:1 through"])
    #expect(
      found(
        rule {
          $0.counterparts = .actors([.init(ActorFilter())]); $0.count = .atLeast(1000)
        })
        == ["remark impossible-expectation network.yaml:1 with"])
    #expect(found(rule { $0.counterparts = .sides([]) }) == ["remark impossible-expectation network.yaml:1 sides"])
  }

  @Test func `rules that contradict each other or share an id are told`() {
    #expect(
      found(
        rule(),
        rule {
          $0.id = "annan"; $0.force = .must
        }) == ["error contradictory-expectations network.yaml:2 id"])
    #expect(
      found(rule(), rule { $0.terms.tieKinds = ["dialogue"] }) == ["error duplicate-identifier network.yaml:2 id"])
  }

  @Test func `an exemption for nobody, or for somebody that the rule does not apply to, is told`() {
    let actors = NetworkFixtures.small.actors
    #expect(
      found(rule { $0.waivers = [Waiver(actor: "finns-inte", reason: "x")] }) == [
        "error unknown-actor network.yaml:1 waived"
      ])
    #expect(
      found(
        rule {
          $0.subjects.actors = [actors[0].id]; $0.waivers = [Waiver(actor: actors[1].id, reason: "x")]
        })
        == ["remark idle-expectation network.yaml:1 waived"])
  }
}
