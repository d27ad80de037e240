/// The ties of a graph without their direction: between two nodes one tie, as strong as all links between them either
/// way together (a_ij + a_ji), and none from a node to itself. Without weights each link is 1; of an undirected graph a
/// link counts once.
struct MutualTies: Sendable {
  let starts: [Int]
  let targets: [Int32]
  /// As many as `targets`, or none if all are equally strong.
  let strengths: [Double]?

  /// - Complexity: O(n + m); nothing is copied of an undirected simple graph without weights.
  init(_ graph: Graph) {
    if graph.direction == .undirected, graph.isSimple {
      starts = graph.outgoing.starts
      targets = graph.outgoing.targets
      strengths = graph.outgoing.weights?.map { Double($0) }
      return
    }
    var starts = [0]
    var targets: [Int32] = []
    var strengths: [Double] = []
    starts.reserveCapacity(graph.nodeCount + 1)
    graph.withRows { outgoing, incoming in
      let both = graph.direction == .directed
      for node in 0..<outgoing.nodeCount {
        var (out, back) = (outgoing.start(node), both ? incoming.start(node) : 0)
        let (outEnd, backEnd) = (outgoing.end(node), both ? incoming.end(node) : 0)
        while out < outEnd || back < backEnd {
          let first = out < outEnd ? outgoing.targets[out] : .max
          let second = back < backEnd ? incoming.targets[back] : .max
          let target = min(first, second)
          var strength = 0.0
          while out < outEnd, outgoing.targets[out] == target {
            strength += outgoing.weight(out)
            out += 1
          }
          while back < backEnd, incoming.targets[back] == target {
            strength += incoming.weight(back)
            back += 1
          }
          if Int(target) == node { continue }
          targets.append(target)
          strengths.append(strength)
        }
        starts.append(targets.count)
      }
    }
    self.starts = starts
    self.targets = targets
    let isEven = strengths.allSatisfy { $0 == strengths[0] }
    self.strengths = isEven ? nil : strengths
  }

  var nodeCount: Int { starts.count - 1 }

  func degree(_ node: Int) -> Int { starts[node + 1] - starts[node] }

  /// Ranges of nodes with about equally many ties, which do not depend on the number of cores.
  var pieces: [Range<Int>] {
    let size = max(2048, targets.count / 256)
    var pieces: [Range<Int>] = []
    var first = 0
    while first < nodeCount {
      var end = first + 1
      while end < nodeCount, starts[end] - starts[first] + (end - first) < size { end += 1 }
      pieces.append(first..<end)
      first = end
    }
    return pieces
  }
}
