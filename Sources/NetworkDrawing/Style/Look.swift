/// How a node is drawn.
public struct Look: Sendable, Hashable {
  public enum Shape: String, Sendable, Hashable {
    /// Nothing but the text.
    case none
    case box
    case deepBox
    case thickBox
    case rounded
    case hexagon
    case octagon
    case note
    case component
    case ellipse
    case circle
    /// A circle of which only one half is filled.
    case half
    case diamond
    case triangle
    case folder
    case slanted
    case cylinder

    /// How much of its width the shape keeps from text.
    var textInset: Double {
      switch self {
      case .none: 0
      case .box, .thickBox, .rounded, .note, .deepBox, .folder, .cylinder: 6
      case .octagon, .component: 12
      case .slanted: 14
      case .hexagon, .ellipse, .circle, .half, .diamond, .triangle: 16
      }
    }

    /// How much of its height the shape keeps from text.
    var heightInset: Double {
      switch self {
      case .cylinder: 13
      case .folder: 8
      default: 5
      }
    }
  }

  public var shape: Shape
  public var fill: Color
  public var stroke: Color
  /// How the outline is drawn.
  public var outline = LinkLook.Line.solid

  static let none = Look(shape: .none, fill: .white, stroke: .white)
}

/// How a link is drawn.
public struct LinkLook: Sendable, Hashable {
  public enum Line: String, Sendable, Hashable {
    case solid
    case dashed
    case dotted
  }

  public enum End: String, Sendable, Hashable {
    case none
    case normal
    case vee
    case diamond = "odiamond"
    case tee
    case dot

    /// In points, at the size that links are drawn with.
    var length: Double {
      switch self {
      case .none: 0
      case .normal, .vee: 5
      case .diamond: 6
      case .tee: 1.5
      case .dot: 4
      }
    }
  }

  public var color: Color
  public var line: Line
  public var width: Double
  /// What stands where the link arrives.
  public var head: End
  /// What stands where the link leaves.
  public var tail: End = .none

  /// Wider the more links it stands for, by their order of magnitude.
  func weighing(_ count: Int) -> LinkLook {
    var look = self
    var rest = Double(count)
    look.width = 1.1
    while rest >= 3 {
      look.width += 0.45
      rest /= 3
    }
    return look
  }
}
