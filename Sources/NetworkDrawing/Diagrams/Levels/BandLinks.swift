import NetworkAnalysis
import Networks

/// Which lines a levels diagram draws: single links between boxes where they are few, and sums where they are many, so
/// that every link is in the picture and none of it is a hairball.
struct BandLinks {
  /// What a line ends at.
  enum End: Hashable {
    case cell(Int)
    case frame(Int)
  }

  struct Line {
    let from: End
    let to: End
    let look: LinkLook
    let family: LinkFamily
    let status: Status
    let isDirected: Bool
    /// What is written on it; empty on single links.
    let label: String
    let name: String
    /// In pictures of changes, what became of the links.
    var change: ChangeMark?
  }

  private(set) var lines: [Line] = []
  /// The number of links that connect what stands inside each frame; they are counted in its title.
  private(set) var innerCounts: [Int]
  /// Links of sums that were too small for the picture.
  private(set) var leftOutCount = 0

  private let cast: Cast
  private let cells: [BandCell]
  private let frames: [BandFrame]
  private let cellOf: [Int]
  private let frameOfCell: [Int]

  /// - Parameters:
  ///   - cells: all boxes of the picture, frame by frame.
  ///   - singleLimit: how many links between two frames are drawn one by one.
  ///   - lineLimit: how many lines there may be in all; the smallest sums give way.
  init(_ cast: Cast, frames: [BandFrame], isFramed: Bool, singleLimit: Int, lineLimit: Int) {
    self.cast = cast
    self.frames = frames
    cells = frames.flatMap(\.cells)
    var cellOf = [Int](repeating: -1, count: cast.items.count)
    var frameOfCell: [Int] = []
    for (number, frame) in frames.enumerated() {
      for cell in frame.cells {
        for item in cell.items { cellOf[item] = frameOfCell.count }
        frameOfCell.append(number)
      }
    }
    self.cellOf = cellOf
    self.frameOfCell = frameOfCell
    innerCounts = [Int](repeating: 0, count: frames.count)
    if isFramed {
      addSums(singleLimit: singleLimit)
      leaveOutSmallest(above: lineLimit)
    } else {
      addSingles(Array(cast.links.indices))
    }
  }

  /// One line for each pair of boxes and look; several links of the same look between the same boxes are one line.
  private mutating func addSingles(_ links: [Int]) {
    struct Key: Hashable {
      let from: Int
      let to: Int
      let look: LinkLook
    }
    var groups: [Key: [Int]] = [:]
    var order: [Key] = []
    for position in links {
      let link = cast.links[position]
      let (from, to) = (cellOf[link.from], cellOf[link.to])
      guard from != to else { continue }
      let key = Key(
        from: link.isDirected ? from : min(from, to), to: link.isDirected ? to : max(from, to), look: link.look)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(position)
    }
    for key in order {
      let positions = groups[key, default: []]
      let first = cast.links[positions[0]]
      let isSummed = positions.count > 1 && (cells[key.from].isFold || cells[key.to].isFold)
      lines.append(
        Line(
          from: .cell(key.from), to: .cell(key.to), look: key.look, family: first.family, status: first.status,
          isDirected: first.isDirected, label: isSummed ? sign(first) + "\(positions.count)" : "",
          name: positions.map { spoken(cast.links[$0]) }.joined(separator: "; "), change: first.change))
    }
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
    /// What came, what went and what stayed are never one sum.
    var change = 0
  }

  /// `+` or `–` of what came or went.
  private func sign(_ link: Cast.Link) -> String { link.change?.sort.map { ChangeMark($0).sign } ?? "" }

  private func spoken(_ link: Cast.Link) -> String {
    guard let change = link.change, change.sort != nil else { return link.sentence }
    return "\(link.sentence), \(cast.spoken(change))"
  }

  private mutating func addSums(singleLimit: Int) {
    var byFrames: [Pair: [Int]] = [:]
    for (position, link) in cast.links.enumerated() {
      let (a, b) = (frameOfCell[cellOf[link.from]], frameOfCell[cellOf[link.to]])
      if a == b {
        innerCounts[a] += 1
      } else {
        let change = link.change?.sort.flatMap(ChangeSort.allCases.firstIndex(of:)).map { $0 + 1 } ?? 0
        byFrames[Pair(first: min(a, b), second: max(a, b), change: change), default: []].append(position)
      }
    }
    let ordered = byFrames.sorted {
      ($0.key.first, $0.key.second, $0.key.change) < ($1.key.first, $1.key.second, $1.key.change)
    }
    for (pair, links) in ordered {
      // What stayed is the ground that changes stand out from.
      if pair.change == 0, cast.links[links[0]].change != nil {
        addSum(of: links, from: .frame(pair.first), to: .frame(pair.second), label: "\(links.count)")
        continue
      }
      if links.count <= singleLimit {
        addSingles(links)
        continue
      }
      let rest = addHubs(of: pair, links)
      if rest.isEmpty { continue }
      if rest.count <= singleLimit {
        addSingles(rest)
      } else {
        addSum(of: rest, from: .frame(pair.first), to: .frame(pair.second), label: "\(rest.count)")
      }
    }
  }

  /// Lines from boxes that are linked with at least half of another frame to that frame, with how many of how many.
  /// - Returns: the links that are left.
  private mutating func addHubs(of pair: Pair, _ links: [Int]) -> [Int] {
    var rest = links
    for (hubFrame, otherFrame) in [(pair.first, pair.second), (pair.second, pair.first)] {
      let size = frames[otherFrame].itemCount
      guard size >= 6 else { continue }
      var byHub: [Int: [Int]] = [:]
      for position in rest {
        let link = cast.links[position]
        let hub = frameOfCell[cellOf[link.from]] == hubFrame ? link.from : link.to
        if !cells[cellOf[hub]].isFold { byHub[hub, default: []].append(position) }
      }
      for (hub, own) in byHub.sorted(by: { $0.key < $1.key }) {
        let reached = Set(own.map { cast.links[$0].other(than: hub) })
        guard reached.count * 2 >= size else { continue }
        let word = Phrase(sv: "av", en: "of").text(in: cast.language)
        addSum(of: own, from: .cell(cellOf[hub]), to: .frame(otherFrame), label: "\(reached.count) \(word) \(size)")
        rest.removeAll(where: Set(own).contains)
      }
    }
    return rest
  }

  private mutating func addSum(of links: [Int], from: End, to: End, label: String) {
    let looks = Set(links.map { cast.links[$0].look })
    let first = cast.links[links[0]]
    let isUniform = looks.count == 1 && (!first.isDirected || first.change != nil)
    let names = Phrase(sv: "\(links.count) länkar", en: "\(links.count) links").text(in: cast.language)
    lines.append(
      Line(
        from: from, to: to, look: isUniform ? first.look : LinkFamily.summed.look().weighing(links.count),
        family: isUniform ? first.family : .summed, status: isUniform ? first.status : .active, isDirected: false,
        label: sign(first) + label,
        name: "\(name(of: from)) – \(name(of: to)): \(names) (\(label))"
          + (first.change.flatMap { $0.sort == nil ? nil : ", " + cast.spoken($0) } ?? ""),
        change: first.change))
  }

  private mutating func leaveOutSmallest(above limit: Int) {
    guard lines.count > limit else { return }
    func count(_ line: Line) -> Int { Int(line.label.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 1 }
    func isKept(_ place: Int) -> Int { lines[place].change?.sort == nil ? 0 : 1 }
    func isSum(_ line: Line) -> Bool { if case .frame = line.from, case .frame = line.to { true } else { false } }
    let sums = lines.indices.filter { isSum(lines[$0]) }
      .sorted { (isKept($0), count(lines[$0]), $0) < (isKept($1), count(lines[$1]), $1) }
    let singles = lines.indices.filter { !isSum(lines[$0]) && lines[$0].label.isEmpty }
    let isOfChanges = cast.links.first?.change != nil
    let dropped = Set((isOfChanges ? sums + singles.reversed() : singles.reversed() + sums).prefix(lines.count - limit))
    for position in dropped { leftOutCount += count(lines[position]) }
    lines = lines.indices.filter { !dropped.contains($0) }.map { lines[$0] }
  }

  private func name(of end: End) -> String {
    switch end {
    case .cell(let cell):
      cells[cell].isFold ? cells[cell].lines.joined(separator: " ") : cast.items[cells[cell].items[0]].name
    case .frame(let frame):
      "\(frames[frame].title), \(cast.vocabularies.name(of: frames[frame].level, in: cast.language).lowercased())"
    }
  }
}
