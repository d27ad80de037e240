import Graphs

extension Row {
  static var distances: [Row] {
    [
      Row("closeness", "exact, within components; the sum", .onceForEachNode) {
        try Closeness(convention: .withinComponent).scores(in: $0)
      } check: {
        $0.sum
      },
      Row("harmonic closeness", "exact, as means over the others; the sum", .onceForEachNode) {
        try HarmonicCloseness(scaling: .mean).scores(in: $0)
      } check: {
        $0.sum
      },
      Row("eccentricity", "of all nodes, within components; the sum", .onceForEachNode) {
        try Eccentricity().scores(in: $0)
      } check: {
        $0.sum
      },
      Row("ten closest", "the ten with the highest closeness; their sum", .unstated) {
        try MostCentral(10).places(in: $0)
      } check: {
        $0.reduce(0) { $0 + $1.value }
      },
      Row("ten closest, harmonic", "the ten with the highest harmonic closeness; their sum", .unstated) {
        try MostCentral(10, by: .harmonicCloseness(HarmonicCloseness())).places(in: $0)
      } check: {
        $0.reduce(0) { $0 + $1.value }
      },
      Row("average distance", "over all pairs with a way between them", .onceForEachNode) {
        try DistanceProfiles(of: $0)
      } check: {
        $0.averageDistance ?? 0
      },
      Row("diameter", "of the largest component", .unstated) {
        try Diameter().result(of: $0)
      } check: {
        Double($0?.diameter ?? 0)
      },
      Row("distances from one", "from the node with the most links, in links; their sum", .once, on: \.fromHub) {
        BreadthFirstSearch().distances(from: $0.hub, in: $0.graph)
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
