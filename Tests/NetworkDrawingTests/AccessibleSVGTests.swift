import Foundation
import GraphvizRendering
import Networks
import Testing

@testable import NetworkDrawing

/// What holds for every picture of every network, seen in the finished file.
struct AccessibleSVGTests {
  @Test func `the root has a role, a title, a description and a language`() throws {
    try expectForAll { picture in
      let (svg, root) = (picture.reading, picture.reading.rootAttributes)
      var breaches: [String] = []
      if root["role"] != "graphics-document" { breaches.append("role") }
      if root["lang"] != picture.language.rawValue || root["xml:lang"] != picture.language.rawValue {
        breaches.append("lang")
      }
      if svg.title.isEmpty && !picture.scene.title.isEmpty || svg.titleID.isEmpty
        || root["aria-labelledby"] != svg.titleID
      {
        breaches.append("title")
      }
      if svg.description.isEmpty || svg.descriptionID.isEmpty || root["aria-describedby"] != svg.descriptionID {
        breaches.append("description")
      }
      let box = "0 0 \(Int(picture.scene.bounds.width)) \(Int(picture.scene.bounds.height))"
      if root["viewBox"] != box { breaches.append("viewBox \(root["viewBox"] ?? "none"), not \(box)") }
      return breaches
    }
  }

  @Test func `every actor, collaboration, fold and link has its group with its name`() throws {
    try expectForAll { picture in
      let titles = Dictionary(picture.reading.groups.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
      let named =
        (picture.actorNodes + picture.folds).map { ($0.id, $0.name) } + picture.drawnLinks.map { ($0.id, $0.name) }
      return named.filter { id, name in
        name.isEmpty || titles[id] != LineBreaking.printable(name)
      }.map { "\($0.0): \(titles[$0.0] ?? "none"), not \($0.1)" }
    }
  }

  @Test func `groups that are read out have titles, the others are their text or hidden`() throws {
    try expectForAll { picture in
      picture.reading.groups.filter { group in
        group.role == "listitem"
          ? group.title.isEmpty : !group.title.isEmpty || (group.classes.contains("link") && !group.isHidden)
      }.map(\.id)
    }
  }

  @Test func `the lists own each named group once, and nothing that is not there`() throws {
    try expectForAll { picture in
      let owned = picture.reading.lists.flatMap { $0 }
      let items = picture.reading.groups.filter { $0.role == "listitem" }.map(\.id)
      let doubled = Dictionary(owned.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.map(\.key)
      return doubled + Set(owned).symmetricDifference(items)
    }
  }

  @Test func `ids are unique in the file`() throws {
    try expectForAll { picture in
      Dictionary(picture.reading.ids.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.map(\.key)
    }
  }

  @Test func `nothing runs and nothing is fetched`() throws {
    try expectForAll { picture in
      let known: Set = ["svg", "g", "title", "desc", "text", "polygon", "polyline", "path", "ellipse"]
      let attributes = picture.reading.attributes.filter { name, value in
        name.hasPrefix("on") || name.hasSuffix("href") || name == "style" || name == "src"
          || (!name.hasPrefix("xmlns") && (value.contains("url(") || value.contains("://")) && name != "aria-label")
      }
      return picture.reading.elementNames.subtracting(known) + attributes.map { "\($0.name)=\($0.value)" }
    }
  }

  @Test func `no declaration names a file elsewhere`() throws {
    try expectForAll { picture in
      let text = String(decoding: picture.svg, as: UTF8.self)
      return text.contains("<!DOCTYPE") || text.contains("<!ENTITY") || text.contains("<?xml-stylesheet")
        ? ["DOCTYPE"] : []
    }
  }

  @Test func `the bytes are the same when made again`() throws {
    try expectForAll { picture in try picture.scene.image(as: .svg) == picture.svg ? [] : ["differs"] }
  }

  @Test func `text is text, with the lines, sizes and colours of the scene`() throws {
    try expectForAll { picture in
      let groups = Dictionary(picture.reading.groups.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return picture.scene.nodes.filter { node in
        let wanted = node.lines.map { LineBreaking.printable($0) }.filter { !$0.isEmpty }
        guard let group = groups[node.id] else { return !wanted.isEmpty }
        let texts = group.texts.filter { !$0.text.isEmpty }
        // A blank that does not break is one that does to a reader.
        func blanks(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
        return texts.map(\.text).map(blanks) != wanted.map(blanks)
          || !texts.allSatisfy {
            abs($0.fontSize - node.fontSize) < 0.005 && $0.isBold == node.isBold
              && $0.fill == node.textColor.description
          }
      }.map { "\($0.id): \(groups[$0.id]?.texts.map(\.text) ?? []), not \($0.lines)" }
    }
  }

  @Test func `no text is smaller than 7 points in the file`() throws {
    try expectForAll { picture in picture.reading.groups.filter { $0.texts.contains { $0.fontSize < 7 } }.map(\.id) }
  }

  @Test func `text lies in its shape`() throws {
    try expectForAll { picture in
      picture.reading.groups.filter { group in
        guard let text = group.textBounds, let shape = group.shapeBounds else { return false }
        return !shape.encloses(text, within: 0.3)
      }.map { "\($0.id): \($0.texts.map(\.text))" }
    }
  }

  @Test func `nothing lies outside the page in the file`() throws {
    try expectForAll { picture in
      let page = picture.scene.bounds
      return picture.reading.groups.filter { group in
        [group.textBounds, group.shapeBounds].contains { $0.map { !page.encloses($0, within: 0.5) } ?? false }
      }.map(\.id) + picture.reading.background.filter { !page.encloses($0.bounds) }.map(\.kind)
    }
  }

  @Test func `no two boxes with text overlap in the file`() throws {
    try expectForAll { picture in
      let boxes = picture.reading.groups.filter { group in
        !group.texts.allSatisfy(\.text.isEmpty) && !group.id.hasPrefix("frame-") && !group.classes.contains("link")
      }
      return overlaps(
        boxes.map { group in
          (group.id, Rectangle(around: [group.textBounds, group.shapeBounds].compactMap { $0 }))
        }, tolerance: 0.6)
    }
  }

  @Test func `text stands out from what it stands on in the file`() throws {
    try expectForAll { picture in
      picture.reading.groups.filter { group in
        let fills = Set(group.shapes.map(\.fill)).subtracting(["none", "transparent"])
        let grounds = fills.isEmpty ? ["#ffffff", Color.band.description] : Array(fills)
        return group.texts.contains { text in grounds.contains { WCAG.contrast(text.fill, $0) < 4.5 } }
      }.map(\.id)
    }
  }
}
