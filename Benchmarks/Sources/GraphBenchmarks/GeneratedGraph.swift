import Foundation
import Graphs

/// A collaboration network from a seed: teams, one after the other, of old members and new.
///
/// A team has s members or more with a chance of 4/s², at least two and at most forty. A member is new with a
/// chance of 0.5; otherwise, half of the time, one who was in a team with a member that the team already has; otherwise
/// anyone, by the number of teams that he has been in.
struct GeneratedGraph {
  private(set) var teams: [[Int32]] = []
  private(set) var memberCount = 0
  /// Who has been in a team with whom, each pair once.
  private(set) var linkCount = 0
  private var pairs: Set<UInt64> = []

  /// As many teams as it takes until so many pairs have been in a team.
  init(linkCount: Int, seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &chance) }
    var places: [Int32] = []
    var teamsOf: [[Int32]] = []
    pairs.reserveCapacity(linkCount)
    while pairs.count < linkCount {
      let size = min(40, Int(2 / (1 - Double.random(in: 0..<1, using: &chance)).squareRoot()))
      var team: [Int32] = []
      var failures = 0
      while team.count < size {
        var member = Int32(teamsOf.count)
        if !places.isEmpty, failures < 10, below(2) == 0 {
          member = places[below(places.count)]
          if !team.isEmpty, below(2) == 0 {
            let friends = teamsOf[Int(team[below(team.count)])]
            if !friends.isEmpty {
              let old = teams[Int(friends[below(friends.count)])]
              member = old[below(old.count)]
            }
          }
          if team.contains(member) {
            failures += 1
            continue
          }
        } else {
          teamsOf.append([])
        }
        team.append(member)
      }
      for (place, member) in team.enumerated() {
        teamsOf[Int(member)].append(Int32(teams.count))
        places.append(member)
        for other in team[..<place] { pairs.insert(UInt64(min(member, other)) << 32 | UInt64(max(member, other))) }
      }
      teams.append(team)
    }
    memberCount = teamsOf.count
    self.linkCount = pairs.count
  }

  /// Who has been in a team with whom.
  func writeOneMode(to path: String) throws {
    try write(pairs.sorted().map { ($0 >> 32, $0 & 0xFFFF_FFFF) }, to: path)
  }

  /// Who has been in which team; teams are numbered behind the members.
  func writeTwoMode(to path: String) throws {
    try write(
      teams.enumerated().flatMap { team, members in members.map { (UInt64($0), UInt64(memberCount + team)) } }, to: path
    )
  }

  private func write(_ links: [(UInt64, UInt64)], to path: String) throws {
    var text = ""
    for (from, to) in links { text += "\(from) \(to)\n" }
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
