import Foundation
import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

/// What holds for every picture of every network, seen in the scene.
struct SceneLawsTests {
  @Test func `everybody is there exactly once by their accessible name, or in a fold that names them`() throws {
    try expectForAll { picture in
      var waiting = Dictionary(picture.expectedNames.map { ($0, 1) }, uniquingKeysWith: +)
      var breaches: [String] = []
      for node in picture.actorNodes {
        if waiting[node.name, default: 0] > 0 {
          waiting[node.name, default: 0] -= 1
        } else {
          breaches.append("too often: \(node.name)")
        }
      }
      if picture.isNetworkDiagram, !picture.folds.isEmpty { breaches.append("folds") }
      let missing = waiting.filter { $0.value > 0 }
      let lists = picture.folds.map { fold in
        // The fold says the name without kind and level.
        fold.name.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
      }
      let plainNames = Dictionary(
        zip(picture.expectedNames, picture.expectedPlainNames).map { ($0, [$1]) }, uniquingKeysWith: +)
      for name in missing.keys
      where !lists.contains(where: { list in plainNames[name, default: []].contains(where: list.contains) }) {
        breaches.append("missing: \(name)")
      }
      let folded = picture.folds.reduce(0) { $0 + (Int($1.name.dropFirst().prefix { $0.isNumber }) ?? -1000) }
      let missingCount = missing.values.reduce(0, +)
      if folded != missingCount { breaches.append("\(folded) are said to be folded, \(missingCount) are") }
      return breaches
    }
  }

  @Test func `every link's ends are in the picture`() throws {
    try expectForAll { picture in
      let ids = Set(picture.scene.nodes.map(\.id))
      return picture.scene.links.filter { !ids.contains($0.from) || !ids.contains($0.to) }.map(\.id)
    }
  }

  @Test func `ids are unique and plain`() throws {
    try expectForAll { picture in
      let ids = picture.scene.nodes.map(\.id) + picture.scene.links.map(\.id)
      let repeated = Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.map(\.key)
      let odd = ids.filter { id in
        id.isEmpty || !id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      }
      return repeated + odd
    }
  }

  @Test func `names are whole or end with an ellipsis`() throws {
    try expectForAll { picture in
      let names = Dictionary(
        zip(picture.expectedNames, picture.expectedPlainNames), uniquingKeysWith: { first, _ in first })
      return picture.actorNodes.filter { !$0.lines.isEmpty }.filter { node in
        guard let name = names[node.name] else { return true }
        // Around an actor the last line can count who else takes part.
        let isCounted = node.lines.count > 1 && node.lines.last?.firstMatch(of: /^\+\d+ andra$/) != nil
        return NameReading(node.lines, of: name) == .wrong
          && !(isCounted && NameReading(node.lines.dropLast(), of: name) != .wrong)
      }.map { "\($0.lines) of \($0.name)" }
    }
  }

  @Test func `no text is wider or higher than its box`() throws {
    try expectForAll { picture in
      picture.scene.nodes.flatMap { node -> [String] in
        let wide = node.lines.filter {
          TextMetrics.width($0, size: node.fontSize, bold: node.isBold) > node.bounds.width + 0.01
        }
        // Capitals and their accents reach 0.93 above the first base line, letters 0.21 below the last.
        let height = Double(node.lines.count - 1) * node.fontSize * TextMetrics.lineHeight + node.fontSize * 0.93
        return wide + (!node.lines.isEmpty && height > node.bounds.height + 0.01 ? ["too high: \(node.lines)"] : [])
      }
    }
  }

  @Test func `no text is smaller than 7 points`() throws {
    try expectForAll { picture in picture.scene.nodes.filter { !$0.lines.isEmpty && $0.fontSize < 7 }.map(\.id) }
  }

  @Test func `nothing lies outside the page`() throws {
    try expectForAll { picture in
      let page = picture.scene.bounds
      #expect(page.height <= picture.scene.page.height && page.width == picture.scene.page.width)
      return picture.scene.nodes.filter { !page.encloses($0.bounds) }.map { "\($0.id) \($0.bounds)" }
        + picture.scene.panels.filter { !page.encloses($0.bounds) }.map { "\($0.bounds)" }
        + picture.scene.outlines.filter { !page.encloses(Rectangle(around: $0.points)) }.map { "\($0.points[0])" }
        + picture.scene.links.filter { !page.encloses(Rectangle(around: Bezier.points(of: $0.course))) }.map(\.id)
    }
  }

  @Test func `courses are made of whole curves between their ends' boxes`() throws {
    try expectForAll { picture in
      let boxes = Dictionary(
        picture.scene.nodes.map { node in
          // A frame is named by its heading; links end at the frame around it.
          let frame = picture.scene.panels.map(\.bounds).filter { $0.encloses(node.bounds) }.min {
            $0.height < $1.height
          }
          return (node.id, node.id.hasPrefix("frame-") ? frame ?? node.bounds : node.bounds)
        }, uniquingKeysWith: { first, _ in first })
      return picture.scene.links.filter { link in
        guard link.course.count >= 4, link.course.count % 3 == 1, let from = boxes[link.from], let to = boxes[link.to],
          let start = link.course.first, let end = link.course.last
        else { return true }
        return !from.encloses(Rectangle(around: [start]), within: 1)
          || !to.encloses(Rectangle(around: [end]), within: 1)
      }.map { "\($0.id) \($0.from) \($0.to)" }
    }
  }

  @Test func `no two boxes with text overlap`() throws {
    try expectForAll { picture in
      overlaps(
        picture.scene.nodes.filter { !$0.lines.allSatisfy(\.isEmpty) && !$0.id.hasPrefix("frame-") }.map {
          ($0.id, $0.bounds)
        })
    }
  }

  @Test func `text stands out from what it stands on as WCAG AA asks`() throws {
    try expectForAll { picture in
      picture.scene.nodes.filter { !$0.lines.isEmpty }.filter { node in
        let grounds = node.look.shape == .none ? ["#ffffff", Color.band.description] : [node.look.fill.description]
        return grounds.contains { WCAG.contrast(node.textColor.description, $0) < 4.5 }
      }.map(\.id)
    }
  }

  @Test func `outlines and links stand out from white and from the bands as WCAG AA asks`() throws {
    try expectForAll { picture in
      let strokes =
        (picture.actorNodes + picture.folds + picture.legendNodes).map(\.look.stroke.description)
        + picture.scene.links.map(\.look.color.description)
        + picture.scene.panels.compactMap { $0.stroke?.description } + picture.scene.outlines.map(\.stroke.description)
      return Set(strokes).filter { stroke in
        ["#ffffff", Color.band.description].contains { WCAG.contrast(stroke, $0) < 3 }
      }
    }
  }

  @Test func `the legend explains every look of a node, and nothing else`() throws {
    try expectForAll { picture in
      let legend = Set(picture.legendNodes.map(\.look))
      let nodes = picture.actorNodes + picture.folds
      var drawn = Set(nodes.map(\.look))
      if !picture.scene.panels.filter({ $0.stroke != nil }).isEmpty {
        // Frames, which are explained where lines end at them.
        drawn.insert(Look(shape: .box, fill: .white, stroke: .frame))
      }
      if let outline = picture.scene.outlines.first {
        drawn.insert(Look(shape: .ellipse, fill: outline.fill, stroke: outline.stroke))
      }
      var unexplained = Set(nodes.map(\.look)).subtracting(legend)
      var idle = legend.subtracting(drawn)
      if picture.isNetworkDiagram {
        // The marks are explained; boxes with names have the marks' colours and say who they are.
        unexplained = Set(nodes.filter(\.lines.isEmpty).map(\.look)).subtracting(legend)
        idle = idle.filter { look in !drawn.contains { $0.fill == look.fill && $0.stroke == look.stroke } }
      }
      return unexplained.map { "unexplained \($0)" } + idle.map { "idle \($0)" }
    }
  }

  @Test func `the legend explains every look of a link, and nothing else`() throws {
    try expectForAll { picture in
      // Sums are wider the more they stand for, and thinner lines are of the same look.
      func plain(_ link: Scene.Link) -> LinkLook {
        var look = link.look
        look.width = 1
        return look
      }
      let (legend, drawn) = (Set(picture.legendLinks.map(plain)), Set(picture.drawnLinks.map(plain)))
      return drawn.subtracting(legend).map { "unexplained \($0)" } + legend.subtracting(drawn).map { "idle \($0)" }
    }
  }

  @Test func `the legend names the status of every link that is not simply there`() throws {
    try expectForAll { picture in
      guard picture.testDescription.contains("random") else { return [] }
      let texts = picture.legendTexts.joined(separator: "\n")
      return ["planerad", "avslutad", "förlorad", "saknas"].filter { word in
        picture.drawnLinks.contains { $0.name.contains(" (\(word)") } && !texts.contains(word)
      }
    }
  }

  @Test func `the legend says nothing twice`() throws {
    try expectForAll { picture in
      Dictionary(picture.legendTexts.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.map(\.key)
    }
  }

  @Test func `title, date, counts and sources are said`() throws {
    try expectForAll { picture in
      let texts = Dictionary(
        picture.scene.nodes.map { ($0.id, $0.lines.joined(separator: " ")) }, uniquingKeysWith: { $1 })
      var breaches: [String] = []
      if NameReading(picture.scene.nodes.first { $0.id == "title" }?.lines ?? [], of: picture.scene.title) == .wrong {
        breaches.append("title")
      }
      if let date = picture.network.profile.date, texts["counts"]?.contains("\(date)") != true {
        breaches.append("date")
      }
      let heading = picture.language == .swedish ? "Källor: " : "Sources: "
      if texts["sources"]?.hasPrefix(heading) != true { breaches.append("sources") }
      if picture.scene.summary.isEmpty { breaches.append("summary") }
      return breaches
    }
  }

  @Test func `the numbers that are said are those of what is there`() throws {
    try expectForAll { picture in
      let (actors, collaborations) = picture.expected
      let text = picture.scene.summary
      var breaches: [String] = []
      if text.firstMatch(of: /(\d+) a[ck]t[öo]r/).flatMap({ Int($0.1) }) != actors.count {
        breaches.append("actors: \(text)")
      }
      if text.firstMatch(of: /(\d+) (?:samverkansform|collaboration)/).flatMap({ Int($0.1) }) != collaborations.count {
        breaches.append("collaborations: \(text)")
      }
      return breaches
    }
  }

  @Test func `the same network gives the same scene again`() throws {
    for picture in try Picture.all.get()
    where !picture.testDescription.contains("around") && picture.network.actors.count < 350 {
      let page = picture.scene.page
      let again = try picture.diagram.scene(
        of: picture.network, options: Diagram.Options(page: page, language: picture.language))
      #expect(again == picture.scene, "\(picture.testDescription)")
    }
  }
}

/// Which of the boxes overlap, looking only at those that are near each other in height.
func overlaps(_ boxes: [(id: String, bounds: Rectangle)], tolerance: Double = 0.05) -> [String] {
  let sorted = boxes.sorted { $0.bounds.minY < $1.bounds.minY }
  var breaches: [String] = []
  for (number, first) in sorted.enumerated() {
    for second in sorted[(number + 1)...] {
      if second.bounds.minY > first.bounds.maxY { break }
      let overlap = first.bounds.overlap(with: second.bounds)
      if overlap > tolerance { breaches.append("\(first.id) and \(second.id) by \((overlap * 100).rounded() / 100)") }
    }
  }
  return breaches
}
