/// Draws shortest paths at random: first a pair of different nodes, then one of its shortest paths, all equally likely.
///
/// The two ends are searched in turns, whichever has fewer links to follow, until a link joins what they have found.
///
/// - SeeAlso: Borassi & Natale (2016), doi:10.4230/LIPIcs.ESA.2016.20.
final class BetweennessSampler {
  /// What is known of a node: the level of the search that has found it, counted from 1 upwards from the source and
  /// from −1 downwards from the target, 0 if it is not found; and how many paths lead there.
  private struct State {
    var level: Int32
    var paths: Double
  }

  /// One of the two searches.
  private struct Side {
    /// All that it has found, level by level.
    var found: [Int32] = []
    /// Where the last level begins in `found`.
    var last = 0
    /// How many links leave the last level.
    var linkCount = 0
    var level: Int32 = 0
  }

  private let states: UnsafeMutablePointer<State>
  private var source = Side()
  private var target = Side()
  /// The links that join the two searches, by their ends, and how many paths lead over it and those before it.
  private var joints: [Joint] = []

  private struct Joint {
    var first: Int32
    var second: Int32
    var paths: Double
  }

  init(nodeCount: Int) {
    states = .allocate(capacity: nodeCount)
    states.initialize(repeating: State(level: 0, paths: 0), count: nodeCount)
  }

  deinit { states.deallocate() }

  /// Appends the inner nodes of a random shortest path, none if there is no path.
  func appendPath(
    _ outgoing: Rows, _ incoming: Rows, using generator: inout SeededGenerator, to nodes: inout [Int32]
  ) {
    let start = generator.below(outgoing.nodeCount)
    var end = generator.below(outgoing.nodeCount - 1)
    if end >= start { end += 1 }
    Self.begin(&source, start, 1, outgoing, states)
    Self.begin(&target, end, -1, incoming, states)
    joints.removeAll(keepingCapacity: true)
    while joints.isEmpty, source.last < source.found.count, target.last < target.found.count {
      if source.linkCount <= target.linkCount {
        Self.expand(&source, &joints, 1, outgoing, states)
      } else {
        Self.expand(&target, &joints, -1, incoming, states)
      }
    }
    if let all = joints.last?.paths {
      let mark = generator.unit() * all
      if let joint = joints.first(where: { mark < $0.paths }) {
        let isForward = states[Int(joint.first)].level > 0
        let (first, second) = isForward ? (joint.first, joint.second) : (joint.second, joint.first)
        Self.walk(Int(first), -1, incoming, states, &generator, &nodes)
        Self.walk(Int(second), 1, outgoing, states, &generator, &nodes)
      }
    }
    for node in source.found { states[Int(node)].level = 0 }
    for node in target.found { states[Int(node)].level = 0 }
  }

  private static func begin(
    _ side: inout Side, _ node: Int, _ level: Int32, _ rows: Rows, _ states: UnsafeMutablePointer<State>
  ) {
    side.found.removeAll(keepingCapacity: true)
    side.found.append(Int32(truncatingIfNeeded: node))
    (side.last, side.level, side.linkCount) = (0, level, rows.degree(node))
    states[node] = State(level: level, paths: 1)
  }

  /// Finds the next level, or the links that join the two searches; each shortest path has one of them.
  @inline(__always)
  private static func expand(
    _ side: inout Side, _ joints: inout [Joint], _ step: Int32, _ rows: Rows, _ states: UnsafeMutablePointer<State>
  ) {
    let (begin, end) = (side.last, side.found.count)
    side.level += step
    side.linkCount = 0
    for place in begin..<end {
      let node = Int(side.found[place])
      let paths = states[node].paths
      for slot in rows.start(node)..<rows.end(node) {
        let neighbor = Int(rows.targets[slot])
        let level = states[neighbor].level
        if level == side.level {
          states[neighbor].paths += paths
        } else if level == 0 {
          // Once the searches have met, there is no further level.
          if !joints.isEmpty { continue }
          states[neighbor] = State(level: side.level, paths: paths)
          side.found.append(rows.targets[slot])
          side.linkCount += rows.degree(neighbor)
        } else if (level > 0) != (step > 0) {
          let before = joints.last?.paths ?? 0
          joints.append(
            Joint(
              first: side.found[place], second: rows.targets[slot], paths: before + paths * states[neighbor].paths))
        }
      }
    }
    side.last = end
  }

  /// Walks from a node to the end of its search, each step as likely as it has paths.
  private static func walk(
    _ node: Int, _ step: Int32, _ rows: Rows, _ states: UnsafeMutablePointer<State>,
    _ generator: inout SeededGenerator, _ nodes: inout [Int32]
  ) {
    var node = node
    while states[node].level != -step {
      nodes.append(Int32(truncatingIfNeeded: node))
      let level = states[node].level + step
      var mark = generator.unit() * states[node].paths
      var next = -1
      for slot in rows.start(node)..<rows.end(node) {
        let neighbor = Int(rows.targets[slot])
        guard states[neighbor].level == level else { continue }
        next = neighbor
        mark -= states[neighbor].paths
        if mark < 0 { break }
      }
      // There is always one before; without this a damaged search would not end.
      if next < 0 { return }
      node = next
    }
  }
}
