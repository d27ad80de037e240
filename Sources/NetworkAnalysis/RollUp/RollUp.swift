public import Networks

/// A network with each group of actors as one: counties, levels, kinds, or organisations with their parts. Links between
/// groups are counted, links inside a group are counted on the group, and together they are as many as there were.
public struct RollUp: Sendable {
  public enum Grouping: String, Sendable, Hashable, CaseIterable {
    case county
    case level
    case kind
    /// An actor with everything that is part of it, in however many steps.
    case partOf = "part-of"
  }

  /// A group, and what is inside it.
  public struct Group: Sendable, Hashable {
    public var actor: NetworkActor.ID
    public var name: String
    public var members: [NetworkActor.ID]
    /// Ties between two of its members.
    public var innerTies: Int
  }

  /// The columns of the rolled-up tables that hold what was counted.
  public static let countColumn = "count"
  public static let membersColumn = "members"
  public static let memberIDsColumn = "member_ids"
  public static let innerTiesColumn = "inner_ties"

  public private(set) var network: Network
  public private(set) var groups: [Group] = []
  /// How many ties and memberships were counted, each exactly once.
  public private(set) var outerTies = 0
  public private(set) var innerTies = 0
  public private(set) var memberships = 0

  private var groupOf: [NetworkActor.ID: Int] = [:]

  /// - Complexity: linear in the network.
  public init(_ network: Network, by grouping: Grouping, language: Language) {
    self.network = network
    makeGroups(network, grouping, language)
    let ties = rolledTies(network)
    let memberships = rolledMemberships(network)
    let actors = rolledActors(network, grouping, language)
    let words: [Grouping: Phrase] = [
      .county: Phrase(sv: "per län", en: "by county"), .level: Phrase(sv: "per nivå", en: "by level"),
      .kind: Phrase(sv: "per slag", en: "by kind"), .partOf: Phrase(sv: "per organisation", en: "by organisation"),
    ]
    let title = [network.profile.title(in: language), words[grouping]?.text(in: language) ?? ""].filter { !$0.isEmpty }
    self.network.profile.title = title.joined(separator: ", ")
    self.network.profile.englishTitle = ""
    self.network.profile.expectations = []
    self.network.profile.diagrams = []
    self.network.profile.text = ""
    self.network.actors = actors
    self.network.ties = ties
    self.network.memberships = memberships
    self.network.verdicts = []
    self.network.extraColumns[.actors] = [Self.membersColumn, Self.innerTiesColumn, Self.memberIDsColumn]
    self.network.extraColumns[.ties] = [Self.countColumn]
    self.network.extraColumns[.memberships] = [Self.countColumn]
    self.network.extraColumns[.verdicts] = nil
  }

  // MARK: Groups

  private mutating func makeGroups(_ network: Network, _ grouping: Grouping, _ language: Language) {
    let parents = Dictionary(network.actors.map { ($0.id, $0.partOf) }, uniquingKeysWith: { first, _ in first })
    var places: [String: Int] = [:]
    var used = UniqueNames()
    for actor in network.actors {
      let (key, name) = Self.group(of: actor, grouping, network.vocabularies, parents, language)
      guard groupOf[actor.id] == nil else { continue }
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        let slug = Spelling.slug(key)
        let id = used.take(grouping == .partOf ? key : slug.isEmpty ? "group" : slug)
        groups.append(Group(actor: NetworkActor.ID(id), name: name, members: [], innerTies: 0))
      }
      groups[place].members.append(actor.id)
      groupOf[actor.id] = place
    }
  }

  /// What groups an actor, and the group's name. Who has no county or level is in a group of its own kind.
  private static func group(
    of actor: NetworkActor, _ grouping: Grouping, _ words: Vocabularies,
    _ parents: [NetworkActor.ID: NetworkActor.ID?], _ language: Language
  ) -> (key: String, name: String) {
    func none(_ sv: String, _ en: String) -> (String, String) { (sv, Phrase(sv: sv, en: en).text(in: language)) }
    switch grouping {
    case .county: return actor.county.isEmpty ? none("Utan län", "Without a county") : (actor.county, actor.county)
    case .level:
      guard let level = actor.level else { return none("Utan nivå", "Without a level") }
      return (level.rawValue, words.levelNames[level]?.text(in: language) ?? level.rawValue)
    case .kind:
      return (actor.kind.rawValue, words.actorKinds[actor.kind]?.plural.text(in: language) ?? actor.kind.rawValue)
    case .partOf:
      var top = actor.id
      var seen: Set<NetworkActor.ID> = [top]
      while let parent = parents[top] ?? nil, parents[parent] != nil, seen.insert(parent).inserted { top = parent }
      return (top.rawValue, top.rawValue)
    }
  }

  private func rolledActors(_ network: Network, _ grouping: Grouping, _ language: Language) -> [NetworkActor] {
    let byID = Dictionary(network.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return groups.map { group in
      let members = group.members.compactMap { byID[$0] }
      var actor: NetworkActor
      if grouping == .partOf, let whole = byID[group.actor] {
        actor = whole
      } else {
        actor = NetworkActor(
          id: group.actor, name: group.name, kind: Self.common(members.map(\.kind)) ?? ActorKind("other"))
        actor.level = Self.common(members.map(\.level)) ?? nil
        actor.county = Self.common(members.map(\.county)) ?? ""
        actor.sources = Array(Set(members.flatMap(\.sources))).sorted()
      }
      actor.partOf = nil
      actor.extras = [
        Self.membersColumn: String(group.members.count), Self.innerTiesColumn: String(group.innerTies),
        Self.memberIDsColumn: group.members.map(\.rawValue).joined(separator: ";"),
      ]
      return actor
    }
  }

  /// The value that all have, `nil` where they differ.
  private static func common<Value: Equatable>(_ values: [Value]) -> Value? {
    guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  // MARK: Links

  private struct TieKey: Hashable {
    var from: Int
    var to: Int
    var kind: TieKind
    var status: Status
  }

  private mutating func rolledTies(_ network: Network) -> [Tie] {
    let words = network.vocabularies
    var order: [TieKey] = []
    var members: [TieKey: [Tie]] = [:]
    for tie in network.ties {
      guard let from = groupOf[tie.from], let to = groupOf[tie.to] else { continue }
      if from == to {
        groups[from].innerTies += 1
        innerTies += 1
        continue
      }
      outerTies += 1
      let isTurned = !words.isDirected(tie.kind) && to < from
      let key = TieKey(from: isTurned ? to : from, to: isTurned ? from : to, kind: tie.kind, status: tie.status)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(tie)
    }
    return order.map { key in
      let ties = members[key] ?? []
      return Tie(
        from: groups[key.from].actor, to: groups[key.to].actor, kind: key.kind,
        collaboration: Self.common(ties.map(\.collaboration)) ?? nil,
        focus: Self.union(ties.map(\.focus)), period: Self.common(ties.map(\.period)) ?? Period(),
        strength: String(ties.count),
        status: key.status, confidence: Self.weakest(ties.map(\.confidence)),
        sources: Array(Set(ties.flatMap(\.sources))).sorted(),
        extras: [Self.countColumn: String(ties.count)])
    }
  }

  private struct MembershipKey: Hashable {
    var group: Int
    var collaboration: Collaboration.ID
    var status: Status
  }

  private mutating func rolledMemberships(_ network: Network) -> [Membership] {
    var order: [MembershipKey] = []
    var members: [MembershipKey: [Membership]] = [:]
    for membership in network.memberships {
      guard let group = groupOf[membership.actor] else { continue }
      memberships += 1
      let key = MembershipKey(group: group, collaboration: membership.collaboration, status: membership.status)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(membership)
    }
    return order.map { key in
      let all = members[key] ?? []
      return Membership(
        actor: groups[key.group].actor, collaboration: key.collaboration,
        role: Self.common(all.map(\.role)) ?? .participant,
        period: Self.common(all.map(\.period)) ?? Period(), status: key.status,
        confidence: Self.weakest(all.map(\.confidence)),
        sources: Array(Set(all.flatMap(\.sources))).sorted(), extras: [Self.countColumn: String(all.count)])
    }
  }

  private static func union(_ lists: [[FocusArea]]) -> [FocusArea] {
    var union: [FocusArea] = []
    for area in lists.joined() where !union.contains(area) { union.append(area) }
    return union
  }

  /// A sum is no surer than its least sure part.
  private static func weakest(_ all: [Confidence]) -> Confidence {
    let order = Confidence.allCases
    return all.max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) } ?? .stated
  }
}
