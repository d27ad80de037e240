/// A graph for counting distances, without the nodes whose distances follow from another's.
///
/// Three steps make it, and ``DistanceCounting`` takes them back exactly:
///
/// 1. *Pendants*: a node with one neighbour, its host, is one step further than it from all others.
/// 2. *Twins*: nodes with the same neighbours, themselves included (closed) or not (open), have the same distances to
///    all others; they become one class. Members of a closed class are 1 apart, those of an open one 2.
/// 3. *Folded classes*: a class with one neighbouring class, its anchor, is one step further from all others than that.
///
/// In networks of collaboration, where every team is a clique, half of the nodes can vanish this way, and most links.
/// What is left are the sources, numbered so that those that are close in the graph are close in memory, and so that the
/// components stay together. A directed graph keeps all its nodes.
struct CondensedGraph: Sendable {
  /// A group of nodes that are twins, or a single node.
  struct Class: Sendable {
    /// Where its members stand in `members`.
    var members: Range<Int>
    /// How many pendants its members have together.
    var pendantCount: Int32 = 0
    /// How far two members are from each other.
    var spread: Int32 = 1
    /// How many nodes the classes have that are folded into it, and how many pendants these have.
    var foldedMemberCount: Int32 = 0
    var foldedPendantCount: Int32 = 0
    /// The first of them, and the next that is folded into the same as this one.
    var firstFolded: Int32 = -1
    var nextFolded: Int32 = -1
  }

  let isReduced: Bool
  /// For each node its neighbour if it is a pendant, or −1; empty if nothing is reduced.
  private(set) var host: [Int32] = []
  private(set) var classes: [Class] = []
  private(set) var members: [Int32] = []
  /// The class of each source.
  private(set) var sources: [Int32] = []
  /// Where the component of each source begins and ends among the sources.
  private(set) var componentOf: [Range<Int32>] = []
  /// The links among the sources.
  private(set) var outgoing = Adjacency(starts: [0], targets: [], weights: nil)
  private(set) var incoming: Adjacency?

  init(_ graph: Graph, direction: DistanceDirection, reducing: Bool = true) {
    let isUndirected = graph.direction == .undirected || direction == .either
    isReduced = isUndirected && reducing
    if isReduced {
      let graph = graph.unweighted.undirected
      graph.withRows { (rows: Rows) in
        foldPendants(rows)
        let classOf = joinTwins(rows)
        let links = linkClasses(rows, classOf)
        let kept = foldClasses(links)
        number(kept, links, links)
      }
    } else {
      let graph = isUndirected ? graph.undirected : direction == .incoming ? graph.reversed : graph
      members = (0..<graph.nodeCount).map { Int32(truncatingIfNeeded: $0) }
      classes = (0..<graph.nodeCount).map { Class(members: $0..<$0 + 1) }
      let kept = [Bool](repeating: true, count: graph.nodeCount)
      number(kept, graph.outgoing, isUndirected ? graph.outgoing : graph.incoming)
    }
  }

  private mutating func foldPendants(_ rows: Rows) {
    host = (0..<rows.nodeCount).map { node in
      guard rows.degree(node) == 1 else { return -1 }
      let neighbor = rows.targets[rows.start(node)]
      // Of a pair that has only itself, the second is the pendant.
      return rows.degree(Int(neighbor)) > 1 || Int(neighbor) < node ? neighbor : -1
    }
  }

  /// Finds the classes, and gives the class of each node that is no pendant.
  private mutating func joinTwins(_ rows: Rows) -> [Int32] {
    let finder = TwinFinder(rows, host)
    var classOf = [Int32](repeating: -1, count: rows.nodeCount)
    var leader = finder.leaders(.closed)
    for (node, first) in finder.leaders(.open).enumerated() where first >= 0 && Int(first) != node {
      leader[node] = first
    }
    // A node is never in a closed and in an open class, so the leaders of both make one partition.
    var sizes: [Int32] = []
    for node in 0..<rows.nodeCount where host[node] < 0 {
      let first = Int(leader[node])
      if first == node {
        classOf[node] = Int32(truncatingIfNeeded: sizes.count)
        sizes.append(1)
      } else {
        classOf[node] = classOf[first]
        sizes[Int(classOf[first])] += 1
      }
    }
    var end = 0
    classes = sizes.map { size in
      defer { end += Int(size) }
      return Class(members: end..<end)
    }
    members = [Int32](repeating: 0, count: end)
    for node in 0..<rows.nodeCount where host[node] < 0 {
      let number = Int(classOf[node])
      let place = classes[number].members.upperBound
      members[place] = Int32(truncatingIfNeeded: node)
      classes[number].members = classes[number].members.lowerBound..<place + 1
      if Int(leader[node]) != node, !rows.hasLink(node, Int(leader[node])) { classes[number].spread = 2 }
    }
    for node in 0..<rows.nodeCount where host[node] >= 0 {
      classes[Int(classOf[Int(host[node])])].pendantCount += 1
    }
    return classOf
  }

  private func linkClasses(_ rows: Rows, _ classOf: [Int32]) -> Adjacency {
    var links = Adjacency(starts: [0], targets: [], weights: nil)
    links.starts.reserveCapacity(classes.count + 1)
    for number in classes.indices {
      for neighbor in rows.neighbors(Int(members[classes[number].members.lowerBound])) where host[Int(neighbor)] < 0 {
        let other = Int(classOf[Int(neighbor)])
        // Each neighbouring class once, by its first member.
        if other != number, members[classes[other].members.lowerBound] == neighbor {
          links.targets.append(Int32(truncatingIfNeeded: other))
        }
      }
      links.starts.append(links.targets.count)
    }
    return links
  }

  private mutating func foldClasses(_ links: Adjacency) -> [Bool] {
    var isKept = [Bool](repeating: true, count: classes.count)
    for number in classes.indices where links.degree(number) == 1 {
      let anchor = Int(links.targets[links.starts[number]])
      guard links.degree(anchor) > 1 || anchor < number else { continue }
      isKept[number] = false
      classes[anchor].foldedMemberCount += Int32(truncatingIfNeeded: classes[number].members.count)
      classes[anchor].foldedPendantCount += classes[number].pendantCount
      classes[number].nextFolded = classes[anchor].firstFolded
      classes[anchor].firstFolded = Int32(truncatingIfNeeded: number)
    }
    return isKept
  }

  /// Numbers the classes that are kept: balls of sources that are searched from together, grown one beside the other.
  private mutating func number(_ isKept: [Bool], _ forward: Adjacency, _ backward: Adjacency) {
    let count = classes.count
    let isSymmetric = isReduced
    var place = [Int32](repeating: -1, count: count)
    var isWaiting = [Bool](repeating: false, count: count)
    sources.reserveCapacity(count)
    var waiting: [Int32] = []
    var ball: [Int32] = []
    var ends: [Int] = []
    func forEachNeighbor(_ number: Int, _ body: (Int32) -> Void) {
      for slot in forward.starts[number]..<forward.starts[number + 1] { body(forward.targets[slot]) }
      if isSymmetric { return }
      for slot in backward.starts[number]..<backward.starts[number + 1] { body(backward.targets[slot]) }
    }
    for start in 0..<count where isKept[start] && place[start] < 0 {
      waiting = [Int32(truncatingIfNeeded: start)]
      isWaiting[start] = true
      var first = 0
      while first < waiting.count {
        let seed = waiting[first]
        first += 1
        guard place[Int(seed)] < 0 else { continue }
        // One ball around the seed; whoever borders on it and does not fit waits.
        ball = [seed]
        place[Int(seed)] = Int32(truncatingIfNeeded: sources.count)
        sources.append(seed)
        var next = 0
        var size = 1
        while next < ball.count {
          let number = Int(ball[next])
          next += 1
          forEachNeighbor(number) { neighbor in
            let other = Int(neighbor)
            guard isKept[other], place[other] < 0 else { return }
            if size < MultiSourceSearch.width {
              place[other] = Int32(truncatingIfNeeded: sources.count)
              sources.append(neighbor)
              ball.append(neighbor)
              size += 1
            } else if !isWaiting[other] {
              isWaiting[other] = true
              waiting.append(neighbor)
            }
          }
        }
      }
      ends.append(sources.count)
    }
    var begin = 0
    for end in ends {
      let range = Int32(truncatingIfNeeded: begin)..<Int32(truncatingIfNeeded: end)
      for _ in begin..<end { componentOf.append(range) }
      begin = end
    }
    outgoing = renumbered(forward, place)
    incoming = isSymmetric ? nil : renumbered(backward, place)
  }

  private func renumbered(_ links: Adjacency, _ place: [Int32]) -> Adjacency {
    var result = Adjacency(starts: [0], targets: [], weights: nil)
    result.starts.reserveCapacity(sources.count + 1)
    result.targets.reserveCapacity(links.targets.count)
    for number in sources {
      for slot in links.starts[Int(number)]..<links.starts[Int(number) + 1] {
        let target = place[Int(links.targets[slot])]
        if target >= 0 { result.targets.append(target) }
      }
      result.starts.append(result.targets.count)
    }
    return result
  }
}

/// Finds nodes that have the same neighbours, among those that are no pendants, in a simple undirected graph.
private struct TwinFinder {
  enum Kind { case closed, open }

  let rows: Rows
  let host: [Int32]

  init(_ rows: Rows, _ host: [Int32]) {
    self.rows = rows
    self.host = host
  }

  /// For each node that is no pendant the first with the same neighbours, itself if there is none before it, else −1.
  func leaders(_ kind: Kind) -> [Int32] {
    let count = rows.nodeCount
    var leaders = [Int32](repeating: -1, count: count)
    var bits = 4
    while (1 << bits) < 2 * count { bits += 1 }
    let mask = (1 << bits) - 1
    var table = [Int32](repeating: -1, count: 1 << bits)
    var sums = [UInt64](repeating: 0, count: count)
    host.withUnsafeBufferPointer { host in
      for node in 0..<count where host[node] < 0 {
        var sum: UInt64 = kind == .closed ? Self.scatter(node) : 0
        var hasNeighbor = false
        for neighbor in rows.neighbors(node) where host[Int(neighbor)] < 0 {
          sum &+= Self.scatter(Int(neighbor))
          hasNeighbor = true
        }
        leaders[node] = Int32(truncatingIfNeeded: node)
        // Nodes without neighbours have them in common, but no distance.
        guard hasNeighbor else { continue }
        sums[node] = sum
        var place = Int(truncatingIfNeeded: sum >> 20) & mask
        while table[place] >= 0 {
          let other = Int(table[place])
          if sums[other] == sum, areTwins(other, node, kind, host) {
            leaders[node] = Int32(truncatingIfNeeded: other)
            break
          }
          place = (place + 1) & mask
        }
        if table[place] < 0 { table[place] = Int32(truncatingIfNeeded: node) }
      }
    }
    return leaders
  }

  private static func scatter(_ node: Int) -> UInt64 {
    var mixed = UInt64(truncatingIfNeeded: node) &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Compares the neighbours: equal sums alone could deceive.
  private func areTwins(_ a: Int, _ b: Int, _ kind: Kind, _ host: UnsafeBufferPointer<Int32>) -> Bool {
    if rows.hasLink(a, b) != (kind == .closed) { return false }
    var (first, second) = (rows.start(a), rows.start(b))
    let (firstEnd, secondEnd) = (rows.end(a), rows.end(b))
    func skips(_ slot: Int) -> Bool {
      let target = Int(rows.targets[slot])
      return host[target] >= 0 || target == a || target == b
    }
    while true {
      while first < firstEnd, skips(first) { first += 1 }
      while second < secondEnd, skips(second) { second += 1 }
      if first == firstEnd || second == secondEnd { return first == firstEnd && second == secondEnd }
      if rows.targets[first] != rows.targets[second] { return false }
      first += 1
      second += 1
    }
  }
}
