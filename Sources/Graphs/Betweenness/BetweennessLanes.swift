/// Eight searches side by side, one in each lane.
typealias Lanes = SIMD8<Double>

/// A node on one level of several searches, with a bit for each of them.
struct LevelEntry {
  var node: Int32
  var searches: UInt32
}

/// Counts shortest paths of equally long links from many sources at once, and sums up their dependencies.
///
/// The sources of a batch are searched together, first only for who is on which level, with a bit for each source. Then
/// paths are counted for eight sources at a time: a node's paths are the sum of those of all its neighbours, where a
/// neighbour that is not on the level before holds zeros. So there is no question in the inner loop, only additions.
/// Dependencies come back from level to level in the same way.
///
/// - SeeAlso: Brandes (2001), doi:10.1080/0022250X.2001.9990249; Then et al. (2014), doi:10.14778/2735496.2735507, for
///   many breadth-first searches at once.
final class BetweennessLanes {
  static let batchSize = 64
  private static let laneCount = 8

  private let seen: UnsafeMutablePointer<UInt64>
  private let reached: UnsafeMutablePointer<UInt64>
  private let paths: UnsafeMutablePointer<Lanes>
  private let dependencies: UnsafeMutablePointer<Lanes>
  /// What the nodes of the level that is summed over give their neighbours, and zeros elsewhere.
  private let given: UnsafeMutablePointer<Lanes>
  private let masks = BetweennessLanes.masks.base
  private var levelStarts: [Int] = []
  private var levelNodes: [Int32] = []
  private var levelSearches: [UInt64] = []
  private var entryStarts: [Int] = []
  private var entries: [LevelEntry] = []

  /// - Parameter nodeCount: of the largest core.
  init(nodeCount: Int) {
    seen = .allocate(capacity: nodeCount)
    seen.initialize(repeating: 0, count: nodeCount)
    reached = .allocate(capacity: nodeCount)
    reached.initialize(repeating: 0, count: nodeCount)
    paths = .allocate(capacity: nodeCount)
    paths.initialize(repeating: .zero, count: nodeCount)
    dependencies = .allocate(capacity: nodeCount)
    dependencies.initialize(repeating: .zero, count: nodeCount)
    given = .allocate(capacity: nodeCount)
    given.initialize(repeating: .zero, count: nodeCount)
  }

  /// For each set of lanes, ones in them and zeros elsewhere.
  private static let masks: Shared<SIMD8<UInt64>> = {
    let masks = UnsafeMutableBufferPointer<SIMD8<UInt64>>.allocate(capacity: 256)
    for bits in 0..<256 {
      var mask = SIMD8<UInt64>.zero
      for lane in 0..<8 where bits >> lane & 1 == 1 { mask[lane] = .max }
      masks.initializeElement(at: bits, to: mask)
    }
    return Shared(masks)
  }()

  deinit {
    seen.deallocate()
    reached.deallocate()
    paths.deallocate()
    dependencies.deallocate()
    given.deallocate()
  }

  /// A core as pointers.
  struct View {
    var outgoing: Rows
    var incoming: Rows
    /// As `incoming`, without the nodes on which paths can only end.
    var inner: Rows
    var copies: UnsafePointer<Double>
    var weights: UnsafePointer<Double>
    /// The group of each node, if only some pairs count.
    var groups: UnsafePointer<Int32>?
    var counted: Counted
    /// The nodes on which paths can only end, if they are known.
    var ends: UnsafePointer<Bool>?
  }

  /// Which pairs count where there are groups.
  enum Counted { case within, between }

  /// Adds the dependencies on all nodes, and on the links in all slots of `outgoing` if they are asked for, of up to 64
  /// sources with following numbers, which are best near each other.
  func add(
    _ sources: Range<Int>, _ view: View, to totals: UnsafeMutablePointer<Double>,
    links: UnsafeMutablePointer<Double>?
  ) {
    findLevels(sources, view.outgoing)
    for first in stride(from: sources.lowerBound, to: sources.upperBound, by: Self.laneCount) {
      let slice = first..<min(first + Self.laneCount, sources.upperBound)
      pickEntries(of: first - sources.lowerBound)
      countPaths(slice, view)
      addDependencies(slice, view, to: totals, links: links)
    }
  }

  /// Finds on which level each node is from each source.
  private func findLevels(_ sources: Range<Int>, _ rows: Rows) {
    levelStarts.removeAll(keepingCapacity: true)
    levelNodes.removeAll(keepingCapacity: true)
    levelSearches.removeAll(keepingCapacity: true)
    levelStarts.append(0)
    for (search, source) in sources.enumerated() {
      levelNodes.append(Int32(truncatingIfNeeded: source))
      levelSearches.append(1 << UInt64(search))
      seen[source] = 1 << UInt64(search)
    }
    levelStarts.append(levelNodes.count)
    var begin = 0
    while begin < levelNodes.count {
      let end = levelNodes.count
      for place in begin..<end {
        let searches = levelSearches[place]
        let node = Int(levelNodes[place])
        for slot in rows.start(node)..<rows.end(node) {
          let neighbor = Int(rows.targets[slot])
          let fresh = searches & ~seen[neighbor]
          if fresh == 0 { continue }
          if reached[neighbor] == 0 { levelNodes.append(rows.targets[slot]) }
          reached[neighbor] |= fresh
        }
      }
      sortByNumber(end, rows.nodeCount)
      for place in end..<levelNodes.count {
        let node = Int(levelNodes[place])
        levelSearches.append(reached[node])
        seen[node] |= reached[node]
        reached[node] = 0
      }
      levelStarts.append(levelNodes.count)
      begin = end
    }
    for node in levelNodes { seen[Int(node)] = 0 }
  }

  /// Sorts the nodes that were reached, so that neighbours are read one after the other.
  private func sortByNumber(_ begin: Int, _ nodeCount: Int) {
    if levelNodes.count - begin < nodeCount / 64 { return levelNodes[begin...].sort() }
    var place = begin
    for node in 0..<nodeCount where reached[node] != 0 {
      levelNodes[place] = Int32(truncatingIfNeeded: node)
      place += 1
    }
  }

  /// Picks what concerns the eight searches from the given one out of all levels.
  private func pickEntries(of first: Int) {
    entryStarts.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for level in 0..<levelStarts.count - 1 {
      entryStarts.append(entries.count)
      for place in levelStarts[level]..<levelStarts[level + 1] {
        let searches = UInt32(truncatingIfNeeded: levelSearches[place] >> UInt64(first)) & 0xFF
        if searches != 0 { entries.append(LevelEntry(node: levelNodes[place], searches: searches)) }
      }
      if entryStarts[level] == entries.count { break }
    }
    if entryStarts[entryStarts.count - 1] != entries.count { entryStarts.append(entries.count) }
  }

  private var levelCount: Int { entryStarts.count - 1 }

  @inline(__always)
  private func masked(_ value: Lanes, _ searches: UInt32) -> Lanes {
    unsafeBitCast(unsafeBitCast(value, to: SIMD8<UInt64>.self) & masks[Int(searches)], to: Lanes.self)
  }

  private func countPaths(_ sources: Range<Int>, _ view: View) {
    let (paths, given) = (paths, given)
    entries.withUnsafeBufferPointer { entries in
      for entry in entries { paths[Int(entry.node)] = .zero }
      for (lane, source) in sources.enumerated() {
        paths[source][lane] = 1
        // The copies of a source are no part of the paths from it.
        given[source][lane] = 1
      }
      for level in stride(from: 1, to: levelCount, by: 1) {
        let places = entryStarts[level]..<entryStarts[level + 1]
        // Only a path's first link can leave an end.
        let rows = level == 1 ? view.incoming : view.inner
        for place in places {
          let entry = entries[place]
          let node = Int(entry.node)
          var sum = Lanes.zero
          for slot in rows.start(node)..<rows.end(node) { sum += given[Int(rows.targets[slot])] }
          paths[node] += masked(sum, entry.searches)
        }
        for place in entryStarts[level - 1]..<entryStarts[level] { given[Int(entries[place].node)] = .zero }
        for place in places {
          let entry = entries[place]
          let node = Int(entry.node)
          given[node] = masked(paths[node], entry.searches) * view.copies[node]
        }
      }
      if let last = entryStarts.dropLast().last {
        for place in last..<entries.count { given[Int(entries[place].node)] = .zero }
      }
    }
  }

  private func addDependencies(
    _ sources: Range<Int>, _ view: View, to totals: UnsafeMutablePointer<Double>,
    links: UnsafeMutablePointer<Double>?
  ) {
    var sourceWeights = Lanes.zero
    var sourceGroups = SIMD8<Int64>(repeating: -1)
    for (lane, source) in sources.enumerated() {
      sourceWeights[lane] = view.weights[source]
      if let groups = view.groups { sourceGroups[lane] = Int64(groups[source]) }
    }
    let (rows, paths, given, dependencies) = (view.outgoing, paths, given, dependencies)
    entries.withUnsafeBufferPointer { entries in
      for entry in entries { dependencies[Int(entry.node)] = .zero }
      for level in stride(from: levelCount - 1, to: links == nil ? 1 : 0, by: -1) {
        let places = entryStarts[level]..<entryStarts[level + 1]
        for place in places {
          let entry = entries[place]
          let node = Int(entry.node)
          var weight = Lanes(repeating: view.weights[node])
          if let groups = view.groups {
            let isWithin = sourceGroups .== SIMD8<Int64>(repeating: Int64(groups[node]))
            weight.replace(with: 0, where: view.counted == .within ? .!isWithin : isWithin)
          }
          given[node] = masked((weight + dependencies[node] * view.copies[node]) / paths[node], entry.searches)
        }
        for place in entryStarts[level - 1]..<entryStarts[level] {
          let entry = entries[place]
          let node = Int(entry.node)
          if level > 1, let ends = view.ends, ends[node] { continue }
          var sum = Lanes.zero
          if let links {
            var factor = masked(paths[node], entry.searches) * sourceWeights
            if level == 1 { factor /= view.copies[node] }
            for slot in rows.start(node)..<rows.end(node) {
              let value = given[Int(rows.targets[slot])]
              sum += value
              links[slot] += (value * factor).sum()
            }
          } else {
            for slot in rows.start(node)..<rows.end(node) { sum += given[Int(rows.targets[slot])] }
          }
          if level == 1 { continue }
          let dependency = masked(sum * paths[node], entry.searches)
          dependencies[node] += dependency
          totals[node] += (dependency * sourceWeights).sum()
        }
        for place in places { given[Int(entries[place].node)] = .zero }
      }
    }
  }
}
