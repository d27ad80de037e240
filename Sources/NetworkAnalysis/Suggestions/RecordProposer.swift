import Networks

/// Finds a record that would count for a rule.
struct RecordProposer {
  private let rule: Expectation
  private let links: AdmittedLinks
  private let index: NetworkIndex
  private let tieKind: TieKind?
  private let tieCollaboration: Collaboration.ID?

  init(_ rule: Expectation, _ links: AdmittedLinks, _ index: NetworkIndex) {
    self.rule = rule
    self.links = links
    self.index = index
    let terms = rule.terms
    let words = index.network.vocabularies
    let kinds = terms.tieKinds.isEmpty ? ["dialogue"] : terms.tieKinds.sorted()
    // A link that is to go one way is best of a kind that says so.
    let directed = kinds.filter { terms.direction != .either && words.isDirected($0) }
    let usual: [TieKind] = ["dialogue", "cooperation"]
    tieKind = directed.first ?? usual.first(where: kinds.contains) ?? kinds.first
    tieCollaboration = terms.collaborations.sorted().first { id in
      index.collaboration(id).map {
        !terms.excludedCollaborations.contains(id) && !terms.excludedKinds.contains($0.kind)
      }
        ?? false
    }
  }

  /// A tie where one counts, otherwise that one of the two joins where the other takes part; `nil` where neither would do.
  /// The group is the actor and its parts.
  func proposal(_ subject: Int, _ counterpart: Int, group: [Int]) -> ProposedRecord? {
    let actors = index.network.actors
    let terms = rule.terms
    if rule.nearness != .shared, terms.allowsTies, let tieKind, terms.collaborations.isEmpty || tieCollaboration != nil
    {
      let isIncoming = terms.direction == .incoming
      let tie = Tie(
        from: actors[isIncoming ? counterpart : subject].id, to: actors[isIncoming ? subject : counterpart].id,
        kind: tieKind, collaboration: tieCollaboration, focus: terms.focusAreas.sorted().prefix(1).map(\.self))
      return terms.admit(tie, in: tieCollaboration.flatMap { index.collaboration($0) }) ? .tie(tie) : nil
    }
    guard rule.nearness != .direct else { return nil }
    let own = first(of: group.flatMap { links.memberships[$0] }, terms.roles)
    if let own {
      return .membership(
        Membership(
          actor: actors[counterpart].id, collaboration: index.network.collaborations[own.collaboration].id,
          role: role(terms.counterpartRoles)))
    }
    guard let other = first(of: links.memberships[counterpart], terms.counterpartRoles) else { return nil }
    return .membership(
      Membership(
        actor: actors[subject].id, collaboration: index.network.collaborations[other.collaboration].id,
        role: role(terms.roles)))
  }

  /// The first in the network's order, whatever the order of the records.
  private func first(of memberships: [AdmittedLinks.Membership], _ roles: Set<Role>) -> AdmittedLinks.Membership? {
    memberships.filter { isOpen($0, to: roles) }.min { $0.collaboration < $1.collaboration }
  }

  /// Whether another may join where somebody takes part in one of the roles.
  private func isOpen(_ membership: AdmittedLinks.Membership, to roles: Set<Role>) -> Bool {
    let collaboration = index.network.collaborations[membership.collaboration]
    return membership.standing == .holds && (collaboration.status ?? .active) == .active
      && (roles.isEmpty || roles.contains(index.network.memberships[membership.position].role))
  }

  private func role(_ roles: Set<Role>) -> Role {
    roles.isEmpty || roles.contains(.participant)
      ? .participant : Role.allCases.first(where: roles.contains) ?? .participant
  }
}
