public import Graphs
import Networks

/// The links of a network that hold at a time, as graphs: what is planned, lost or absent is no link.
public struct HoldingLinks: Sendable {
  public let memberships: [NetworkLinks.Membership]
  public let ties: [NetworkLinks.Tie]
  /// The records' positions in the network, in the same order.
  public let membershipRecords: [Int]
  public let tieRecords: [Int]
  /// Actors and, behind them, collaborations are nodes; memberships and ties are links. Undirected, parallel links kept.
  public let twoMode: Graph
  /// Actors are nodes; two are linked who have a tie or share a collaboration. Undirected, simple, without weights.
  public let oneMode: Graph

  /// - Complexity: O(n + m + Σ k²) for collaborations of k actors.
  init(_ index: NetworkIndex, during: Period.Interval?) {
    let links = AdmittedLinks(LinkTerms(), during: during, in: index)
    var memberships: [(record: Int, link: NetworkLinks.Membership)] = []
    var ties: [(record: Int, link: NetworkLinks.Tie)] = []
    for (actor, own) in links.memberships.enumerated() {
      for membership in own where membership.standing == .holds {
        let link = NetworkLinks.Membership(
          actor: Int32(truncatingIfNeeded: actor), collaboration: Int32(truncatingIfNeeded: membership.collaboration))
        memberships.append((membership.position, link))
      }
    }
    for (actor, own) in links.ties.enumerated() {
      for tie in own
      where tie.standing == .holds && index.actorPositions[index.network.ties[tie.position].from] == actor {
        let link = NetworkLinks.Tie(
          from: Int32(truncatingIfNeeded: actor), to: Int32(truncatingIfNeeded: tie.other),
          isDirected: tie.direction != .either)
        ties.append((tie.position, link))
      }
    }
    memberships.sort { $0.record < $1.record }
    ties.sort { $0.record < $1.record }
    membershipRecords = memberships.map(\.record)
    tieRecords = ties.map(\.record)
    self.memberships = memberships.map(\.link)
    self.ties = ties.map(\.link)
    let network = index.network
    let offset = network.actors.count
    twoMode = Graph(
      nodeCount: offset + network.collaborations.count,
      links: memberships.map {
        Graph.Link(NodeIndex(Int($0.link.actor)), NodeIndex(offset + Int($0.link.collaboration)))
      } + ties.map { Graph.Link(NodeIndex(Int($0.link.from)), NodeIndex(Int($0.link.to))) })
    var all = NetworkLinks(actorCount: offset, collaborationCount: network.collaborations.count)
    all.memberships = self.memberships
    all.ties = self.ties
    oneMode = NetworkView(mode: .oneMode, weighting: .count).graph(of: all).unweighted
  }
}
