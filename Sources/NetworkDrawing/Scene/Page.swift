/// The page that a diagram is made for.
public enum Page: String, Sendable, CaseIterable {
  case a4
  case a4Landscape = "a4-landscape"
  case a3
  case screen

  /// In points.
  public var width: Double {
    switch self {
    case .a4: 595
    case .a4Landscape: 842
    case .a3: 1191
    case .screen: 1280
    }
  }

  /// In points.
  public var height: Double {
    switch self {
    case .a4: 842
    case .a4Landscape: 595
    case .a3: 842
    case .screen: 800
    }
  }

  public var bounds: Rectangle { Rectangle(x: 0, y: 0, width: width, height: height) }

  /// What stays free along the edges.
  static let margin = 24.0
}
