public import Networks

/// Which kinds of actors count as one where it matters what kind somebody is: a municipality and several together, for
/// example.
public struct ActorKindGroups: Sendable, Hashable {
  /// Each group goes by its first kind; a kind in several groups belongs to the first of them.
  public var groups: [[ActorKind]]

  public init(_ groups: [[ActorKind]]) { self.groups = groups }

  /// Every kind by itself.
  public static let none = Self([])

  /// One and several together count as one: municipalities, regions, companies.
  public static let standard = Self([
    [.municipality, .municipalities], [.region, "regions"], ["employers", "company"],
  ])

  /// What the kind goes by: itself where it is in no group.
  public func representative(of kind: ActorKind) -> ActorKind {
    groups.first { $0.contains(kind) }?.first ?? kind
  }
}
