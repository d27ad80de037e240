/// A network that grows as collaboration does: team after team comes together, most of them small and a few large, of
/// people who are new and people who have been in teams before, the more likely the more teams they have been in.
///
/// Sizes of teams follow a power law between the least and the largest: a team of s has a probability in proportion to
/// s to the power of −exponent. Each member is new with a given probability, and otherwise whoever was drawn from all
/// memberships so far; somebody who is in the team already is not drawn again but gives way to somebody new.
///
/// - Complexity: O(k) for k memberships, and O(Σ s²) over all teams for the one-mode projection.
/// - SeeAlso: Guimerà et al. (2005), doi:10.1126/science.1106340; Newman, Strogatz & Watts (2001),
///   doi:10.1103/PhysRevE.64.026118.
public struct AffiliationModel: Sendable {
  public var teamCount: Int
  public var sizes: ClosedRange<Int>
  public var sizeExponent: Double
  public var newMemberProbability: Double
  public var seed: UInt64

  public init(
    teamCount: Int, sizes: ClosedRange<Int> = 2...50, sizeExponent: Double = 2.5, newMemberProbability: Double = 0.4,
    seed: UInt64 = 1
  ) {
    precondition(teamCount >= 0 && sizes.lowerBound > 0, "a team has members")
    precondition(newMemberProbability >= 0 && newMemberProbability <= 1, "a probability is from 0 to 1")
    precondition(sizeExponent.isFinite, "an exponent is a number")
    self.teamCount = teamCount
    self.sizes = sizes
    self.sizeExponent = sizeExponent
    self.newMemberProbability = newMemberProbability
    self.seed = seed
  }

  /// Who is in which team.
  public struct Affiliations: Sendable {
    public let teamCount: Int
    public let memberCount: Int
    /// Team after team, the members' numbers from 0 in the order in which they came.
    let members: [Int32]
    let starts: [Int]

    /// The members of a team by their numbers.
    public func members(ofTeam team: Int) -> [Int] { members[starts[team]..<starts[team + 1]].map { Int($0) } }

    /// The members are the first nodes, the teams follow; a link is a membership.
    public var twoMode: Graph {
      let teams = (0..<teamCount).flatMap { team in
        repeatElement(Int32(truncatingIfNeeded: memberCount + team), count: starts[team + 1] - starts[team])
      }
      return Graph(nodeCount: memberCount + teamCount, from: members, to: teams)
    }

    /// The members alone; two have a link if they were in a team together, with the number of such teams as its weight.
    public var oneMode: Graph {
      var (from, to): ([Int32], [Int32]) = ([], [])
      for team in 0..<teamCount {
        for first in starts[team]..<starts[team + 1] {
          for second in first + 1..<starts[team + 1] {
            from.append(members[first])
            to.append(members[second])
          }
        }
      }
      return Graph(nodeCount: memberCount, from: from, to: to, parallelLinks: .merged(.count))
    }
  }

  public func affiliations() -> Affiliations {
    var generator = SeededGenerator(seed: seed)
    var cumulated: [Double] = []
    for size in sizes {
      cumulated.append((cumulated.last ?? 0) + Mathematics.power(Double(size), -sizeExponent))
    }
    var members: [Int32] = []
    var starts = [0]
    var memberCount: Int32 = 0
    /// The last team that each was drawn for.
    var teamOf: [Int] = []
    for team in 0..<teamCount {
      let size = sizes.lowerBound + Self.place(of: generator.unit() * (cumulated.last ?? 0), in: cumulated)
      let pastCount = members.count
      for _ in 0..<size {
        if pastCount > 0, generator.unit() >= newMemberProbability {
          let member = members[generator.below(pastCount)]
          if teamOf[Int(member)] != team {
            teamOf[Int(member)] = team
            members.append(member)
            continue
          }
        }
        members.append(memberCount)
        teamOf.append(team)
        memberCount += 1
      }
      starts.append(members.count)
    }
    return Affiliations(teamCount: teamCount, memberCount: Int(memberCount), members: members, starts: starts)
  }

  /// The first whose cumulated value is above the given one.
  private static func place(of value: Double, in cumulated: [Double]) -> Int {
    var (low, high) = (0, cumulated.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
