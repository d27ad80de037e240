import Networks

/// The bands of the levels that a picture of gaps needs, one under the other, each with a row for what stands in it and,
/// where a rule's both sides are on one level, a second one.
struct GapBands {
  struct Band {
    let level: Level?
    var bounds: Rectangle
    /// Where the first row's and the second row's things stand.
    var first: ClosedRange<Double>
    var second: ClosedRange<Double>?
  }

  /// How much room things take; less where many levels share a page.
  struct Metrics {
    var padding = 7.0
    /// The room for the numbers on lines, between a bar and what stands beyond it.
    var channel = 26.0
    var gap = 5.0
    /// Of the names in boxes.
    var lineLimit = 6

    static let all = [
      Metrics(), Metrics(padding: 5, channel: 22, gap: 4, lineLimit: 4),
      Metrics(padding: 3, channel: 20, gap: 3, lineLimit: 2),
    ]
  }

  static let titleWidth = 46.0

  private(set) var bands: [Band] = []
  private(set) var bottom: Double

  /// - Parameters:
  ///   - heights: of the rows of each level, in the order of the levels; 0 for no second row.
  ///   - channels: whether lines leave the band's first row upwards and downwards.
  init(
    _ rows: [(level: Level?, first: Double, second: Double, up: Bool, down: Bool)], in room: Rectangle,
    _ metrics: Metrics = Metrics()
  ) {
    var y = room.minY
    for row in rows {
      let top = y
      y += row.up ? metrics.channel : metrics.padding
      let first = y...(y + row.first)
      y = first.upperBound
      var second: ClosedRange<Double>?
      if row.second > 0 {
        second = (y + metrics.channel)...(y + metrics.channel + row.second)
        y += metrics.channel + row.second
      }
      y += row.down ? metrics.channel : metrics.padding
      bands.append(
        Band(
          level: row.level, bounds: Rectangle(x: room.minX, y: top, width: room.width, height: y - top), first: first,
          second: second))
      y += metrics.gap
    }
    bottom = y - metrics.gap
  }

  func band(of level: Level?) -> Band? { bands.first { $0.level == level } }

  func draw(_ words: Vocabularies, _ language: Language, on scene: inout Scene) {
    for (number, band) in bands.enumerated() {
      scene.panels.append(Scene.Panel(bounds: band.bounds, fill: .band, stroke: nil))
      let lines = LineBreaking(
        width: Self.titleWidth - 4, fontSize: 8, isBold: true, lineLimit: min(3, Int(band.bounds.height / 10))
      )
      .lines(of: words.name(of: band.level, in: language))
      scene.nodes.append(
        Scene.Node(
          id: "band-\(number + 1)", role: .heading,
          bounds: Rectangle(
            x: band.bounds.minX + 4, y: band.bounds.midY - Double(lines.count) * 5, width: Self.titleWidth - 4,
            height: Double(lines.count) * 10),
          lines: lines, fontSize: 8, isBold: true, alignment: .leading))
    }
  }

  /// The levels in their order, those without any last.
  static func ordered(_ levels: Set<Level?>, _ words: Vocabularies) -> [Level?] {
    let known = words.levels.filter { levels.contains($0) }
    let others = levels.compactMap(\.self).filter { !words.levels.contains($0) }.sorted()
    return known + others + (levels.contains(nil) ? [nil] : [])
  }
}
