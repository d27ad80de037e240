import Graphs

extension Row {
  static var betweenness: [Row] {
    [
      Row("betweenness", "exact betweenness of all nodes; their sum", .onceForEachNode) {
        try Betweenness().scores(in: $0)
      } check: {
        $0.sum
      },
      Row("betweenness of links", "exact betweenness of all links; their sum", .onceForEachNode) {
        try LinkBetweenness().scores(in: $0)
      } check: {
        $0.sum
      },
      Row("betweenness, weighted", "links as long as their weights; their sum", .onceForEachNode, on: \.weighted) {
        try Betweenness(length: .weight).scores(in: $0)
      } check: {
        $0.sum
      },
      Row(
        "betweenness, sampled", "within 0.01 of all pairs, 9 times in 10; the largest", .unstated, .same(within: 0.3)
      ) {
        try SampledBetweenness(error: 0.01, probability: 0.9).scores(in: $0)
      } check: {
        $0.largest
      },
    ]
  }
}
