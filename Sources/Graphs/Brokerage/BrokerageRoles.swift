/// How often each node brokers in each role, and how often it would in a random graph.
///
/// The random graph has the same nodes and groups, and each of its n(n − 1) possible directed links is there with the
/// same chance, the share d that is there of the observed one. A role of `nil` is all five together.
///
/// Mean and deviation are exact for that model. They are those of R's `sna::brokerage` but for the deviations of the whole
/// graph's coordinators, representatives, gatekeepers and total: two open paths over the same three nodes, such as
/// a → v → b and a → b → v, exclude each other, and `sna` leaves out that covariance of −d⁴(1 − d)², so that it gives
/// somewhat larger ones.
///
/// - SeeAlso: Gould & Fernandez (1989), doi:10.2307/270949.
public struct BrokerageRoles: Sendable {
  public typealias Role = GouldFernandez.Role

  /// A count against what chance gives.
  public struct Comparison: Sendable, Hashable {
    public let count: Int
    /// The mean in the random graph.
    public let expected: Double
    /// The standard deviation in the random graph.
    public let deviation: Double
    /// By how many standard deviations the count is above the mean; without spread there is none.
    public var z: Double? { deviation > 0 ? (Double(count) - expected) / deviation : nil }
  }

  private let groups: Grouping
  /// By role, then by node.
  private let counts: [[Int]]
  /// The share of the possible links that are there; 0 for fewer than two nodes.
  public let density: Double

  init(groups: Grouping, counts: [[Int]], arcCount: Int) {
    self.groups = groups
    self.counts = counts
    let count = Double(groups.groupOf.count)
    density = count > 1 ? Double(arcCount) / (count * (count - 1)) : 0
    sizes = groups.sizes.map { Double($0) }
    nodeCount = count
    (squares, cubes, fourths) = (power(2), power(3), power(4))
    func power(_ exponent: Int) -> Double {
      groups.sizes.reduce(0) { sum, size in
        sum + (1..<exponent).reduce(Double(size)) { value, _ in value * Double(size) }
      }
    }
  }

  private let sizes: [Double]
  private let nodeCount: Double
  /// The sums of the groups' sizes to the second, third and fourth power.
  private let squares: Double
  private let cubes: Double
  private let fourths: Double

  /// How often the node brokers in the role.
  public func count(of node: NodeIndex, as role: Role? = nil) -> Int {
    guard let role else { return Role.allCases.reduce(0) { $0 + counts[$1.rawValue][node.offset] } }
    return counts[role.rawValue][node.offset]
  }

  /// How often all nodes together broker in the role.
  public func count(as role: Role? = nil) -> Int {
    guard let role else { return Role.allCases.reduce(0) { $0 + count(as: $1) } }
    return counts[role.rawValue].reduce(0, +)
  }

  /// The counts of all nodes as scores.
  public func scores(as role: Role? = nil) -> NodeScores {
    NodeScores(groups.groupOf.indices.map { Double(count(of: NodeIndex($0), as: role)) })
  }

  public func comparison(of node: NodeIndex, as role: Role? = nil) -> Comparison {
    let (mean, variance) = moments(group: groups[node], role)
    return Comparison(
      count: count(of: node, as: role), expected: mean, deviation: variance.squareRoot())
  }

  /// The whole graph's.
  public func comparison(as role: Role? = nil) -> Comparison {
    let (mean, variance) = moments(role)
    return Comparison(count: count(as: role), expected: mean, deviation: variance.squareRoot())
  }

  /// The chance that two links are there and a third is not.
  private var chance: Double { density * density * (1 - density) }
  /// The covariance of two open paths with a link in common.
  private var sharedLink: Double { chance * density * (1 - density) * (1 - density) }
  /// Of two with their missing link in common.
  private var sharedGap: Double { chance * density * density * density }
  /// Of two where one needs the link that the other must not have, with its sign taken off.
  private var exclusion: Double { chance * chance }

  /// The mean and variance of a node of the group.
  private func moments(group: Int, _ role: Role?) -> (mean: Double, variance: Double) {
    let n = sizes[group]
    let others = nodeCount - n
    // Sums over the other groups of their sizes to the second and third power.
    let (second, third) = (squares - n * n, cubes - n * n * n)
    let paths: Double
    /// The ordered pairs of paths with one end, and so one link, in common.
    let overlaps: Double
    switch role {
    case .coordinator:
      paths = (n - 1) * (n - 2)
      overlaps = 2 * paths * (n - 3)
    case .itinerant:
      paths = second - others
      overlaps = 2 * (third - 3 * second + 2 * others)
    case .representative, .gatekeeper:
      paths = others * (n - 1)
      overlaps = paths * (others - 1) + paths * (n - 2)
    case .liaison:
      paths = others * others - second
      // For each first end, the ordered pairs of second ends outside its group: Σ s (o − s)(o − s − 1), and the other way.
      overlaps = 2 * (others * others * others - 2 * others * second + third - others * others + second)
    case nil:
      paths = (nodeCount - 1) * (nodeCount - 2)
      overlaps = 2 * paths * (nodeCount - 3)
    }
    return (chance * paths, max(0, chance * (1 - chance) * paths + overlaps * sharedLink))
  }

  /// The mean and variance of the whole graph.
  private func moments(_ role: Role?) -> (mean: Double, variance: Double) {
    let all = nodeCount
    func within(_ n: Double) -> (paths: Double, covariances: Double) {
      let paths = n * (n - 1) * (n - 2)
      let covariance = (4 * n - 10) * sharedLink - (4 * n - 10) * exclusion + (n - 3) * sharedGap
      return (paths, paths * covariance)
    }
    var paths = 0.0
    var covariances = 0.0
    switch role {
    case .coordinator:
      for n in sizes {
        let own = within(n)
        paths += own.paths
        covariances += own.covariances
      }
    case .itinerant:
      for n in sizes {
        // The pair's group has n nodes, the broker's any of the others.
        let own = n * (n - 1) * (all - n)
        paths += own
        covariances +=
          own * ((2 * n - 6) * sharedLink + (all - n - 1) * sharedGap)
          + 2 * n * (n - 1) * (squares - n * n) * sharedLink
      }
    case .representative, .gatekeeper:
      for n in sizes {
        let own = n * (n - 1) * (all - n)
        paths += own
        covariances += own * ((all - 3) * sharedLink + (n - 2) * sharedGap - (2 * n - 3) * exclusion)
      }
    case .liaison:
      paths = all * all * all - 3 * all * squares + 2 * cubes
      // The sum over three different groups of the product of their sizes with one of them squared.
      let squared = squares * all * all - squares * squares - 2 * all * cubes + 2 * fourths
      let crossing = (4 * all - 2) * paths - 8 * squared
      covariances =
        crossing * sharedLink - crossing * exclusion + ((all - 1) * paths - 2 * squared) * sharedGap
    case nil: (paths, covariances) = within(all)
    }
    return (chance * paths, max(0, chance * (1 - chance) * paths + covariances))
  }
}
