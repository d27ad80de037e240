import GraphvizRendering
import NetworkAnalysis
import Networks
import TestSupport
import Testing

import struct Networks.Expectation

@testable import NetworkDrawing

struct GapsDiagramTests {
  /// Three regions and an agency: one region has a dialogue with it, one is said to have none, of one nothing is known.
  private static func small() -> Network {
    var network = Network(profile: NetworkProfile(title: "Liten", date: CalendarDate(year: 2021)))
    network.sources = [Source(id: "källa", title: "En källa"), Source(id: "grund", title: "Grunden")]
    network.actors = ["Ängs", "Bergs", "Dals"].map {
      NetworkActor(id: .init($0.lowercased()), name: "Region \($0)", kind: .region, level: .regional)
    }
    network.actors.append(NetworkActor(id: "verket", name: "Verket", kind: .agency, level: .national))
    network.ties = [
      Tie(from: "ängs", to: "verket", kind: "dialogue", sources: [.init(source: "källa")]),
      Tie(from: "bergs", to: "verket", kind: "dialogue", status: .absent, sources: [.init(source: "källa")]),
    ]
    network.profile.expectations = [
      Expectation(
        id: "verket", title: "Regionen har dialog med Verket", subjects: ActorFilter(kinds: [.region]),
        counterparts: .actors([.init(ActorFilter(actors: ["verket"]))]), ground: [.init(source: "grund")])
    ]
    return network
  }

  /// A network with rules about everything that a rule can be about.
  private static func random(_ seed: UInt64) -> Network {
    var network = DrawnNetworks.random(actorCount: [6, 30, 90][Int(seed % 3)], seed: seed)
    var chance = SplitMix64(seed: seed)
    let kinds = Array(Set(network.actors.map(\.kind))).sorted()
    let levels = Vocabularies.standard.levels
    for number in 0..<(1 + chance.below(14)) {
      let wanted = ActorFilter(kinds: [kinds[chance.below(kinds.count)]])
      let counterparts: Expectation.Counterparts =
        switch number % 3 {
        case 0: .actors([.init(wanted)])
        case 1:
          .sides([
            .init(name: "den ena sidan", actors: [.init(wanted)]),
            .init(name: "arbetslivet", actors: [.init(ActorFilter(levels: [levels[chance.below(levels.count)]]))]),
          ])
        default: .anybody
        }
      network.profile.expectations.append(
        Expectation(
          id: .init("regel-\(number)"), title: "Regel nummer \(number) om samverkan mellan de båda",
          subjects: ActorFilter(kinds: [kinds[chance.below(kinds.count)]]), counterparts: counterparts,
          count: .atLeast(1 + chance.below(2)), ground: [.init(source: "källa")]))
    }
    return network
  }

  private static func scene(_ network: Network, _ shown: GapsShown = GapsShown(), _ page: Page? = nil) throws -> Scene {
    try Diagram.gaps(shown).scene(of: network, options: Diagram.Options(page: page))
  }

  private static func all() throws -> [(String, Scene)] {
    var all = [("small", try scene(small()))]
    let real = try #require(DrawnNetworks.real)
    for page in Page.allCases { all.append(("real \(page)", try scene(real, GapsShown(), page))) }
    for rule in real.profile.expectations { all.append(("\(rule.id)", try scene(real, GapsShown(rules: [rule.id])))) }
    for seed in UInt64(1)...24 {
      let network = random(seed)
      do throws(DiagramError) {
        all.append(("random \(seed)", try Diagram.gaps(GapsShown()).scene(of: network, options: Diagram.Options())))
        for page in [Page.a4, .screen] {
          all.append(
            (
              "one of \(seed)",
              try Diagram.gaps(GapsShown(rules: [network.profile.expectations[0].id])).scene(
                of: network, options: Diagram.Options(page: page))
            ))
        }
      } catch {
        #expect(error == .noGaps || error == .ruleOfNobody, "\(seed): \(error)")
      }
    }
    #expect(all.count > 60)
    return all
  }

  @Test func `nothing is too small, too wide, outside the page or over anything else`() throws {
    for (name, scene) in try Self.all() {
      #expect(scene.nodes.allSatisfy { $0.lines.isEmpty || $0.fontSize >= 7 }, "\(name)")
      for node in scene.nodes {
        #expect(scene.bounds.encloses(node.bounds), "\(name): \(node.id) \(node.bounds) \(scene.bounds)")
        for line in node.lines {
          #expect(
            TextMetrics.width(line, size: node.fontSize, bold: node.isBold) <= node.bounds.width + 0.01,
            "\(name): \(line)")
        }
      }
      let boxes = scene.nodes.filter { !$0.lines.allSatisfy(\.isEmpty) }
      #expect(overlaps(boxes.map { ($0.id, $0.bounds) }) == [], "\(name)")
      #expect(scene.panels.allSatisfy { scene.bounds.encloses($0.bounds) }, "\(name)")
      #expect(
        scene.links.allSatisfy { scene.bounds.encloses(Rectangle(around: Bezier.points(of: $0.course))) }, "\(name)")
      let ids = Set(scene.nodes.map(\.id))
      #expect(ids.count == scene.nodes.count, "\(name)")
      #expect(scene.links.allSatisfy { ids.contains($0.from) && ids.contains($0.to) }, "\(name)")
    }
  }

  @Test func `lines cross no box and no other line`() throws {
    for (name, scene) in try Self.all() {
      let lines = scene.links.filter { !$0.id.hasPrefix("legend-") }
      let courses = lines.map { Rectangle(around: [$0.course[0], $0.course[3]]) }
      // They are upright, so that two cross only where they stand at the same place.
      #expect(courses.allSatisfy { $0.width < 0.01 }, "\(name)")
      for (number, line) in lines.enumerated() {
        for node in scene.nodes where node.id != line.from && node.id != line.to && !node.lines.isEmpty {
          #expect(
            !Rectangle(around: [line.course[0], line.course[3]]).intersects(node.bounds),
            "\(name): \(line.id) \(node.id)")
        }
        for other in courses[(number + 1)...] where abs(other.x - courses[number].x) < 2 {
          #expect(other.maxY <= courses[number].minY + 0.1 || courses[number].maxY <= other.minY + 0.1, "\(name)")
        }
      }
    }
  }

  @Test func `what is there, missing and unknown differ in line and sign, not in colour alone`() {
    let marks = GapMark.allCases
    for (place, first) in marks.enumerated() {
      for second in marks[(place + 1)...] {
        #expect(first.look.line != second.look.line || first.look.head != second.look.head)
        #expect(first.sign != second.sign && first.look.color != second.look.color)
      }
    }
    #expect(GapMark.missing.look.line == .dashed && GapMark.unknown.look.line == .dotted)
    for mark in marks {
      for ground in ["#ffffff", Color.band.description] {
        #expect(WCAG.contrast(mark.look.color.description, ground) >= 3)
      }
      #expect(WCAG.contrast(Color.text.description, mark.boxLook.fill.description) >= 4.5)
    }
  }

  /// The numbers on the lines, against the answers themselves.
  @Test func `the numbers on the lines are those of the answers`() throws {
    let network = try #require(DrawnNetworks.real)
    let check = ExpectationCheck(NetworkIndex(network))
    let scene = try Self.scene(network)
    var expected: [String] = []
    for rule in network.profile.expectations {
      let outcomes = check.answers(to: rule).map(\.outcome).filter { $0 != .waived }
      let counts = [
        ("", outcomes.count { $0 == .met }), ("~", outcomes.count { $0 == .metIndirectly }),
        ("–", outcomes.count { [.partly, .planned, .lost, .absent].contains($0) }),
        ("?", outcomes.count { $0 == .unknown }),
      ]
      guard counts.contains(where: { $0.0 != "" && $0.1 > 0 }) else { continue }
      expected += counts.filter { $0.1 > 0 }.map { $0.0 + String($0.1) }
    }
    let drawn = scene.nodes.filter { $0.id.hasSuffix("-count") }.flatMap(\.lines)
    #expect(drawn.sorted() == expected.sorted())
    let missing = scene.links.count { $0.look.line == .dashed && !$0.id.hasPrefix("legend-") }
    #expect(missing == expected.count { $0.hasPrefix("–") })
  }

  @Test func `one rule shows everybody by name under what is recorded of them`() throws {
    let scene = try Self.scene(Self.small(), GapsShown(rules: ["verket"]))
    let names = scene.nodes.filter { $0.role == .actor }.map(\.name)
    #expect(names.contains("Region Ängs: finns") && names.contains("Region Bergs: saknas"), "\(names)")
    #expect(names.contains("Region Dals: okänt"), "\(names)")
    #expect(names.contains("Verket, nationell nivå"), "\(names)")
    let lines = Dictionary(
      uniqueKeysWithValues: scene.links.filter { !$0.id.hasPrefix("legend-") }.map { ($0.name, $0.look.line) })
    #expect(
      lines == [
        "finns, 1 av 3 – Verket: Region Ängs": .solid, "saknas, 1 av 3 – Verket: Region Bergs": .dashed,
        "okänt, 1 av 3 – Verket: Region Dals": .dotted,
      ], "\(lines)")
    // The wider level stands above, and the sources of rule and records at the foot.
    let bands = scene.nodes.filter { $0.id.hasPrefix("band-") }.sorted { $0.bounds.y < $1.bounds.y }.map {
      $0.lines.joined()
    }
    #expect(bands.map { $0.prefix(8) } == ["Nationel", "Regional"], "\(bands)")
    let foot = scene.nodes.first { $0.id == "sources" }?.lines.joined() ?? ""
    #expect(foot.contains("En källa") && foot.contains("Grunden"), "\(foot)")
  }

  @Test func `everybody who lacks something is named in the list under all rules`() throws {
    let network = try #require(DrawnNetworks.real)
    let index = NetworkIndex(network)
    let text = try Self.scene(network, GapsShown(), .a3).nodes.filter { $0.id.hasPrefix("gap-") }.flatMap(\.lines)
      .joined(separator: " ")
    for answer in network.profile.expectations.flatMap({ ExpectationCheck(index).answers(to: $0) })
    where answer.outcome == .absent || answer.outcome == .lost {
      #expect(text.contains(try #require(index.actor(answer.actor)).name))
    }
    #expect(!text.contains("…"), "\(text)")
  }

  @Test func `many are folded into one box that names them`() throws {
    var network = Self.small()
    for number in 0..<400 {
      network.actors.append(
        NetworkActor(id: .init("r\(number)"), name: "Region nummer \(number)", kind: .region, level: .regional))
    }
    let scene = try Self.scene(network, GapsShown(rules: ["verket"]), .a4)
    let fold = try #require(scene.nodes.first { $0.id.hasPrefix("fold-") })
    let shown = scene.nodes.count { $0.id.hasPrefix("actor-") }
    #expect(fold.lines == ["+\(403 - shown) till"])
    #expect(fold.name.split(separator: ", ").count == 403 - shown)
  }

  @Test func `the same network gives the same bytes`() throws {
    let network = try #require(DrawnNetworks.real)
    #expect(try Self.scene(network).image(as: .svg) == Self.scene(network).image(as: .svg))
  }

  @Test func `a selection asks about fewer actors, and everybody's records stay evidence`() throws {
    let scene = try Self.scene(Self.small(), GapsShown(rules: ["verket"], scope: ["ängs"]))
    #expect(scene.nodes.filter { $0.id.hasPrefix("actor-") }.map(\.name) == ["Region Ängs: finns"])
  }

  @Test func `what cannot be drawn is said`() throws {
    var network = Self.small()
    #expect(throws: DiagramError.unknown("annan")) { try Self.scene(network, GapsShown(rules: ["annan"])) }
    #expect(throws: DiagramError.ruleOfNobody) { try Self.scene(network, GapsShown(scope: ["verket"])) }
    network.ties = network.actors.dropLast().map { Tie(from: $0.id, to: "verket", kind: "dialogue") }
    network.profile.expectations.append(network.profile.expectations[0])
    network.profile.expectations[1].id = "igen"
    #expect(throws: DiagramError.noGaps) { try Self.scene(network) }
    network.profile.expectations = []
    #expect(throws: DiagramError.noRules) { try Self.scene(network) }
    #expect(throws: DiagramError.nothingToDraw) { try Self.scene(Network()) }
  }
}
