import Graphs

extension Row {
  static var twoMode: [Row] {
    [
      Row("projection", "who shares how many; the links", .unstated, on: \.twoMode, mode: .two) {
        try Projection(weight: .count).projection(of: $0, onto: .first)
      } check: {
        Double($0.graph.linkCount)
      },
      Row("projection, other mode", "which share how many; the links", .unstated, on: \.twoMode, mode: .two) {
        try Projection(weight: .count).projection(of: $0, onto: .second)
      } check: {
        Double($0.graph.linkCount)
      },
      Row("Adamic–Adar", "of all pairs at distance two; their sum", .unstated) { graph in
        var sum = 0.0
        try Likeness(.adamicAdar).forEachPair(in: graph) { for pair in $0 { sum += pair.score } }
        return sum
      } check: {
        $0
      },
      Row("likely links", "the hundred with the highest Adamic–Adar; their sum", .unstated) {
        try Likeness(.adamicAdar).missingLinks(in: $0, count: 100)
      } check: {
        $0.reduce(0) { $0 + $1.score }
      },
    ]
  }
}
