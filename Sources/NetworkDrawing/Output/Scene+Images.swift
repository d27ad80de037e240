public import GraphvizRendering

extension Scene {
  /// How finely pixel pictures are drawn: enough for print at the page's size.
  static let dotsPerInch = 192

  /// The picture in a format, drawn by Graphviz. Only one picture is drawn at a time; others wait.
  public func image(as format: ImageFormat, with graphviz: Graphviz = .shared) throws(GraphvizError) -> [UInt8] {
    let dot = DOTDocument(self, dotsPerInch: format == .png ? Self.dotsPerInch : nil)
    let bytes = try graphviz.draw(dot.text, engine: .positioned, as: format).bytes
    return switch format {
    case .svg: AccessibleSVG(scene: self).finished(bytes)
    case .pdf: UndatedPDF.bytes(bytes)
    case .png: bytes
    }
  }
}
