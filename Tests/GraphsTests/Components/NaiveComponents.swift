import Graphs
import TestSupport

/// What holds a graph together, straight from the definitions: by taking nodes and links away and looking again.
enum NaiveComponents {
  /// The component of each of some nodes, over some of the links, by flood fill; whoever is not asked for has none.
  static func count(_ nodes: Set<Int>, _ links: [GraphSketch.Link]) -> Int {
    var rest = nodes
    var count = 0
    while let start = rest.popFirst() {
      count += 1
      var open = [start]
      while let node = open.popLast() {
        for link in links {
          if link.from == node, rest.remove(link.to) != nil { open.append(link.to) }
          if link.to == node, rest.remove(link.from) != nil { open.append(link.from) }
        }
      }
    }
    return count
  }

  static func reachable(from start: Int, in sketch: GraphSketch) -> Set<Int> {
    var seen: Set<Int> = [start]
    var open = [start]
    while let node = open.popLast() {
      for next in NaiveAlgorithms.steps(from: node, in: sketch) where seen.insert(next).inserted { open.append(next) }
    }
    return seen
  }

  /// Two nodes are together that reach each other.
  static func strong(in sketch: GraphSketch) -> [Int] {
    let reached = (0..<sketch.nodeCount).map { reachable(from: $0, in: sketch) }
    let first = (0..<sketch.nodeCount).map { node in
      (0..<sketch.nodeCount).first { reached[node].contains($0) && reached[$0].contains(node) } ?? node
    }
    return Grouping(first).groupOf
  }

  static func cutNodes(in sketch: GraphSketch) -> [Int] {
    let all = Set(0..<sketch.nodeCount)
    let whole = count(all, sketch.links)
    return all.sorted().filter { node in
      let rest = sketch.links.filter { $0.from != node && $0.to != node }
      // The node itself may have been a component.
      return count(all.subtracting([node]), rest) > whole
    }
  }

  /// The places in the list of links.
  static func bridges(in sketch: GraphSketch) -> [Int] {
    let all = Set(0..<sketch.nodeCount)
    let whole = count(all, sketch.links)
    return sketch.links.indices.filter { place in
      var rest = sketch.links
      rest.remove(at: place)
      return count(all, rest) > whole
    }
  }

  /// The block of each link in the list, `nil` for loops: two links are together that no one node separates, which is
  /// that they are still connected by a walk over links whatever node walks may not pass through.
  static func blocks(in sketch: GraphSketch) -> [Int?] {
    let links = sketch.links
    func areTogether(_ first: Int, _ second: Int) -> Bool {
      (0..<sketch.nodeCount).allSatisfy { forbidden in
        var seen: Set<Int> = [first]
        var open = [first]
        while let place = open.popLast() {
          for next in links.indices where !links[next].isLoop && !seen.contains(next) {
            let ends: Set = [links[place].from, links[place].to]
            if !ends.intersection([links[next].from, links[next].to]).subtracting([forbidden]).isEmpty {
              seen.insert(next)
              open.append(next)
            }
          }
        }
        return seen.contains(second)
      }
    }
    var blocks = [Int?](repeating: nil, count: links.count)
    for place in links.indices where !links[place].isLoop {
      blocks[place] = links.indices.first { !links[$0].isLoop && areTogether(place, $0) }
    }
    return blocks
  }

  /// Cuts a part in two wherever one of all its divisions cuts too few links, until there is none.
  static func linkConnectedParts(_ connectivity: Int, in sketch: GraphSketch) -> [Int] {
    var partOf = [Int](repeating: 0, count: sketch.nodeCount)
    func divide(_ nodes: [Int]) {
      for division in 1..<max(1, 1 << (nodes.count - 1)) {
        // The last node is never chosen, so that each division is looked at once.
        let side = Set(nodes.indices.filter { division >> $0 & 1 == 1 }.map { nodes[$0] })
        let cut = sketch.links.filter { link in
          nodes.contains(link.from) && nodes.contains(link.to) && side.contains(link.from) != side.contains(link.to)
        }
        if cut.count < connectivity {
          divide(nodes.filter { side.contains($0) })
          divide(nodes.filter { !side.contains($0) })
          return
        }
      }
      for node in nodes { partOf[node] = nodes[0] }
    }
    if sketch.nodeCount > 0 { divide(Array(0..<sketch.nodeCount)) }
    return Grouping(partOf).groupOf
  }
}

extension GraphSketch {
  /// The links as the graph orders them, so that a place in this list is a place in `graph.links`.
  var ordered: Self {
    var result = self
    result.links = links.map { direction == .undirected && $0.from > $0.to ? Link($0.to, $0.from) : $0 }
      .sorted { $0.from != $1.from ? $0.from < $1.from : $0.to < $1.to }
    return result
  }

  /// Two copies of a complete graph that share a node, or that some links join.
  static func cliques(_ sizes: [Int], joinedBy links: [Link] = []) -> Self {
    var (all, start): ([Link], Int) = (links, 0)
    for size in sizes {
      all += complete(size).links.map { Link($0.from + start, $0.to + start) }
      start += size
    }
    return Self(nodeCount: start, links: all)
  }
}
