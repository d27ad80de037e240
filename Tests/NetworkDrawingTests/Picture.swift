import GraphvizRendering
import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

/// A diagram of a network with everything made from it, for the laws that hold for all of them.
struct Picture: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let network: Network
  let diagram: Diagram
  let language: Language
  let scene: Scene
  let svg: [UInt8]
  let reading: SVGPicture
  /// Of the scene, as the laws look at it.
  let actorNodes: [Scene.Node]
  let folds: [Scene.Node]
  let legendNodes: [Scene.Node]
  let legendTexts: [String]
  let drawnLinks: [Scene.Link]
  let legendLinks: [Scene.Link]
  /// What the diagram is to show, from its definition and the tables alone.
  let expected: (actors: [NetworkActor], collaborations: [Collaboration])
  /// What each of them is called, actors first, and read out as.
  let expectedPlainNames: [String]
  let expectedNames: [String]

  init(
    _ name: String, _ network: Network, _ diagram: Diagram, page: Page? = nil, language: Language = .swedish,
    cast: Cast? = nil
  ) throws {
    testDescription = name
    self.network = network
    self.diagram = diagram
    self.language = language
    scene = try Self.scene(network, diagram, Diagram.Options(page: page, language: language), cast)
    svg = try scene.image(as: .svg)
    reading = try SVGPicture(svg)
    actorNodes = scene.nodes.filter { $0.role == .actor || $0.role == .collaboration }
    folds = scene.nodes.filter { $0.role == .group && !$0.id.hasPrefix("frame-") }
    let legend = scene.nodes.filter { $0.role == .legend }
    legendNodes = legend.filter { $0.look.shape != .none }
    legendTexts = legend.filter { $0.look.shape == .none }.flatMap(\.lines)
    drawnLinks = scene.links.filter { !$0.id.hasPrefix("legend-") }
    legendLinks = scene.links.filter { $0.id.hasPrefix("legend-") }
    let expected = Self.expected(of: diagram, in: network)
    self.expected = expected
    expectedPlainNames =
      expected.actors.map { $0.name(in: language) } + expected.collaborations.map { $0.name(in: language) }
    expectedNames = Self.names(of: expected, in: network.vocabularies, language)
  }

  /// Making the cast is most of the work; pictures of one network share it.
  private static func scene(
    _ network: Network, _ diagram: Diagram, _ options: Diagram.Options, _ cast: Cast?
  ) throws -> Scene {
    guard let cast else { return try diagram.scene(of: network, options: options) }
    switch diagram {
    case .changes, .gaps: return try diagram.scene(of: network, options: options)
    case .levels: return LevelsDiagram(cast: cast, options: options).scene()
    case .network(let grouping): return NetworkDiagram(cast: cast, options: options, grouping: grouping).scene()
    case .coverage(let coverage):
      return try CoverageDiagram(cast: cast, options: options, coverage: coverage).scene()
    case .around(let id):
      return RingsDiagram(cast: cast, options: options).scene(around: try #require(cast.item(ofActor: id)))
    case .collaboration(let ids):
      return RingsDiagram(cast: cast, options: options).scene(
        ofCollaborations: ids.compactMap(cast.item(ofCollaboration:)))
    }
  }

  /// All pictures, made once.
  static let all: Result<[Picture], any Error> = Result { try real() + random() + hostile() }

  private static func real() throws -> [Picture] {
    let network = try #require(DrawnNetworks.real)
    let cast = Cast(network, language: .swedish)
    var pictures = try Page.allCases.map { try Picture("levels \($0)", network, .levels, page: $0, cast: cast) }
    pictures += try Diagram.Grouping.allCases.map {
      try Picture("network by \($0)", network, .network(groupedBy: $0), cast: cast)
    }
    pictures += try network.actors.filter {
      $0.kind == .region && $0.name.contains("egion ") || $0.name == "Västra Götalandsregionen"
    }
    .map { try Picture("around \($0.id)", network, .around($0.id), cast: cast) }
    let several: [Collaboration.ID] = [
      "en-battre-matchning", "analyssamverkan-norr", "regionsamverkan-sydsverige", "valideringslyftet",
    ]
    pictures += try several.map { try Picture("collaboration \($0)", network, .collaboration([$0]), cast: cast) }
    pictures.append(try Picture("four collaborations", network, .collaboration(several), cast: cast))
    let selected = Selection().applied(to: network).network
    let selectedCast = Cast(selected, language: .english)
    pictures.append(try Picture("levels of what is there", selected, .levels, language: .english, cast: selectedCast))
    pictures.append(
      try Picture(
        "network of what is there", selected, .network(groupedBy: .county), language: .english, cast: selectedCast))
    return pictures
  }

  private static func random() throws -> [Picture] {
    try [1, 2, 5, 40, 300].flatMap { count -> [Picture] in
      try [UInt64(1), 2].flatMap { seed -> [Picture] in
        if count == 300, seed == 2 { return [] }
        return try pictures(of: DrawnNetworks.random(actorCount: count, seed: seed), "random \(count)/\(seed)")
      }
    }
  }

  private static func hostile() throws -> [Picture] {
    try (UInt64(1)...12).flatMap { try pictures(of: RandomNetworks.network(seed: $0), "nasty \($0)") }
  }

  /// One of each kind.
  static func pictures(of network: Network, _ name: String) throws -> [Picture] {
    let cast = Cast(network, language: .swedish)
    var diagrams: [(String, Diagram)] = [("levels", .levels)]
    diagrams += Diagram.Grouping.allCases.map { ("by \($0)", .network(groupedBy: $0)) }
    diagrams += network.actors.prefix(2).map { ("around \($0.id)", .around($0.id)) }
    diagrams += network.collaborations.prefix(1).map { ("collaboration", .collaboration([$0.id])) }
    if network.collaborations.count > 2 {
      diagrams.append(("collaborations", .collaboration(network.collaborations.prefix(3).map(\.id))))
    }
    return try diagrams.map { try Picture("\(name) \($0.0)", network, $0.1, cast: cast) }
  }

  var isNetworkDiagram: Bool { if case .network = diagram { true } else { false } }
  var isLevelsDiagram: Bool { if case .levels = diagram { true } else { false } }

  private static func expected(
    of diagram: Diagram, in network: Network
  ) -> (actors: [NetworkActor], collaborations: [Collaboration]) {
    var actorIDs = Set(network.actors.map(\.id))
    var collaborationIDs = Set(network.collaborations.map(\.id))
    switch diagram {
    case .levels, .network, .coverage, .changes, .gaps: break
    case .around(let centre):
      func partners(of actor: NetworkActor.ID) -> Set<NetworkActor.ID> {
        Set(network.ties.filter { $0.from == actor }.map(\.to) + network.ties.filter { $0.to == actor }.map(\.from))
      }
      collaborationIDs = Set(network.memberships.filter { $0.actor == centre }.map(\.collaboration))
      actorIDs = partners(of: centre).union([centre])
      for collaboration in collaborationIDs {
        let others = Set(network.memberships.filter { $0.collaboration == collaboration }.map(\.actor)).subtracting([
          centre
        ])
        if others.count <= 12 { actorIDs.formUnion(others) }
      }
    case .collaboration(let hubs):
      collaborationIDs = Set(hubs)
      actorIDs = Set(network.memberships.filter { hubs.contains($0.collaboration) }.map(\.actor))
    }
    return (
      network.actors.filter { actorIDs.contains($0.id) },
      network.collaborations.filter { collaborationIDs.contains($0.id) }
    )
  }

  private static func names(
    of expected: (actors: [NetworkActor], collaborations: [Collaboration]), in words: Vocabularies, _ language: Language
  ) -> [String] {
    func name(_ name: String, _ kind: String, _ level: Level?) -> String {
      level.map { "\(name), \(kind), \(words.name(of: $0, in: language).lowercased())" } ?? "\(name), \(kind)"
    }
    return expected.actors.map { name($0.name(in: language), words.name(of: $0.kind, in: language), $0.level) }
      + expected.collaborations.map { name($0.name(in: language), words.name(of: $0.kind, in: language), $0.level) }
  }
}

/// A law over all pictures, with the ones that break it named.
func expectForAll(_ law: (Picture) throws -> [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
  for picture in try Picture.all.get() {
    let breaches = try law(picture)
    if !breaches.isEmpty {
      Issue.record(
        "\(picture.testDescription): \(breaches.count): \(breaches.prefix(4).joined(separator: " | "))",
        sourceLocation: sourceLocation)
    }
  }
}
