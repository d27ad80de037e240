import Graphs
import NetworkAnalysis
import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

struct ColoredGroupsTests {
  private func scene(_ network: Network, by grouping: Diagram.Grouping) throws -> Scene {
    try Diagram.network(groupedBy: grouping).scene(of: network, options: Diagram.Options(colors: .groups))
  }

  /// So many cliques of five, each linked with the next by one tie, and two who are alone.
  private func cliques(_ count: Int) -> Network {
    var network = Network(profile: NetworkProfile(title: "Klickar"))
    func id(_ number: Int) -> NetworkActor.ID { NetworkActor.ID("a\(number)") }
    network.actors = (0..<count * 5 + 2).map { NetworkActor(id: id($0), name: "Aktör \($0)", kind: .agency) }
    for clique in 0..<count {
      for first in 0..<5 {
        for second in 0..<first {
          network.ties.append(Tie(from: id(clique * 5 + first), to: id(clique * 5 + second), kind: "dialogue"))
        }
      }
      if clique > 0 { network.ties.append(Tie(from: id(clique * 5), to: id(clique * 5 - 1), kind: "dialogue")) }
    }
    return network
  }

  @Test func `each community has a disc and a colour of its own, and who is alone is grey`() throws {
    let scene = try scene(cliques(4), by: .community)
    let marks = scene.nodes.filter { $0.role == .actor }
    let discs = scene.outlines.map { Rectangle(around: $0.points) }
    #expect(discs.count == 5)
    var colors: [Int: Set<String>] = [:]
    for mark in marks {
      let disc = try #require(
        discs.firstIndex { disc in
          let way = Point(mark.bounds.midX - disc.midX, mark.bounds.midY - disc.midY)
          return (way.x * way.x + way.y * way.y).squareRoot() <= disc.width / 2
        })
      colors[disc, default: []].insert(mark.look.stroke.description)
    }
    #expect(colors.values.allSatisfy { $0.count == 1 })
    #expect(Set(colors.values.compactMap(\.first)).count == 5)
    let alone = marks.filter { ["a-a20", "a-a21"].contains($0.id) }
    #expect(alone.allSatisfy { $0.look.stroke == ActorFamily.other.look.stroke })
  }

  @Test func `the groups are those that the command communities lists in the two-mode view`() throws {
    let network = try #require(DrawnNetworks.real)
    let graph = NetworkView(mode: .twoMode).graph(of: NetworkLinks(NetworkIndex(network)))
    let groups = try Communities(in: graph, of: network).groups.filter { $0.members.count > 2 }
    let scene = try Diagram.network(groupedBy: .community).scene(of: network, options: Diagram.Options())
    #expect(scene.outlines.count == groups.count + 1)
    let headings = scene.nodes.filter { $0.id.hasPrefix("group-") }.flatMap(\.lines)
    #expect(headings.count > groups.count / 2)
    for heading in headings where heading != "utan grupp" {
      let number = try #require(Int(heading.prefix { $0.isNumber }))
      let name = heading.drop { $0 != " " }.dropFirst().prefix { $0 != "…" }
      let members = try #require(groups.first { $0.number == number }).members.compactMap { node in
        Int(node.position) < network.actors.count ? network.actors[Int(node.position)].name : nil
      }
      #expect(members.contains { $0.hasPrefix(name) }, "\(heading)")
    }
  }

  @Test(arguments: [2, 4, 12]) func `the legend names every colour once, and the shapes without colour`(count: Int)
    throws
  {
    for grouping in Diagram.Grouping.allCases {
      let scene = try scene(
        grouping == .community ? cliques(count) : DrawnNetworks.random(actorCount: 40, seed: 3), by: grouping)
      let legend = scene.nodes.filter { $0.role == .legend && $0.look.shape != .none }.map(\.look)
      let looks = scene.nodes.filter { $0.role == .actor || $0.role == .collaboration }.map(\.look)
      for look in looks {
        let colors = legend.filter { $0.shape == .ellipse && $0.fill == look.fill && $0.stroke == look.stroke }
        #expect(colors.count == 1, "\(grouping)")
      }
      for mark in scene.nodes where mark.role == .actor && mark.lines.isEmpty {
        #expect(legend.contains { $0.shape == mark.look.shape && $0.fill == .white }, "\(grouping)")
      }
    }
  }

  @Test func `colours stand out from the page as WCAG AA asks, whatever the group`() throws {
    for node in try scene(cliques(12), by: .community).nodes where node.role == .actor {
      for ground in ["#ffffff", Color.band.description] {
        #expect(WCAG.contrast(node.look.stroke.description, ground) >= 3)
      }
    }
  }

  @Test func `an empty group list, and networks without links, draw all the same`() throws {
    for count in [1, 2, 3] {
      var network = cliques(1)
      network.actors = Array(network.actors.prefix(count))
      network.ties = []
      #expect(try scene(network, by: .community).nodes.filter { $0.role == .actor }.count == count)
    }
  }
}
