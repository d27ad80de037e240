import Graphs

extension Row {
  static var roles: [Row] {
    [
      Row("constraint", "Burt's constraint of all nodes; their sum", .unstated) {
        try StructuralHoles().constraint(in: $0)
      } check: {
        $0.sum
      },
      Row("effective size", "Burt's effective size of all nodes; their sum", .unstated) {
        try StructuralHoles().effectiveSize(in: $0)
      } check: {
        $0.sum
      },
    ]
  }
}
