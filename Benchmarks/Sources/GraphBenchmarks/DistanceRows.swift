import Graphs

extension Row {
  static var distances: [Row] {
    [
      Row("distances from one", "from the node with the most links, in links; their sum", .once, on: \.fromHub) {
        ReachableNodes().distances(from: $0.hub, in: $0.graph)
      } check: {
        $0.sum
      },
      Row("distances from one, weighted", "from the node with the most links; their sum", .once, on: \.weightedFromHub)
      {
        WeightedShortestPath().distances(from: $0.hub, in: $0.graph)
      } check: {
        $0.sum
      },
    ]
  }
}
