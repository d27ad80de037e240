import Networks

/// What a reader of graphs leaves out or guesses, each sort counted and told once with its first place; and its errors,
/// the first hundred one by one.
struct RemarkTally {
  enum Sort: Hashable {
    case unknownKey
    case port
    case furtherGraph
    case withoutID
    case edgeWithoutEnds
    case arrowAgainstDirection
    case dataLeftOut
    case mutualLink
    case severalSpells
    case leftOut(String, String)
    case nested(String)
  }

  private let file: String
  private var counts: [Sort: Int] = [:]
  private var firsts: [Sort: (line: Int, example: String)] = [:]
  private var order: [Sort] = []
  private var errors: [Problem] = []
  private var errorCount = 0
  private static let errorLimit = 100

  init(file: String) { self.file = file }

  mutating func add(_ sort: Sort, line: Int, _ example: String = "") {
    counts[sort, default: 0] += 1
    guard firsts[sort] == nil else { return }
    firsts[sort] = (line, example)
    order.append(sort)
  }

  mutating func error(_ problem: Problem) {
    errorCount += 1
    if errors.count < Self.errorLimit { errors.append(problem) }
  }

  /// - Parameter graph: whose links' ends must be nodes of it, where the format demands that.
  func problems(undeclaredIn graph: AttributedGraph? = nil) -> [Problem] {
    var tally = self
    if let graph {
      for node in 0..<graph.nodeCount where !graph.isDeclared(node) {
        let line = graph.line(ofNode: node)
        tally.error(
          .unknownNode(graph.id(node), at: Problem.Place(file: file, part: graph.linkPart, row: line > 0 ? line : nil)))
      }
    }
    var all = tally.errors
    if tally.errorCount > Self.errorLimit {
      let rest = tally.errorCount - Self.errorLimit
      all.append(
        Problem(
          .error, .badSyntax, at: Problem.Place(file: file),
          Phrase(sv: "… och \(rest) fel till i filen.", en: "… and \(rest) more errors in the file."),
          remedy: Phrase(
            sv: "Rätta de första; ofta har de samma orsak.", en: "Mend the first; they often have one cause.")))
    }
    return all
      + order.compactMap { sort in
        firsts[sort].map { first in
          Problem.leftOut(
            at: Problem.Place(file: file, row: first.line > 0 ? first.line : nil),
            text(sort, counts[sort, default: 0], first.example))
        }
      }
  }

  private func text(_ sort: Sort, _ count: Int, _ example: String) -> Phrase {
    switch sort {
    case .unknownKey:
      Phrase(
        sv: "\(count) värden utelämnades: deras nyckel, den första “\(example)”, är inte deklarerad.",
        en: "\(count) values were left out: their key, the first “\(example)”, is not declared.")
    case .port:
      Phrase(
        sv: "\(count) portar utelämnades; länkarna till dem går till noden.",
        en: "\(count) ports were left out; links to them go to the node.")
    case .furtherGraph:
      Phrase(
        sv: "Filen har \(count + 1) grafer; alla lästes som en.",
        en: "The file has \(count + 1) graphs; all were read as one.")
    case .withoutID:
      Phrase(sv: "\(count) noder utan id utelämnades.", en: "\(count) nodes without an id were left out.")
    case .edgeWithoutEnds:
      Phrase(
        sv: "\(count) länkar som saknar en ände utelämnades.", en: "\(count) links that lack an end were left out.")
    case .arrowAgainstDirection:
      Phrase(
        sv: "\(count) länkar ritas med pilar men är oriktade i filen; de lästes som oriktade.",
        en: "\(count) links are drawn with arrows but undirected in the file; they were read as undirected.")
    case .dataLeftOut:
      Phrase(
        sv: "\(count) värden hör till något som inte lästes, och utelämnades.",
        en: "\(count) values belong to something that was not read, and were left out.")
    case .mutualLink:
      Phrase(
        sv: "\(count) länkar är ömsesidiga och lästes som oriktade.",
        en: "\(count) links are mutual and were read as undirected.")
    case .severalSpells:
      Phrase(
        sv: "\(count) värden som ändras över tid behöll det första.",
        en: "\(count) values that change over time kept the first.")
    case .leftOut(let sv, let en): Phrase(sv: "\(count) \(sv)", en: "\(count) \(en)")
    case .nested(let name):
      Phrase(
        sv: "\(count) sammansatta värden i “\(name)” behölls som text.",
        en: "\(count) nested values in “\(name)” were kept as text.")
    }
  }
}
