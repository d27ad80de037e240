import Graphs

extension Row {
  static var spectral: [Row] {
    [
      Row("PageRank", "damping 0.85, within 10⁻⁸; the sum of squares", .unstated) {
        try PageRank(tolerance: 1e-8).scores(in: $0)
      } check: {
        $0.concentration
      }
    ]
  }
}
