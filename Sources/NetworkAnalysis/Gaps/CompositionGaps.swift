public import Graphs
public import Networks

/// Which collaborations lack a kind of actor that most of their kind have.
///
/// Rule: see ``Composition``.
public struct CompositionGaps: GapQuestion {
  public static let name = "composition"
  public static let title = Phrase(sv: "Vilka som inte sitter med", en: "Who is not at the table")
  public static let rule = Phrase(
    sv: "En samverkan jämförs med andra av samma typ: om minst sex av tio har med en viss typ av aktör är den utan ett "
      + "fynd. Bara samverkan med minst två antecknade deltagare, och minst fem av typen, jämförs.",
    en: "A collaboration is compared with others of its kind: if at least six of ten have a certain kind of actor, one "
      + "without is a finding. Only those with two recorded members or more, and kinds with five or more, are compared."
  )

  public var composition: Composition

  public init(_ composition: Composition = Composition()) { self.composition = composition }

  public func findings(in context: GapContext, work: Work) throws(CancellationError) -> [Finding] {
    try work.check()
    let words = context.network.vocabularies
    return composition.gaps(in: context.index).compactMap { gap in
      let members = context.index.memberships(in: gap.collaboration).map(\.actor)
      guard members.contains(where: context.scope.contains) else { return nil }
      let sort: Finding.Sort =
        switch gap.state {
        case .absent: .absent
        case .lost: .lost
        case .unknown, .planned, .covered: .unknown
        }
      let name = context.name(gap.collaboration)
      return Finding(
        question: Self.name, sort: sort, actors: [], collaborations: [gap.collaboration],
        summary: Phrase { name.text(in: $0) + ": " + gap.sentence(words, $0) + "." },
        remedy: Phrase(
          sv: "Fråga den som samordnar \(name.swedish) vilka som är med.",
          en: "Ask who coordinates \(name.english) who takes part."))
    }
  }
}
