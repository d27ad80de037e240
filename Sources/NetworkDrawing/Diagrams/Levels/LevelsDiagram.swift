import Networks

/// The system diagram: one band per level, the widest on top. As many of the most prominent actors and collaborations
/// as the page holds are named, the others folded and counted; links are drawn one by one where they are few and
/// summed where they are many.
struct LevelsDiagram {
  let cast: Cast
  let options: Diagram.Options
  /// What stands beside or below the picture, if it is one of changes.
  var listing: ChangeListing?

  /// Up to so many boxes stand freely in their bands, ordered so that links are short; more are framed by family.
  private static let freeLimit = 36

  /// The search for what fits sets the same names many times.
  private let known = BrokenLines()

  init(cast: Cast, options: Diagram.Options, listing: ChangeListing? = nil) {
    self.cast = cast
    self.options = options
    self.listing = listing
  }

  private var language: Language { cast.language }

  func scene() -> Scene {
    let page = options.page ?? (cast.items.count > Self.freeLimit ? .a4 : .a4Landscape)
    let isFramed = cast.items.count > Self.freeLimit
    let title = options.title ?? cast.network.profile.title(in: language)
    var scene = Scene(page: page, language: language.rawValue, title: title)
    // How much is said around the picture depends on what is drawn, and what can be drawn on the room that is left: a
    // second drawing knows how much was said around the first.
    var frame = PageFrame(
      cast: cast, title: title, counts: counts(shown: 0, leftOut: 10), entries: allEntries)
    for _ in 0..<2 {
      var draft = Scene(page: page, language: language.rawValue, title: title)
      let whole = frame.place(on: &draft)
      let (room, list) = listing?.list.divided(whole, isBelow: page.height > page.width) ?? (whole, nil)
      let layout = layout(in: room, isFramed: isFramed)
      let frames = layout.contents.bands.flatMap { $0 }
      let links = links(frames, isFramed: isFramed, lineLimit: Int(room.width * room.height / 7000))
      frame.counts = counts(shown: layout.contents.visibleCount, leftOut: links.leftOutCount)
      frame.entries = entries(frames, links, isFramed: isFramed)
      scene = Scene(page: page, language: language.rawValue, title: title)
      let used = max(layout.height, list.map { $0.isBelow ? 0 : $0.height } ?? 0)
      scene.height = (page.height - max(0, room.height - used)).rounded(.up)
      scene.summary = frame.counts.joined(separator: ". ") + "."
      _ = frame.place(on: &scene)
      draw(layout, links, isFramed: isFramed, on: &scene)
      list?.draw(below: room.minY + layout.height, on: &scene)
    }
    return scene
  }

  /// As many links one by one as the picture can bear, the others summed.
  private func links(_ frames: [BandFrame], isFramed: Bool, lineLimit: Int) -> BandLinks {
    for singleLimit in [24, 12, 6, 4] {
      let links = BandLinks(cast, frames: frames, isFramed: isFramed, singleLimit: singleLimit, lineLimit: .max)
      if links.lines.count <= lineLimit { return links }
    }
    return BandLinks(cast, frames: frames, isFramed: isFramed, singleLimit: 2, lineLimit: lineLimit)
  }

  /// The layout with as many named boxes as fit the room.
  private func layout(in room: Rectangle, isFramed: Bool) -> BandLayout {
    func layout(_ visible: Int, _ metrics: BandLayout.Metrics) -> BandLayout {
      let contents = BandContents(cast, visible: visible, isFramed: isFramed)
      return BandLayout(contents, cast: cast, room: room, metrics: metrics, isFramed: isFramed, known: known)
    }
    var metrics = BandLayout.Metrics()
    if !isFramed {
      metrics.cellWidth = 92
      metrics.fontSize = 8
      metrics.lineLimit = 3
    }
    let most = min(options.visibleLimit ?? cast.items.count, cast.items.count)
    func largest(_ metrics: BandLayout.Metrics) -> Int {
      var (low, high) = (0, most)
      while low < high {
        let middle = (low + high + 1) / 2
        if layout(middle, metrics).height <= room.height { low = middle } else { high = middle - 1 }
      }
      return low
    }
    var low = largest(metrics)
    let regionCount = min(most, cast.items.count(where: \.isRegion))
    if isFramed, low < regionCount {
      // Every reader looks for the regions: closer together all of them may have their names.
      var tight = metrics
      tight.rowGap = 3
      tight.channel = 12
      tight.padding = 3
      tight.frameTitleHeight = 10
      let more = largest(tight)
      if more > low { (low, metrics) = (more, tight) }
    }
    var result = layout(low, metrics)
    if result.height > room.height {
      metrics.channel = 11
      metrics.lineLimit = 1
      result = layout(low, metrics)
    }
    if isFramed, options.visibleLimit == nil { result = filled(result, visible: low, room: room, metrics: metrics) }
    if !isFramed { result.order(for: cast) }
    result.stretch(to: room)
    return result
  }

  /// Names more where frames have room for it anyway.
  private func filled(_ layout: BandLayout, visible: Int, room: Rectangle, metrics: BandLayout.Metrics) -> BandLayout {
    var best = layout
    var extra = best.contents.bands.map { $0.map { _ in 0 } }
    for _ in 0..<6 {
      let vacancies = best.vacancies
      guard vacancies.contains(where: { $0.contains { $0 > 0 } }) else { break }
      for band in extra.indices {
        for frame in extra[band].indices { extra[band][frame] += vacancies[band][frame] }
      }
      let contents = BandContents(cast, visible: visible, isFramed: true, extra: extra)
      let next = BandLayout(contents, cast: cast, room: room, metrics: metrics, isFramed: true, known: known)
      guard next.height <= room.height else { break }
      best = next
    }
    return best
  }

  private func draw(_ layout: BandLayout, _ links: BandLinks, isFramed: Bool, on scene: inout Scene) {
    let frames = layout.contents.bands.flatMap { $0 }
    for (band, bounds) in layout.bandBounds.enumerated() {
      scene.panels.append(Scene.Panel(bounds: bounds, fill: .band, stroke: nil))
      let name = cast.vocabularies.name(of: layout.contents.levels[band], in: language)
      let lines = LineBreaking(
        width: layout.metrics.bandTitleWidth - 8, fontSize: 8, isBold: true, lineLimit: 3
      ).lines(of: name)
      scene.nodes.append(
        Scene.Node(
          id: "band-\(band + 1)", role: .heading,
          bounds: Rectangle(
            x: bounds.minX + 5, y: bounds.midY - Double(lines.count) * 5, width: layout.metrics.bandTitleWidth - 8,
            height: Double(lines.count) * 10),
          lines: lines, fontSize: 8, isBold: true, alignment: .leading))
    }
    if isFramed {
      for (number, frame) in frames.enumerated() { draw(frame, number, inner: links.innerCounts[number], on: &scene) }
    }
    var ids: [BandLinks.End: (id: String, bounds: Rectangle)] = [:]
    var cellNumber = 0
    var foldNumber = 0
    for (frameNumber, frame) in frames.enumerated() {
      if isFramed { ids[.frame(frameNumber)] = ("frame-\(frameNumber + 1)", frame.bounds) }
      for cell in frame.cells {
        let first = cast.items[cell.items[0]]
        if cell.isFold { foldNumber += 1 }
        let id = cell.isFold ? "fold-\(foldNumber)" : first.id
        ids[.cell(cellNumber)] = (id, cell.bounds)
        cellNumber += 1
        var look = first.look
        if cell.isFold { look = Look(shape: .box, fill: .white, stroke: .frame) }
        scene.nodes.append(
          Scene.Node(
            id: id, role: cell.isFold ? .group : first.isCollaboration ? .collaboration : .actor, bounds: cell.bounds,
            look: look, lines: cell.lines, fontSize: layout.metrics.fontSize,
            name: cell.isFold
              ? cell.lines.joined(separator: " ") + ": "
                + cell.items.map { cast.items[$0].name }.sorted().joined(separator: ", ")
              : cast.spokenName(of: cell.items[0])))
      }
    }
    var wiring = BandWiring(layout: layout, ends: ids)
    wiring.draw(links.lines, isFramed: isFramed, on: &scene)
  }

  private func draw(_ frame: BandFrame, _ number: Int, inner: Int, on scene: inout Scene) {
    scene.panels.append(Scene.Panel(bounds: frame.bounds, fill: .white, stroke: .frame))
    var title = frame.title
    if inner > 0 {
      title += Phrase(sv: " · \(Phrase.links(inner).swedish) inom", en: " · \(Phrase.links(inner).english) within")
        .text(in: language)
    }
    let width = frame.bounds.width - 8
    var lines = LineBreaking(width: width, fontSize: 7.2, isBold: true, lineLimit: 1).lines(of: title)
    if lines[0].hasSuffix("…"), inner > 0 {
      let short = Phrase(sv: "\(frame.title) · \(inner) inom", en: "\(frame.title) · \(inner) within").text(
        in: language)
      let shortLines = LineBreaking(width: width, fontSize: 7.2, isBold: true, lineLimit: 1).lines(of: short)
      let plain = LineBreaking(width: width, fontSize: 7.2, isBold: true, lineLimit: 1).lines(of: frame.title)
      lines = shortLines[0].hasSuffix("…") ? plain : shortLines
    }
    // On white, so that links that go into the frame do not cross its name out.
    let textWidth = TextMetrics.width(lines[0], size: 7.2, bold: true)
    scene.nodes.append(
      Scene.Node(
        id: "frame-\(number + 1)", role: .group,
        bounds: Rectangle(x: frame.bounds.minX + 2, y: frame.bounds.minY + 1.5, width: textWidth + 4, height: 9.5),
        look: Look(shape: .box, fill: .white, stroke: .white), lines: lines, fontSize: 7.2, isBold: true,
        textColor: .quietText, name: title))
  }

  private func counts(shown: Int, leftOut: Int) -> [String] {
    let total = cast.items.count
    var sentences = [listing?.counts ?? cast.counts]
    if shown < total {
      sentences.append(
        Phrase(
          sv: "\(shown) visas med namn, de mest centrala först; \(total - shown) är hopvikta",
          en: "\(shown) are named, the most central first; \(total - shown) are folded"
        ).text(in: language))
    }
    if leftOut > 0 {
      sentences.append(
        Phrase(
          sv: "\(Phrase.links(leftOut).swedish) ritas inte (de minsta summorna)",
          en: "\(Phrase.links(leftOut).english) not drawn (the smallest sums)"
        )
        .text(in: language))
    }
    return sentences + options.remarks
  }

  private var allEntries: [PageFrame.Entry] {
    if listing != nil { return ChangeListing.allEntries(language) }
    return ActorFamily.allCases.map(PageFrame.Entry.actors)
      + LinkFamily.allCases.map { PageFrame.Entry.links($0, [.active], isDirected: true) }
      + [.folded, .links(.membership, [.planned], isDirected: false)]
  }

  private func entries(_ frames: [BandFrame], _ links: BandLinks, isFramed: Bool) -> [PageFrame.Entry] {
    var families: Set<ActorFamily> = []
    var hasFolds = false
    for cell in frames.flatMap(\.cells) {
      if cell.isFold { hasFolds = true } else { families.insert(cast.items[cell.items[0]].family) }
    }
    var entries = ActorFamily.allCases.filter(families.contains).map(PageFrame.Entry.actors)
    if let listing {
      let marks = frames.flatMap(\.cells).filter { !$0.isFold }.compactMap { cast.items[$0.items[0]].change }
      entries = listing.entries(families, marks: marks, lines: links.lines.compactMap(\.change), language)
      return hasFolds ? entries + [.folded] : entries
    }
    if hasFolds { entries.append(.folded) }
    entries += PageFrame.entries(
      for: links.lines.map { line in
        PageFrame.Explained(
          family: line.family, status: line.status, isDirected: line.isDirected,
          look: line.family.look(line.status, isDirected: line.isDirected))
      })
    if isFramed, links.lines.contains(where: { $0.label.contains(" ") }) {
      entries.append(
        .frame(
          Phrase(sv: "ram: linjen gäller så många av dem i ramen", en: "frame: the line is for so many of those in it")
            .text(in: language)))
    }
    return entries
  }
}
