import Networks
import TestSupport
import Testing

struct NameFinderTests {
  private let finder = NameFinder(NetworkFixtures.small)

  @Test(arguments: ["region-vast", "Region Väst", "region väst", "REGION VAST", "RV", "rv", " Region  Väst "])
  func `finds an actor by id, name and alias`(text: String) throws {
    #expect(try finder.find(text) == .actor("region-vast"))
    #expect(try finder.findActor(text) == "region-vast")
  }

  @Test(arguments: ["radet-for-validering", "Rådet för validering", "validation council", "valrådet", "VR"])
  func `finds a collaboration by id, name and alias`(text: String) throws {
    #expect(try finder.find(text) == .collaboration("radet-for-validering"))
    #expect(try finder.findCollaboration(text) == "radet-for-validering")
  }

  @Test func `every id, name and alias of a small network leads to what it belongs to`() throws {
    let network = NetworkFixtures.small
    for actor in network.actors {
      for text in [actor.id.rawValue, actor.name] + actor.aliases { #expect(try finder.findActor(text) == actor.id) }
    }
    for collaboration in network.collaborations {
      for text in [collaboration.id.rawValue, collaboration.name] + collaboration.aliases {
        #expect(try finder.findCollaboration(text) == collaboration.id)
      }
    }
  }

  @Test(arguments: UInt64(1)...40) func `every id leads to its own`(seed: UInt64) throws {
    let network = RandomNetworks.network(seed: seed)
    let finder = NameFinder(network)
    for actor in network.actors { #expect(try finder.findActor(actor.id.rawValue) == actor.id) }
    for collaboration in network.collaborations {
      #expect(try finder.findCollaboration(collaboration.id.rawValue) == collaboration.id)
    }
  }

  @Test func `a misspelling names the nearest`() {
    #expect(throws: NameFinder.Failure.unknown("Regoin Väst", nearest: ["Region Väst"])) { () throws in
      try finder.find("Regoin Väst")
    }
    #expect(throws: NameFinder.Failure.unknown("Xyzzy", nearest: [])) { () throws in try finder.findActor("Xyzzy") }
    #expect(NameFinder.Failure.unknown("Regoin", nearest: ["Region Väst"]).message.swedish.contains("Region Väst"))
    #expect(NameFinder.Failure.unknown("Regoin", nearest: ["Region Väst"]).message.english.contains("Region Väst"))
  }

  @Test func `several of one name are told apart by their ids`() {
    let network = Network(actors: [
      NetworkActor(id: "a", name: "Rådet", kind: "other"), NetworkActor(id: "b", name: "RÅDET", kind: "other"),
    ])
    let failure = NameFinder.Failure.ambiguous("rådet", ids: ["a", "b"])
    #expect(throws: failure) { () throws in try NameFinder(network).find("rådet") }
    #expect(failure.message.swedish.contains("a, b") && failure.message.english.contains("a, b"))
  }

  @Test func `an id comes before a name and a name before an alias`() throws {
    let network = Network(actors: [
      NetworkActor(id: "x", name: "Alfa", aliases: ["Gamma"], kind: "other"),
      NetworkActor(id: "alfa", name: "Beta", kind: "other"), NetworkActor(id: "y", name: "Gamma", kind: "other"),
    ])
    #expect(try NameFinder(network).findActor("Alfa") == "alfa")
    #expect(try NameFinder(network).findActor("Gamma") == "y")
  }

  @Test func `a name shared by an actor and a collaboration is settled by what is asked for`() throws {
    let network = Network(
      actors: [NetworkActor(id: "a", name: "Lärcentrum", kind: "other")],
      collaborations: [Collaboration(id: "c", name: "Lärcentrum", kind: "forum")])
    let finder = NameFinder(network)
    #expect(try finder.findActor("lärcentrum") == "a")
    #expect(try finder.findCollaboration("lärcentrum") == "c")
    #expect(throws: NameFinder.Failure.ambiguous("lärcentrum", ids: ["a", "c"])) { () throws in
      try finder.find("lärcentrum")
    }
  }

  @Test func `ids that differ only in punctuation are each found`() throws {
    let network = Network(
      actors: [
        NetworkActor(id: "norra-radet", name: "Ett", kind: "other"),
        NetworkActor(id: "norra_radet", name: "Två", kind: "other"),
      ],
      collaborations: [Collaboration(id: "norra.radet", name: "Tre", kind: "forum")])
    let finder = NameFinder(network)
    #expect(try finder.find("norra_radet") == .actor("norra_radet"))
    #expect(try finder.find("norra.radet") == .collaboration("norra.radet"))
    #expect(try finder.findCollaboration("Norra rådet") == "norra.radet")
    #expect(throws: NameFinder.Failure.ambiguous("Norra rådet", ids: ["norra-radet", "norra_radet"])) { () throws in
      try finder.findActor("Norra rådet")
    }
  }

  @Test func `names that differ only in diacritics are each found as they are spelled`() throws {
    let network = Network(actors: [
      NetworkActor(id: "h1", name: "Habo kommun", aliases: ["Habo"], kind: .municipality),
      NetworkActor(id: "h2", name: "Håbo kommun", aliases: ["Håbo"], kind: .municipality),
    ])
    let finder = NameFinder(network)
    for text in ["Habo kommun", "habo", "HABO"] { #expect(try finder.findActor(text) == "h1") }
    for text in ["Håbo kommun", "håbo", "HÅBO"] { #expect(try finder.findActor(text) == "h2") }
    #expect(throws: NameFinder.Failure.ambiguous("håbo-kommun", ids: ["h1", "h2"])) { () throws in
      try finder.find("håbo-kommun")
    }
  }

  @Test func `the wrong sort of thing is not found`() {
    #expect(throws: NameFinder.Failure.self) { () throws in try finder.findActor("Värmdans") }
    #expect(throws: NameFinder.Failure.self) { () throws in try finder.findCollaboration("Skolverket") }
  }

  @Test func `only what was asked for is offered as nearest`() {
    let network = Network(
      actors: [NetworkActor(id: "a", name: "Kompetensrådel", kind: "company")],
      collaborations: [Collaboration(id: "c", name: "Kompetensrådet", kind: "council")])
    #expect(throws: NameFinder.Failure.unknown("Kompetensråde", nearest: ["Kompetensrådel"])) {
      try NameFinder(network).findActor("Kompetensråde")
    }
    #expect(throws: NameFinder.Failure.unknown("Kompetensråde", nearest: ["Kompetensrådet"])) {
      try NameFinder(network).findCollaboration("Kompetensråde")
    }
  }
}
