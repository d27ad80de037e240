import Networks

/// Gives the bands, frames and boxes of a levels diagram their places: frames stand beside each other on shelves,
/// their boxes in rows that all frames of a shelf share, so that links can pass between them.
struct BandLayout {
  struct Metrics {
    var cellWidth = 69.0
    var fontSize = 7.0
    var lineLimit = 2
    var gap = 7.0
    var rowGap = 5.0
    var padding = 4.0
    var frameTitleHeight = 11.0
    /// The column on the left where the levels are named.
    var bandTitleWidth = 54.0
    /// What stays free between two shelves for links.
    var channel = 15.0
  }

  let metrics: Metrics
  let isFramed: Bool
  private(set) var contents: BandContents
  /// One panel a band.
  private(set) var bandBounds: [Rectangle] = []
  /// Where the rows of boxes stand, from top to bottom.
  private(set) var rowBounds: [ClosedRange<Double>] = []
  /// Where the shelves of frames stand, from top to bottom; without frames each row is a shelf.
  private(set) var shelves: [Shelf] = []

  /// How far links between boxes of one shelf may reach below it.
  var arcRoom: Double { min(metrics.channel * 0.7, 22) }

  /// What stands side by side and is in the way of links from above to below.
  struct Shelf {
    let height: ClosedRange<Double>
    let boxes: [ClosedRange<Double>]
    /// The rows of boxes on it.
    let rows: Range<Int>
  }
  private(set) var height = 0.0

  init(
    _ contents: BandContents, cast: Cast, room: Rectangle, metrics: Metrics, isFramed: Bool, known: BrokenLines
  ) {
    self.contents = contents
    self.metrics = metrics
    self.isFramed = isFramed
    for band in self.contents.bands.indices {
      for frame in self.contents.bands[band].indices {
        for cell in self.contents.bands[band][frame].cells.indices {
          let box = self.contents.bands[band][frame].cells[cell]
          let item = cast.items[box.items[0]]
          let text = box.isFold ? box.lines[0] : (item.change?.prefix ?? "") + item.name
          let look = box.isFold ? Look.Shape.box : cast.items[box.items[0]].family.look.shape
          let breaking = LineBreaking(
            width: metrics.cellWidth - look.textInset, fontSize: metrics.fontSize, lineLimit: metrics.lineLimit)
          self.contents.bands[band][frame].cells[cell].lines = known.lines(of: text, with: breaking)
          self.contents.bands[band][frame].cells[cell].heightInset = look.heightInset
        }
      }
    }
    place(in: room)
  }

  /// How many more boxes each frame could hold without growing, by band and frame.
  var vacancies: [[Int]] {
    contents.bands.map { band in
      band.map { frame in
        guard isFramed, frame.cells.contains(where: \.isFold) else { return 0 }
        let columns = max(
          1, Int((frame.bounds.width - 2 * metrics.padding + metrics.gap) / (metrics.cellWidth + metrics.gap) + 0.01))
        let rows = shelves.first { $0.height.contains(frame.bounds.midY) }?.rows.count ?? 1
        return max(0, rows * columns - frame.cells.count)
      }
    }
  }

  /// Spreads what height is left over between the shelves.
  mutating func stretch(to room: Rectangle) {
    let spare = room.height - height
    guard spare > 0, !rowBounds.isEmpty else { return }
    var relaxed = metrics
    relaxed.channel += min(spare / Double(max(1, isFramed ? shelves.count : rowBounds.count)), isFramed ? 46 : 60)
    self = BandLayout(placed: contents, metrics: relaxed, isFramed: isFramed, room: room)
  }

  private init(placed contents: BandContents, metrics: Metrics, isFramed: Bool, room: Rectangle) {
    self.contents = contents
    self.metrics = metrics
    self.isFramed = isFramed
    place(in: room)
  }

  /// The part of the page's width that boxes may stand in.
  private func shelfRoom(_ room: Rectangle) -> Rectangle {
    Rectangle(
      x: room.minX + metrics.bandTitleWidth, y: room.minY,
      width: room.width - metrics.bandTitleWidth - metrics.padding, height: room.height)
  }

  private mutating func place(in room: Rectangle) {
    bandBounds = []
    rowBounds = []
    shelves = []
    var y = room.minY
    for band in contents.bands.indices {
      let top = y
      y += metrics.padding
      let plans = plan(contents.bands[band], width: shelfRoom(room).width)
      for (number, shelf) in plans.enumerated() {
        if number > 0 { y += metrics.channel }
        y = place(shelf, band: band, at: y, room: room)
      }
      y += metrics.padding
      // Links between boxes of the lowest shelf pass below it.
      if band + 1 == contents.bands.count { y += arcRoom }
      bandBounds.append(Rectangle(x: room.minX, y: top, width: room.width, height: y - top))
      y += band + 1 < contents.bands.count ? metrics.channel : 0
    }
    height = y - room.minY
  }

  /// A shelf to be: which frames stand on it, and how many rows of boxes they have at most.
  private struct ShelfPlan {
    var frames: Range<Int>
    var rows: Int
  }

  /// Puts the frames on one or two shelves, whichever is lower; more where even the narrowest frames ask for it.
  private func plan(_ frames: [BandFrame], width: Double) -> [ShelfPlan] {
    func rows(_ range: Range<Int>) -> Int? {
      let longest = frames[range].map(\.cells.count).max() ?? 1
      return (1...max(1, longest)).first { rows in frameWidth(frames[range], rows: rows) <= width }
    }
    if !isFramed {
      let perRow = max(1, Int((width + metrics.gap) / (metrics.cellWidth + metrics.gap)))
      return [
        ShelfPlan(frames: 0..<frames.count, rows: (frames.map(\.cells.count).max() ?? 1 + perRow - 1) / perRow + 1)
      ]
    }
    var best: (shelves: [ShelfPlan], height: Double)?
    func consider(_ ranges: [Range<Int>]) {
      var shelves: [ShelfPlan] = []
      for range in ranges where !range.isEmpty {
        guard let rows = rows(range) else { return }
        shelves.append(ShelfPlan(frames: range, rows: rows))
      }
      let height = shelves.reduce(0.0) { $0 + Double($1.rows) * 26 + metrics.channel + 16 }
      if height < best?.height ?? .infinity { best = (shelves, height) }
    }
    consider([0..<frames.count])
    for cut in 1..<max(2, frames.count) { consider([0..<cut, cut..<frames.count]) }
    if best == nil {
      var ranges: [Range<Int>] = []
      var start = 0
      for end in 1...frames.count where end == frames.count || rows(start..<(end + 1)) == nil {
        ranges.append(start..<end)
        start = end
      }
      consider(ranges)
    }
    return best?.shelves ?? frames.indices.map { ShelfPlan(frames: $0..<($0 + 1), rows: frames[$0].cells.count) }
  }

  private func columns(of frame: BandFrame, rows: Int) -> Int {
    max(1, (frame.cells.count + rows - 1) / rows)
  }

  private func frameWidth(_ frames: ArraySlice<BandFrame>, rows: Int) -> Double {
    frames.reduce(-metrics.gap) { width, frame in
      width + Double(columns(of: frame, rows: rows)) * (metrics.cellWidth + metrics.gap) - metrics.gap
        + 2 * metrics.padding + metrics.gap
    }
  }

  private mutating func place(_ shelf: ShelfPlan, band: Int, at top: Double, room: Rectangle) -> Double {
    let room = shelfRoom(room)
    let width = room.width
    let framePadding = isFramed ? metrics.padding : 0
    var columnCounts: [Int] = []
    if isFramed {
      columnCounts = shelf.frames.map { columns(of: contents.bands[band][$0], rows: shelf.rows) }
    } else {
      columnCounts = [max(1, Int((width + metrics.gap) / (metrics.cellWidth + metrics.gap)))]
    }
    let taken =
      columnCounts.reduce(0.0) { $0 + Double($1) * (metrics.cellWidth + metrics.gap) - metrics.gap + 2 * framePadding }
      + Double(columnCounts.count - 1) * metrics.gap
    // What is left of the width goes between the frames, and to their sides.
    let spare = max(0, width - taken) / Double(columnCounts.count + 1)
    var x = room.minX + (isFramed ? min(spare, 26) : 0)
    let between = metrics.gap + (isFramed ? min(spare, 26) : 0)

    let rowTop = top + (isFramed ? metrics.frameTitleHeight : 0) + framePadding / 2
    var rowHeights: [Double] = []
    for (number, frame) in shelf.frames.enumerated() {
      for (position, cell) in contents.bands[band][frame].cells.enumerated() {
        let row = position / columnCounts[number]
        while rowHeights.count <= row { rowHeights.append(0) }
        let lines = Double(cell.lines.count) * metrics.fontSize * TextMetrics.lineHeight
        rowHeights[row] = max(rowHeights[row], lines + cell.heightInset)
      }
    }
    var rowTops: [Double] = []
    var y = rowTop
    let gap = isFramed ? metrics.rowGap : metrics.channel
    for height in rowHeights {
      rowTops.append(y)
      rowBounds.append(y...(y + height))
      y += height + gap
    }
    let bottom = y - gap + framePadding
    let firstRow = rowBounds.count - rowHeights.count
    for (number, frame) in shelf.frames.enumerated() {
      let columns = columnCounts[number]
      let cellCount = contents.bands[band][frame].cells.count
      let frameWidth = Double(columns) * (metrics.cellWidth + metrics.gap) - metrics.gap + 2 * framePadding
      contents.bands[band][frame].bounds = Rectangle(x: x, y: top, width: frameWidth, height: bottom - top)
      for position in 0..<cellCount {
        let (row, column) = (position / columns, position % columns)
        // The last row is centred where there are no frames to fill.
        let inRow = min(columns, cellCount - row * columns)
        let free = isFramed ? 0 : (width - Double(inRow) * (metrics.cellWidth + metrics.gap) + metrics.gap) / 2
        let step = isFramed ? 0 : free / Double(max(1, inRow))
        let cellX =
          x + framePadding + free - (isFramed ? 0 : step * Double(inRow - 1) / 2)
          + Double(column) * (metrics.cellWidth + metrics.gap + step)
        contents.bands[band][frame].cells[position].bounds = Rectangle(
          x: cellX, y: rowTops[row], width: metrics.cellWidth, height: rowHeights[row])
        contents.bands[band][frame].cells[position].row = firstRow + row
      }
      x += frameWidth + between
    }
    noteShelves(shelf, band: band, rows: firstRow..<rowBounds.count)
    return bottom
  }
}

extension BandLayout {
  private mutating func noteShelves(_ shelf: ShelfPlan, band: Int, rows: Range<Int>) {
    let frames = shelf.frames.map { contents.bands[band][$0] }
    if isFramed {
      let top = frames.map(\.bounds.minY).min() ?? 0
      let bottom = frames.map(\.bounds.maxY).max() ?? 0
      let boxes = frames.map { $0.bounds.minX...$0.bounds.maxX }
      shelves.append(Shelf(height: top...bottom, boxes: boxes, rows: rows))
    } else {
      for row in rows {
        let boxes = frames.flatMap(\.cells).filter { $0.row == row }.map { $0.bounds.minX...$0.bounds.maxX }
        shelves.append(
          Shelf(height: rowBounds[row], boxes: boxes.sorted { $0.lowerBound < $1.lowerBound }, rows: row..<(row + 1)))
      }
    }
  }

  /// Orders the boxes of each row so that links are short and cross little: each box goes to the mean place of those
  /// it is linked with, in a few sweeps down and up.
  ///
  /// - SeeAlso: Sugiyama, Tagawa & Toda (1981), doi:10.1109/TSMC.1981.4308636.
  mutating func order(for cast: Cast) {
    for sweep in 0..<8 {
      let frames = contents.bands.indices
      for band in sweep.isMultiple(of: 2) ? Array(frames) : frames.reversed() { orderBand(band, cast) }
    }
  }

  private mutating func orderBand(_ band: Int, _ cast: Cast) {
    var places: [Int: Double] = [:]
    for frames in contents.bands {
      for cell in frames.flatMap(\.cells) {
        for item in cell.items { places[item] = cell.bounds.midX }
      }
    }
    for frame in contents.bands[band].indices {
      let slots = contents.bands[band][frame].cells.map { ($0.bounds, $0.row) }
      let wanted = contents.bands[band][frame].cells.map { cell -> Double in
        let others = cell.items.flatMap { item in cast.linksOf[item].map { cast.links[$0].other(than: item) } }
        let xs = others.compactMap { places[$0] }
        return xs.isEmpty ? cell.bounds.midX : xs.reduce(0, +) / Double(xs.count)
      }
      // Left to right over all rows: the wanted places are sorted, and dealt out column by column.
      let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
      let bySlot = slots.indices.sorted { (slots[$0].0.midX, slots[$0].0.midY) < (slots[$1].0.midX, slots[$1].0.midY) }
      var cells = contents.bands[band][frame].cells
      for (place, cell) in zip(bySlot, order) {
        cells[place] = contents.bands[band][frame].cells[cell]
        cells[place].bounds = slots[place].0
        cells[place].row = slots[place].1
      }
      contents.bands[band][frame].cells = cells
    }
  }
}
