import Foundation
import Graphs
import NetworkAnalysis
import Networks

/// What is known of who is linked to whom, record by record: what is held out of it is to be found again.
struct LinkRecords {
  let name: String
  let actorCount: Int
  let collaborationCount: Int
  /// What the actors are; empty where nobody says.
  let actors: [NetworkActor]
  var memberships: [NetworkLinks.Membership] = []
  var ties: [NetworkLinks.Tie] = []

  /// The links of a network, without those that never held.
  init(_ network: Network, name: String) {
    let links = NetworkLinks(NetworkIndex(network))
    self.name = name
    (actorCount, collaborationCount) = (links.actorCount, links.collaborationCount)
    (memberships, ties) = (links.memberships, links.ties)
    actors = network.actors
  }

  /// Reads a file with a link `u v` a line, nodes numbered from 0.
  init(path: String) throws {
    name = URL(filePath: path).deletingPathExtension().lastPathComponent
    var pairs: Set<[Int]> = []
    for line in try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n") {
      let ends = line.split(whereSeparator: \.isWhitespace).prefix(2).compactMap { Int($0) }
      if ends.count == 2, ends[0] != ends[1], ends[0] >= 0, ends[1] >= 0 { pairs.insert(ends.sorted()) }
    }
    let sorted = pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    actorCount = (sorted.map { $0[1] }.max() ?? -1) + 1
    collaborationCount = 0
    actors = []
    let network = Network(
      actors: (0..<actorCount).map { NetworkActor(id: .init(String($0)), name: "", kind: "other") },
      ties: sorted.map { Tie(from: .init(String($0[0])), to: .init(String($0[1])), kind: "cooperation") })
    ties = NetworkLinks(NetworkIndex(network)).ties
  }

  var count: Int { memberships.count + ties.count }

  /// Actors are nodes; two are linked who have a tie or share a collaboration. Simple, without weights.
  var graph: Graph {
    var links: [Graph.Link] = ties.map { Graph.Link(NodeIndex(Int($0.from)), NodeIndex(Int($0.to))) }
    for members in Dictionary(grouping: memberships, by: \.collaboration).values {
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] {
          links.append(Graph.Link(NodeIndex(Int(first.actor)), NodeIndex(Int(second.actor))))
        }
      }
    }
    return Graph(nodeCount: actorCount, links: links, parallelLinks: .merged(.none), loops: .dropped)
  }

  /// The records without a share of them, drawn at random.
  func holdingOut(share: Double, seed: UInt64) -> LinkRecords {
    var random = SeededGenerator(seed: seed)
    let held = Set((0..<count).shuffled(using: &random).prefix(Int(share * Double(count))))
    var rest = self
    rest.memberships = memberships.enumerated().filter { !held.contains($0.offset) }.map(\.element)
    rest.ties = ties.enumerated().filter { !held.contains(memberships.count + $0.offset) }.map(\.element)
    return rest
  }
}
