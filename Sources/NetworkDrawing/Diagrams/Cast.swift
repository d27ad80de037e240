import Graphs
import NetworkAnalysis
import Networks

/// Who and what can appear in a picture: the actors, the collaborations and the links of a network, with the names,
/// looks and ranks that they are drawn with.
struct Cast {
  struct Item {
    /// Unique among all items: ASCII letters, digits and hyphens.
    let id: String
    let subject: TwoModeSnapshot.Subject
    let name: String
    /// Sorts as the names do in a Swedish register.
    let sortKey: String
    let family: ActorFamily
    /// The kind's name for one and for several.
    let kind: String
    let kindPlural: String
    let level: Level?
    let county: String
    /// 0 is the most prominent of all.
    var rank: Int
    /// One of Sweden's regions, which every reader looks for.
    var isRegion = false
    /// What became of it, in pictures of changes.
    var change: ChangeMark?

    /// Who is who is said by shapes, and by colours where those do not say what changed.
    var look: Look { change.map { $0.look(family.look.shape) } ?? family.look }
    var isCollaboration: Bool { family == .collaboration }
  }

  struct Link {
    /// Positions in `items`.
    let from: Int
    let to: Int
    let family: LinkFamily
    let status: Status
    let isDirected: Bool
    let role: Role?
    /// The link in words: “Region Skåne – Regionsamverkan Sydsverige: medlem”.
    let sentence: String
    /// What became of it, in pictures of changes.
    var change: ChangeMark?

    var look: LinkLook { change?.look ?? family.look(status, isDirected: isDirected) }
    func other(than item: Int) -> Int { item == from ? to : from }
  }

  private(set) var items: [Item]
  private(set) var links: [Link]
  /// The links of each item, as positions in `links`.
  let linksOf: [[Int]]
  /// The later of two times, in pictures of changes between them.
  private(set) var newSince: CalendarDate?
  let network: Network
  let vocabularies: Vocabularies
  let language: Language

  /// - Complexity: that of ``Prominence``.
  init(_ network: Network, language: Language) {
    self.network = network
    self.language = language
    let vocabularies = network.vocabularies
    self.vocabularies = vocabularies
    let index = NetworkIndex(network)
    let snapshot = TwoModeSnapshot(network, index: index)
    let prominence = Prominence(in: snapshot)
    var identifiers = Identifiers()

    var items: [Item] = []
    for (position, actor) in network.actors.enumerated() {
      items.append(
        Item(
          id: identifiers.unique("a-" + actor.id.rawValue), subject: .actor(position), name: actor.name(in: language),
          sortKey: Spelling.sortKey(actor.name(in: language)),
          family: ActorFamily(actor.kind), kind: vocabularies.name(of: actor.kind, in: language),
          kindPlural: vocabularies.actorKinds[actor.kind]?.plural.text(in: language) ?? actor.kind.rawValue,
          level: actor.level, county: actor.county, rank: prominence.rank(ofActorAt: position),
          isRegion: actor.kind == .region))
    }
    let countyOfCollaboration = Self.counties(network, index)
    for (position, collaboration) in network.collaborations.enumerated() {
      items.append(
        Item(
          id: identifiers.unique("c-" + collaboration.id.rawValue), subject: .collaboration(position),
          name: collaboration.name(in: language), sortKey: Spelling.sortKey(collaboration.name(in: language)),
          family: .collaboration,
          kind: vocabularies.name(of: collaboration.kind, in: language),
          kindPlural: vocabularies.collaborationKinds[collaboration.kind]?.plural.text(in: language)
            ?? collaboration.kind.rawValue,
          level: collaboration.level, county: countyOfCollaboration[position],
          rank: prominence.rank(ofCollaborationAt: position)))
    }
    let links = Self.links(network, index, vocabularies, language, items)
    var linksOf = [[Int]](repeating: [], count: items.count)
    for (position, link) in links.enumerated() {
      linksOf[link.from].append(position)
      if link.to != link.from { linksOf[link.to].append(position) }
    }
    self.items = items
    self.links = links
    self.linksOf = linksOf
  }

  /// What a change is read out as: “ny 2021”, “borta”.
  func spoken(_ change: ChangeMark) -> String {
    let time = change.sort == .came ? newSince.map { " \($0)" } ?? "" : ""
    return change.spoken.text(in: language) + time
  }

  /// The union of two networks, with what became of everything. What is touched by a change is named before all else.
  init(_ marked: MarkedNetwork, newSince: CalendarDate?, language: Language) {
    self.init(marked.network, language: language)
    self.newSince = newSince
    // Every record of a union has its ends, so that links and marks stand in the same order.
    let marks = marked.actors + marked.collaborations
    let linkMarks = marked.memberships + marked.ties
    guard marks.count == items.count, linkMarks.count == links.count else { return }
    for place in links.indices { links[place].change = linkMarks[place] }
    for place in items.indices {
      items[place].change = marks[place]
      items[place].isRegion = false
      let isTouched = linksOf[place].contains { linkMarks[$0].sort != nil }
      if marks[place].sort == nil { items[place].rank += isTouched ? items.count : 2 * items.count }
    }
  }

  /// How much the network holds: “408 aktörer, 475 samverkansformer, 1657 länkar”.
  var counts: String {
    [Phrase.actors(network.actors.count), .collaborations(network.collaborations.count), .links(links.count)]
      .map { $0.text(in: language) }.joined(separator: ", ")
  }

  func item(ofActor id: NetworkActor.ID) -> Int? { network.actors.firstIndex { $0.id == id } }

  func item(ofCollaboration id: Collaboration.ID) -> Int? {
    network.collaborations.firstIndex { $0.id == id }.map { $0 + network.actors.count }
  }

  /// What an item is read out as: its name, kind and level.
  func spokenName(of position: Int) -> String {
    let item = items[position]
    var text = "\(item.name), \(item.kind)"
    if let level = item.level { text += ", \(vocabularies.name(of: level, in: language).lowercased())" }
    if let change = item.change, change.sort != nil { text += ", \(spoken(change))" }
    return text
  }

  private static func links(
    _ network: Network, _ index: NetworkIndex, _ vocabularies: Vocabularies, _ language: Language, _ items: [Item]
  ) -> [Link] {
    var links: [Link] = []
    links.reserveCapacity(network.linkCount)
    func suffix(_ status: Status) -> String { status == .active ? "" : " (\(status.name.text(in: language)))" }
    for membership in network.memberships {
      guard let actor = index.actorPositions[membership.actor],
        let collaboration = index.collaborationPositions[membership.collaboration]
      else { continue }
      let to = network.actors.count + collaboration
      let role = membership.role.name.text(in: language).lowercased()
      links.append(
        Link(
          from: actor, to: to, family: .membership, status: membership.status, isDirected: false,
          role: membership.role,
          sentence: "\(items[actor].name) – \(items[to].name): \(role)\(suffix(membership.status))"))
    }
    for tie in network.ties {
      guard let from = index.actorPositions[tie.from], let to = index.actorPositions[tie.to] else { continue }
      let isDirected = vocabularies.isDirected(tie.kind)
      let kind = vocabularies.name(of: tie.kind, in: language)
      let sentence =
        isDirected
        ? "\(items[from].name) \(kind) \(items[to].name)" : "\(items[from].name) – \(items[to].name): \(kind)"
      links.append(
        Link(
          from: from, to: to, family: LinkFamily(tie.kind), status: tie.status, isDirected: isDirected, role: nil,
          sentence: sentence + suffix(tie.status)))
    }
    return links
  }

  /// The county that a collaboration belongs to: the one that all its members with a county have.
  private static func counties(_ network: Network, _ index: NetworkIndex) -> [String] {
    var counties = [Set<String>](repeating: [], count: network.collaborations.count)
    for membership in network.memberships {
      guard let actor = index.actor(membership.actor), !actor.county.isEmpty,
        let position = index.collaborationPositions[membership.collaboration]
      else { continue }
      counties[position].insert(actor.county)
    }
    return counties.map { $0.count == 1 ? $0.first ?? "" : "" }
  }
}

/// Makes identifiers that SVG takes, each only once.
struct Identifiers {
  private var used: Set<String> = []

  mutating func unique(_ text: String) -> String {
    let plain = String(
      text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(60))
    var candidate = plain
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(plain)-\(number)"
      number += 1
    }
    return candidate
  }
}
