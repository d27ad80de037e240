import Graphs
import NetworkAnalysis
import Networks

/// Who stands together in a network diagram, what the groups are called, and the colours they have.
struct DiagramGroups {
  let names: [String]
  /// Of each item.
  let groupOf: [Int]
  /// What those are called that have no colour of their own.
  private let others: String
  /// What a disc is, for the legend.
  let meaning: String
  /// Whether marks have their group's colour, and not their kind's.
  let isColored: Bool
  private let palette: [Palette]

  private struct Palette: Equatable {
    let fill: Color
    let stroke: Color
  }

  /// Groups that are smaller than this are put together: a disc for each would say nothing.
  private static let smallest = 3

  init(_ cast: Cast, by grouping: Diagram.Grouping, isColored: Bool) {
    let language = cast.language
    self.isColored = isColored
    var colorCount = Int.max
    if grouping == .community {
      let communities = Self.communities(cast)
      (names, groupOf, colorCount) = (communities.names, communities.groupOf, communities.count)
    } else {
      // What belongs to no county stands together by its level.
      func name(_ item: Cast.Item) -> String {
        switch grouping {
        case .county where !item.county.isEmpty: item.county
        case .county, .level, .community: cast.vocabularies.name(of: item.level, in: language)
        case .kind: item.family.name.text(in: language)
        }
      }
      let sorted = Set(cast.items.map(name)).sorted()
      let positions = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
      (names, groupOf) = (sorted, cast.items.map { positions[name($0), default: 0] })
    }
    meaning =
      switch grouping {
      case .county:
        Phrase(sv: "län, eller nivå för dem utan län", en: "county, or level for those without one").text(in: language)
      case .community:
        Phrase(sv: "grupp med tätare länkar inom sig", en: "group with denser links within it").text(in: language)
      case .level, .kind: Phrase(sv: "grupp", en: "group").text(in: language)
      }
    others = Phrase(sv: "övriga grupper", en: "other groups").text(in: language)
    palette = isColored ? Self.palette(groupOf, count: names.count, colorCount: colorCount) : []
  }

  func look(of item: Int, in cast: Cast) -> Look {
    var look = cast.items[item].family.look
    if isColored { (look.fill, look.stroke) = (palette[groupOf[item]].fill, palette[groupOf[item]].stroke) }
    return look
  }

  /// What the colours stand for; groups beyond the colours that can be told apart are grey.
  var entries: [PageFrame.Entry] {
    guard isColored else { return [] }
    let colored = zip(names, palette).filter { $1 != Self.grey }
    var entries = colored.map { PageFrame.Entry.color($0, $1.fill, $1.stroke) }
    if colored.count < names.count { entries.append(.color(others, Self.grey.fill, Self.grey.stroke)) }
    return entries
  }

  private static let grey = Palette(fill: ActorFamily.other.look.fill, stroke: ActorFamily.other.look.stroke)

  /// The largest of the first groups get the colours, the others grey.
  private static func palette(_ groupOf: [Int], count: Int, colorCount: Int) -> [Palette] {
    let colors = ActorFamily.allCases.filter { $0 != .other }.map {
      Palette(fill: $0.look.fill, stroke: $0.look.stroke)
    }
    var sizes = [Int](repeating: 0, count: count)
    for group in groupOf { sizes[group] += 1 }
    var palette = [Palette](repeating: grey, count: count)
    let largest = sizes.indices.prefix(colorCount).sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    for (group, color) in zip(largest, colors) { palette[group] = color }
    return palette
  }

  /// Those of ``Communities`` in the two-mode view, by their numbers there, named after their most prominent actors. Who
  /// is in no group worth a disc comes last and does not count.
  private static func communities(_ cast: Cast) -> (names: [String], groupOf: [Int], count: Int) {
    let graph = NetworkView(mode: .twoMode).graph(of: NetworkLinks(NetworkIndex(cast.network)))
    // Nobody cancels this.
    let groups = (try? Communities(in: graph, of: cast.network))?.groups.filter { $0.members.count >= smallest } ?? []
    var names: [String] = []
    var groupOf = [Int](repeating: groups.count, count: cast.items.count)
    for (place, group) in groups.enumerated() {
      let members = group.members.map { Int($0.position) }
      for member in members { groupOf[member] = place }
      let actors = members.filter { !cast.items[$0].isCollaboration }
      let first = (actors.isEmpty ? members : actors).min { cast.items[$0].rank < cast.items[$1].rank } ?? 0
      names.append("\(group.number). \(cast.items[first].name)")
    }
    if groupOf.contains(groups.count) {
      names.append(Phrase(sv: "utan grupp", en: "without a group").text(in: cast.language))
    }
    return (names, groupOf, groups.count)
  }
}
