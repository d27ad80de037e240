import GraphvizRendering
import NetworkAnalysis
import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

struct CoverageDiagramTests {
  private static let everything: [Coverage] = [Coverage.Rows.actors(kinds: []), .regions, .levels].flatMap { rows in
    Coverage.Columns.allCases.map { Coverage(rows: rows, columns: $0) }
  }

  /// Made once, with one cast a network.
  private static let made = Result { try make() }

  private static func scenes() throws -> [(name: String, scene: Scene)] { try made.get() }

  private static func make() throws -> [(name: String, scene: Scene)] {
    var scenes: [(String, Scene)] = []
    var networks: [(String, Network)] = [("real", try #require(DrawnNetworks.real))]
    for count in [1, 5, 300] {
      var network = DrawnNetworks.random(actorCount: count, seed: 3)
      for place in network.collaborations.indices {
        network.collaborations[place].focus = [FocusArea("område nummer \(place % 60)")]
      }
      networks.append(("random \(count)", network))
    }
    networks += (UInt64(1)...6).map { ("nasty \($0)", RandomNetworks.network(seed: $0)) }
    networks += DrawnNetworks.hostileNames.map { name in
      var network = DrawnNetworks.named(name)
      network.collaborations[0].focus = [FocusArea(name)]
      return ("named", network)
    }
    for (name, network) in networks {
      let cast = Cast(network, language: .swedish)
      for coverage in everything {
        for page in name == "real" || name == "random 300" ? Page.allCases : [.a4] {
          do {
            let scene = try CoverageDiagram(cast: cast, options: Diagram.Options(page: page), coverage: coverage)
              .scene()
            scenes.append(("\(name) \(coverage.rows) \(coverage.columns) \(page)", scene))
          } catch {
            #expect([.noRows, .noFocusAreas, .noLevels].contains(error), "\(name)")
          }
        }
      }
    }
    return scenes
  }

  @Test func `nothing overlaps, nothing leaves the page, no text is too small or too wide`() throws {
    for (name, scene) in try Self.scenes() {
      let boxes = scene.nodes.filter { !$0.lines.allSatisfy(\.isEmpty) || $0.role == .cell }
      #expect(overlaps(boxes.map { ($0.id, $0.bounds) }) == [], "\(name)")
      #expect(scene.nodes.filter { !scene.bounds.encloses($0.bounds) }.map(\.id) == [], "\(name)")
      #expect(scene.panels.allSatisfy { scene.bounds.encloses($0.bounds) }, "\(name)")
      #expect(scene.nodes.filter { !$0.lines.isEmpty && $0.fontSize < 7 }.map(\.id) == [], "\(name)")
      let wide = scene.nodes.filter { node in
        node.lines.contains { TextMetrics.width($0, size: node.fontSize, bold: node.isBold) > node.bounds.width + 0.01 }
      }
      #expect(wide.map(\.id) == [], "\(name)")
      #expect(Set(scene.nodes.map(\.id)).count == scene.nodes.count, "\(name)")
    }
  }

  @Test func `the legend explains every mark, and nothing else`() throws {
    for (name, scene) in try Self.scenes() {
      let legend = Set(scene.nodes.filter { $0.role == .legend && $0.look.shape != .none }.map(\.look))
      let drawn = Set(scene.nodes.filter { $0.role == .cell }.map(\.look))
      // A fold shows the firmest of its cells.
      #expect(drawn.isSubset(of: legend), "\(name)")
      if !scene.nodes.contains(where: { $0.name.contains("övriga (") }) { #expect(drawn == legend, "\(name)") }
    }
  }

  @Test func `text and marks stand out as WCAG AA asks`() throws {
    for (name, scene) in try Self.scenes() {
      for node in scene.nodes where node.look.shape != .none {
        #expect(WCAG.contrast(node.look.stroke.description, Color.band.description) >= 3, "\(name) \(node.id)")
        if !node.lines.isEmpty {
          #expect(WCAG.contrast(node.textColor.description, node.look.fill.description) >= 4.5, "\(name) \(node.id)")
        }
      }
    }
  }

  @Test func `each cell that says something is read out, row by row`() throws {
    let network = try #require(DrawnNetworks.real)
    let coverage = Coverage(order: .name)
    let scene = try Diagram.coverage(coverage).scene(of: network, options: Diagram.Options())
    let index = NetworkIndex(network)
    let matrix = coverage.matrix(of: index)
    let names = scene.nodes.filter { $0.role == .cell && !$0.name.isEmpty }.map(\.name)
    let known = matrix.rows.indices.flatMap { row in matrix.columns.indices.map { (row, $0) } }
      .filter { matrix[$0.0, $0.1].state != .unknown }
    #expect(names.count == known.count)
    for (name, place) in zip(names, known) {
      let row = matrix.rows[place.0].name(in: index, network.vocabularies, .swedish)
      let column = matrix.columns[place.1].name(in: index, network.vocabularies, .swedish)
      #expect(name.hasPrefix("\(row), \(column): "))
    }
    let picture = try SVGPicture(try scene.image(as: .svg))
    #expect(picture.groups.count { $0.role == "listitem" } == scene.nodes.count { !$0.name.isEmpty })
  }

  @Test func `what does not fit is folded, and nobody is lost`() throws {
    let network = DrawnNetworks.random(actorCount: 300, seed: 3)
    let coverage = Coverage(rows: .actors(kinds: []), columns: .actorKinds)
    let scene = try Diagram.coverage(coverage).scene(of: network, options: Diagram.Options(page: .a4))
    let fold = try #require(
      scene.nodes.first { $0.lines.first?.hasPrefix("övriga (") == true && $0.id.hasPrefix("row-") })
    let folded = try #require(fold.lines.first?.firstMatch(of: /\((\d+)\)/).flatMap { Int($0.1) })
    let rows = scene.nodes.count { $0.id.hasPrefix("row-") }
    // Besides the fold there is the row of totals.
    #expect(rows - 2 + folded == 300)
  }

  @Test func `what cannot be shown is said in a sentence`() {
    let alone = Network(actors: [NetworkActor(id: "a", name: "A", kind: .agency)])
    func failure(_ coverage: Coverage, _ network: Network) -> DiagramError? {
      do {
        _ = try Diagram.coverage(coverage).scene(of: network, options: Diagram.Options())
        return nil
      } catch { return error }
    }
    #expect(failure(Coverage(), Network()) == .nothingToDraw)
    #expect(failure(Coverage(), alone) == .noRows)
    #expect(failure(Coverage(rows: .actors(kinds: [.agency])), alone) == .noFocusAreas)
    #expect(failure(Coverage(rows: .levels, columns: .levels), alone) == .noLevels)
    for error in [DiagramError.noRows, .noFocusAreas, .noLevels] {
      #expect(!error.message.swedish.isEmpty && error.message.swedish != error.message.english)
    }
  }

  @Test func `the same network gives the same scene again`() throws {
    let network = try #require(DrawnNetworks.real)
    for coverage in Self.everything {
      let scenes = try (0..<2).map { _ in try Diagram.coverage(coverage).scene(of: network, options: Diagram.Options())
      }
      #expect(scenes[0] == scenes[1])
    }
  }
}
