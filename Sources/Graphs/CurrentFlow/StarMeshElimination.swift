/// A connected network of conductances with its nodes taken out one by one, each replaced by links between those that
/// it was linked with, so that currents between the others stay as they were. Going back the same way gives the
/// potentials of all nodes.
///
/// It is Gauss' elimination of the Laplacian matrix, but nothing is ever subtracted: what remains at a node is the sum of
/// its links, and not a diagonal that grows smaller. So each number is exact but for rounding, however far apart the
/// conductances are.
///
/// Always the node with the fewest links is next, so that trees leave nothing behind and little is filled in between
/// sparse parts. When a third of all pairs that are left have a link, the rest is done as a full matrix, on all cores.
///
/// - SeeAlso: Grassmann, Taksar & Heyman (1985), doi:10.1287/opre.33.5.1107; Alfa, Xue & Ye (2002),
///   doi:10.1090/S0025-5718-01-01325-4; George & Liu (1989), doi:10.1137/1031001.
struct StarMeshElimination: Sendable {
  /// Nodes are numbered by when they are taken out; this is each one's place, by its number before.
  private(set) var placeOf: [Int32]
  /// Where the rows of the nodes begin in `targets` and `shares`.
  private(set) var starts: [Int] = [0]
  /// The nodes that a node was linked with when it was taken out, by their places, which are all later.
  private(set) var targets: [Int32] = []
  /// What part of a current at the node goes to each of them.
  private(set) var shares: [Double] = []
  /// The sum of the conductances that the node had at that time; of the last one, which is the ground, 0.
  private(set) var sums: [Double] = []
  /// From which place on the rows are full: each has all later nodes.
  private(set) var denseStart = 0

  var count: Int { placeOf.count }

  /// Takes out all nodes, with at most so many conductances or shares kept at a time.
  init(_ network: Conductances, mostNumbers: Int, _ work: Work) throws(MatrixError) {
    placeOf = [Int32](repeating: 0, count: network.count)
    var rows = network.rows
    var kept = rows.reduce(0) { $0 + $1.count }
    var queue = BinaryHeap<PathSearch.Entry>()
    func enter(_ node: Int) {
      queue.push(.init(cost: Double(rows[node].count), linkCount: Int32(node), node: Int32(node)))
    }
    for node in rows.indices { enter(node) }
    var isOut = [Bool](repeating: false, count: network.count)
    var merged: [Conductances.Conductance] = []
    var left = network.count
    // Targets are numbers as they were until all places are known.
    while let entry = queue.pop() {
      let node = Int(entry.node)
      // Of a node's entries the one with its present number of links counts.
      guard !isOut[node], Double(rows[node].count) == entry.cost else { continue }
      if 3 * (rows[node].count + 1) >= left { break }
      if work.isCancelled { throw .cancelled }
      let row = rows[node]
      isOut[node] = true
      placeOf[node] = Int32(truncatingIfNeeded: network.count - left)
      left -= 1
      let sum = row.reduce(0) { $0 + $1.value }
      append(row, sum)
      kept -= row.count
      rows[node] = []
      for link in row {
        let other = Int(link.target)
        Self.merge(rows[other], row, times: link.value / sum, without: (node, other), to: &merged)
        kept += merged.count - rows[other].count
        rows[other] = Array(merged)
        enter(other)
      }
      let numbers = max(kept, targets.count)
      if numbers > mostNumbers { throw .tooLarge(numbers: numbers, most: mostNumbers) }
    }
    denseStart = network.count - left
    let rest = rows.indices.filter { !isOut[$0] }
    for (place, node) in rest.enumerated() { placeOf[node] = Int32(truncatingIfNeeded: denseStart + place) }
    for slot in targets.indices { targets[slot] = placeOf[Int(targets[slot])] }
    sortRows()
    try eliminateRest(rest.map { rows[$0] }, mostNumbers, work)
  }

  private mutating func append(_ row: [Conductances.Conductance], _ sum: Double) {
    for link in row {
      targets.append(link.target)
      shares.append(link.value / sum)
    }
    starts.append(targets.count)
    sums.append(sum)
  }

  /// By place, so that whoever goes through a row goes through memory in one direction.
  private mutating func sortRows() {
    for node in sums.indices {
      let slots = starts[node]..<starts[node + 1]
      let row = slots.map { (targets[$0], shares[$0]) }.sorted { $0.0 < $1.0 }
      for (slot, entry) in zip(slots, row) { (targets[slot], shares[slot]) = entry }
    }
  }

  /// A row plus so many times another, both sorted, without two targets.
  private static func merge(
    _ first: [Conductances.Conductance], _ second: [Conductances.Conductance], times factor: Double,
    without: (Int, Int), to merged: inout [Conductances.Conductance]
  ) {
    merged.removeAll(keepingCapacity: true)
    var (a, b) = (0, 0)
    while a < first.count || b < second.count {
      let left = a < first.count ? first[a].target : .max
      let right = b < second.count ? second[b].target : .max
      var link = Conductances.Conductance(target: min(left, right), value: 0)
      if left <= right {
        link.value = first[a].value
        a += 1
      }
      if right <= left {
        link.value += factor * second[b].value
        b += 1
      }
      if Int(link.target) != without.0, Int(link.target) != without.1 { merged.append(link) }
    }
  }

  /// Takes out what is left, in its order, down to the last node.
  private mutating func eliminateRest(
    _ rows: [[Conductances.Conductance]], _ mostNumbers: Int, _ work: Work
  ) throws(MatrixError) {
    let size = rows.count
    let numbers = max(size * size, targets.count + size * (size - 1) / 2)
    if numbers > mostNumbers { throw .tooLarge(numbers: numbers, most: mostNumbers) }
    var matrix = [Double](repeating: 0, count: size * size)
    for (row, links) in rows.enumerated() {
      for link in links { matrix[row * size + Int(placeOf[Int(link.target)]) - denseStart] = link.value }
    }
    var sums = [Double](repeating: 0, count: size)
    try orMatrixError { () throws(CancellationError) in
      try matrix.withShared { (matrix) throws(CancellationError) in
        try sums.withShared { (sums) throws(CancellationError) in
          try DenseElimination(size: size, matrix: matrix.base, sums: sums.base).run(work)
        }
      }
    }
    targets.reserveCapacity(targets.count + size * (size - 1) / 2)
    shares.reserveCapacity(targets.count + size * (size - 1) / 2)
    for row in 0..<size {
      for column in stride(from: row + 1, to: size, by: 1) {
        targets.append(Int32(truncatingIfNeeded: denseStart + column))
        shares.append(matrix[row * size + column] / sums[row])
      }
      starts.append(targets.count)
      self.sums.append(sums[row])
    }
  }
}

/// Takes out the nodes of a full symmetric matrix of conductances, in their order. Of each row what is right of the
/// diagonal is left as it was when the node was taken out.
private struct DenseElimination: @unchecked Sendable {
  /// How many nodes are taken out of the rest of the matrix in one go.
  private static let panelSize = 32

  let size: Int
  let matrix: UnsafeMutablePointer<Double>
  let sums: UnsafeMutablePointer<Double>

  func run(_ work: Work) throws(CancellationError) {
    let quiet = Work(coreCount: work.coreCount)
    var first = 0
    while first < size {
      try work.check()
      let panel = first..<min(first + Self.panelSize, size)
      for node in panel {
        add(panel.lowerBound..<node, to: node)
        let row = matrix + node * size
        var sum = 0.0
        for other in stride(from: node + 1, to: size, by: 1) { sum += row[other] }
        sums[node] = sum
      }
      first = panel.upperBound
      try Parallel.forEachRange(of: size - first, size: 64, quiet) { range in
        for row in range { add(panel, to: panel.upperBound + row) }
      }
    }
  }

  /// Adds to a row, right of the diagonal, what taking out earlier nodes leaves there.
  private func add(_ nodes: Range<Int>, to row: Int) {
    let target = matrix + row * size
    var node = nodes.lowerBound
    while node + 4 <= nodes.upperBound {
      let (a, b, c, d) = (
        matrix + node * size, matrix + (node + 1) * size, matrix + (node + 2) * size, matrix + (node + 3) * size
      )
      let (e, f) = (a[row] / sums[node], b[row] / sums[node + 1])
      let (g, h) = (c[row] / sums[node + 2], d[row] / sums[node + 3])
      for column in stride(from: row + 1, to: size, by: 1) {
        target[column] += (e * a[column] + f * b[column]) + (g * c[column] + h * d[column])
      }
      node += 4
    }
    while node < nodes.upperBound {
      let other = matrix + node * size
      let share = other[row] / sums[node]
      for column in stride(from: row + 1, to: size, by: 1) { target[column] += share * other[column] }
      node += 1
    }
  }
}
