import Networks

/// Gives the boxes of a ring picture their places: columns that bend around the middle like brackets, wide enough apart
/// for links to pass.
struct RingLayout {
  struct Metrics {
    var fontSize = 7.3
    var centreFontSize = 10.0
    var lineLimit = 3
    /// The least space between two boxes of a column.
    var gap = 5.5
  }

  let bounds: [Rectangle]
  let lines: [[String]]
  /// The boxes of each column, for links to find their way between them.
  let columns: [[Int]]
  /// How high the fullest column is with comfortable gaps.
  let comfortableHeight: Double
  let metrics: Metrics

  /// How many boxes of three lines a column of the height holds.
  static func capacity(height: Double, metrics: Metrics = Metrics()) -> Int {
    max(1, Int((height + metrics.gap) / (boxHeight(lines: 2, metrics) + metrics.gap)))
  }

  private static func boxHeight(lines: Int, _ metrics: Metrics) -> Double {
    Double(lines) * metrics.fontSize * TextMetrics.lineHeight + 5
  }

  init(_ plan: RingPlan, cast: Cast, room: Rectangle, metrics: Metrics = Metrics()) {
    self.metrics = metrics
    columns = plan.columns
    let half = room.width / 2
    let hasOuter = !plan.columns[0].isEmpty || !plan.columns[4].isEmpty
    // Shares of half the width: the middle, the rings, and the free space between them for the links.
    let innerWidth = hasOuter ? half * 0.33 : half * 0.42
    let outerWidth = half * 0.315
    let centreWidth = min(half * 0.36, 130)
    let innerOffset = hasOuter ? half * 0.43 : half * 0.74
    let outerOffset = half - outerWidth / 2 - 1
    let bend = hasOuter ? half * 0.075 : half * 0.1

    var bounds = [Rectangle](repeating: Rectangle(x: 0, y: 0, width: 0, height: 0), count: plan.cells.count)
    var lines = [[String]](repeating: [], count: plan.cells.count)
    var comfortableHeight = 0.0
    for column in RingPlan.Column.allCases {
      let cells = plan.columns[column.rawValue]
      guard !cells.isEmpty else { continue }
      let isCentre = column == .centre
      let width = isCentre ? centreWidth : column == .innerLeft || column == .innerRight ? innerWidth : outerWidth
      let fontSize = isCentre ? metrics.centreFontSize : metrics.fontSize
      for cell in cells {
        let content = plan.cells[cell]
        let shape = Self.shape(content, cast)
        lines[cell] = Self.lines(
          content, cast,
          LineBreaking(
            width: width - shape.textInset, fontSize: fontSize, isBold: isCentre,
            lineLimit: isCentre ? 4 : metrics.lineLimit))
      }
      func height(_ cell: Int) -> Double {
        let text = Double(lines[cell].count) * fontSize * TextMetrics.lineHeight
        guard isCentre else { return text + Self.shape(plan.cells[cell], cast).heightInset }
        // Tall enough that the links that end there can be told apart.
        let share = room.height * 0.5 / Double(cells.count)
        return min(max(text + 16, Double(plan.busiestSide(of: cell)) * 5 + 10), max(text + 16, share))
      }
      var free = room.height - cells.reduce(0) { $0 + height($1) }
      // What does not fit at three lines a box is set in fewer.
      var limit = metrics.lineLimit - 1
      while free < metrics.gap * Double(cells.count - 1), limit >= 1, !isCentre {
        for cell in cells {
          let content = plan.cells[cell]
          let shape = Self.shape(content, cast)
          lines[cell] = Self.lines(
            content, cast, LineBreaking(width: width - shape.textInset, fontSize: fontSize, lineLimit: limit))
        }
        free = room.height - cells.reduce(0) { $0 + height($1) }
        limit -= 1
      }
      comfortableHeight = max(
        comfortableHeight, cells.reduce(0) { $0 + height($1) + (isCentre ? 60 : 30) })
      let gap = min(isCentre ? 90 : 44, max(2, free / Double(max(1, cells.count + (isCentre ? 1 : 0)))))
      let total = cells.reduce(-gap) { $0 + height($1) + gap }
      var y = room.midY - total / 2
      for cell in cells {
        let share = (y + height(cell) / 2 - room.midY) / (room.height / 2)
        let curve = bend * share * share
        let x =
          switch column {
          case .outerLeft: room.midX - outerOffset + curve
          case .innerLeft: room.midX - innerOffset + curve
          case .centre: room.midX
          case .innerRight: room.midX + innerOffset - curve
          case .outerRight: room.midX + outerOffset - curve
          }
        bounds[cell] = Rectangle(
          center: Point(x, y + height(cell) / 2), width: width, height: height(cell))
        y += height(cell) + gap
      }
    }
    self.bounds = bounds
    self.lines = lines
    self.comfortableHeight = comfortableHeight
  }

  private static func shape(_ cell: RingPlan.Cell, _ cast: Cast) -> Look.Shape {
    cell.isFold ? .box : cast.items[cell.items[0]].family.look.shape
  }

  /// The name, and below it what is said of it.
  private static func lines(_ cell: RingPlan.Cell, _ cast: Cast, _ breaking: LineBreaking) -> [String] {
    guard cell.isFold else {
      let name = cast.items[cell.items[0]].name
      if cell.suffix.isEmpty { return breaking.lines(of: name) }
      var shorter = breaking
      shorter.lineLimit = max(1, breaking.lineLimit - 1)
      return shorter.lines(of: name) + [cell.suffix]
    }
    let isCollaboration = cast.items[cell.items[0]].isCollaboration
    let count = isCollaboration ? Phrase.collaborations(cell.items.count) : Phrase.actors(cell.items.count)
    return breaking.lines(of: "+" + count.text(in: cast.language))
  }
}
