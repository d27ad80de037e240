/// Finds the nodes at distance two from one source after another, and adds up what their common neighbours say.
struct PairSearch: Sendable {
  /// Pairs by their sources, one source's after another's.
  struct Pairs: Sendable {
    var sources: [Int32] = []
    /// Where each source's pairs end.
    var ends: [Int] = []
    var targets: [Int32] = []
    var scores: [Double] = []

    mutating func removeAll() {
      sources.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      targets.removeAll(keepingCapacity: true)
      scores.removeAll(keepingCapacity: true)
    }
  }

  struct Scratch {
    /// 0 for a node not met, minus infinity for one that is no target: what is added to that leaves it as it is.
    fileprivate var sums: [Double]
    fileprivate var found: [Int32]
    /// The sums of the found nodes in their order.
    fileprivate var scores: [Double]
    /// Which nodes were found, a bit each, and which words of these are not 0: they are read in order without sorting.
    fileprivate var marks: [UInt64]
    fileprivate var markedWords: [UInt64]

    init(nodeCount: Int) {
      sums = [Double](repeating: 0, count: nodeCount)
      // One place more: every node that is met is written behind the found ones, and kept if it is new.
      found = [Int32](repeating: 0, count: nodeCount + 1)
      scores = [Double](repeating: 0, count: nodeCount)
      marks = [UInt64](repeating: 0, count: nodeCount / 64 + 1)
      markedWords = [UInt64](repeating: 0, count: nodeCount / 4096 + 1)
    }
  }

  /// Ranges of sources, each of about as many steps as the others.
  let pieces: [Range<Int>]
  private let formula: LikenessFormula
  private let direction: Graph.Direction
  /// What each common neighbour adds, where that depends on nothing else.
  private let terms: [Double]
  /// For each slot how many of the target's neighbours are not after the node: where the target's row begins to have
  /// targets for the node as a source. Of a directed graph none, as all count.
  private let skipped: [Int32]

  init(_ likeness: Likeness, _ graph: Graph) {
    let formula = LikenessFormula(likeness, graph)
    self.formula = formula
    direction = graph.direction
    let hasConstantTerms = !formula.usesWeights || formula.measure == .preferentialAttachment
    terms = hasConstantTerms ? (0..<graph.nodeCount).map { formula.term(1, $0, 1) } : []
    var skipped = [Int32](repeating: 0, count: graph.direction == .directed ? 0 : 2 * graph.linkCount)
    pieces = graph.withRows { rows in
      var pieces: [Range<Int>] = []
      let limit = max(65_536, rows.nodeCount / 16)
      // Going through the nodes in their order meets each row's neighbours in theirs.
      var met = [Int32](repeating: 0, count: skipped.isEmpty ? 0 : rows.nodeCount)
      var (first, steps) = (0, 0)
      for node in 0..<rows.nodeCount {
        for slot in rows.start(node)..<rows.end(node) {
          let neighbor = Int(rows.targets[slot])
          steps += rows.degree(neighbor)
          if skipped.isEmpty { continue }
          met[neighbor] += 1
          skipped[slot] = met[neighbor]
          steps -= Int(met[neighbor])
        }
        steps += 16
        if steps >= limit || node == rows.nodeCount - 1 {
          pieces.append(first..<node + 1)
          (first, steps) = (node + 1, 0)
        }
      }
      return pieces
    }
    self.skipped = skipped
  }

  /// Appends the pairs of a source, if it has any.
  func add(_ source: Int, _ rows: Rows, _ scratch: inout Scratch, to pairs: inout Pairs) {
    let count = scratch.withArrays { arrays in
      for neighbor in rows.neighbors(source) { arrays.sums[Int(neighbor)] = -.infinity }
      arrays.sums[source] = -.infinity
      let count = terms.isEmpty ? addTerms(source, rows, arrays) : addConstantTerms(source, rows, arrays)
      for neighbor in rows.neighbors(source) { arrays.sums[Int(neighbor)] = 0 }
      arrays.sums[source] = 0
      if count > 0 { sort(source, count, arrays) }
      return count
    }
    if count == 0 { return }
    pairs.targets.append(contentsOf: scratch.found[..<count])
    pairs.scores.append(contentsOf: scratch.scores[..<count])
    pairs.sources.append(Int32(truncatingIfNeeded: source))
    pairs.ends.append(pairs.targets.count)
  }

  /// Where the target's row begins to have targets for the node that the slot is of.
  @inline(__always)
  private func firstSlot(_ slot: Int, _ rows: Rows) -> Int {
    let start = rows.start(Int(rows.targets[slot]))
    return direction == .directed ? start : start + Int(skipped[slot])
  }

  private func addConstantTerms(_ source: Int, _ rows: Rows, _ arrays: Arrays) -> Int {
    let (sums, found, targets) = (arrays.sums, arrays.found, rows.targets)
    return terms.withUnsafeBufferPointer { terms in
      var count = 0
      for first in rows.start(source)..<rows.end(source) {
        let neighbor = Int(targets[first])
        let term = terms[neighbor]
        for slot in firstSlot(first, rows)..<rows.end(neighbor) {
          let target = targets[slot]
          let sum = sums[Int(target)]
          found[count] = target
          count += sum == 0 ? 1 : 0
          sums[Int(target)] = sum + term
        }
      }
      return count
    }
  }

  private func addTerms(_ source: Int, _ rows: Rows, _ arrays: Arrays) -> Int {
    let (sums, found) = (arrays.sums, arrays.found)
    var count = 0
    for first in rows.start(source)..<rows.end(source) {
      let neighbor = Int(rows.targets[first])
      let weight = rows.weight(first)
      for slot in firstSlot(first, rows)..<rows.end(neighbor) {
        let target = rows.targets[slot]
        let sum = sums[Int(target)]
        found[count] = target
        if sum == 0 { count += 1 }
        sums[Int(target)] = sum + formula.term(weight, neighbor, rows.weight(slot))
      }
    }
    return count
  }

  /// Puts the found nodes in their order, takes their scores, and leaves everything else as it was before.
  private func sort(_ source: Int, _ count: Int, _ arrays: Arrays) {
    let (sums, found, scores) = (arrays.sums, arrays.found, arrays.scores)
    let (marks, markedWords) = (arrays.marks, arrays.markedWords)
    var lastGroup = 0
    for place in 0..<count {
      let target = Int(found[place])
      marks[target >> 6] |= 1 << UInt64(truncatingIfNeeded: target & 63)
      markedWords[target >> 12] |= 1 << UInt64(truncatingIfNeeded: (target >> 6) & 63)
      lastGroup = max(lastGroup, target >> 12)
    }
    let firstGroup = direction == .directed ? 0 : source >> 12
    var place = 0
    for group in firstGroup...lastGroup {
      var words = markedWords[group]
      markedWords[group] = 0
      while words != 0 {
        let word = group << 6 | words.trailingZeroBitCount
        words &= words &- 1
        var bits = marks[word]
        marks[word] = 0
        while bits != 0 {
          let target = word << 6 | bits.trailingZeroBitCount
          bits &= bits &- 1
          found[place] = Int32(truncatingIfNeeded: target)
          scores[place] = sums[target]
          sums[target] = 0
          place += 1
        }
      }
    }
    switch formula.measure {
    case .commonNeighbors, .adamicAdar, .resourceAllocation: break
    case .jaccard, .cosine, .preferentialAttachment:
      for place in 0..<count { scores[place] = formula.score(scores[place], source, Int(found[place])) }
    }
  }
}

/// The arrays of a scratch as pointers.
private struct Arrays {
  let sums: UnsafeMutablePointer<Double>
  let found: UnsafeMutablePointer<Int32>
  let scores: UnsafeMutablePointer<Double>
  let marks: UnsafeMutablePointer<UInt64>
  let markedWords: UnsafeMutablePointer<UInt64>
}

extension PairSearch.Scratch {
  @inline(__always)
  fileprivate mutating func withArrays<Result>(_ body: (Arrays) -> Result) -> Result {
    sums.withShared { sums in
      found.withShared { found in
        scores.withShared { scores in
          marks.withShared { marks in
            markedWords.withShared { markedWords in
              body(
                Arrays(
                  sums: sums.base, found: found.base, scores: scores.base, marks: marks.base,
                  markedWords: markedWords.base))
            }
          }
        }
      }
    }
  }
}
