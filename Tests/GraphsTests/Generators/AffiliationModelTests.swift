import Graphs
import TestSupport
import Testing

struct AffiliationModelTests {
  @Test(arguments: UInt64(1)...40) func `both forms are of the same teams`(seed: UInt64) {
    let model = AffiliationModel(teamCount: 30, sizes: 1...8, sizeExponent: 1.5, newMemberProbability: 0.3, seed: seed)
    let made = model.affiliations()
    #expect(made.teamCount == 30)
    let teams = (0..<made.teamCount).map { made.members(ofTeam: $0) }
    for team in teams {
      #expect(1...8 ~= team.count)
      #expect(Set(team).count == team.count)
    }
    #expect(Set(teams.joined()) == Set(0..<made.memberCount))
    let twoMode = made.twoMode
    #expect(twoMode.nodeCount == made.memberCount + 30)
    #expect(twoMode.linkCount == teams.reduce(0) { $0 + $1.count })
    for (number, team) in teams.enumerated() {
      for member in team { #expect(twoMode.hasLink(from: NodeIndex(member), to: NodeIndex(made.memberCount + number))) }
    }
    let oneMode = made.oneMode
    #expect(oneMode.nodeCount == made.memberCount)
    #expect(oneMode.isSimple)
    for first in 0..<made.memberCount {
      for second in 0..<first {
        let together = teams.filter { $0.contains(first) && $0.contains(second) }.count
        let weight = oneMode.weight(from: NodeIndex(first), to: NodeIndex(second))
        #expect(weight == (together == 0 ? nil : Double(together)))
      }
    }
  }

  @Test func `with only new members all teams are apart`() {
    let made = AffiliationModel(teamCount: 20, newMemberProbability: 1).affiliations()
    #expect(Components(of: made.oneMode).count == 20)
    let same = AffiliationModel(teamCount: 3, sizes: 4...4, newMemberProbability: 0).affiliations()
    #expect((0..<3).allSatisfy { same.members(ofTeam: $0).count == 4 })
    #expect(AffiliationModel(teamCount: 0).affiliations().oneMode.nodeCount == 0)
  }

  /// Sizes 1 and 2 with exponent 1 have probabilities 2/3 and 1/3; five deviations of 3000 draws are 130.
  @Test func `sizes follow the power law, and seeds differ`() {
    let made = AffiliationModel(teamCount: 3000, sizes: 1...2, sizeExponent: 1, seed: 5).affiliations()
    let pairs = (0..<3000).filter { made.members(ofTeam: $0).count == 2 }.count
    #expect(abs(pairs - 1000) < 130)
    let other = AffiliationModel(teamCount: 3000, sizes: 1...2, sizeExponent: 1, seed: 6).affiliations()
    #expect(made.oneMode.links != other.oneMode.links)
  }

  /// Of 3000 teams of one, as many are new as the probability says; and who has been in many teams is in more.
  @Test func `new members come as often as they should, old ones by the number of their teams`() {
    let made = AffiliationModel(teamCount: 3000, sizes: 1...1, newMemberProbability: 0.25, seed: 9).affiliations()
    #expect(abs(made.memberCount - 750) < 120)
    var counts = [Int](repeating: 0, count: made.memberCount)
    for team in 0..<3000 { counts[made.members(ofTeam: team)[0]] += 1 }
    // By chance alone of equals nobody of 750 would be in more than twenty or so.
    #expect((counts.max() ?? 0) > 40)
  }
}
