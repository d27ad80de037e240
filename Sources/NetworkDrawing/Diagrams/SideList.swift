/// Lists in small print beside or below a picture, by heading. Each gets its share of the lines that there is room for;
/// what is left out is counted.
struct SideList {
  let sections: [(heading: String, entries: [String])]
  /// What the ids of its lines begin with.
  let prefix: String
  /// How many lines an entry may take.
  var lineLimit = 2
  /// What stands for so many entries that there is no room for.
  let rest: (Int) -> String

  static let fontSize = 7.0
  static let lineHeight = 8.6

  struct Placed {
    let isBelow: Bool
    let height: Double
    fileprivate let bounds: Rectangle
    fileprivate let columns: [[Line]]
    /// Where the room ends, if the picture takes more of it than it was to.
    fileprivate let end: Double
    fileprivate let prefix: String

    /// - Parameter bottom: of the picture, which the list stands below if it does not stand beside it.
    func draw(below bottom: Double, on scene: inout Scene) {
      var number = 0
      let top = isBelow ? bottom + 8 : bounds.minY
      let width = bounds.width / Double(max(1, columns.count))
      for (place, column) in columns.enumerated() {
        for (row, line) in column.enumerated()
        where !line.text.isEmpty && top + Double(row + 1) * SideList.lineHeight <= end + 0.1 {
          number += 1
          scene.nodes.append(
            Scene.Node(
              id: "\(prefix)-\(number)", role: line.isHeading ? .heading : .text,
              bounds: Rectangle(
                x: bounds.minX + Double(place) * width, y: top + Double(row) * SideList.lineHeight, width: width - 8,
                height: SideList.lineHeight),
              lines: [line.text], fontSize: SideList.fontSize, isBold: line.isHeading, alignment: .leading))
        }
      }
    }
  }

  fileprivate struct Line {
    let text: String
    var isHeading = false
  }

  /// The room for the picture and the list that stands in the rest: two columns below it, or one beside it.
  func divided(_ room: Rectangle, isBelow: Bool) -> (picture: Rectangle, list: Placed) {
    let columnCount = isBelow ? 2 : 1
    let width = isBelow ? room.width : min(300, room.width * 0.3)
    let most = Int((isBelow ? room.height * 0.24 : room.height) / Self.lineHeight)
    let columns = columns(count: columnCount, width: width / Double(columnCount) - 9, most: most)
    let height = Double(columns.map(\.count).max() ?? 0) * Self.lineHeight
    var picture = room
    if isBelow { picture.height -= height + 8 } else { picture.width -= width + 8 }
    let bounds = Rectangle(x: isBelow ? room.minX : picture.maxX + 8, y: room.minY, width: width, height: height)
    return (
      picture,
      Placed(isBelow: isBelow, height: height, bounds: bounds, columns: columns, end: room.maxY, prefix: prefix)
    )
  }

  /// The list in columns below a picture that is drawn already.
  func placed(below bottom: Double, in room: Rectangle, columnCount: Int) -> Placed {
    let most = max(1, Int((room.maxY - bottom - 8) / Self.lineHeight))
    let columns = columns(count: columnCount, width: room.width / Double(columnCount) - 9, most: most)
    let height = Double(columns.map(\.count).max() ?? 0) * Self.lineHeight
    let bounds = Rectangle(x: room.minX, y: bottom + 8, width: room.width, height: height)
    return Placed(isBelow: true, height: height, bounds: bounds, columns: columns, end: room.maxY, prefix: prefix)
  }

  private func columns(count: Int, width: Double, most: Int) -> [[Line]] {
    let breaking = LineBreaking(width: width, fontSize: Self.fontSize, lineLimit: lineLimit)
    let headings = LineBreaking(width: width, fontSize: Self.fontSize, isBold: true, lineLimit: 1)
    let all = sections.map { $0.entries.map { breaking.lines(of: $0) } }
    let capacity = max(4 * max(1, sections.count), most * count - count)
    let total = all.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } + 1 }
    var lines: [Line] = []
    for (section, entries) in zip(sections, all) {
      let needed = entries.reduce(1) { $0 + $1.count }
      let share = total <= capacity ? needed : max(3, capacity * needed / total)
      lines.append(Line(text: headings.lines(of: section.heading)[0], isHeading: true))
      var used = 1
      for (place, entry) in entries.enumerated() {
        let isLast = place + 1 == entries.count
        if used + entry.count + (isLast ? 0 : 1) > share {
          lines.append(Line(text: rest(entries.count - place)))
          break
        }
        lines += entry.map { Line(text: $0) }
        used += entry.count
      }
    }
    // A heading does not stand last in its column.
    var perColumn = max(1, (lines.count + count - 1) / count)
    while true {
      let columns = Self.divided(lines, perColumn)
      if columns.count <= count || perColumn >= lines.count { return columns }
      perColumn += 1
    }
  }

  private static func divided(_ lines: [Line], _ perColumn: Int) -> [[Line]] {
    var columns: [[Line]] = []
    var rest = lines[...]
    while !rest.isEmpty {
      var end = min(rest.startIndex + perColumn, rest.endIndex)
      while end < rest.endIndex, end - rest.startIndex > 1, lines[end - 1].isHeading { end -= 1 }
      columns.append(Array(rest[..<end]))
      rest = rest[end...]
    }
    return columns
  }
}
