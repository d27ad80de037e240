import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

struct NetworkDiagramTests {
  private static func pictures() throws -> [Picture] { try Picture.all.get().filter(\.isNetworkDiagram) }

  @Test func `as many names are there as are said`() throws {
    for picture in try Self.pictures() {
      let match =
        picture.language == .swedish
        ? picture.scene.summary.firstMatch(of: /(\d+) namn av (\d+)/)
        : picture.scene.summary.firstMatch(of: /(\d+) of (\d+) names/)
      let inside = picture.actorNodes.count { !$0.lines.isEmpty }
      let beside = picture.scene.nodes.count { $0.id.hasSuffix("-name") && $0.role == .text }
      #expect(match.flatMap { Int($0.1) } == inside + beside, "\(picture.testDescription)")
      #expect(match.flatMap { Int($0.2) } == picture.expectedNames.count, "\(picture.testDescription)")
    }
  }

  @Test func `a name stands beside its mark`() throws {
    for picture in try Self.pictures() {
      let marks = Dictionary(
        picture.actorNodes.map { ($0.id + "-name", $0.bounds) }, uniquingKeysWith: { first, _ in first })
      for name in picture.scene.nodes where name.id.hasSuffix("-name") && name.role == .text {
        let mark = try #require(marks[name.id])
        let gap = max(
          max(name.bounds.minX - mark.maxX, mark.minX - name.bounds.maxX),
          max(name.bounds.minY - mark.maxY, mark.minY - name.bounds.maxY))
        #expect((0...4).contains(gap), "\(picture.testDescription): \(name.id) \(gap)")
      }
    }
  }

  @Test func `every group has its name where it fits, and the discs lie apart`() throws {
    for picture in try Self.pictures() where !picture.scene.outlines.isEmpty {
      let headings = picture.scene.nodes.filter { $0.id.hasPrefix("group-") }
      if !picture.testDescription.contains("nasty") {
        #expect(headings.count == picture.scene.outlines.count, "\(picture.testDescription)")
      }
      let discs = picture.scene.outlines.map { Rectangle(around: $0.points) }
      for (number, first) in discs.enumerated() {
        for second in discs[(number + 1)...] {
          let way = Point(second.midX - first.midX, second.midY - first.midY)
          let distance = (way.x * way.x + way.y * way.y).squareRoot()
          #expect(distance >= (first.width + second.width) / 2, "\(picture.testDescription)")
        }
      }
    }
  }

  @Test func `no mark lies under a box or under a name`() throws {
    for picture in try Self.pictures() where picture.testDescription.hasPrefix("network") {
      let texts = picture.scene.nodes.filter { !$0.lines.isEmpty && $0.role != .legend && $0.role != .heading }
      for mark in picture.actorNodes where mark.lines.isEmpty {
        let covering = texts.filter { $0.bounds.overlap(with: mark.bounds) > 1 }
        #expect(covering.map(\.id) == [], "\(picture.testDescription): \(mark.id)")
      }
    }
  }

  @Test func `no mark stands on another`() throws {
    for picture in try Self.pictures() where picture.network.actors.count < 1500 {
      let marks = picture.actorNodes.filter(\.lines.isEmpty)
      for (number, first) in marks.enumerated() {
        for second in marks[(number + 1)...] {
          let way = Point(second.bounds.midX - first.bounds.midX, second.bounds.midY - first.bounds.midY)
          let isApart = way.x * way.x + way.y * way.y > 4
          if !isApart { Issue.record("\(picture.testDescription): \(first.id), \(second.id)") }
        }
      }
    }
  }

  @Test func `every link between two is drawn`() throws {
    for picture in try Self.pictures() {
      let between = picture.network.memberships.count + picture.network.ties.count { $0.from != $0.to }
      #expect(picture.drawnLinks.count == between, "\(picture.testDescription)")
    }
  }

  @Test func `those of one group stand in one disc`() throws {
    let network = DrawnNetworks.random(actorCount: 60, seed: 5)
    let scene = try Diagram.network(groupedBy: .kind).scene(of: network, options: Diagram.Options())
    let discs = scene.outlines.map { Rectangle(around: $0.points) }
    var families: [Int: Set<String>] = [:]
    for node in scene.nodes where node.role == .actor || node.role == .collaboration {
      let disc = try #require(
        discs.firstIndex { disc in
          let way = Point(node.bounds.midX - disc.midX, node.bounds.midY - disc.midY)
          return (way.x * way.x + way.y * way.y).squareRoot() <= disc.width / 2
        })
      families[disc, default: []].insert(node.look.stroke.description)
    }
    #expect(families.values.allSatisfy { $0.count == 1 })
  }
}
