/// How Graphviz places what it draws.
public enum Engine: String, Sendable, CaseIterable {
  /// Everything stands where the text says; links without a course are routed. Used for all our diagrams.
  case positioned = "nop2"
  /// Layered, for directed graphs.
  case layered = "dot"
  /// Springs, for small graphs.
  case springs = "neato"
  /// Springs on several scales, for large graphs.
  case largeSprings = "sfdp"
}
