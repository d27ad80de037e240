public import Graphs
import Networks

/// How much of what could be linked between two groups of actors is linked: what is known to be there, what a source
/// says is not, and what nobody recorded.
///
/// A pair of actors is linked if they have a tie or share a collaboration; it is known to be unlinked if a source says so
/// and none says otherwise. All other pairs are unknown, so that the density lies somewhere in ``Pair/interval``.
///
/// - SeeAlso: Huisman (2009), doi:10.21307/joss-2019-051, on what unrecorded links do to densities.
public struct GroupDensities: Sendable {
  public struct Pair: Sendable, Hashable {
    /// The groups' places in ``groups``; the same twice for the pairs within one.
    public let first: Int
    public let second: Int
    /// How many unordered pairs of actors there are.
    public let possible: Int
    public var linked = 0
    /// Known not to be linked.
    public var absent = 0

    public var unknown: Int { possible - linked - absent }

    /// The share of linked pairs among those of which anything is known, from 0 to 1; `nil` where nothing is.
    public var densityOfKnown: Double? {
      linked + absent > 0 ? Double(linked) / Double(linked + absent) : nil
    }

    /// From no unknown pair linked to all of them; `nil` where there is no pair.
    public var interval: ClosedRange<Double>? {
      possible > 0 ? Double(linked) / Double(possible)...Double(possible - absent) / Double(possible) : nil
    }
  }

  public let attribute: Attribute
  /// The values of the attribute, levels from the widest, others as in a register.
  public let groups: [String]
  /// How many actors each group has.
  public let sizes: [Int]
  /// Every pair of groups, the first not after the second.
  public let pairs: [Pair]
  /// Of all links between actors with a value: −1 where all stay within groups, 1 where all lead out.
  public let externalInternal: ExternalInternalIndex.Test?
  /// In the order of the groups; `nil` of a group without links.
  public let externalInternalOfGroups: [Double?]
  /// By the actors' positions; `nil` of those without a value or a link.
  public let externalInternalOfActors: [Double?]
  /// How far like is linked with like, from −1 to 1.
  public let assortativity: Double?

  /// - Complexity: O(n + m + g²) for g groups, and O(m) for each permutation of the test.
  public init(
    by attribute: Attribute, in context: GapContext, permutations: Int = 999, work: Work = Work()
  ) throws(CancellationError) {
    self.attribute = attribute
    let network = context.network
    let values = attribute.values(in: network, nodeCount: network.actors.count)
    groups = Self.order(Set(values.compactMap { $0 }), by: attribute, in: network.vocabularies)
    let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    let groupOf = values.map { $0.flatMap { places[$0] } }
    var sizes = [Int](repeating: 0, count: groups.count)
    for group in groupOf { if let group { sizes[group] += 1 } }
    self.sizes = sizes
    pairs = Self.pairs(groupOf, sizes, context)

    let placed = groupOf.indices.filter { groupOf[$0] != nil }
    let graph = context.holding.oneMode.selecting(placed.map { NodeIndex($0) })
    let grouping = Grouping(placed.compactMap { groupOf[$0] })
    let index = ExternalInternalIndex(permutations: permutations, seed: context.seed)
    externalInternal = try index.test(of: grouping, in: graph, work: work)
    // The grouping numbers its groups as they appear.
    let ofGroups = index.groupValues(of: grouping, in: graph)
    var ordered = [Double?](repeating: nil, count: groups.count)
    var ofActors = [Double?](repeating: nil, count: network.actors.count)
    let scores = index.scores(of: grouping, in: graph)
    for (place, actor) in placed.enumerated() {
      if let group = groupOf[actor] { ordered[group] = ofGroups[grouping.groupOf[place]] }
      ofActors[actor] = scores[NodeIndex(place)]
    }
    externalInternalOfGroups = ordered
    externalInternalOfActors = ofActors
    assortativity = Assortativity().byGroup(grouping, in: graph)
  }

  public func pair(_ first: Int, _ second: Int) -> Pair {
    let (low, high) = (min(first, second), max(first, second))
    return pairs[low * groups.count - low * (low - 1) / 2 + high - low]
  }

  private static func order(_ values: Set<String>, by attribute: Attribute, in words: Vocabularies) -> [String] {
    let sorted = values.sorted { Spelling.sortKey($0) < Spelling.sortKey($1) }
    guard attribute == .level else { return sorted }
    let known = words.levels.map(\.rawValue).filter(values.contains)
    return known + sorted.filter { !known.contains($0) }
  }

  private static func pairs(_ groupOf: [Int?], _ sizes: [Int], _ context: GapContext) -> [Pair] {
    let count = sizes.count
    var pairs: [Pair] = []
    for first in 0..<count {
      for second in first..<count {
        let possible = first == second ? sizes[first] * (sizes[first] - 1) / 2 : sizes[first] * sizes[second]
        pairs.append(Pair(first: first, second: second, possible: possible))
      }
    }
    func place(_ actor: Int, _ other: Int) -> Int? {
      guard let first = groupOf[actor], let second = groupOf[other] else { return nil }
      let (low, high) = (min(first, second), max(first, second))
      return low * count - low * (low - 1) / 2 + high - low
    }
    let graph = context.holding.oneMode
    for link in graph.links {
      if let place = place(Int(link.from.position), Int(link.to.position)) { pairs[place].linked += 1 }
    }
    var denied: Set<[Int]> = []
    for tie in context.network.ties where tie.status == .absent {
      guard let from = context.index.actorPositions[tie.from], let to = context.index.actorPositions[tie.to],
        from != to,
        !graph.hasLink(from: NodeIndex(from), to: NodeIndex(to)),
        context.during.map(tie.period.canOverlap) ?? true,
        denied.insert([min(from, to), max(from, to)]).inserted, let place = place(from, to)
      else { continue }
      pairs[place].absent += 1
    }
    return pairs
  }
}
