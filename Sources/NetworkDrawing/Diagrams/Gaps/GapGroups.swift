import NetworkAnalysis
import Networks

/// One rule in a picture: everybody that it applies to as a box, grouped by what is recorded of them, with a line from
/// each group to whom they are to have a link to.
struct GapGroups {
  private struct Group {
    let outcome: ExpectationAnswer.Outcome
    let mark: GapMark
    let answers: [ExpectationAnswer]
    var columnCount = 1
  }

  private let outcomes: RuleOutcomes
  private let index: NetworkIndex
  private let language: Language
  private let groups: [Group]
  private static let fontSize = 7.2
  private static let boxHeight = 22.0
  private static let rowGap = 4.0
  private static let groupGap = 12.0

  init(_ outcomes: RuleOutcomes, _ index: NetworkIndex, _ language: Language) {
    self.outcomes = outcomes
    self.index = index
    self.language = language
    groups = ExpectationAnswer.Outcome.allCases.compactMap { outcome in
      guard let mark = GapMark(outcome) else { return nil }
      let answers = outcomes.answers.filter { $0.outcome == outcome }.sorted { first, second in
        let names = [first, second].map {
          Spelling.sortKey(index.actor($0.actor)?.name(in: language) ?? $0.actor.rawValue)
        }
        return (names[0], first.actor) < (names[1], second.actor)
      }
      return answers.isEmpty ? nil : Group(outcome: outcome, mark: mark, answers: answers)
    }
  }

  private var words: Vocabularies { index.network.vocabularies }

  /// How many columns of boxes each group gets: in turn one more to the group with the most in a column.
  private func divided(_ columnCount: Int) -> [Group] {
    var groups = groups
    var rest = columnCount - groups.count
    while rest > 0 {
      guard
        let tallest = groups.indices.max(by: { first, second in
          (rows(groups[first]), second) < (rows(groups[second]), first)
        }), rows(groups[tallest]) > 1
      else { break }
      groups[tallest].columnCount += 1
      rest -= 1
    }
    return groups
  }

  private func rows(_ group: Group) -> Int { (group.answers.count + group.columnCount - 1) / group.columnCount }

  /// Draws into the room, and gives where the picture ends.
  func draw(in room: Rectangle, on scene: inout Scene) -> Double {
    let left = room.minX + GapBands.titleWidth + 4
    let space = room.maxX - 4 - left - Double(groups.count - 1) * Self.groupGap
    let boxWidth = max(40, min(110, space / Double(max(groups.count, Int(space / 84)))))
    let groups = divided(max(groups.count, Int(space / boxWidth)))
    // As many rows as the page holds beside the counterpart and what surrounds them.
    let capacity = max(2, Int((room.height - 150) / (Self.boxHeight + Self.rowGap)))
    let rowCount = min(capacity, groups.map(rows).max() ?? 1)
    let listHeight = 14 + Double(rowCount) * (Self.boxHeight + Self.rowGap)
    let barLines = LineBreaking(
      width: min(300, room.maxX - left) - 20, fontSize: 8, isBold: true, lineLimit: 2
    ).lines(of: outcomes.counterpartName)
    let barHeight = Double(barLines.count) * 10 + 8 + outcomes.counterpartLook.shape.heightInset
    let (bands, isBelow, isSameLevel) = bands(listHeight, barHeight, in: room)
    bands.draw(words, language, on: &scene)
    guard let own = bands.band(of: outcomes.subjectLevel), let other = bands.band(of: outcomes.counterpartLevel) else {
      return bands.bottom
    }
    let barRange = isSameLevel ? other.second ?? other.first : other.first
    let used = groups.reduce(0.0) { $0 + Double($1.columnCount) * boxWidth } + Double(groups.count - 1) * Self.groupGap
    let bar = Rectangle(
      x: left, y: (barRange.lowerBound + barRange.upperBound - barHeight) / 2,
      width: min(max(used, 300), room.maxX - 4 - left), height: barHeight)
    scene.nodes.append(
      Scene.Node(
        id: "counterpart-1", role: .actor, bounds: bar, look: outcomes.counterpartLook, lines: barLines, fontSize: 8,
        isBold: true,
        name: "\(outcomes.counterpartName), \(words.name(of: outcomes.counterpartLevel, in: language).lowercased())"))
    var x = left
    for (number, group) in groups.enumerated() {
      let width = Double(group.columnCount) * boxWidth
      draw(
        group, number + 1, in: Rectangle(x: x, y: own.first.lowerBound, width: width, height: listHeight),
        boxWidth: boxWidth,
        rowCount: rowCount, on: &scene)
      let middle = min(x + width / 2, bar.maxX - 2)
      let start = Point(middle, isBelow ? own.first.upperBound : own.first.lowerBound)
      let end = Point(middle, isBelow ? bar.minY : bar.maxY)
      let step = (end - start) * (1.0 / 3)
      scene.links.append(
        Scene.Link(
          id: "link-\(number + 1)", from: "frame-\(number + 1)", to: "counterpart-1",
          course: [start, start + step, end - step, end], look: group.mark.look, name: spoken(group)))
      scene.nodes.append(
        Scene.Node(
          id: "link-\(number + 1)-count", role: .text,
          bounds: Rectangle(x: middle + 3, y: isBelow ? start.y + 7 : start.y - 17, width: 30, height: 10),
          lines: [group.mark.sign + String(group.answers.count)], fontSize: 8, isBold: true, alignment: .leading))
      x += width + Self.groupGap
    }
    return bands.bottom
  }

  private func bands(
    _ listHeight: Double, _ barHeight: Double, in room: Rectangle
  ) -> (GapBands, isBelow: Bool, isSameLevel: Bool) {
    let (subject, counterpart) = (outcomes.subjectLevel, outcomes.counterpartLevel)
    if subject == counterpart {
      return (GapBands([(subject, listHeight, barHeight, false, false)], in: room), true, true)
    }
    let levels = GapBands.ordered([subject, counterpart], words)
    let isBelow = levels.first == subject
    return (
      GapBands(
        levels.map { level in
          (
            level, level == subject ? listHeight : barHeight, 0, level == subject && !isBelow,
            level == subject && isBelow
          )
        }, in: room), isBelow, false
    )
  }

  private func draw(
    _ group: Group, _ number: Int, in bounds: Rectangle, boxWidth: Double, rowCount: Int, on scene: inout Scene
  ) {
    scene.panels.append(Scene.Panel(bounds: bounds, fill: .white, stroke: .frame))
    let word = group.outcome.word.text(in: language)
    let title = "\(word.prefix(1).uppercased())\(word.dropFirst()) (\(group.answers.count))"
    let lines = LineBreaking(width: bounds.width - 8, fontSize: 7.6, isBold: true, lineLimit: 1).lines(of: title)
    scene.nodes.append(
      Scene.Node(
        id: "frame-\(number)", role: .group,
        bounds: Rectangle(x: bounds.minX + 4, y: bounds.minY + 2, width: bounds.width - 8, height: 10), lines: lines,
        fontSize: 7.6, isBold: true, alignment: .leading, name: title))
    let capacity = rowCount * group.columnCount
    let shown = group.answers.count <= capacity ? group.answers.count : capacity - 1
    for place in 0..<min(group.answers.count, capacity) {
      let (column, row) = (place / rowCount, place % rowCount)
      let box = Rectangle(
        x: bounds.minX + Double(column) * boxWidth + 3,
        y: bounds.minY + 14 + Double(row) * (Self.boxHeight + Self.rowGap),
        width: boxWidth - 6, height: Self.boxHeight)
      if place < shown {
        scene.nodes.append(node(group.answers[place], group, "\(number)-\(place + 1)", box))
      } else {
        let rest = group.answers[shown...].map(name)
        scene.nodes.append(
          Scene.Node(
            id: "fold-\(number)", role: .group, bounds: box, look: group.mark.boxLook,
            lines: [Phrase(sv: "+\(rest.count) till", en: "+\(rest.count) more").text(in: language)],
            fontSize: Self.fontSize,
            name: "+\(rest.count): \(rest.joined(separator: ", "))"))
      }
    }
  }

  private func name(_ answer: ExpectationAnswer) -> String {
    index.actor(answer.actor)?.name(in: language) ?? answer.actor.rawValue
  }

  private func node(_ answer: ExpectationAnswer, _ group: Group, _ id: String, _ box: Rectangle) -> Scene.Node {
    let name = name(answer)
    let share =
      answer.outcome == .partly
      ? Phrase(
        sv: " (\(answer.heldCount)\u{A0}av\u{A0}\(answer.neededCount))",
        en: " (\(answer.heldCount)\u{A0}of\u{A0}\(answer.neededCount))"
      ).text(in: language) : ""
    return Scene.Node(
      id: "actor-\(id)", role: .actor, bounds: box, look: group.mark.boxLook,
      lines: LineBreaking(width: box.width - 6, fontSize: Self.fontSize, lineLimit: 2).lines(of: name + share),
      fontSize: Self.fontSize, name: "\(name): \(group.outcome.word.text(in: language))\(share)")
  }

  private func spoken(_ group: Group) -> String {
    let count = Phrase(
      sv: "\(group.answers.count) av \(outcomes.answers.count)",
      en: "\(group.answers.count) of \(outcomes.answers.count)")
    return "\(group.outcome.word.text(in: language)), \(count.text(in: language)) – \(outcomes.counterpartName): "
      + group.answers.map(name).joined(separator: ", ")
  }
}
