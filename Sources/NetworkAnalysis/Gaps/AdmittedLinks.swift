import Networks

/// The links of a network that some terms admit, found by actor, each with whether it holds.
struct AdmittedLinks {
  struct Tie {
    var position: Int
    var other: Int
    /// Seen from the actor that it is found by; of a kind without direction, either.
    var direction: LinkTerms.Direction
    var standing: RecordedLink.Standing
  }

  struct Membership {
    var position: Int
    var actor: Int
    var collaboration: Int
    var standing: RecordedLink.Standing
  }

  /// By the actor's position; each tie stands at both of its ends.
  let ties: [[Tie]]
  /// By the actor's position.
  let memberships: [[Membership]]
  /// By the collaboration's position.
  let members: [[Membership]]

  /// - Complexity: linear in the size of the network.
  init(_ terms: LinkTerms, during: Period.Interval?, in index: NetworkIndex) {
    let network = index.network
    let vocabularies = network.vocabularies
    var ties = [[Tie]](repeating: [], count: network.actors.count)
    for (position, tie) in network.ties.enumerated() {
      let collaboration = tie.collaboration.flatMap { index.collaboration($0) }
      guard terms.admit(tie, in: collaboration),
        let from = index.actorPositions[tie.from], let to = index.actorPositions[tie.to], from != to,
        let standing = RecordedLink.Standing(tie.status, [tie.period], during: during, endedCounts: terms.endedCounts)
      else { continue }
      let isDirected = vocabularies.isDirected(tie.kind)
      ties[from].append(
        Tie(position: position, other: to, direction: isDirected ? .outgoing : .either, standing: standing))
      ties[to].append(
        Tie(position: position, other: from, direction: isDirected ? .incoming : .either, standing: standing))
    }
    self.ties = ties
    var memberships = [[Membership]](repeating: [], count: network.actors.count)
    var members = [[Membership]](repeating: [], count: network.collaborations.count)
    let isAdmitted = network.collaborations.map(terms.admit)
    for (position, membership) in network.memberships.enumerated() {
      guard let actor = index.actorPositions[membership.actor],
        let place = index.collaborationPositions[membership.collaboration], isAdmitted[place]
      else { continue }
      let collaboration = network.collaborations[place]
      // A collaboration that has ended has ended for all of its members.
      let status = membership.status == .active ? collaboration.status ?? .active : membership.status
      guard
        let standing = RecordedLink.Standing(
          status, [membership.period, collaboration.period], during: during, endedCounts: terms.endedCounts)
      else { continue }
      let link = Membership(position: position, actor: actor, collaboration: place, standing: standing)
      memberships[actor].append(link)
      members[place].append(link)
    }
    self.memberships = memberships
    self.members = members
  }

  /// A shortest way over links that hold, from any of the starts to any of the ends, in steps of a tie or a shared
  /// collaboration.
  ///
  /// - Returns: the actors on it, both ends included; `nil` where there is none of so few steps.
  /// - Complexity: linear in the links of the actors that are reached.
  func path(from starts: [Int], to ends: Set<Int>, atMost steps: Int) -> [Int]? {
    var previous: [Int: Int] = [:]
    let end = search(from: starts, atMost: steps) { actor, before in
      previous[actor] = before
      return ends.contains(actor)
    }
    guard let end else { return nil }
    var way = [end]
    while let before = previous[way[way.count - 1]] { way.append(before) }
    return way.reversed()
  }

  /// The actors within so many steps of the starts, these left out.
  ///
  /// - Complexity: linear in the links of the actors that are reached.
  func reached(from starts: [Int], atMost steps: Int) -> Set<Int> {
    var reached: Set<Int> = []
    _ = search(from: starts, atMost: steps) { actor, _ in
      reached.insert(actor)
      return false
    }
    return reached
  }

  /// Tells each actor that is reached, once, with who it was reached from, until one is what was looked for.
  private func search(from starts: [Int], atMost steps: Int, _ isEnd: (_ actor: Int, _ before: Int) -> Bool) -> Int? {
    var seen = Set(starts)
    var opened: Set<Int> = []
    var border = starts
    for _ in 0..<max(0, steps) {
      var next: [Int] = []
      for actor in border {
        for tie in ties[actor] where tie.standing == .holds && seen.insert(tie.other).inserted {
          next.append(tie.other)
          if isEnd(tie.other, actor) { return tie.other }
        }
        for membership in memberships[actor] where membership.standing == .holds {
          guard opened.insert(membership.collaboration).inserted else { continue }
          for member in members[membership.collaboration]
          where member.standing == .holds && seen.insert(member.actor).inserted {
            next.append(member.actor)
            if isEnd(member.actor, actor) { return member.actor }
          }
        }
      }
      border = next
      if border.isEmpty { break }
    }
    return nil
  }
}
