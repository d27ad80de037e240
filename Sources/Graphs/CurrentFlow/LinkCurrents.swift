/// The currents on the links of a component for all pairs of its nodes, and what of them passes each node.
///
/// The current on a link between two nodes u and w, when a unit goes from s to t, is the difference of the potentials
/// that s and t have when a unit goes from u to w, times the link's conductance. So one solution for each link tells the
/// currents of all pairs, and with the potentials sorted their sizes add up in one go.
struct LinkCurrents: Sendable {
  private typealias Lanes = StarMeshElimination.Lanes
  private static let laneCount = 8
  /// How large the error of a current may be, as far as it is known.
  private static let tolerance = 1e-8

  private let count: Int
  private let links: [(from: Int32, to: Int32, value: Double)]
  private let elimination: StarMeshElimination
  /// Whether conductances are so far apart that differences could be lost.
  private let isUneven: Bool

  init(_ component: Conductances, mostNumbers: Int, _ work: Work) throws(MatrixError) {
    count = component.count
    links = component.links
    elimination = try StarMeshElimination(component, mostNumbers: mostNumbers, work)
    let most = links.reduce(0) { max($0, $1.value) }
    let least = elimination.sums.dropLast().min() ?? most
    isUneven = most / least * 0x1p-52 > Self.tolerance
  }

  /// For each node, by its number, the sum over all pairs of others of the current through it.
  func totals(_ work: Work, _ range: ClosedRange<Double>) throws(MatrixError) -> [Double] {
    let pieces = Parallel.ranges(links.count, of: Self.laneCount)
    // Of each link what it carries of the pairs without its first end and of those without its second.
    var carried = [SIMD2<Double>](repeating: .zero, count: links.count)
    var isLost = [Bool](repeating: false, count: pieces.count)
    try orMatrixError { () throws(CancellationError) in
      try carried.withShared { (carried) throws(CancellationError) in
        try isLost.withShared { (isLost) throws(CancellationError) in
          try Parallel.forEach(pieces.count, work.part(range), scratch: { Scratch(count) }) { piece, scratch in
            if work.isCancelled { return }
            isLost[piece] = !solve(pieces[piece], &scratch)
            for (lane, link) in pieces[piece].enumerated() where !isLost[piece] {
              carried[link] = carriedByPairs(links[link], lane, &scratch)
            }
          }
        }
      }
      try work.check()
    }
    if isLost.contains(true) { throw .unevenWeights }
    var totals = [Double](repeating: 0, count: count)
    for (link, amount) in zip(links, carried) {
      totals[Int(link.from)] += amount.x / 2
      totals[Int(link.to)] += amount.y / 2
    }
    return totals.map { max($0, 0) }
  }

  private struct Scratch {
    var potentials: [Lanes]
    var masses: [Lanes] = []
    var sorted: [Double]

    init(_ count: Int) {
      potentials = [Lanes](repeating: .zero, count: count)
      sorted = [Double](repeating: 0, count: count)
    }
  }

  /// Finds the potentials for some links, and says whether they are more than rounding.
  private func solve(_ range: Range<Int>, _ scratch: inout Scratch) -> Bool {
    for place in 0..<count { scratch.potentials[place] = .zero }
    for (lane, link) in links[range].enumerated() {
      scratch.potentials[Int(elimination.placeOf[Int(link.from)])][lane] += 1
      scratch.potentials[Int(elimination.placeOf[Int(link.to)])][lane] -= 1
    }
    if isUneven { scratch.masses = scratch.potentials.map { $0.replacing(with: -$0, where: $0 .< 0) } }
    var conductances = Lanes.zero
    for (lane, link) in links[range].enumerated() { conductances[lane] = link.value }
    var isFound = true
    scratch.potentials.withShared { potentials in
      elimination.lead(potentials.base)
      if isUneven {
        // Where what came from either end has cancelled out, rounding is left, and weak links raise it.
        scratch.masses.withShared { masses in
          elimination.lead(masses.base)
          for place in 0..<count - 1 {
            let current = potentials[place]
            let lost = masses[place] - current.replacing(with: -current, where: current .< 0)
            let error = lost / elimination.sums[place] * conductances * 0x1p-52
            if any(error .> Self.tolerance) { isFound = false }
          }
        }
      }
      elimination.raise(potentials.base)
      for place in 0..<count { potentials[place] *= conductances }
    }
    return isFound
  }

  /// The sizes of the current on a link, summed over all pairs without its first end and over those without its second.
  private func carriedByPairs(
    _ link: (from: Int32, to: Int32, value: Double), _ lane: Int, _ scratch: inout Scratch
  ) -> SIMD2<Double> {
    let (from, to) = (Int(elimination.placeOf[Int(link.from)]), Int(elimination.placeOf[Int(link.to)]))
    let lowest = scratch.potentials[to][lane]
    let highest = scratch.potentials[from][lane] - lowest
    var sum = 0.0
    for place in 0..<count {
      // Between those of the link's ends, where the current enters and leaves.
      let potential = min(max(scratch.potentials[place][lane] - lowest, 0), highest)
      scratch.sorted[place] = potential
      sum += potential
    }
    scratch.sorted.sort()
    var all = 0.0
    for (place, potential) in scratch.sorted.enumerated() { all += Double(2 * place - count + 1) * potential }
    return SIMD2(all - (Double(count) * highest - sum), all - sum)
  }
}
