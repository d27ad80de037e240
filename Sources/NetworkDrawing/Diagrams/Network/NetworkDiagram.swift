import Networks

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Everybody and everything as small marks, each group in a disc of its own; as many names as fit, the most prominent
/// first.
struct NetworkDiagram {
  let cast: Cast
  let options: Diagram.Options
  let grouping: Diagram.Grouping

  private static let nameSize = 7.0
  private static let groupNameSize = 8.5

  private let marks: Marks
  private let groups: DiagramGroups

  init(cast: Cast, options: Diagram.Options, grouping: Diagram.Grouping) {
    self.cast = cast
    self.options = options
    self.grouping = grouping
    marks = Marks(cast, sizeBy: options.sizeBy)
    groups = DiagramGroups(cast, by: grouping, isColored: options.colors == .groups)
  }

  private var language: Language { cast.language }

  func scene() -> Scene {
    let page = options.page ?? .a4Landscape
    let title = options.title ?? cast.network.profile.title(in: language)
    var frame = PageFrame(cast: cast, title: title, counts: counts(named: cast.items.count), entries: entries())
    var draft = Scene(page: page, language: language.rawValue, title: title)
    var room = frame.place(on: &draft)
    // How many names fit is said above the picture, which may take another line there, and so leave less room.
    for _ in 0..<3 {
      var picture = Scene(page: page, language: language.rawValue, title: title)
      frame.counts = counts(named: draw(groups, in: room, on: &picture))
      var scene = Scene(page: page, language: language.rawValue, title: title)
      scene.summary = frame.counts.joined(separator: ". ") + "."
      let left = frame.place(on: &scene)
      scene.outlines = picture.outlines
      scene.nodes += picture.nodes
      scene.links += picture.links
      draft = scene
      if left == room { break }
      room = left
    }
    return draft
  }

  private struct Box {
    let lines: [String]
    let width: Double
    let height: Double
  }

  /// The most prominent, and the regions, have their names inside; where sizes mean something, right below their marks.
  private var boxes: [Int: Box] {
    let breaking = LineBreaking(width: 58, fontSize: Self.nameSize, lineLimit: 2)
    var boxes: [Int: Box] = [:]
    let prominent = Set(marks.order.prefix(24))
    for (position, item) in cast.items.enumerated()
    where item.isRegion || (prominent.contains(position) && !cast.linksOf[position].isEmpty) {
      let lines = breaking.lines(of: item.name)
      let width = lines.map { TextMetrics.width($0, size: Self.nameSize) }.max() ?? 0
      let height = Double(lines.count) * Self.nameSize * TextMetrics.lineHeight
      let (shape, diameter) = (item.family.look.shape, marks.radii[position] * 2)
      boxes[position] =
        marks.isSized
        ? Box(lines: lines, width: max(width + 2, diameter), height: diameter + 1 + height)
        : Box(lines: lines, width: width + shape.textInset + 2, height: height + shape.heightInset - 1)
    }
    return boxes
  }

  /// Where each group lies in the country, seen from the middle of all; north is up.
  private func directions(_ groups: DiagramGroups) -> [Double?] {
    var sums = [(x: Double, y: Double, count: Double)](repeating: (0, 0, 0), count: groups.names.count)
    for (position, actor) in cast.network.actors.enumerated() {
      guard let latitude = actor.latitude, let longitude = actor.longitude else { continue }
      let group = groups.groupOf[position]
      // Degrees of longitude are about half as long as those of latitude up here.
      sums[group] = (sums[group].x + longitude / 2, sums[group].y - latitude, sums[group].count + 1)
    }
    let placed = sums.filter { $0.count > 0 }
    guard grouping == .county, placed.count > 2 else {
      return groups.names.indices.map { Double($0) }
    }
    let middle = Point(
      placed.reduce(0) { $0 + $1.x / $1.count } / Double(placed.count),
      placed.reduce(0) { $0 + $1.y / $1.count } / Double(placed.count))
    return zip(sums, groups.names).map { sum, name in
      // A level that happens to have an actor with a place is not a place itself.
      guard sum.count > 0, !cast.vocabularies.levelNames.values.contains(where: { $0.text(in: language) == name })
      else {
        return nil
      }
      return atan2(sum.y / sum.count - middle.y, sum.x / sum.count - middle.x)
    }
  }

  private func draw(_ groups: DiagramGroups, in room: Rectangle, on scene: inout Scene) -> Int {
    let inner = room.inset(by: 8)
    let boxes = boxes
    let layout = GroupLayout(
      groupOf: groups.groupOf, groupCount: groups.names.count, links: cast.links.map { ($0.from, $0.to) },
      boxes: boxes.mapValues { ($0.width, $0.height) },
      boxOrder: boxes.keys.sorted { cast.items[$0].rank < cast.items[$1].rank }, markRadii: marks.radii,
      directions: directions(groups), room: inner)
    var names = NamePlacement(room: room)
    let radii = marks.radii
    func box(_ item: Int) -> Rectangle? {
      guard layout.boxed.contains(item), let box = boxes[item] else { return nil }
      return Rectangle(center: layout.places[item], width: box.width, height: box.height)
    }
    func bounds(_ item: Int) -> Rectangle {
      let box = box(item)
      if let box, !marks.isSized { return box }
      var center = layout.places[item]
      if let box { center.y = box.minY + radii[item] }
      return Rectangle(center: center, width: radii[item] * 2, height: radii[item] * 2)
    }
    for item in cast.items.indices {
      if let box = box(item) { names.blockText(box) } else { names.block(bounds(item)) }
    }
    drawDiscs(groups, layout, &names, room: room, on: &scene)
    for item in cast.items.indices {
      let look = groups.look(of: item, in: cast)
      let box = box(item)
      let isBox = box != nil && !marks.isSized
      scene.nodes.append(
        Scene.Node(
          id: cast.items[item].id, role: cast.items[item].isCollaboration ? .collaboration : .actor,
          bounds: bounds(item),
          look: isBox ? look : Look(shape: cast.items[item].family.markShape, fill: look.fill, stroke: look.stroke),
          lines: isBox ? boxes[item]?.lines ?? [] : [], fontSize: Self.nameSize, name: cast.spokenName(of: item)))
      if let box, marks.isSized {
        let below = radii[item] * 2 + 1
        scene.nodes.append(
          Scene.Node(
            id: cast.items[item].id + "-name", role: .text,
            bounds: Rectangle(x: box.minX, y: box.minY + below, width: box.width, height: box.height - below),
            look: Look(shape: .box, fill: .white, stroke: .white), lines: boxes[item]?.lines ?? [],
            fontSize: Self.nameSize))
      }
    }
    for (number, link) in cast.links.enumerated() where link.from != link.to {
      let (start, end) = (bounds(link.from).center, bounds(link.to).center)
      let way = end - start
      let from = bounds(link.from).exit(towards: end)
      let to = bounds(link.to).exit(towards: start)
      // A slight bend keeps parallel links of different kinds apart; links between the same groups run together.
      let bend = Point(-way.y, way.x) * (0.04 + 0.035 * Double(link.family.rawValue))
      let (first, second) = (layout.discs[groups.groupOf[link.from]], layout.discs[groups.groupOf[link.to]])
      let isWithin = groups.groupOf[link.from] == groups.groupOf[link.to]
      func bundled(_ point: Point, _ share: Double) -> Point {
        if isWithin { return point }
        return point * 0.25 + (first.center + (second.center - first.center) * share) * 0.75
      }
      var look = look(link)
      look.width *= 0.5
      scene.links.append(
        Scene.Link(
          id: "link-\(number + 1)", from: cast.items[link.from].id, to: cast.items[link.to].id,
          course: [
            from, bundled(from + way * 0.33 + bend, 0.3), bundled(from + way * 0.66 + bend, 0.7), to,
          ], look: look, name: link.sentence))
    }
    return layout.boxed.count + drawNames(layout, radii, &names, on: &scene)
  }

  /// Directions would be a clutter of arrow heads here; that a link is not there is seen all the same.
  private func look(_ link: Cast.Link) -> LinkLook { link.family.look(link.status, isDirected: false) }

  private func drawDiscs(
    _ groups: DiagramGroups, _ layout: GroupLayout, _ names: inout NamePlacement, room: Rectangle, on scene: inout Scene
  ) {
    guard groups.names.count > 1 else { return }
    for (group, disc) in layout.discs.enumerated() {
      let corners = (0..<48).map { corner -> Point in
        let angle = 2 * Double.pi * Double(corner) / 48
        return disc.center + Point(cos(angle), sin(angle)) * (disc.radius + 2)
      }
      scene.outlines.append(Scene.Outline(points: corners, fill: .band, stroke: .frame))
      let breaking = LineBreaking(width: 130, fontSize: Self.groupNameSize, isBold: true, lineLimit: 1)
      guard let text = breaking.lines(of: groups.names[group]).first else { continue }
      let width = TextMetrics.width(text, size: Self.groupNameSize, bold: true) + 4
      let height = Self.groupNameSize * TextMetrics.lineHeight
      guard let bounds = placeName(width, height, around: disc, group, layout, names, room) else { continue }
      names.blockText(bounds)
      scene.nodes.append(
        Scene.Node(
          id: "group-\(group + 1)", role: .heading, bounds: bounds,
          look: Look(shape: .box, fill: .white, stroke: .white), lines: [text], fontSize: Self.groupNameSize,
          isBold: true, textColor: .quietText))
    }
  }

  /// A place for a group's name: just outside its disc, best above; else wherever it covers the fewest marks.
  private func placeName(
    _ width: Double, _ height: Double, around disc: GroupLayout.Disc, _ group: Int, _ layout: GroupLayout,
    _ names: NamePlacement, _ room: Rectangle
  ) -> Rectangle? {
    var candidates: [Rectangle] = []
    for distance in [1.0, 0.86, 0.7] {
      for step in [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8] {
        let angle = -Double.pi / 2 + Double(step) * Double.pi / 8
        let reach = disc.radius * distance
        let isOutside = distance == 1
        let x = disc.center.x + cos(angle) * (reach + (isOutside ? 4 + width / 2 : 0))
        let y = disc.center.y + sin(angle) * (reach + (isOutside ? 4 + height / 2 : 0))
        candidates.append(Rectangle(center: Point(x, y), width: width, height: height))
      }
    }
    candidates = candidates.filter {
      $0.minX >= room.minX && $0.maxX <= room.maxX && $0.minY >= room.minY && $0.maxY <= room.maxY
    }
    let clear = candidates.filter { candidate in
      layout.discs.enumerated().allSatisfy { $0 == group || !Self.touches($1, candidate) }
    }
    return clear.first(where: names.isFree) ?? candidates.first(where: names.isFree)
      ?? candidates.filter { !names.coversText($0) }.min { names.obstacleCount($0) < names.obstacleCount($1) }
  }

  private static func touches(_ disc: GroupLayout.Disc, _ bounds: Rectangle) -> Bool {
    let nearest = Point(
      min(max(disc.center.x, bounds.minX), bounds.maxX), min(max(disc.center.y, bounds.minY), bounds.maxY))
    return (nearest - disc.center).length < disc.radius + 3
  }

  private func drawNames(
    _ layout: GroupLayout, _ radii: [Double], _ names: inout NamePlacement, on scene: inout Scene
  ) -> Int {
    var count = 0
    let breaking = LineBreaking(width: 78, fontSize: Self.nameSize, lineLimit: 2)
    for item in marks.order where !layout.boxed.contains(item) {
      let lines = breaking.lines(of: cast.items[item].name)
      let width = (lines.map { TextMetrics.width($0, size: Self.nameSize) }.max() ?? 0) + 2
      let height = Double(lines.count) * Self.nameSize * TextMetrics.lineHeight
      guard let bounds = names.place(width: width, height: height, beside: layout.places[item], radius: radii[item])
      else { continue }
      count += 1
      scene.nodes.append(
        Scene.Node(
          id: cast.items[item].id + "-name", role: .text, bounds: bounds,
          look: Look(shape: .box, fill: .white, stroke: .white), lines: lines, fontSize: Self.nameSize))
      if count >= 400 { break }
    }
    return count
  }

  private func counts(named: Int) -> [String] {
    let total = cast.items.count
    return [
      cast.counts,
      Phrase(
        sv: "\(named) namn av \(total) får plats, de mest centrala först",
        en: "\(named) of \(total) names fit, the most central first"
      ).text(in: language),
    ] + options.remarks
  }

  private func entries() -> [PageFrame.Entry] {
    let families = Set(cast.items.map(\.family))
    var entries = ActorFamily.allCases.filter(families.contains).map { family in
      groups.isColored ? PageFrame.Entry.shape(family) : .marks(family)
    }
    entries += groups.entries
    entries += marks.entries
    entries += PageFrame.entries(
      for: cast.links.filter { $0.from != $0.to }.map { link in
        PageFrame.Explained(family: link.family, status: link.status, isDirected: false, look: look(link))
      })
    if groups.names.count > 1 {
      entries.append(.outline(groups.meaning, .band))
    }
    return entries
  }
}
