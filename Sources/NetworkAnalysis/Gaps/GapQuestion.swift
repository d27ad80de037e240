public import Graphs
public import Networks

/// A question about what a network lacks: one file each, its rule in its documentation and in ``rule``.
public protocol GapQuestion: Sendable {
  /// What commands call it.
  static var name: String { get }
  /// A few words, as a heading.
  static var title: Phrase { get }
  /// How the answer is found, in a sentence or two for whoever reads it.
  static var rule: Phrase { get }

  /// What is found, the most pressing first; findings of the same sort in the network's order.
  func findings(in context: GapContext, work: Work) throws(CancellationError) -> [Finding]
}

/// Every question there is: the one list that command, diagram and report go by.
public enum GapQuestions {
  public static let all: [any GapQuestion] = [
    ExpectationGaps(), LevelGaps(), CoverageGaps(), CompositionGaps(), ReachGaps(), FragilityGaps(), AttentionGaps(),
    LookalikeGaps(),
  ]

  public static func named(_ name: String) -> (any GapQuestion)? {
    all.first { type(of: $0).name == name }
  }
}

/// What every question is asked about: the network, made ready once.
public struct GapContext: Sendable {
  public let index: NetworkIndex
  /// The actors that are asked about; all records count as evidence, also those of others.
  public let scope: Set<NetworkActor.ID>
  /// The time that is asked about; `nil` for the time that the network is about.
  public let during: Period.Interval?
  /// The links that hold then.
  public let holding: HoldingLinks
  public let seed: UInt64

  /// - Parameter scope: the actors to ask about; `nil` for all.
  /// - Complexity: linear in the size of the network.
  public init(
    _ index: NetworkIndex, scope: Set<NetworkActor.ID>? = nil, during: Period.Interval? = nil, seed: UInt64 = 1
  ) {
    self.index = index
    self.scope = scope ?? Set(index.network.actors.map(\.id))
    self.during = during
    self.seed = seed
    holding = HoldingLinks(index, during: during)
  }

  public var network: Network { index.network }

  public func name(_ id: NetworkActor.ID) -> Phrase {
    Phrase { index.actor(id)?.name(in: $0) ?? id.rawValue }
  }

  public func name(_ id: Collaboration.ID) -> Phrase {
    Phrase { index.collaboration(id)?.name(in: $0) ?? id.rawValue }
  }

  /// “A, B och C”, or after so many “A, B och 7 till”.
  public func list(_ ids: [NetworkActor.ID], limit: Int = 5) -> Phrase { .list(ids.map(name), limit: limit) }

  public func list(_ ids: [Collaboration.ID], limit: Int = 5) -> Phrase { .list(ids.map(name), limit: limit) }
}

extension Phrase {
  init(_ text: (Language) -> String) { self.init(sv: text(.swedish), en: text(.english)) }

  /// “A, B och C”, or after so many “A, B och 7 till”.
  static func list(_ items: [Phrase], limit: Int = 5) -> Phrase {
    Phrase { language in
      let words = items.prefix(limit).map { $0.text(in: language) }
      let and = language == .swedish ? " och " : " and "
      if items.count > limit {
        let rest = items.count - limit
        return words.joined(separator: ", ") + and + "\(rest) " + (language == .swedish ? "till" : "more")
      }
      guard let last = words.last, words.count > 1 else { return words.first ?? "" }
      return words.dropLast().joined(separator: ", ") + and + last
    }
  }
}
