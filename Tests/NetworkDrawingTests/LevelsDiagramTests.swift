import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

struct LevelsDiagramTests {
  private static func pictures() throws -> [Picture] { try Picture.all.get().filter(\.isLevelsDiagram) }

  @Test func `the bands have the levels' names, the widest on top`() throws {
    for picture in try Self.pictures() {
      let words = picture.network.vocabularies
      let used = Set(picture.network.actors.map(\.level) + picture.network.collaborations.map(\.level))
      let wanted = words.levels.filter(used.contains).map(Optional.some) + (used.contains(nil) ? [nil] : [])
      let bands = picture.scene.nodes.filter { $0.id.hasPrefix("band-") }.sorted { $0.bounds.minY < $1.bounds.minY }
      #expect(bands.count == wanted.count, "\(picture.testDescription)")
      for (band, level) in zip(bands, wanted) {
        #expect(
          NameReading(band.lines, of: words.name(of: level, in: picture.language)) != .wrong,
          "\(picture.testDescription): \(band.lines)")
      }
    }
  }

  @Test func `everybody stands in the band of their level`() throws {
    for picture in try Self.pictures() {
      let levels = picture.network.vocabularies.levels
      let (actors, collaborations) = picture.expected
      let places = Dictionary(
        zip(
          picture.expectedNames,
          (actors.map(\.level) + collaborations.map(\.level)).map { level in
            level.flatMap(levels.firstIndex(of:)) ?? levels.count
          }), uniquingKeysWith: { first, _ in first })
      var byPlace: [Int: [Rectangle]] = [:]
      for node in picture.actorNodes { byPlace[places[node.name] ?? -1, default: []].append(node.bounds) }
      let bands = byPlace.sorted { $0.key < $1.key }.map { Rectangle(around: $0.value) }
      for (upper, lower) in zip(bands, bands.dropFirst()) {
        #expect(upper.maxY < lower.minY, "\(picture.testDescription)")
      }
      let panels = picture.scene.panels.filter { $0.fill == .band }.map(\.bounds).sorted { $0.minY < $1.minY }
      #expect(panels.count == bands.count)
      for (panel, band) in zip(panels, bands) { #expect(panel.encloses(band), "\(picture.testDescription)") }
    }
  }

  @Test func `named and folded add up to all`() throws {
    for picture in try Self.pictures() {
      let total = picture.network.actors.count + picture.network.collaborations.count
      let match =
        picture.language == .swedish
        ? picture.scene.summary.firstMatch(of: /(\d+) visas med namn, de mest centrala först; (\d+) är hopvikta/)
        : picture.scene.summary.firstMatch(of: /(\d+) are named, the most central first; (\d+) are folded/)
      let named = match.flatMap { Int($0.1) } ?? total
      let folded = match.flatMap { Int($0.2) } ?? 0
      #expect(named == picture.actorNodes.count, "\(picture.testDescription)")
      #expect(named + folded == total, "\(picture.testDescription)")
    }
  }

  /// A line's name says every link that it stands for, or how many; those within a frame are counted in its heading,
  /// those that are left out in the summary.
  @Test func `links drawn, counted within frames and left out add up to all`() throws {
    for picture in try Self.pictures() where !picture.testDescription.contains("nasty") {
      let drawn = picture.drawnLinks.reduce(0) { sum, link in
        let match = link.name.firstMatch(of: /: (\d+) (?:länk|länkar|link|links) \(/)
        return sum + (match.flatMap { Int($0.1) } ?? link.name.split(separator: "; ").count)
      }
      let within = picture.scene.nodes.filter { $0.id.hasPrefix("frame-") }.reduce(0) { sum, frame in
        let match = frame.name.firstMatch(of: /· (\d+) (?:länk|länkar|link|links) (?:inom|within)/)
        return sum + (match.flatMap { Int($0.1) } ?? 0)
      }
      let match = picture.scene.summary.firstMatch(of: /(\d+) (?:länk|länkar|link|links) (?:ritas inte|not drawn)/)
      let leftOut = match.flatMap { Int($0.1) } ?? 0
      #expect(
        drawn + within + leftOut == picture.network.linkCount,
        "\(picture.testDescription): \(drawn) drawn, \(within) within, \(leftOut) left out")
    }
  }

  @Test func `frames count those in them`() throws {
    for picture in try Self.pictures() {
      let frames = picture.scene.nodes.filter { $0.id.hasPrefix("frame-") }
      guard !frames.isEmpty else { continue }
      let sum = frames.reduce(0) { $0 + ($1.name.firstMatch(of: /\((\d+)\)( ·.*)?$/).flatMap { Int($0.1) } ?? 0) }
      #expect(sum == picture.network.actors.count + picture.network.collaborations.count, "\(picture.testDescription)")
    }
  }

  @Test func `every region of Sweden has its name on every page but the smallest`() throws {
    for picture in try Self.pictures() where picture.testDescription.hasPrefix("levels") {
      let names = Set(picture.actorNodes.map(\.name))
      let regions = picture.network.actors.filter { $0.kind == .region && $0.level == .regional && !$0.county.isEmpty }
      let missing = regions.filter { region in
        !names.contains { $0.hasPrefix(region.name(in: picture.language) + ", ") }
      }
      #expect(
        missing.isEmpty || picture.scene.page == .a4Landscape, "\(picture.testDescription): \(missing.map(\.name))")
    }
  }

  @Test(arguments: [5, 12, 30]) func `no more are named than asked for, beyond one a frame`(limit: Int) throws {
    let network = DrawnNetworks.random(actorCount: 80, seed: 3)
    let scene = try Diagram.levels.scene(of: network, options: Diagram.Options(visibleLimit: limit))
    let frames = scene.nodes.count { $0.id.hasPrefix("frame-") }
    let named = scene.nodes.count { $0.role == .actor || $0.role == .collaboration }
    #expect(named <= limit + frames)
    #expect(named >= min(limit, 20))
  }

  @Test func `parallel links of different kinds stay apart`() throws {
    var network = DrawnNetworks.random(actorCount: 2, linkCount: 0, seed: 1)
    network.ties = ["funds", "steers", "dialogue"].map { Tie(from: "aktör-0", to: "aktör-1", kind: $0) }
    let scene = try Diagram.levels.scene(of: network, options: Diagram.Options())
    let courses = scene.links.filter { !$0.id.hasPrefix("legend-") }.map(\.course)
    #expect(courses.count == 3)
    for (first, second) in [(0, 1), (0, 2), (1, 2)] {
      let distance = zip(courses[first], courses[second]).map { abs($0.x - $1.x) + abs($0.y - $1.y) }.max() ?? 0
      #expect(distance > 2)
    }
  }
}
