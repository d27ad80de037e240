import Graphs

extension Row {
  static var cohesion: [Row] {
    [
      Row("components", "connected components; how many", .once) {
        Components(of: $0)
      } check: {
        Double($0.count)
      },
      Row("strong components", "of each link as in its line; how many", .once, on: \.directed) {
        StrongComponents(of: $0)
      } check: {
        Double($0.count)
      },
      Row("biconnected components", "parts that no one node holds together; how many", .once) {
        BiconnectedComponents(of: $0)
      } check: {
        Double($0.count)
      },
      Row("cut nodes", "nodes that hold parts together; how many", .once) {
        CutNodes(of: $0)
      } check: {
        Double($0.nodes.count)
      },
      Row("bridges", "links that hold parts together; how many", .once) {
        Bridges(of: $0)
      } check: {
        Double($0.places.count)
      },
      Row("core numbers", "of all nodes; their sum", .once) {
        CoreNumber().scores(in: $0)
      } check: {
        $0.sum
      },
      Row("truss numbers", "of all links; their sum", .unstated) {
        try TrussNumber().scores(in: $0)
      } check: {
        $0.sum
      },
      Row("triangles", "how many", .unstated) {
        try Triangles().count(in: $0)
      } check: {
        Double($0)
      },
      Row("clustering", "of all nodes with two links and more; their average", .unstated) {
        try Clustering().scores(in: $0)
      } check: {
        $0.average
      },
      Row("transitivity", "closed paths of two links, of all", .unstated) {
        try Clustering().transitivity(in: $0)
      } check: {
        $0 ?? 0
      },
      Row("assortativity", "by degree", .once) {
        Assortativity().byDegree(in: $0)
      } check: {
        $0 ?? 0
      },
      Row("triad census", "each line's link; how many transitive triads", .unstated, on: \.directed) {
        try TriadCensus().counts(in: $0)
      } check: { counts in
        TriadCensus.Kind(rawValue: 8).map { Double(counts[$0]) } ?? 0
      },
    ]
  }
}
