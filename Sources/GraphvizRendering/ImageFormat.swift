/// What Graphviz can write a drawing as.
public enum ImageFormat: String, Sendable, CaseIterable {
  case svg
  case pdf
  case png

  /// The name of Graphviz's own device for it; PDF and PNG are drawn by Cairo, which embeds and hints the font.
  var device: String {
    switch self {
    case .svg: "svg:svg:core"
    case .pdf: "pdf:cairo:cairo"
    case .png: "png:cairo:cairo"
    }
  }
}
