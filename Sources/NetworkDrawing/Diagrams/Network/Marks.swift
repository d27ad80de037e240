import Graphs
import NetworkAnalysis
import Networks

/// How large the marks of a network diagram are: by a measure whose values their areas show, or by two plain sizes, the
/// larger for the most prominent.
struct Marks {
  /// Of each item.
  let radii: [Double]
  /// The order in which names get the room there is: positions in the cast's items.
  let order: [Int]
  /// What each size means, where it means something.
  let entries: [PageFrame.Entry]
  let isSized: Bool

  private static let smallest = 1.6
  private static let largest = 11.0

  init(_ cast: Cast, sizeBy measure: CentralityMeasure?) {
    guard let measure else {
      let plain = cast.items.count > 1500 ? 1.4 : 2.2
      radii = cast.items.map { $0.rank < 120 ? 3.0 : plain }
      order = cast.items.indices.sorted { cast.items[$0].rank < cast.items[$1].rank }
      entries = []
      isSized = false
      return
    }
    let graph = NetworkView(mode: .twoMode).graph(of: NetworkLinks(NetworkIndex(cast.network)))
    // Nobody cancels this. A graph of a million marks would be no picture.
    let scores = (try? measure.scores(in: graph)) ?? NodeScores([Double](repeating: .nan, count: graph.nodeCount))
    let values = graph.nodes.map { scores[$0] ?? 0 }
    let most = values.max() ?? 0
    // Areas are seen as quantities; a page bears so much of them.
    let room = cast.items.count > 300 ? (300 / Double(cast.items.count)).squareRoot() : 1
    let largest = max(Self.largest * room, 4)
    func radius(_ value: Double) -> Double {
      most > 0 ? max(Self.smallest, largest * (max(0, value) / most).squareRoot()) : Self.smallest
    }
    radii = values.map(radius)
    order = values.indices.sorted { (values[$0], cast.items[$1].rank) > (values[$1], cast.items[$0].rank) }
    let name = measure.name.text(in: cast.language)
    entries =
      most > 0
      ? [most, most / 4].map { .size("\(name) \(Self.text($0, cast.language))", radius($0)) } : []
    isSized = true
  }

  /// Two significant digits, which is what an eye can tell of an area.
  private static func text(_ value: Double, _ language: Language) -> String {
    var (scaled, digits) = (value, 0)
    while scaled < 10, digits < 6 { (scaled, digits) = (scaled * 10, digits + 1) }
    if digits <= 1 { return String(Int(value.rounded())) }
    let whole = Int(scaled.rounded())
    let unit = (1..<digits).reduce(10) { unit, _ in unit * 10 }
    let fraction = String(whole % unit)
    let sign = language == .swedish ? "," : "."
    var text = "\(whole / unit)\(sign)" + String(repeating: "0", count: digits - fraction.count) + fraction
    while text.last == "0" { text.removeLast() }
    if text.hasSuffix(sign) { text.removeLast() }
    return text
  }
}
