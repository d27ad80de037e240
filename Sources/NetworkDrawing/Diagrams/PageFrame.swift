import NetworkAnalysis
import Networks

/// What surrounds the picture on its page: the title on top, the legend, the counts and the sources at the foot.
struct PageFrame {
  /// What a line of the legend explains.
  enum Entry: Hashable {
    case actors(ActorFamily)
    /// As small marks, where names do not fit into the shapes.
    case marks(ActorFamily)
    /// The statuses are all those that look the same.
    case links(LinkFamily, [Status], isDirected: Bool)
    case role(Role, [Status], LinkLook)
    /// A folded group, with what it means.
    case folded
    case frame(String)
    case outline(String, Color)
    /// The shape alone, where colours mean something else.
    case shape(ActorFamily)
    /// What a colour, of fill and outline, stands for.
    case color(String, Color, Color)
    /// How large a mark of a value is.
    case size(String, Double)
    /// The mark of a cell of a matrix, with what it means.
    case cell(CoverageMatrix.State, String)
    /// What a look stands for.
    case node(String, Look)
    case line(String, LinkLook)
  }

  /// A link as the legend sees it.
  struct Explained {
    let family: LinkFamily
    var role: Role?
    let status: Status
    let isDirected: Bool
    let look: LinkLook
  }

  /// One entry for each look, with every status that has it.
  static func entries(for links: some Sequence<Explained>) -> [Entry] {
    var statuses: [LinkLook: Set<Status>] = [:]
    var first: [LinkLook: Explained] = [:]
    for link in links {
      statuses[link.look, default: []].insert(link.status)
      if first[link.look].map({ Self.order(link) < Self.order($0) }) ?? true { first[link.look] = link }
    }
    return first.values.sorted { order($0) < order($1) }.map { link in
      let shared = Status.allCases.filter { statuses[link.look, default: []].contains($0) }
      if let role = link.role { return .role(role, shared, link.look) }
      return .links(link.family, shared, isDirected: link.isDirected)
    }
  }

  private static func order(_ link: Explained) -> (Int, Int, Int, Int) {
    (
      link.role?.order ?? Role.allCases.count, link.family.rawValue, Status.allCases.firstIndex(of: link.status) ?? 0,
      link.isDirected ? 0 : 1
    )
  }

  static let titleSize = 14.0
  static let smallSize = 7.2
  private static let sampleWidth = 22.0

  let cast: Cast
  var title: String
  /// What is shown and what is left out, in sentences.
  var counts: [String]
  var entries: [Entry]

  private var language: Language { cast.language }

  /// Puts the frame on the scene and gives the room that is left for the picture.
  func place(on scene: inout Scene) -> Rectangle {
    let page = scene.page
    let width = page.width - 2 * Page.margin
    var top = Page.margin - 6
    let titleLines = LineBreaking(width: width, fontSize: Self.titleSize, isBold: true, lineLimit: 2).lines(of: title)
    top = addText(titleLines, at: top, width: width, size: Self.titleSize, bold: true, id: "title", to: &scene) + 1
    let countLines = LineBreaking(width: width, fontSize: 8, lineLimit: 2).lines(of: dateAndCounts())
    top = addText(countLines, at: top, width: width, size: 8, id: "counts", to: &scene) + 5

    let sourceLines = LineBreaking(width: width, fontSize: 7, lineLimit: 5).lines(of: sources())
    var bottom = scene.height - Page.margin + 8
    bottom -= Double(sourceLines.count) * 7 * TextMetrics.lineHeight
    _ = addText(sourceLines, at: bottom, width: width, size: 7, id: "sources", to: &scene)
    bottom = addLegend(above: bottom - 3, width: width, to: &scene)
    return Rectangle(x: Page.margin, y: top, width: width, height: bottom - 4 - top)
  }

  private func addText(
    _ lines: [String], at top: Double, width: Double, size: Double, bold: Bool = false, id: String,
    to scene: inout Scene
  ) -> Double {
    let height = Double(lines.count) * size * TextMetrics.lineHeight
    scene.nodes.append(
      Scene.Node(
        id: id, role: id == "title" ? .heading : .text,
        bounds: Rectangle(x: Page.margin, y: top, width: width, height: height), lines: lines, fontSize: size,
        isBold: bold, alignment: .leading, textColor: id == "title" ? .text : .quietText))
    return top + height
  }

  private func dateAndCounts() -> String {
    var parts: [String] = []
    if let date = cast.network.profile.date {
      parts.append(Phrase(sv: "Uppgifter per \(date)", en: "As of \(date)").text(in: language))
    }
    return (parts + counts).joined(separator: "  ·  ")
  }

  /// The sources that the statements shown cite.
  private func sources() -> String {
    var cited: Set<Source.ID> = []
    for membership in cast.network.memberships { cited.formUnion(membership.sources.map(\.source)) }
    for tie in cast.network.ties { cited.formUnion(tie.sources.map(\.source)) }
    for actor in cast.network.actors where cast.network.linkCount == 0 { cited.formUnion(actor.sources.map(\.source)) }
    let texts = cast.network.sources.filter { cited.contains($0.id) }.map { source in
      var text = source.title
      let details = [source.publisher, source.date?.description ?? ""].filter { !$0.isEmpty }
      if !details.isEmpty { text += " (\(details.joined(separator: ", ")))" }
      return text
    }
    let heading = Phrase(sv: "Källor", en: "Sources").text(in: language)
    let none = Phrase(sv: "inga angivna", en: "none given").text(in: language)
    return "\(heading): \(texts.isEmpty ? none : texts.joined(separator: "; "))."
  }

  private func text(of entry: Entry) -> String {
    switch entry {
    case .actors(let family), .marks(let family), .shape(let family): family.name.text(in: language)
    case .links(let family, let statuses, _): family.name(language) + remark(on: statuses)
    case .role(let role, let statuses, _): role.name.text(in: language).lowercased() + remark(on: statuses)
    case .folded:
      Phrase(sv: "hopvikta, med antal", en: "folded, with their number").text(in: language)
    case .frame(let text), .outline(let text, _), .size(let text, _), .color(let text, _, _), .cell(_, let text),
      .node(let text, _), .line(let text, _):
      text
    }
  }

  /// That a link is there need not be said.
  private func remark(on statuses: [Status]) -> String {
    if statuses == [.active] { return "" }
    let or = Phrase(sv: " eller ", en: " or ").text(in: language)
    return " (\(statuses.map { $0.name.text(in: language) }.joined(separator: or)))"
  }

  private func addLegend(above bottom: Double, width: Double, to scene: inout Scene) -> Double {
    guard !entries.isEmpty else { return bottom }
    let rowHeight = 13.0
    var rows: [[(entry: Entry, x: Double, width: Double)]] = [[]]
    var x = 0.0
    for entry in entries {
      let textWidth = TextMetrics.width(text(of: entry), size: Self.smallSize) + 2
      let needed = Self.sampleWidth + 4 + textWidth + 12
      if x + needed > width, !rows[rows.count - 1].isEmpty {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append((entry, x, textWidth))
      x += needed
    }
    let top = bottom - Double(rows.count) * rowHeight
    var number = 0
    for (row, cells) in rows.enumerated() {
      let y = top + Double(row) * rowHeight + rowHeight / 2
      for cell in cells {
        number += 1
        addSample(of: cell.entry, number, at: Point(Page.margin + cell.x, y), to: &scene)
        scene.nodes.append(
          Scene.Node(
            id: "legend-\(number)-text", role: .legend,
            bounds: Rectangle(
              x: Page.margin + cell.x + Self.sampleWidth + 4, y: y - 5, width: cell.width, height: 10),
            lines: [text(of: cell.entry)], fontSize: Self.smallSize, alignment: .leading))
      }
    }
    return top
  }

  private func addSample(of entry: Entry, _ number: Int, at place: Point, to scene: inout Scene) {
    let id = "legend-\(number)"
    let width = Self.sampleWidth
    func shape(_ look: Look, width shapeWidth: Double, height: Double, lines: [String] = []) {
      scene.nodes.append(
        Scene.Node(
          id: id, role: .legend,
          bounds: Rectangle(center: Point(place.x + width / 2, place.y), width: shapeWidth, height: height),
          look: look, lines: lines, fontSize: 7))
    }
    func line(_ look: LinkLook) {
      for (suffix, x) in [("from", place.x), ("to", place.x + width)] {
        scene.nodes.append(
          Scene.Node(
            id: "\(id)-\(suffix)", role: .legend,
            bounds: Rectangle(center: Point(x, place.y), width: 1, height: 1), lines: [], fontSize: 7))
      }
      scene.links.append(
        Scene.Link(
          id: "\(id)-line", from: "\(id)-from", to: "\(id)-to",
          course: [
            place, Point(place.x + width / 3, place.y), Point(place.x + width * 2 / 3, place.y),
            Point(place.x + width, place.y),
          ], look: look, name: ""))
    }
    switch entry {
    case .actors(let family): shape(family.look, width: width, height: 10)
    case .node(_, let look): shape(look, width: width, height: 10)
    case .line(_, let look): line(look)
    case .marks(let family):
      shape(Look(shape: family.markShape, fill: family.look.fill, stroke: family.look.stroke), width: 8, height: 8)
    case .links(let family, let statuses, let isDirected):
      line(family.look(statuses.first ?? .active, isDirected: isDirected))
    case .role(_, _, let look): line(look)
    case .folded: shape(Look(shape: .box, fill: .white, stroke: .frame), width: width, height: 10, lines: ["+5"])
    case .frame: shape(Look(shape: .box, fill: .white, stroke: .frame), width: width, height: 10)
    case .shape(let family):
      shape(Look(shape: family.markShape, fill: .white, stroke: .frame), width: 8, height: 8)
    case .color(_, let fill, let stroke):
      shape(Look(shape: .ellipse, fill: fill, stroke: stroke), width: width * 0.7, height: 8)
    case .size(_, let radius):
      shape(Look(shape: .circle, fill: .white, stroke: .frame), width: radius * 2, height: radius * 2)
    case .cell(let state, _):
      let mark = CoverageMark(state, strength: 4, largest: 12)
      scene.nodes.append(mark.node(id, .legend, at: Point(place.x + width / 2, place.y)))
    case .outline(_, let color): shape(Look(shape: .ellipse, fill: color, stroke: .frame), width: width, height: 10)
    }
  }
}
