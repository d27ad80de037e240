/// Divides a graph into groups that are densely linked within and sparsely between, by the Leiden algorithm: nodes move
/// to the group where they add most to the quality, groups are divided anew into well-linked parts, and the parts move
/// as nodes did, until nothing moves.
///
/// Direction and weights count as the ``Quality`` says; parallel links add up, loops change no group. Every group is
/// connected (of a directed graph, by links either way), so different components have different groups and an isolated
/// node is alone in its own. Which of many almost equally good divisions comes out depends on the seed, and on nothing
/// else; ``ConsensusGrouping`` says how much that matters.
///
/// When it has run until nothing changes, no node could join another group, or leave to be alone, and raise the
/// quality.
///
/// - SeeAlso: Traag, Waltman & van Eck (2019), doi:10.1038/s41598-019-41695-z.
public struct Leiden: Sendable {
  public enum Rounds: Sendable, Hashable {
    /// A round starts from the division that the last one made, until one changes nothing.
    case untilStable
    /// Two or three rounds come close in a fraction of the time.
    case atMost(Int)
  }

  public var quality: Quality
  public var rounds: Rounds
  /// How freely parts are put together when groups are divided anew. A part joins one of those where it adds to the
  /// quality, with a chance that falls by a factor e for each loss of this many links of average weight against the
  /// best; 0 always takes the best.
  public var randomness: Double
  public var seed: UInt64

  public init(
    quality: Quality = .modularity(), rounds: Rounds = .untilStable, randomness: Double = 0.01, seed: UInt64 = 0
  ) {
    precondition(quality.resolution >= 0 && quality.resolution.isFinite, "a resolution is not negative")
    precondition(randomness >= 0 && randomness.isFinite, "randomness is not negative")
    if case .atMost(let count) = rounds { precondition(count > 0, "there is at least one round") }
    self.quality = quality
    self.rounds = rounds
    self.randomness = randomness
    self.seed = seed
  }

  /// The groups.
  ///
  /// - Parameter start: a division to improve, such as last year's; without one, every node starts alone. The quality
  ///   never becomes less than the start's.
  /// - Complexity: about O(n + m) a round, partly on all cores; O(n + m) memory.
  public func groups(
    in graph: Graph, startingFrom start: Grouping? = nil, work: Work = Work()
  ) throws(CancellationError) -> Grouping {
    let levels = try levels(in: graph, startingFrom: start, work: work)
    return levels[levels.count - 1]
  }

  /// The groups, last, and before them the parts that the last round put together, from small to large: each of these
  /// groupings divides the next.
  ///
  /// - Complexity: as for the groups.
  public func levels(
    in graph: Graph, startingFrom start: Grouping? = nil, work: Work = Work()
  ) throws(CancellationError) -> [Grouping] {
    precondition(start == nil || start?.groupOf.count == graph.nodeCount, "the grouping is of another graph")
    return try levels(in: graph, startingFrom: start, work: work, coreCount: work.coreCount ?? Parallel.coreCount)
  }

  /// With a number of cores of its own, and without a word of how far it is, for those that already use all cores.
  func groups(in graph: Graph, inside work: Work) throws(CancellationError) -> Grouping {
    let levels = try levels(in: graph, startingFrom: nil, work: work, coreCount: 1, reports: false)
    return levels[levels.count - 1]
  }

  private func levels(
    in graph: Graph, startingFrom start: Grouping?, work: Work, coreCount: Int, reports: Bool = true
  ) throws(CancellationError) -> [Grouping] {
    let settings = LeidenSettings(
      rounds: rounds, randomness: randomness, seed: seed, start: start, coreCount: coreCount,
      reports: reports)
    // Only modularity of a directed graph needs two numbers a node.
    if graph.direction == .directed, case .modularity = quality {
      var run = LeidenRun<TwoWayMass>(of: graph, quality, settings, work)
      return try run.groupings()
    }
    var run = LeidenRun<Double>(of: graph, quality, settings, work)
    return try run.groupings()
  }
}

/// What a run needs to know besides the graph and the quality.
struct LeidenSettings: Sendable {
  let rounds: Leiden.Rounds
  let randomness: Double
  let seed: UInt64
  let start: Grouping?
  let coreCount: Int
  let reports: Bool
}
