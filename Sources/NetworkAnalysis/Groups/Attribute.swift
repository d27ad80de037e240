public import Graphs
public import Networks

/// What actors and collaborations are sorted by in tables, and what groups are compared with.
public enum Attribute: String, Sendable, Hashable, CaseIterable {
  case level
  case kind
  case county

  public var name: Phrase {
    switch self {
    case .level: Phrase(sv: "nivå", en: "level")
    case .kind: Phrase(sv: "typ", en: "kind")
    case .county: Phrase(sv: "län", en: "county")
    }
  }

  /// What each node of a graph of the network has: actors first, then, in the two-mode view, collaborations. `nil`
  /// where nothing is recorded; a collaboration has no county.
  public func values(in network: Network, nodeCount: Int) -> [String?] {
    (0..<nodeCount).map { place in
      if place < network.actors.count {
        let actor = network.actors[place]
        return switch self {
        case .level: actor.level?.rawValue
        case .kind: actor.kind.rawValue
        case .county: actor.county.isEmpty ? nil : actor.county
        }
      }
      let collaboration = network.collaborations[place - network.actors.count]
      return switch self {
      case .level: collaboration.level?.rawValue
      case .kind: collaboration.kind.rawValue
      case .county: nil
      }
    }
  }

  /// The nodes that have a value, in their order, and their division by it.
  public func grouping(in network: Network, nodeCount: Int) -> (nodes: [NodeIndex], grouping: Grouping) {
    var numbers: [String: Int] = [:]
    var nodes: [NodeIndex] = []
    var labels: [Int] = []
    for (place, value) in values(in: network, nodeCount: nodeCount).enumerated() {
      guard let value else { continue }
      let number = numbers[value] ?? numbers.count
      numbers[value] = number
      nodes.append(NodeIndex(place))
      labels.append(number)
    }
    return (nodes, Grouping(labels))
  }
}
