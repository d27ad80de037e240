import Networks

/// One actor, or some collaborations, in the middle, and those that they are linked with in rings. Wide levels stand on
/// top and narrow ones at the bottom, so that pictures of different regions look alike.
struct RingsDiagram {
  let cast: Cast
  let options: Diagram.Options

  private var language: Language { cast.language }

  /// Collaborations with more others than this are not opened: who takes part in them is counted.
  private static let openLimit = 12

  func scene(around centre: Int) -> Scene {
    let inner = neighbours(of: [centre], besides: [])
    var opened: Set<Int> = []
    var suffixes: [Int: String] = [:]
    for item in inner where cast.items[item].isCollaboration {
      let others = neighbours(of: [item], besides: [centre])
      if others.count <= Self.openLimit {
        opened.insert(item)
      } else {
        suffixes[item] = Phrase(sv: "+\(others.count) andra", en: "+\(others.count) others").text(in: language)
      }
    }
    let outer = neighbours(of: opened.sorted(), besides: [centre] + inner)
    let name = cast.items[centre].name
    let title =
      options.title ?? Phrase(sv: "\(name) och dess samverkan", en: "\(name) and its collaborations").text(in: language)
    let contents = Contents(
      centre: [centre], inner: inner, outer: outer, suffixes: suffixes,
      isDrawn: { link in
        // What links the neighbours among themselves is another picture.
        link.from == centre || link.to == centre || opened.contains(link.from) || opened.contains(link.to)
      },
      look: \.look)
    return scene(title: title, page: options.page ?? .a4, isCropped: false, contents)
  }

  func scene(ofCollaborations hubs: [Int]) -> Scene {
    let members = neighbours(of: hubs, besides: hubs)
    var inner: [Int] = []
    var outer: [Int] = []
    if hubs.count > 1 {
      // Those that link the collaborations stand nearest to them.
      for member in members {
        let count = Set(cast.linksOf[member].map { cast.links[$0].other(than: member) }).intersection(hubs).count
        if count > 1 { inner.append(member) } else { outer.append(member) }
      }
    } else {
      let leading: Set<Role> = [.owner, .coordinator, .chair, .steering, .funder]
      for member in members {
        let leads = cast.linksOf[member].contains { position in
          let link = cast.links[position]
          return hubs.contains(link.other(than: member)) && link.role.map(leading.contains) == true
        }
        if leads { inner.append(member) } else { outer.append(member) }
      }
    }
    if outer.isEmpty || inner.isEmpty { (inner, outer) = (inner + outer, []) }
    let names = hubs.map { cast.items[$0].name }.joined(separator: ", ")
    let title =
      options.title ?? Phrase(sv: "\(names): vilka som deltar", en: "\(names): who takes part").text(in: language)
    let contents = Contents(
      centre: hubs, inner: inner, outer: outer, suffixes: [:],
      isDrawn: { hubs.contains($0.from) || hubs.contains($0.to) },
      look: { link in link.role.map { $0.look(link.status) } ?? link.look })
    let isSmall = max(inner.count, outer.count) <= 22 && hubs.count <= 2
    return scene(title: title, page: options.page ?? (isSmall ? .a4Landscape : .a4), isCropped: true, contents)
  }

  /// The items that are linked with any of some others, in the cast's order.
  private func neighbours(of items: [Int], besides known: [Int]) -> [Int] {
    var found: Set<Int> = []
    for item in items {
      for position in cast.linksOf[item] { found.insert(cast.links[position].other(than: item)) }
    }
    return found.subtracting(known).subtracting(items).sorted()
  }

  /// What stands in the picture, and which links are drawn how.
  private struct Contents {
    let centre: [Int]
    let inner: [Int]
    let outer: [Int]
    let suffixes: [Int: String]
    let isDrawn: (Cast.Link) -> Bool
    let look: (Cast.Link) -> LinkLook
  }

  /// - Parameter isCropped: whether the picture is only as high as it needs to be; pictures of one family are as high as
  ///   each other.
  private func scene(title: String, page: Page, isCropped: Bool, _ contents: Contents) -> Scene {
    var scene = Scene(page: page, language: language.rawValue, title: title)
    var frame = PageFrame(cast: cast, title: title, counts: [""], entries: [])
    let items = contents.centre + contents.inner + contents.outer
    // The first drawing finds out what the legend must explain, the second how much room it leaves and needs, the third
    // is right.
    var height = page.height
    for _ in 0..<3 {
      var draft = Scene(page: page, language: language.rawValue, title: title)
      draft.height = height
      let room = frame.place(on: &draft)
      let plan = RingPlan(
        cast, centre: contents.centre, inner: contents.inner, outer: contents.outer,
        capacity: RingLayout.capacity(height: room.height), suffixes: contents.suffixes, isDrawn: contents.isDrawn,
        look: contents.look)
      let layout = RingLayout(plan, cast: cast, room: room)
      frame.entries = entries(plan)
      frame.counts = counts(items, contents, folded: plan.foldedCount)
      scene = Scene(page: page, language: language.rawValue, title: title)
      scene.height = height
      scene.summary = frame.counts.joined(separator: ". ") + "."
      _ = frame.place(on: &scene)
      draw(plan, layout, room: room, on: &scene)
      if isCropped { height = min(page.height, (height - room.height + layout.comfortableHeight).rounded(.up)) }
    }
    return scene
  }

  private func draw(_ plan: RingPlan, _ layout: RingLayout, room: Rectangle, on scene: inout Scene) {
    var ids: [String] = []
    let centre = Set(plan.columns[RingPlan.Column.centre.rawValue])
    for (number, cell) in plan.cells.enumerated() {
      let first = cast.items[cell.items[0]]
      ids.append(cell.isFold ? "fold-\(number)" : first.id)
      let look = cell.isFold ? Look(shape: .box, fill: .white, stroke: .frame) : first.family.look
      scene.nodes.append(
        Scene.Node(
          id: ids[number], role: cell.isFold ? .group : first.isCollaboration ? .collaboration : .actor,
          bounds: layout.bounds[number], look: look, lines: layout.lines[number],
          fontSize: centre.contains(number) ? layout.metrics.centreFontSize : layout.metrics.fontSize,
          isBold: centre.contains(number),
          name: cell.isFold
            ? layout.lines[number].joined(separator: " ") + ": "
              + cell.items.map { cast.items[$0].name }.sorted().joined(separator: ", ")
            : cast.spokenName(of: cell.items[0])))
    }
    var wiring = RingWiring(plan: plan, layout: layout, room: room)
    for (number, line) in plan.lines.enumerated() {
      scene.links.append(
        Scene.Link(
          id: "link-\(number + 1)", from: ids[line.from], to: ids[line.to], course: wiring.course(of: line),
          look: line.look, name: line.name))
    }
  }

  private func counts(_ items: [Int], _ contents: Contents, folded: Int) -> [String] {
    let shown = Set(items)
    let between = cast.links.filter { shown.contains($0.from) && shown.contains($0.to) }
    let drawn = between.count(where: contents.isDrawn)
    var sentences = [
      [
        Phrase.actors(items.count { !cast.items[$0].isCollaboration }),
        Phrase.collaborations(items.count { cast.items[$0].isCollaboration }), Phrase.links(drawn),
      ].map { $0.text(in: language) }.joined(separator: ", ")
    ]
    if between.count > drawn {
      sentences.append(
        Phrase(
          sv: "\(Phrase.links(between.count - drawn).swedish) mellan grannarna visas inte",
          en: "\(Phrase.links(between.count - drawn).english) among the neighbours not shown"
        ).text(in: language))
    }
    if !contents.suffixes.isEmpty {
      sentences.append(
        Phrase(
          sv: "där fler än \(Self.openLimit) andra deltar anges bara antalet",
          en: "where more than \(Self.openLimit) others take part only their number is given"
        ).text(in: language))
    }
    if folded > 0 {
      sentences.append(Phrase(sv: "\(folded) är hopvikta", en: "\(folded) are folded").text(in: language))
    }
    return sentences + options.remarks
  }

  private func entries(_ plan: RingPlan) -> [PageFrame.Entry] {
    var families: Set<ActorFamily> = []
    for cell in plan.cells where !cell.isFold { families.insert(cast.items[cell.items[0]].family) }
    var entries = ActorFamily.allCases.filter(families.contains).map(PageFrame.Entry.actors)
    if plan.cells.contains(where: \.isFold) { entries.append(.folded) }
    entries += PageFrame.entries(
      for: plan.lines.map { line in
        let isByRole = line.role.map { line.look == $0.look(line.status) } ?? false
        return PageFrame.Explained(
          family: line.family, role: isByRole ? line.role : nil, status: line.status, isDirected: line.isDirected,
          look: line.look)
      })
    return entries
  }
}
