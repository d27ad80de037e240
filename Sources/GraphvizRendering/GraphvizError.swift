/// What Graphviz could not do, in its own words and ours.
public enum GraphvizError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text is not DOT; Graphviz's message names the line.
  case unreadable(message: String)
  /// The layout failed, or the engine's plugin is not installed.
  case noLayout(engine: Engine, message: String)
  /// The drawing failed, or the format's plugin is not installed.
  case noImage(format: ImageFormat, message: String)
  /// The library could not be started.
  case unavailable

  public var description: String {
    switch self {
    case .unreadable(let message):
      "Graphviz cannot read the drawing: \(message)"
    case .noLayout(let engine, let message):
      "Graphviz cannot lay the drawing out with “\(engine.rawValue)”: \(message)"
    case .noImage(let format, let message):
      "Graphviz cannot write \(format.rawValue.uppercased()): \(message) "
        + "Check that Graphviz is whole (Debian and Ubuntu: apt-get install --reinstall libgraphviz-dev libgvc6; "
        + "macOS: brew reinstall graphviz)."
    case .unavailable:
      "Graphviz could not be started. Install it again (Debian and Ubuntu: apt-get install libgraphviz-dev; "
        + "macOS: brew install graphviz)."
    }
  }
}
