import NetworkAnalysis
import Networks
import TestSupport
import Testing

/// What holds for the coverage of every network.
struct CoverageLawsTests {
  private static let all: [Coverage] = [Coverage.Rows.actors(kinds: []), .levels].flatMap { rows in
    Coverage.Columns.allCases.flatMap { columns in
      Coverage.Order.allCases.map { Coverage(rows: rows, columns: columns, order: $0) }
    }
  }

  private func cells(_ matrix: CoverageMatrix) -> [CoverageMatrix.Cell] {
    matrix.rows.indices.flatMap { row in matrix.columns.indices.map { matrix[row, $0] } }
  }

  private func networks() -> [Network] {
    (UInt64(1)...40).map { RandomNetworks.network(seed: $0) }
      + (UInt64(1)...10).map { seed in
        var network = Network.random(seed: seed)
        for place in network.collaborations.indices { network.collaborations[place].focus = [["a", "b"][place % 2]] }
        return network
      }
  }

  @Test func `the order of the tables changes nothing`() {
    for (number, network) in networks().enumerated() {
      var chance = SplitMix64(seed: UInt64(number))
      var shuffled = network
      shuffled.actors.shuffle(using: &chance)
      shuffled.collaborations.shuffle(using: &chance)
      shuffled.memberships.shuffle(using: &chance)
      shuffled.ties.shuffle(using: &chance)
      for coverage in Self.all {
        let (one, two) = (coverage.matrix(of: NetworkIndex(network)), coverage.matrix(of: NetworkIndex(shuffled)))
        #expect(one.rows == two.rows && one.columns == two.columns)
        #expect(one.total == two.total && one.rowMargins == two.rowMargins && one.columnMargins == two.columnMargins)
        #expect(cells(one).map { Set($0.evidence) } == cells(two).map { Set($0.evidence) })
      }
    }
  }

  @Test func `a link more that holds covers no cell less`() {
    for (number, network) in networks().enumerated() where network.actors.count > 1 {
      var chance = SplitMix64(seed: UInt64(number))
      var more = network
      let ids = network.actors.map(\.id)
      let areas = Set(network.collaborations.flatMap(\.focus)).union(network.ties.flatMap(\.focus)).sorted()
      more.ties.append(
        Tie(
          from: ids[chance.below(ids.count)], to: ids[chance.below(ids.count)], kind: "dialogue",
          focus: Array(areas.prefix(1))))
      if let collaboration = network.collaborations.first {
        more.memberships.append(Membership(actor: ids[chance.below(ids.count)], collaboration: collaboration.id))
      }
      for coverage in Self.all where coverage.order == .name {
        let (before, after) = (coverage.matrix(of: NetworkIndex(network)), coverage.matrix(of: NetworkIndex(more)))
        #expect(before.rows == after.rows && before.columns == after.columns)
        #expect(zip(cells(before), cells(after)).allSatisfy { $0.state <= $1.state })
        #expect(before.total.strength <= after.total.strength)
      }
    }
  }

  @Test func `totals add up`() {
    for network in networks() {
      for coverage in Self.all {
        let matrix = coverage.matrix(of: NetworkIndex(network))
        for state in State.allCases {
          let all = matrix.total.cellCounts[state, default: 0]
          #expect(matrix.rowMargins.reduce(0) { $0 + $1.cellCounts[state, default: 0] } == all)
          #expect(matrix.columnMargins.reduce(0) { $0 + $1.cellCounts[state, default: 0] } == all)
          #expect(cells(matrix).count { $0.state == state } == all)
        }
        for row in matrix.rows.indices {
          let strengths = matrix.columns.indices.map { matrix[row, $0] }.filter { $0.state == .covered }.map(\.strength)
          let margin = matrix.rowMargins[row].strength
          #expect(margin >= strengths.max() ?? 0 && margin <= strengths.reduce(0, +))
        }
        let merged = CoverageMatrix.Cell.merged(cells(matrix))
        #expect(merged.state == cells(matrix).map(\.state).max() ?? .unknown)
        if merged.state == .covered { #expect(merged.strength == matrix.total.strength) }
      }
    }
  }

  @Test func `without direction levels are linked both ways alike`() {
    for network in networks() {
      let matrix = Coverage(rows: .levels, columns: .levels).matrix(of: NetworkIndex(network))
      for row in matrix.rows.indices {
        for column in matrix.columns.indices {
          let (one, other) = (matrix[row, column], matrix[column, row])
          #expect(
            one.state == other.state && one.strength == other.strength && one.collaborations == other.collaborations)
        }
      }
      #expect(matrix.rowMargins == matrix.columnMargins)
    }
  }

  @Test func `unknown is only where nothing is recorded, and nothing else has a record that says less`() {
    for network in networks() {
      for coverage in Self.all {
        for cell in cells(coverage.matrix(of: NetworkIndex(network))) {
          #expect((cell.state == .unknown) == cell.evidence.isEmpty)
          #expect(cell.evidence.allSatisfy { $0.state > .unknown && !$0.holders.isEmpty && $0.state <= cell.state })
          #expect(Set(cell.evidence.map(\.link)).count == cell.evidence.count)
        }
      }
    }
  }
}
