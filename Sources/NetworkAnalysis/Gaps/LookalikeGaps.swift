public import Graphs
public import Networks

/// Which actors of a kind are most alike in what they are about and with whom, and what one has recorded that the other
/// has not: who could learn from whom at the same stage.
///
/// Rule: each actor is described by how many links it has about each focus area, to each kind of actor, and in each kind
/// of collaboration, its parts' links included; two are as alike as the cosine of these counts, each as its square root
/// so that no single large count decides.
public struct LookalikeGaps: GapQuestion {
  public static let name = "lookalikes"
  public static let title = Phrase(sv: "Vilka som liknar varandra", en: "Who is alike")
  public static let rule = Phrase(
    sv:
      "Aktörer av samma typ jämförs i vilka fokusområden, partnertyper och samverkanstyper de har länkar till. Det som "
      + "de mest lika har antecknat men den ena inte är något att fråga om, eller att lära sig.",
    en:
      "Actors of the same kind are compared by the focus areas, kinds of partners and kinds of collaboration that they "
      + "have links to. What the most alike have recorded and one has not is something to ask about, or to learn.")

  public var kind: ActorKind
  /// How many of the most alike there are to compare with.
  public var neighborCount: Int

  public init(kind: ActorKind = .region, neighborCount: Int = 3) {
    self.kind = kind
    self.neighborCount = max(1, neighborCount)
  }

  /// What an actor has links to.
  public enum Feature: Sendable, Hashable {
    case focus(FocusArea)
    case partners(ActorKind)
    case collaborations(CollaborationKind)
  }

  public struct Likeness: Sendable, Hashable {
    /// Positions of actors.
    public let actor: Int
    public let other: Int
    /// From 0, nothing in common, to 1, the same in every respect.
    public let value: Double
  }

  /// The actors that are compared, by position, with what they have.
  public func features(in context: GapContext) -> [(actor: Int, counts: [Feature: Int])] {
    let network = context.network
    let parts = ActorParts(context.index)
    var memberships = [[Int]](repeating: [], count: network.actors.count)
    for link in context.holding.memberships { memberships[Int(link.actor)].append(Int(link.collaboration)) }
    var members = [[Int]](repeating: [], count: network.collaborations.count)
    for link in context.holding.memberships { members[Int(link.collaboration)].append(Int(link.actor)) }
    var ties = [[(record: Int, other: Int)]](repeating: [], count: network.actors.count)
    for (place, link) in context.holding.ties.enumerated() {
      let record = context.holding.tieRecords[place]
      ties[Int(link.from)].append((record, Int(link.to)))
      ties[Int(link.to)].append((record, Int(link.from)))
    }
    return network.actors.indices.filter { network.actors[$0].kind == kind }.map { actor in
      let group = parts.parts[actor]
      var counts: [Feature: Int] = [:]
      var partners = Set<Int>()
      for collaboration in Set(group.flatMap { memberships[$0] }) {
        counts[.collaborations(network.collaborations[collaboration].kind), default: 0] += 1
        for area in network.collaborations[collaboration].focus { counts[.focus(area), default: 0] += 1 }
        partners.formUnion(members[collaboration])
      }
      for tie in group.flatMap({ ties[$0] }) {
        for area in network.ties[tie.record].focus { counts[.focus(area), default: 0] += 1 }
        partners.insert(tie.other)
      }
      for partner in partners.subtracting(group) { counts[.partners(network.actors[partner].kind), default: 0] += 1 }
      return (actor, counts)
    }
  }

  /// For each actor the most alike ones, the most alike first; fewer where there are fewer with anything in common.
  ///
  /// - Complexity: O(n² f) for n actors of the kind and f features.
  public func nearest(in context: GapContext) -> [(actor: Int, likenesses: [Likeness])] {
    let all = features(in: context)
    let roots = all.map { $0.counts.mapValues { Double($0).squareRoot() } }
    let order = roots.map { $0.sorted { Self.key($0.key) < Self.key($1.key) } }
    let lengths = order.map { $0.reduce(0) { $0 + $1.value * $1.value }.squareRoot() }
    return all.indices.map { first in
      let likenesses = all.indices.filter { $0 != first }.compactMap { second -> Likeness? in
        let product = order[first].reduce(0) { $0 + $1.value * (roots[second][$1.key] ?? 0) }
        guard product > 0 else { return nil }
        return Likeness(
          actor: all[first].actor, other: all[second].actor, value: min(1, product / (lengths[first] * lengths[second]))
        )
      }
      let sorted = likenesses.sorted { ($1.value, $0.other) < ($0.value, $1.other) }
      return (all[first].actor, Array(sorted.prefix(neighborCount)))
    }
  }

  public func findings(in context: GapContext, work: Work) throws(CancellationError) -> [Finding] {
    try work.check()
    let actors = context.network.actors
    let features = Dictionary(
      features(in: context).map { ($0.actor, $0.counts) }, uniquingKeysWith: { first, _ in first })
    return nearest(in: context).compactMap { actor, likenesses in
      guard context.scope.contains(actors[actor].id), !likenesses.isEmpty else { return nil }
      let own = features[actor] ?? [:]
      // What all of the most alike have.
      var common = Set((features[likenesses[0].other] ?? [:]).keys)
      for likeness in likenesses.dropFirst() { common.formIntersection((features[likeness.other] ?? [:]).keys) }
      let missing = common.subtracting(own.keys).sorted { Self.key($0) < Self.key($1) }
      guard !missing.isEmpty else { return nil }
      let others = likenesses.map { actors[$0.other].id }
      let name = context.name(actors[actor].id)
      let list = context.list(others)
      let lacks = Phrase.list(missing.map { words(for: $0, context) }, limit: 6)
      return Finding(
        question: Self.name, sort: .chance, actors: [actors[actor].id] + others,
        summary: Phrase(
          sv:
            "\(name.swedish) liknar mest \(list.swedish). De har alla \(lacks.swedish); för \(name.swedish) är det inte antecknat.",
          en:
            "\(name.english) is most like \(list.english). They all have \(lacks.english); for \(name.english) it is not recorded."
        ),
        remedy: Phrase(
          sv: "Fråga \(name.swedish) om det finns, eller låt dem lära av de andra.",
          en: "Ask \(name.english) whether it is there, or let them learn from the others."))
    }
  }

  private func words(for feature: Feature, _ context: GapContext) -> Phrase {
    let words = context.network.vocabularies
    return Phrase { language in
      switch feature {
      case .focus(let area):
        return Phrase(sv: "samverkan om ", en: "collaboration about ").text(in: language)
          + words.name(of: area, in: language)
      case .partners(let kind):
        return Phrase(sv: "kontakt med ", en: "contact with ").text(in: language)
          + (words.actorKinds[kind]?.plural.text(in: language) ?? kind.rawValue)
      case .collaborations(let kind):
        return words.collaborationKinds[kind]?.plural.text(in: language) ?? kind.rawValue
      }
    }
  }

  private static func key(_ feature: Feature) -> String {
    switch feature {
    case .focus(let area): "1" + area.rawValue
    case .partners(let kind): "2" + kind.rawValue
    case .collaborations(let kind): "3" + kind.rawValue
    }
  }
}
