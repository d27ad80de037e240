import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

struct RingsDiagramTests {
  @Test func `all twenty-one regions have their picture`() throws {
    let pictures = try Picture.all.get().filter { $0.testDescription.hasPrefix("around") }
    let counties = Set(
      pictures.compactMap { picture -> String? in
        guard case .around(let id) = picture.diagram else { return nil }
        return picture.network.actors.first { $0.id == id }?.county
      }
    ).subtracting([""])
    #expect(counties.count == 21)
  }

  @Test func `the centre is in the middle`() throws {
    for picture in try Picture.all.get() {
      guard case .around(let id) = picture.diagram, let actor = picture.network.actors.first(where: { $0.id == id })
      else { continue }
      let centre = try #require(picture.actorNodes.first)
      #expect(centre.name.hasPrefix(actor.name(in: picture.language)))
      #expect(centre.isBold)
      let others = picture.actorNodes.dropFirst() + picture.folds
      #expect(abs(centre.bounds.midX - picture.scene.page.width / 2) < 0.5, "\(picture.testDescription)")
      let texts = picture.scene.nodes.filter { $0.id == "counts" || $0.id == "legend-1" }
      let top = try #require(texts.first { $0.id == "counts" }).bounds.maxY
      let bottom = try #require(texts.first { $0.id == "legend-1" }).bounds.minY
      #expect(abs(centre.bounds.midY - (top + bottom) / 2) < 6, "\(picture.testDescription)")
      let columns = others.map { $0.bounds.maxX < centre.bounds.minX || $0.bounds.minX > centre.bounds.maxX }
      #expect(columns.allSatisfy { $0 }, "\(picture.testDescription)")
    }
  }

  @Test func `the collaborations are in the middle`() throws {
    for picture in try Picture.all.get() {
      guard case .collaboration(let ids) = picture.diagram else { continue }
      let hubs = picture.scene.nodes.filter { $0.role == .collaboration }
      #expect(hubs.count == ids.count, "\(picture.testDescription)")
      for hub in hubs { #expect(abs(hub.bounds.midX - picture.scene.page.width / 2) < 0.5 && hub.isBold) }
    }
  }

  @Test func `both sides are about as full around an actor`() throws {
    for picture in try Picture.all.get() where picture.testDescription.hasPrefix("around") {
      let middle = picture.scene.page.width / 2
      let boxes = (picture.actorNodes.dropFirst() + picture.folds).map(\.bounds.midX)
      let left = boxes.count { $0 < middle }
      #expect(left * 5 >= boxes.count && (boxes.count - left) * 5 >= boxes.count, "\(picture.testDescription)")
    }
  }

  /// Every link that is said to be drawn stands in the name of a line; equal ones between the same two share a line.
  @Test func `links drawn and left out add up to those between what is shown`() throws {
    for picture in try Picture.all.get() where !picture.testDescription.contains("nasty") {
      switch picture.diagram {
      case .levels, .network, .coverage, .changes, .gaps: continue
      case .around, .collaboration: break
      }
      let actors = Set(picture.expected.actors.map(\.id))
      let collaborations = Set(picture.expected.collaborations.map(\.id))
      let between =
        picture.network.memberships.count { actors.contains($0.actor) && collaborations.contains($0.collaboration) }
        + picture.network.ties.count { actors.contains($0.from) && actors.contains($0.to) }
      let drawn = picture.scene.summary.firstMatch(of: /(\d+) länk(ar)?/).flatMap { Int($0.1) } ?? 0
      let leftOut = picture.scene.summary.firstMatch(of: /(\d+) länk(ar)? mellan grannarna/).flatMap { Int($0.1) } ?? 0
      #expect(drawn + leftOut == between, "\(picture.testDescription): \(picture.scene.summary)")
      let said = picture.drawnLinks.reduce(0) { $0 + $1.name.split(separator: "; ").count }
      #expect(said == drawn, "\(picture.testDescription)")
    }
  }

  @Test func `what is folded is counted`() throws {
    for picture in try Picture.all.get() where !picture.isNetworkDiagram && !picture.isLevelsDiagram {
      let said = picture.scene.summary.firstMatch(of: /(\d+) är hopvikta/).flatMap { Int($0.1) } ?? 0
      #expect(said == picture.expectedNames.count - picture.actorNodes.count, "\(picture.testDescription)")
    }
  }

  @Test func `a hub with very many members folds those that hang on least`() throws {
    var network = DrawnNetworks.random(actorCount: 200, linkCount: 0, seed: 9)
    network.memberships = network.actors.map { Membership(actor: $0.id, collaboration: "samverkan-0") }
    let scene = try Diagram.collaboration(["samverkan-0"]).scene(of: network, options: Diagram.Options())
    let folds = scene.nodes.filter { $0.role == .group }
    #expect(folds.count == 1)
    let folded = folds.compactMap { Int($0.name.dropFirst().prefix { $0.isNumber }) }.reduce(0, +)
    #expect(folded + scene.nodes.count { $0.role == .actor } == 200)
  }
}
