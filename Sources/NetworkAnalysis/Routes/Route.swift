import Graphs
public import Networks

/// How one actor reaches another over the fewest steps: by ties, or by taking part in the same collaboration. The
/// direction of ties does not matter: who is asked can pass the question on. What a source says does not exist is no
/// step.
public struct Route: Sendable, Hashable {
  /// One step of the way.
  public struct Step: Sendable, Hashable {
    public enum Link: Sendable, Hashable {
      case tie(Tie)
      /// Both take part; all that is recorded about how.
      case shared(Collaboration.ID, first: [Membership], second: [Membership])
    }

    public let from: NetworkActor.ID
    public let to: NetworkActor.ID
    /// Everything that links the two directly.
    public let links: [Link]
  }

  public let steps: [Step]

  /// - Returns: `nil` where there is no way, or one of the two is not in the network.
  /// - Complexity: O(n + m).
  public init?(from start: NetworkActor.ID, to end: NetworkActor.ID, in index: NetworkIndex) {
    let network = index.network
    guard let first = index.actorPositions[start], let last = index.actorPositions[end] else { return nil }
    // A tie becomes a node between its actors, so that it is as long as a shared collaboration.
    let collaborationBase = network.actors.count
    let tieBase = collaborationBase + network.collaborations.count
    var links: [Graph.Link] = []
    for membership in network.memberships where membership.status != .absent {
      guard let actor = index.actorPositions[membership.actor],
        let collaboration = index.collaborationPositions[membership.collaboration]
      else { continue }
      links.append(Graph.Link(NodeIndex(actor), NodeIndex(collaborationBase + collaboration)))
    }
    for (position, tie) in network.ties.enumerated() where tie.status != .absent {
      guard let from = index.actorPositions[tie.from], let to = index.actorPositions[tie.to] else { continue }
      links.append(Graph.Link(NodeIndex(from), NodeIndex(tieBase + position)))
      links.append(Graph.Link(NodeIndex(to), NodeIndex(tieBase + position)))
    }
    let graph = Graph(nodeCount: tieBase + network.ties.count, links: links)
    guard let path = ShortestPath().nodes(from: NodeIndex(first), to: NodeIndex(last), in: graph) else { return nil }
    let actors = path.map { Int($0.position) }.filter { $0 < collaborationBase }.map { network.actors[$0].id }
    steps = zip(actors, actors.dropFirst()).map { Step(from: $0, to: $1, links: Self.links($0, $1, index)) }
  }

  private static func links(
    _ first: NetworkActor.ID, _ second: NetworkActor.ID, _ index: NetworkIndex
  ) -> [Step.Link] {
    func memberships(of actor: NetworkActor.ID) -> [Collaboration.ID: [Membership]] {
      Dictionary(grouping: index.memberships(of: actor).filter { $0.status != .absent }, by: \.collaboration)
    }
    let ties = index.ties(of: first).filter { $0.status != .absent && ($0.from == second || $0.to == second) }
    var links = ties.map(Step.Link.tie)
    let others = memberships(of: second)
    let own = memberships(of: first)
    for (collaboration, memberships) in own.sorted(by: { $0.key < $1.key }) {
      if let shared = others[collaboration] {
        links.append(.shared(collaboration, first: memberships, second: shared))
      }
    }
    return links
  }
}
