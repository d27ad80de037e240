import NetworkFiles
import NetworkFormats
import Networks
import TestSupport

/// The networks that pictures are made of in the tests.
enum DrawnNetworks {
  /// With everything that is recorded, whatever its status.
  static let real: Network? = try? NetworkLibrary(home: Repository.path).folder("kompetensforsorjning").read().network

  /// A network of a size, with names as long as Swedish ones are, and every kind, level, role and status in use.
  static func random(actorCount: Int, linkCount: Int? = nil, seed: UInt64) -> Network {
    var chance = SplitMix64(seed: seed)
    let kinds = Vocabularies.standard.actorKinds.keys.sorted()
    let tieKinds = Vocabularies.standard.tieKinds.keys.sorted()
    let collaborationKinds = Vocabularies.standard.collaborationKinds.keys.sorted()
    let levels = Vocabularies.standard.levels.map(Optional.some) + [nil]
    func pick<Item>(_ items: [Item]) -> Item { items[chance.below(items.count)] }
    func name(_ number: Int) -> String {
      ((0...chance.below(4)).map { _ in pick(words) } + ["\(number)"]).joined(separator: " ")
    }
    var network = Network(profile: NetworkProfile(title: "Slump \(actorCount)", date: CalendarDate(year: 2021)))
    network.sources = [Source(id: "källa", title: "En källa", publisher: "Någon")]
    for number in 0..<actorCount {
      network.actors.append(
        NetworkActor(
          id: NetworkActor.ID("aktör-\(number)"), name: name(number), kind: pick(kinds), level: pick(levels),
          county: chance.below(3) == 0 ? "" : pick(counties)))
    }
    for number in 0..<(actorCount + 1) / 2 {
      network.collaborations.append(
        Collaboration(
          id: Collaboration.ID("samverkan-\(number)"), name: name(number), kind: pick(collaborationKinds),
          level: pick(levels)))
    }
    for number in 0..<(linkCount ?? actorCount * 2) {
      let actor = NetworkActor.ID("aktör-\(chance.below(actorCount))")
      let status = chance.below(3) == 0 ? pick(Status.allCases) : .active
      if number.isMultiple(of: 2) {
        network.memberships.append(
          Membership(
            actor: actor, collaboration: Collaboration.ID("samverkan-\(chance.below(network.collaborations.count))"),
            role: pick(Role.allCases), status: status, sources: [.init(source: "källa")]))
      } else if actorCount > 1 {
        var other = actor
        while other == actor { other = NetworkActor.ID("aktör-\(chance.below(actorCount))") }
        network.ties.append(
          Tie(from: actor, to: other, kind: pick(tieKinds), status: status, sources: [.init(source: "källa")]))
      }
    }
    return network
  }

  /// Three actors and a collaboration that all have the name, linked in every way.
  static func named(_ name: String) -> Network {
    var network = Network(profile: NetworkProfile(title: name, englishTitle: name, date: CalendarDate(year: 2021)))
    network.sources = [Source(id: "källa", title: name, publisher: name)]
    let kinds: [ActorKind] = [.region, .agency, .university]
    for (number, kind) in kinds.enumerated() {
      network.actors.append(
        NetworkActor(
          id: NetworkActor.ID("actor-\(number)"), name: name, kind: kind, level: number == 0 ? .regional : .national,
          county: number == 0 ? name : "", sources: [.init(source: "källa")]))
    }
    network.collaborations = [Collaboration(id: "samverkan", name: name, kind: .project, level: .regional)]
    network.memberships = network.actors.map {
      Membership(actor: $0.id, collaboration: "samverkan", role: .member, sources: [.init(source: "källa")])
    }
    network.ties = [Tie(from: "actor-1", to: "actor-0", kind: "funds", sources: [.init(source: "källa")])]
    return network
  }

  static let hostileNames: [String] = [
    "\"Citat\" och 'citat'", "<b>fet</b><br/>", "A & B", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#65;&#x42;&amp;&nbsp;",
    "<script>alert(1)</script>", "]]><!-- slut -->", "\\N \\G \\E \\T \\H \\L", "rad\\nrad\\lrad\\r", "slutar med \\",
    "slutar med \\\\\"", "\"];}digraph{a->b", "$HOME `id` %s %n %%", "#ff0000 url(http://example.org/x)",
    "\u{202E}bakvänt\u{202C} \u{200F}\u{200E}", "שלום العربية", "👩‍👩‍👧 🇸🇪 💶", "東京都 특별시", "e\u{301}A\u{30A}\u{323}o\u{308}",
    "rad ett\nrad två\r\nrad tre\ttabb", "\u{1}\u{7}\u{8}\u{B}\u{C}\u{1B}[31mröd\u{7F}\u{9F}",
    "\u{2028}\u{2029}\u{85}\u{FEFF}x",
    "\u{FFFE}\u{FFFF}\u{10FFFF}\u{E000}", "slut\u{0}nolla", String(repeating: "Å", count: 500),
    String(repeating: "mycket långa namn ", count: 28), String(repeating: "👩‍👩‍👧", count: 80), " ", "\u{200B}",
    "\u{A0}\u{A0}", "–", "…", "-",
    "----------------------------------------------------------------", "{rec|ord}|<f0>", "a;b,c: d; e",
  ]

  private static let words = [
    "Region", "kommun", "Rådet", "för", "kompetensförsörjning", "Arbetsförmedlingen", "utbildningsanordnare", "i",
    "Västernorrlands", "län", "näringslivet", "vård- och omsorgscollege", "yrkeshögskolan", "samverkan", "och",
    "kommunalförbund", "Teknik", "industriutvecklingscentrum", "bransch",
  ]

  private static let counties = ["Skåne län", "Västra Götalands län", "Jämtlands län", "Kalmar län", "Stockholms län"]
}
