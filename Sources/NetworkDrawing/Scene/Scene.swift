/// A picture before it is drawn: everything has its place on the page, its look, and the name that it is read out as.
public struct Scene: Sendable, Hashable {
  /// What an element is, for readers of the SVG and its style classes.
  public enum Role: String, Sendable, Hashable {
    case actor
    case collaboration
    /// Several actors or collaborations folded into one, counted.
    case group
    /// Where a row and a column of a matrix meet.
    case cell
    case heading
    case text
    case legend
  }

  /// Text lines in a shape, or alone.
  public struct Node: Sendable, Hashable {
    /// Unique in the scene: ASCII letters, digits and hyphens.
    public var id: String
    public var role: Role
    public var bounds: Rectangle
    public var look: Look
    public var lines: [String]
    public var fontSize: Double
    public var isBold: Bool
    public var alignment: Alignment
    public var textColor: Color
    /// What it is read out as; empty for elements that are their text.
    public var name: String

    init(
      id: String, role: Role, bounds: Rectangle, look: Look = .none, lines: [String], fontSize: Double,
      isBold: Bool = false, alignment: Alignment = .centered, textColor: Color = .text, name: String = ""
    ) {
      self.id = id
      self.role = role
      self.bounds = bounds
      self.look = look
      self.lines = lines
      self.fontSize = fontSize
      self.isBold = isBold
      self.alignment = alignment
      self.textColor = textColor
      self.name = name
    }
  }

  public enum Alignment: Sendable, Hashable {
    case leading
    case centered
    case trailing
  }

  /// A line between two nodes along a course of Bézier curves: a start, and three points for each curve.
  public struct Link: Sendable, Hashable {
    public var id: String
    public var from: String
    public var to: String
    public var course: [Point]
    public var look: LinkLook
    /// What it is read out as; empty for a legend's sample.
    public var name: String
  }

  /// A field behind everything.
  public struct Panel: Sendable, Hashable {
    public var bounds: Rectangle
    public var fill: Color
    public var stroke: Color?
  }

  /// An outline behind everything, closed.
  public struct Outline: Sendable, Hashable {
    public var points: [Point]
    public var fill: Color
    public var stroke: Color
  }

  public var page: Page
  /// The page's height, or less where the picture needs less: a report has no use for an empty half page.
  public var height: Double
  public var language: String
  public var title: String
  /// What the picture shows, for those who do not see it.
  public var summary: String
  /// What may be drawn on.
  public var bounds: Rectangle { Rectangle(x: 0, y: 0, width: page.width, height: height) }

  public var panels: [Panel] = []
  public var outlines: [Outline] = []
  public var nodes: [Node] = []
  public var links: [Link] = []

  init(page: Page, language: String, title: String, summary: String = "") {
    self.page = page
    height = page.height
    self.language = language
    self.title = title
    self.summary = summary
  }
}
