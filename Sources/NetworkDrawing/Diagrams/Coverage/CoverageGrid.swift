import NetworkAnalysis

/// Which rows and columns are shown by themselves and where each stands; the others are folded into one.
struct CoverageGrid {
  /// A row or a column: one of the matrix, or several folded together.
  struct Line {
    let members: [Int]
    let name: String
    let isFold: Bool
    let margin: CoverageMatrix.Margin
  }

  static let marginWidth = 34.0
  private static let leastWidth = 22.0
  private static let leastHeight = 13.4
  private static let mostHeight = 21.0
  private static let headingSize = 7.0
  static let nameSize = 7.6

  let rows: [Line]
  let columns: [Line]
  let headings: [[String]]
  let origin: Point
  let nameWidth: Double
  let columnWidth: Double
  let rowHeight: Double
  /// Every other heading stands above its neighbours, so that it may be twice as wide.
  let isStaggered: Bool
  private let tierHeight: Double
  private let top: Double

  init(_ matrix: CoverageMatrix, rowNames: [String], columnNames: [String], rest: String, room: Rectangle) {
    let widest = rowNames.map { TextMetrics.width($0, size: Self.nameSize) }.max() ?? 0
    nameWidth = min(max(60, widest + 6), room.width * 0.27)
    let margins = 2 * Self.marginWidth + 6
    let width = room.width - nameWidth - margins
    // Half a column on the right for the last heading.
    let columnLimit = max(2, Int(width / Self.leastWidth - 0.5))
    columns = Self.lines(columnNames, matrix.columnMargins, limit: columnLimit, rest: rest) { members in
      CoverageMatrix.margin(of: members.flatMap { column in matrix.rows.indices.map { matrix[$0, column] } })
    }
    let single = min(64, width / Double(columns.count))
    isStaggered = single < 46
    columnWidth = isStaggered ? min(40, width / (Double(columns.count) + 0.5)) : single
    let breaking = LineBreaking(
      width: isStaggered ? columnWidth * 2 - 5 : columnWidth - 4, fontSize: Self.headingSize, lineLimit: 4)
    headings = columns.map { breaking.lines(of: $0.name) }
    tierHeight = Double(headings.map(\.count).max() ?? 1) * Self.headingSize * TextMetrics.lineHeight + 2
    top = room.minY + 2
    let head = tierHeight * (isStaggered ? 2 : 1) + 4
    let height = room.height - head - 6
    let rowLimit = max(2, Int(height / Self.leastHeight) - 1)
    rows = Self.lines(rowNames, matrix.rowMargins, limit: rowLimit, rest: rest) { members in
      CoverageMatrix.margin(of: members.flatMap { row in matrix.columns.indices.map { matrix[row, $0] } })
    }
    rowHeight = min(Self.mostHeight, height / Double(rows.count + 1))
    let used = nameWidth + Double(columns.count) * columnWidth + margins + (isStaggered ? columnWidth / 2 : 0)
    origin = Point(room.minX + max(0, (room.width - used) / 2) + nameWidth, top + head)
  }

  private static func lines(
    _ names: [String], _ margins: [CoverageMatrix.Margin], limit: Int, rest: String,
    margin: ([Int]) -> CoverageMatrix.Margin
  ) -> [Line] {
    var shown = Set(names.indices)
    if names.count > limit {
      let ranked = names.indices.sorted { (margins[$1].strength, $0) < (margins[$0].strength, $1) }
      shown = Set(ranked.prefix(limit - 1))
    }
    var lines = names.indices.filter(shown.contains).map {
      Line(members: [$0], name: names[$0], isFold: false, margin: margins[$0])
    }
    let folded = names.indices.filter { !shown.contains($0) }
    if !folded.isEmpty {
      lines.append(Line(members: folded, name: "\(rest) (\(folded.count))", isFold: true, margin: margin(folded)))
    }
    return lines
  }

  var bottom: Double { origin.y + Double(rows.count + 1) * rowHeight + 4 }
  private var gridWidth: Double { Double(columns.count) * columnWidth }
  private var marginStart: Double { origin.x + gridWidth + 6 + (isStaggered ? columnWidth / 2 : 0) }

  func center(row: Int, column: Int) -> Point {
    Point(origin.x + (Double(column) + 0.5) * columnWidth, origin.y + (Double(row) + 0.5) * rowHeight)
  }

  /// The row, from its name to its totals; the one after the last is that of the totals.
  func band(row: Int) -> Rectangle {
    let extra = row == rows.count ? 4.0 : 0
    return Rectangle(
      x: origin.x - nameWidth, y: origin.y + Double(row) * rowHeight + extra,
      width: marginStart + 2 * Self.marginWidth - origin.x + nameWidth, height: rowHeight)
  }

  func total(row: Int, number: Int) -> Rectangle {
    let band = band(row: row)
    return Rectangle(
      x: marginStart + Double(number) * Self.marginWidth, y: band.minY, width: Self.marginWidth, height: rowHeight)
  }

  func name(row: Int) -> Rectangle {
    let band = band(row: row)
    return Rectangle(x: band.minX + 2, y: band.minY, width: nameWidth - 4, height: rowHeight)
  }

  func heading(column: Int) -> Rectangle {
    let lines = headings[column]
    let height = Double(lines.count) * Self.headingSize * TextMetrics.lineHeight
    let isUpper = isStaggered && column % 2 == 1
    let floor = origin.y - 4 - (isUpper ? tierHeight : 0)
    let width = isStaggered ? columnWidth * 2 - 5 : columnWidth - 4
    return Rectangle(
      x: origin.x + (Double(column) + 0.5) * columnWidth - width / 2, y: floor - height, width: width, height: height)
  }

  /// What leads from an upper heading to its column, between the lower headings.
  func leader(column: Int) -> Rectangle? {
    guard isStaggered, column % 2 == 1 else { return nil }
    let x = origin.x + (Double(column) + 0.5) * columnWidth
    let start = heading(column: column).maxY + 1
    return Rectangle(x: x - 0.05, y: start, width: 0.1, height: origin.y - 2 - start)
  }

  func totalHeading(number: Int) -> Rectangle {
    Rectangle(
      x: marginStart + Double(number) * Self.marginWidth, y: origin.y - 4 - 2 * 8.4, width: Self.marginWidth,
      height: 2 * 8.4)
  }
}
