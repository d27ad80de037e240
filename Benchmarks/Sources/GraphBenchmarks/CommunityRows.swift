import Graphs

extension Row {
  /// Modularity of groups and the graph.
  private static func modularity(_ found: (Graph, Grouping)) -> Double {
    Quality.modularity().value(of: found.1, in: found.0) ?? 0
  }

  static var communities: [Row] {
    [
      Row("Leiden, two rounds", "groups; their modularity", .unstated, .notSmaller(by: 0.01)) {
        ($0, try Leiden(rounds: .atMost(2)).groups(in: $0))
      } check: {
        modularity($0)
      },
      Row("Leiden until stable", "groups; their modularity", .unstated, .notSmaller(by: 0.002)) {
        ($0, try Leiden().groups(in: $0))
      } check: {
        modularity($0)
      },
      Row("label propagation", "groups; their modularity", .unstated, .notSmaller(by: 0.1)) {
        ($0, try LabelPropagation().groups(in: $0))
      } check: {
        modularity($0)
      },
      Row("modularity", "of sixteen given groups", .once, on: \.grouped) {
        Quality.modularity().value(of: $0.grouping, in: $0.graph)
      } check: {
        $0 ?? 0
      },
    ]
  }
}
