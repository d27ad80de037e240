/// Which actors are meant, by what they are. Empty parts leave everybody in; several words of one part mean any of
/// them, several parts mean all of them.
public struct ActorFilter: Sendable, Hashable {
  public var kinds: Set<ActorKind>
  public var levels: Set<Level>
  /// Counties by the names that the actors' `county` column has.
  public var counties: Set<String>
  public var tags: Set<String>
  public var actors: Set<NetworkActor.ID>
  /// Who is left out although the rest fits.
  public var excluded: Set<NetworkActor.ID>

  public init(
    kinds: Set<ActorKind> = [], levels: Set<Level> = [], counties: Set<String> = [], tags: Set<String> = [],
    actors: Set<NetworkActor.ID> = [], excluded: Set<NetworkActor.ID> = []
  ) {
    self.kinds = kinds
    self.levels = levels
    self.counties = counties
    self.tags = tags
    self.actors = actors
    self.excluded = excluded
  }

  /// Whether it leaves everybody in.
  public var isEmpty: Bool {
    kinds.isEmpty && levels.isEmpty && counties.isEmpty && tags.isEmpty && actors.isEmpty && excluded.isEmpty
  }

  public func contains(_ actor: NetworkActor) -> Bool {
    guard kinds.isEmpty || kinds.contains(actor.kind) else { return false }
    guard levels.isEmpty || actor.level.map(levels.contains) == true else { return false }
    guard counties.isEmpty || counties.contains(actor.county) else { return false }
    guard tags.isEmpty || !tags.isDisjoint(with: actor.tags) else { return false }
    guard actors.isEmpty || actors.contains(actor.id) else { return false }
    return !excluded.contains(actor.id)
  }
}
