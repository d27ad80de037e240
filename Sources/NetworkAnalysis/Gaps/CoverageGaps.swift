public import Graphs
public import Networks

/// What most actors of a kind have recorded that one has not: which focus areas it works with, and with what kinds of
/// actor.
///
/// Rule: see ``Coverage``. A focus area or a kind of partner that at least ``minimumShare`` of the actors have is missed
/// where it is lost, absent or not recorded; what is planned is not.
public struct CoverageGaps: GapQuestion {
  public static let name = "coverage"
  public static let title = Phrase(sv: "Täckning", en: "Coverage")
  public static let rule = Phrase(
    sv:
      "Fokusområden och partnertyper som minst tre av fyra regioner har länkar till, och vilka regioner som inte har det "
      + "antecknat. Uppdrag som alla har fått räknas inte.",
    en:
      "Focus areas and kinds of partner that at least three regions of four have links to, and which regions have none "
      + "recorded. Mandates that all were given do not count.")

  public var rows: Coverage.Rows
  /// From 0 to 1.
  public var minimumShare: Double

  public init(rows: Coverage.Rows = .regions, minimumShare: Double = 0.75) {
    self.rows = rows
    self.minimumShare = minimumShare
  }

  public func findings(in context: GapContext, work: Work) throws(CancellationError) -> [Finding] {
    var findings: [Finding] = []
    for columns in [Coverage.Columns.focusAreas, .actorKinds] {
      try work.check()
      let matrix = Coverage(rows: rows, columns: columns, order: .name).matrix(of: context.index)
      let usual = matrix.columns.indices.filter { column in
        let covered = matrix.rows.indices.count { matrix[$0, column].state == .covered }
        return !matrix.rows.isEmpty && Double(covered) >= minimumShare * Double(matrix.rows.count)
      }
      for row in matrix.rows.indices {
        guard case .actor(let actor) = matrix.rows[row], context.scope.contains(actor) else { continue }
        for (state, sort) in [(CoverageMatrix.State.absent, Finding.Sort.absent), (.lost, .lost), (.unknown, .unknown)]
        {
          let missed = usual.filter { matrix[row, $0].state == state }
          if !missed.isEmpty { findings.append(finding(actor, missed, sort, matrix, columns, context)) }
        }
      }
    }
    let order = Finding.Sort.allCases
    return findings.enumerated().sorted {
      (order.firstIndex(of: $0.element.sort) ?? 0, $0.offset) < (order.firstIndex(of: $1.element.sort) ?? 0, $1.offset)
    }.map(\.element)
  }

  private func finding(
    _ actor: NetworkActor.ID, _ missed: [Int], _ sort: Finding.Sort, _ matrix: CoverageMatrix,
    _ columns: Coverage.Columns, _ context: GapContext
  ) -> Finding {
    let words = context.network.vocabularies
    let list = Phrase.list(
      missed.map { column in Phrase { matrix.columns[column].name(in: context.index, words, $0) } }, limit: 6)
    let name = context.name(actor)
    let isFocus = columns == .focusAreas
    let what = Phrase(
      sv: isFocus ? "samverkan om" : "kontakt med", en: isFocus ? "collaboration about" : "contact with")
    let summary =
      switch sort {
      case .absent:
        Phrase(
          sv: "\(name.swedish): \(what.swedish) \(list.swedish) saknas enligt källan.",
          en: "\(name.english): \(what.english) \(list.english) is absent according to the source.")
      case .lost:
        Phrase(
          sv: "\(name.swedish): \(what.swedish) \(list.swedish) har upphört.",
          en: "\(name.english): \(what.english) \(list.english) has ended.")
      default:
        Phrase(
          sv: "\(name.swedish): inget antecknat om \(what.swedish) \(list.swedish).",
          en: "\(name.english): nothing recorded about \(what.english) \(list.english).")
      }
    return Finding(
      question: Self.name, sort: sort, actors: [actor], summary: summary,
      remedy: Phrase(
        sv: "Fråga \(name.swedish) och anteckna svaret, även om det är nej.",
        en: "Ask \(name.english) and record the answer, even if it is no."))
  }
}
