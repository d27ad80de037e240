import NetworkAnalysis
import Networks

/// All rules in one picture: a column for each, so that no line crosses another. Those that a rule applies to are a bar
/// across its columns, in their band; whom they are to have a link to is a box in its band, above or below; between the
/// two runs a line for each thing that is recorded, with the number of those that it is so for.
struct GapColumns {
  private struct Column {
    /// As the list under the picture numbers them.
    let number: Int
    let outcomes: RuleOutcomes
    let marks: [GapMark]
    var isBelow = false
    var isSameLevel = false
    /// Counted from the left. A column above a bar and one below it can share a place.
    var slot = 0
    var x = 0.0
  }

  private var columns: [Column]
  private let words: Vocabularies
  private let language: Language
  private var slotCount = 0
  private var width = 0.0
  private var metrics = GapBands.Metrics()
  private static let fontSize = 7.2
  /// Of all bars: two rows of numbers, and their names between them.
  private var barHeight = 34.0

  init(_ outcomes: [RuleOutcomes], words: Vocabularies, _ language: Language) {
    self.words = words
    self.language = language
    let levels = GapBands.ordered(Set(outcomes.flatMap { [$0.subjectLevel, $0.counterpartLevel] }), words)
    func rank(_ level: Level?) -> Int { levels.firstIndex(of: level) ?? levels.count }
    // Rules about the same actors stand together, and within them those about the same counterpart.
    var firstOfSubject: [String: Int] = [:]
    var firstOfCounterpart: [String: Int] = [:]
    for (place, outcome) in outcomes.enumerated() {
      let subject = outcome.subjectName + "\(rank(outcome.subjectLevel))"
      if firstOfSubject[subject] == nil { firstOfSubject[subject] = place }
      let key = outcome.subjectName + "\u{1F}" + outcome.counterpartName
      if firstOfCounterpart[key] == nil { firstOfCounterpart[key] = place }
    }
    func key(_ place: Int) -> (Int, Int, Int, Int) {
      let outcome = outcomes[place]
      return (
        firstOfSubject[outcome.subjectName + "\(rank(outcome.subjectLevel))"] ?? 0, rank(outcome.counterpartLevel),
        firstOfCounterpart[outcome.subjectName + "\u{1F}" + outcome.counterpartName] ?? 0, place
      )
    }
    columns = outcomes.indices.sorted { key($0) < key($1) }.map { place in
      let outcome = outcomes[place]
      var column = Column(
        number: place + 1, outcomes: outcome, marks: GapMark.allCases.filter { !outcome.answers($0).isEmpty })
      column.isSameLevel = outcome.subjectLevel == outcome.counterpartLevel
      column.isBelow = column.isSameLevel || rank(outcome.counterpartLevel) > rank(outcome.subjectLevel)
      return column
    }
    takePlaces()
  }

  /// Each bar's columns side by side, those above it and those below it each from its left end.
  private mutating func takePlaces() {
    var start = 0
    for bar in bars() {
      var (above, below) = (start, start)
      for place in bar {
        columns[place].slot = columns[place].isBelow ? below : above
        if columns[place].isBelow { below += 1 } else { above += 1 }
      }
      start = max(above, below)
    }
    slotCount = start
  }

  private func bars() -> [Range<Int>] {
    runs {
      $0.outcomes.subjectName == $1.outcomes.subjectName && $0.outcomes.subjectLevel == $1.outcomes.subjectLevel
    }
  }

  /// Columns next to each other whose box is one.
  private func boxes() -> [Range<Int>] {
    runs { first, second in
      first.outcomes.subjectName == second.outcomes.subjectName
        && first.outcomes.counterpartName == second.outcomes.counterpartName
        && first.outcomes.counterpartLevel == second.outcomes.counterpartLevel && first.isBelow == second.isBelow
    }
  }

  private func runs(_ belongTogether: (Column, Column) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for place in columns.indices {
      if let last = runs.last, belongTogether(columns[last.lowerBound], columns[place]) {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }

  private func bounds(of run: Range<Int>) -> (x: Double, width: Double) {
    (columns[run.lowerBound].x + 2, Double(run.count) * width - 4)
  }

  private func lines(of run: Range<Int>) -> [String] {
    let outcomes = columns[run.lowerBound].outcomes
    let inset = outcomes.counterpartLook.shape.textInset
    return LineBreaking(
      width: bounds(of: run).width - inset, fontSize: Self.fontSize,
      lineLimit: run.count > 1 ? min(3, metrics.lineLimit) : metrics.lineLimit
    )
    .lines(of: outcomes.counterpartName)
  }

  private func height(of run: Range<Int>) -> Double {
    Double(lines(of: run).count) * Self.fontSize * TextMetrics.lineHeight
      + columns[run.lowerBound].outcomes.counterpartLook.shape.heightInset + 4
  }

  /// Where the picture ends, as roomy as it can be without coming below the height.
  mutating func bottom(in room: Rectangle, above limit: Double) -> Double {
    var bottom = 0.0
    for metrics in GapBands.Metrics.all {
      self.metrics = metrics
      bottom = laidOut(in: room).bands.bottom
      if bottom <= limit { break }
    }
    return bottom
  }

  private mutating func laidOut(in room: Rectangle) -> (bands: GapBands, boxes: [Range<Int>], bars: [Range<Int>]) {
    let left = room.minX + GapBands.titleWidth + 4
    width = min(120, (room.maxX - 4 - left) / Double(max(1, slotCount)))
    for place in columns.indices { columns[place].x = left + Double(columns[place].slot) * width }
    let boxes = boxes()
    let bars = bars()
    barHeight = 24 + 10 * Double(bars.map { barLines($0).count }.max() ?? 1)
    return (bands(boxes, in: room), boxes, bars)
  }

  /// Draws into the room as ``bottom(in:above:)`` found best, and gives where the picture ends.
  mutating func draw(in room: Rectangle, on scene: inout Scene) -> Double {
    let (bands, boxes, bars) = laidOut(in: room)
    bands.draw(words, language, on: &scene)
    for (number, run) in bars.enumerated() { drawBar(run, number + 1, bands, on: &scene) }
    for (number, run) in boxes.enumerated() { drawBox(run, number + 1, bands, on: &scene) }
    for (number, bar) in bars.enumerated() {
      for place in bar {
        guard let box = boxes.firstIndex(where: { $0.contains(place) }) else { continue }
        drawLines(place, bar: number + 1, box: box + 1, height: height(of: boxes[box]), bands, on: &scene)
      }
    }
    return bands.bottom
  }

  private func bands(_ boxes: [Range<Int>], in room: Rectangle) -> GapBands {
    var first: [Level?: Double] = [:]
    var second: [Level?: Double] = [:]
    var up: Set<Level?> = []
    var down: Set<Level?> = []
    for column in columns {
      let level = column.outcomes.subjectLevel
      first[level] = max(first[level, default: 0], barHeight)
      if column.isSameLevel { continue }
      if column.isBelow { down.insert(level) } else { up.insert(level) }
    }
    for run in boxes {
      let column = columns[run.lowerBound]
      let level = column.outcomes.counterpartLevel
      if column.isSameLevel {
        second[level] = max(second[level, default: 0], height(of: run))
      } else {
        first[level] = max(first[level, default: 0], height(of: run))
      }
    }
    let levels = GapBands.ordered(Set(first.keys).union(second.keys), words)
    return GapBands(
      levels.map { level in
        (level, first[level, default: 0], second[level, default: 0], up.contains(level), down.contains(level))
      }, in: room, metrics)
  }

  private func barBounds(_ run: Range<Int>) -> (x: Double, width: Double) {
    let slots = run.map { columns[$0].slot }
    let first = slots.min() ?? 0
    let x = columns[run.lowerBound].x + Double(first - columns[run.lowerBound].slot) * width + 2
    return (x, Double((slots.max() ?? first) - first + 1) * width - 4)
  }

  private func barLines(_ run: Range<Int>) -> [String] {
    LineBreaking(width: barBounds(run).width - 8, fontSize: 8, isBold: true, lineLimit: 3)
      .lines(of: columns[run.lowerBound].outcomes.subjectName)
  }

  /// Those that rules apply to, across the rules' columns; the rules' numbers stand where their lines leave.
  private func drawBar(_ run: Range<Int>, _ number: Int, _ bands: GapBands, on scene: inout Scene) {
    guard let band = bands.band(of: columns[run.lowerBound].outcomes.subjectLevel) else { return }
    let (x, barWidth) = barBounds(run)
    let middle = (band.first.lowerBound + band.first.upperBound) / 2
    let bounds = Rectangle(x: x, y: middle - barHeight / 2, width: barWidth, height: barHeight)
    scene.panels.append(Scene.Panel(bounds: bounds, fill: .white, stroke: .frame))
    let name = columns[run.lowerBound].outcomes.subjectName
    let lines = barLines(run)
    scene.nodes.append(
      Scene.Node(
        id: "frame-\(number)", role: .group,
        bounds: Rectangle(center: bounds.center, width: barWidth - 8, height: Double(lines.count) * 10), lines: lines,
        fontSize: 8,
        isBold: true, name: name))
    for place in run {
      let column = columns[place]
      scene.nodes.append(
        Scene.Node(
          id: "rule-\(column.number)", role: .text,
          bounds: Rectangle(
            center: Point(column.x + width / 2, column.isBelow ? bounds.maxY - 6.5 : bounds.minY + 6.5),
            width: width - 6,
            height: 10),
          lines: [String(column.number)], fontSize: 7.2, isBold: true, textColor: .quietText,
          name: Phrase(sv: "Regel \(column.number)", en: "Rule \(column.number)").text(in: language) + ": "
            + column.outcomes.rule.title(in: language)))
    }
  }

  private func drawBox(_ run: Range<Int>, _ number: Int, _ bands: GapBands, on scene: inout Scene) {
    let column = columns[run.lowerBound]
    let outcomes = column.outcomes
    guard let place = boxRange(column, height(of: run), bands) else { return }
    let (x, boxWidth) = bounds(of: run)
    scene.nodes.append(
      Scene.Node(
        id: "counterpart-\(number)", role: .actor,
        bounds: Rectangle(x: x, y: place.lowerBound, width: boxWidth, height: place.upperBound - place.lowerBound),
        look: outcomes.counterpartLook, lines: lines(of: run), fontSize: Self.fontSize,
        name: "\(outcomes.counterpartName), \(words.name(of: outcomes.counterpartLevel, in: language).lowercased())"))
  }

  private func boxRange(_ column: Column, _ height: Double, _ bands: GapBands) -> ClosedRange<Double>? {
    guard let band = bands.band(of: column.outcomes.counterpartLevel) else { return nil }
    let range = column.isSameLevel ? band.second ?? band.first : band.first
    let middle = (range.lowerBound + range.upperBound) / 2
    // What stands below its bar hangs from the upper edge, so that the lines are short.
    let top = column.isSameLevel ? range.lowerBound : middle - height / 2
    return top...(top + height)
  }

  private func drawLines(
    _ place: Int, bar: Int, box: Int, height: Double, _ bands: GapBands, on scene: inout Scene
  ) {
    let column = columns[place]
    guard let band = bands.band(of: column.outcomes.subjectLevel), let target = boxRange(column, height, bands) else {
      return
    }
    let middle = (band.first.lowerBound + band.first.upperBound) / 2
    let start = column.isBelow ? middle + barHeight / 2 : middle - barHeight / 2
    let end = column.isBelow ? target.lowerBound : target.upperBound
    let spacing = min(17, (width - 4) / Double(column.marks.count))
    let first = column.x + width / 2 - spacing * Double(column.marks.count) / 2 + 2
    for (strand, mark) in column.marks.enumerated() {
      let x = first + Double(strand) * spacing
      let (from, to) = (Point(x, start), Point(x, end))
      let step = (to - from) * (1.0 / 3)
      let id = "link-\(column.number)-\(strand + 1)"
      scene.links.append(
        Scene.Link(
          id: id, from: "frame-\(bar)", to: "counterpart-\(box)", course: [from, from + step, to - step, to],
          look: mark.look,
          name: spoken(column, mark)))
      scene.nodes.append(
        Scene.Node(
          id: "\(id)-count", role: .text,
          bounds: Rectangle(x: x + 1.5, y: column.isBelow ? start + 7 : start - 17, width: spacing - 2, height: 10),
          lines: [mark.sign + String(column.outcomes.answers(mark).count)], fontSize: 7, isBold: mark != .met,
          alignment: .leading))
    }
  }

  private func spoken(_ column: Column, _ mark: GapMark) -> String {
    let rule = Phrase(sv: "Regel \(column.number)", en: "Rule \(column.number)").text(in: language)
    let count = column.outcomes.answers(mark).count
    return "\(rule), \(column.outcomes.rule.title(in: language)): \(mark.name.text(in: language)), "
      + Phrase(
        sv: "\(count) av \(column.outcomes.answers.count)", en: "\(count) of \(column.outcomes.answers.count)"
      ).text(in: language)
  }
}
