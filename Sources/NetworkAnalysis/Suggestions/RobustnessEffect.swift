import Graphs
import Networks

/// What new links do for those who hang on a single actor or a single link.
///
/// Without a cut actor its part of the network falls into pieces; a new link between two of them joins these. The value of
/// a set is, for each cut actor, that of the heaviest forest of its links between the pieces, each link as heavy as the
/// smaller piece has actors: the weighted rank of a graph's matroid. To that comes, for each bridge that a link leads
/// around, the number of actors on its smaller side, bridges in a row counted once: a coverage. Both are monotone and submodular, and so is their sum. A
/// link to a part that no recorded way leads to counts nothing here: it makes a bridge of itself.
struct RobustnessEffect {
  /// An actor without which its part of the network falls apart.
  struct Cut {
    let actor: Int
    /// The actors of each piece, the largest first.
    let pieces: [[Int]]
  }

  /// Links without each of which the same actors would be cut off: one, or several in a row.
  struct Bridge {
    var records: [RecordedLink]
    /// The actors on the smaller side.
    let hanging: [Int]
  }

  let cuts: [Cut]
  let bridges: [Bridge]
  private let componentOf: [Int]
  /// By the actor's position: the cuts where it is not in the largest piece, with the piece.
  private var pieceOf: [[(cut: Int, piece: Int)]]
  /// By the actor's position: the bridges on whose smaller side it is, ascending.
  private var hangsOn: [[Int]]
  private var joined: [[(first: Int, second: Int, weight: Int)]]
  private var isAvoided: [Bool]

  /// - Complexity: O((c + b)(n + m)) for c cut actors and b bridges.
  init(_ context: GapContext, work: Work) throws(CancellationError) {
    let graph = context.holding.twoMode
    let actorCount = context.network.actors.count
    let components = Components(of: graph)
    componentOf = components.componentOf
    let cutActors = CutNodes(of: graph).nodes.filter { Int($0.position) < actorCount }
    var cuts: [Cut] = []
    for cut in cutActors {
      try work.check()
      var pieces: [[Int]] = []
      var seen = [Bool](repeating: false, count: graph.nodeCount)
      seen[Int(cut.position)] = true
      for neighbor in graph.neighbors(of: cut) where !seen[Int(neighbor.position)] {
        let piece = Self.flood(from: neighbor, graph, &seen).filter { $0 < actorCount }
        if !piece.isEmpty { pieces.append(piece) }
      }
      if pieces.count > 1 {
        pieces.sort { ($1.count, $0[0]) < ($0.count, $1[0]) }
        cuts.append(Cut(actor: Int(cut.position), pieces: pieces))
      }
    }
    self.cuts = cuts
    let records = Self.records(context, offset: actorCount)
    let actorsIn = components.componentOf.prefix(actorCount).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    var bridges: [Bridge] = []
    var places: [[Int]: Int] = [:]
    for link in Bridges(of: graph).links {
      try work.check()
      guard let record = records[Pair(Int(link.from.position), Int(link.to.position))] else { continue }
      var seen = [Bool](repeating: false, count: graph.nodeCount)
      seen[Int(link.to.position)] = true
      var side = Self.flood(from: link.from, graph, &seen).filter { $0 < actorCount }
      let all = actorsIn[components.componentOf[Int(link.from.position)]] ?? 0
      if 2 * side.count > all {
        seen = [Bool](repeating: false, count: graph.nodeCount)
        seen[Int(link.from.position)] = true
        side = Self.flood(from: link.to, graph, &seen).filter { $0 < actorCount }
      }
      guard !side.isEmpty, side.count < all else { continue }
      if let place = places[side] {
        bridges[place].records.append(record)
      } else {
        places[side] = bridges.count
        bridges.append(Bridge(records: [record], hanging: side))
      }
    }
    self.bridges = bridges
    var pieceOf = [[(cut: Int, piece: Int)]](repeating: [], count: actorCount)
    for (place, cut) in cuts.enumerated() {
      for (piece, members) in cut.pieces.enumerated().dropFirst() {
        for member in members { pieceOf[member].append((place, piece)) }
      }
    }
    self.pieceOf = pieceOf
    var hangsOn = [[Int]](repeating: [], count: actorCount)
    for (place, bridge) in bridges.enumerated() {
      for actor in bridge.hanging { hangsOn[actor].append(place) }
    }
    self.hangsOn = hangsOn
    joined = [[(first: Int, second: Int, weight: Int)]](repeating: [], count: cuts.count)
    isAvoided = [Bool](repeating: false, count: bridges.count)
  }

  /// The nodes that are reached without a seen one, in their order.
  private static func flood(from start: NodeIndex, _ graph: Graph, _ seen: inout [Bool]) -> [Int] {
    var open = [start]
    var found = [Int(start.position)]
    seen[Int(start.position)] = true
    while let node = open.popLast() {
      for next in graph.neighbors(of: node) where !seen[Int(next.position)] {
        seen[Int(next.position)] = true
        found.append(Int(next.position))
        open.append(next)
      }
    }
    return found.sorted()
  }

  /// The first record of each link, by its two nodes.
  private static func records(_ context: GapContext, offset: Int) -> [Pair: RecordedLink] {
    var records: [Pair: RecordedLink] = [:]
    let holding = context.holding
    for (link, record) in zip(holding.memberships, holding.membershipRecords) {
      let key = Pair(Int(link.actor), offset + Int(link.collaboration))
      if records[key] == nil { records[key] = .membership(record) }
    }
    for (link, record) in zip(holding.ties, holding.tieRecords) {
      let key = Pair(Int(link.from), Int(link.to))
      if records[key] == nil { records[key] = .tie(record) }
    }
    return records
  }

  /// How many actors hang on a single actor or link, one who hangs on two counted twice.
  var hangingCount: Int {
    cuts.reduce(0) { $0 + $1.pieces.dropFirst().reduce(0) { $0 + $1.count } }
      + bridges.reduce(0) { $0 + $1.hanging.count }
  }

  /// The pieces of each cut that a link between the two actors joins, with the number of actors in the smaller.
  private func joins(_ first: Int, _ second: Int) -> [(cut: Int, pieces: (Int, Int), weight: Int)] {
    guard componentOf[first] == componentOf[second] else { return [] }
    let (one, other) = (pieceOf[first], pieceOf[second])
    if one.isEmpty, other.isEmpty { return [] }
    var pieces: [Int: (Int, Int)] = [:]
    for entry in one { pieces[entry.cut] = (entry.piece, 0) }
    for entry in other { pieces[entry.cut] = (pieces[entry.cut]?.0 ?? 0, entry.piece) }
    return pieces.sorted { $0.key < $1.key }.compactMap { cut, pair in
      guard pair.0 != pair.1, cuts[cut].actor != first, cuts[cut].actor != second else { return nil }
      return (cut, pair, min(cuts[cut].pieces[pair.0].count, cuts[cut].pieces[pair.1].count))
    }
  }

  /// The bridges that a link between the two actors leads around.
  private func avoids(_ first: Int, _ second: Int) -> [Int] {
    guard componentOf[first] == componentOf[second] else { return [] }
    let (one, other) = (hangsOn[first], hangsOn[second])
    if one.isEmpty { return other }
    if other.isEmpty { return one }
    return Set(one).symmetricDifference(other).sorted()
  }

  /// What the pair adds to those that were chosen: a number of actors, one who hangs on two counted twice.
  func gain(_ first: Int, _ second: Int) -> Double {
    var sum = 0
    for join in joins(first, second) {
      let before = joined[join.cut]
      if before.isEmpty {
        sum += join.weight
      } else {
        sum += Self.forest(before + [(join.pieces.0, join.pieces.1, join.weight)]) - Self.forest(before)
      }
    }
    for bridge in avoids(first, second) where !isAvoided[bridge] { sum += bridges[bridge].hanging.count }
    return Double(sum)
  }

  mutating func choose(_ first: Int, _ second: Int) {
    for join in joins(first, second) { joined[join.cut].append((join.pieces.0, join.pieces.1, join.weight)) }
    for bridge in avoids(first, second) { isAvoided[bridge] = true }
  }

  /// The weight of the heaviest forest: Kruskal's.
  private static func forest(_ links: [(first: Int, second: Int, weight: Int)]) -> Int {
    var root: [Int: Int] = [:]
    func find(_ piece: Int) -> Int {
      var piece = piece
      while let above = root[piece] { piece = above }
      return piece
    }
    var sum = 0
    for link in links.sorted(by: { $0.weight > $1.weight }) {
      let (a, b) = (find(link.first), find(link.second))
      if a == b { continue }
      root[a] = b
      sum += link.weight
    }
    return sum
  }

  /// What a link alone would do, the most actors first.
  func reasons(_ first: Int, _ second: Int, _ network: Network) -> [SuggestionReason] {
    let id = { (actor: Int) in network.actors[actor].id }
    let byCut = joins(first, second).map { join -> (Int, SuggestionReason) in
      let pieces = cuts[join.cut].pieces
      // The pieces are in the order of their size.
      let freed = pieces[max(join.pieces.0, join.pieces.1)]
      return (
        freed.count, .cut(.init(cut: id(cuts[join.cut].actor), freed: freed.map(id), isLast: pieces.count == 2))
      )
    }
    let byBridge = avoids(first, second).map { place -> (Int, SuggestionReason) in
      (
        bridges[place].hanging.count,
        .bridge(.init(bridges: bridges[place].records, freed: bridges[place].hanging.map(id)))
      )
    }
    return (byCut + byBridge).enumerated().sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }
      .map(\.element.1)
  }
}
