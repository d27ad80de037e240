import Graphs

extension Row {
  static var spectral: [Row] {
    [
      Row("PageRank", "damping 0.85, within 10⁻⁸; the sum of squares", .unstated) {
        try PageRank(tolerance: 1e-8).scores(in: $0)
      } check: {
        $0.concentration
      },
      Row("eigenvector", "within 10⁻⁸; the sum by the largest", .unstated, .same(within: 1e-3)) {
        try EigenvectorCentrality(tolerance: 1e-8).scores(in: $0)
      } check: {
        $0.sumByLargest
      },
      Row("Katz", "at 0.85 of the limit; the sum by the largest", .unstated, .same(within: 1e-4)) {
        try KatzCentrality(attenuation: .shareOfLimit(0.85), tolerance: 1e-8).scores(in: $0)
      } check: {
        $0.sumByLargest
      },
      Row(
        "HITS", "authorities; the sum by the largest", .unstated, .same(within: 1e-3), on: \.directed
      ) {
        try HITS(tolerance: 1e-8).scores(in: $0)
      } check: {
        $0.authorities.sumByLargest
      },
    ]
  }
}
