public import Graphs
public import Networks

/// Which levels are not linked with each other, and whether links stay within levels, counties or kinds of actor more
/// than chance would have it.
///
/// Rule: see ``GroupDensities``. Two levels of which no link is recorded are a finding, known to be absent only if every
/// source that says anything says so. An E-I index that permutations of the actors' groups reach at most once in twenty
/// is uneven.
public struct LevelGaps: GapQuestion {
  public static let name = "levels"
  public static let title = Phrase(sv: "Mellan nivåerna", en: "Between the levels")
  public static let rule = Phrase(
    sv:
      "Två aktörer har en länk om de har en direkt koppling eller deltar i samma samverkan. Par som ingen källa säger "
      + "något om är okända, så tätheten ligger någonstans i intervallet.",
    en:
      "Two actors are linked if they have a tie or take part in the same collaboration. Pairs that no source mentions "
      + "are unknown, so the density lies somewhere in the interval.")

  public var permutations: Int

  public init(permutations: Int = 999) { self.permutations = permutations }

  public func findings(in context: GapContext, work: Work) throws(CancellationError) -> [Finding] {
    var findings: [Finding] = []
    for attribute in Attribute.allCases {
      let densities = try GroupDensities(by: attribute, in: context, permutations: permutations, work: work)
      if attribute == .level { findings += unlinked(densities, context) }
      if let finding = uneven(densities) { findings.append(finding) }
    }
    return findings
  }

  private func unlinked(_ densities: GroupDensities, _ context: GapContext) -> [Finding] {
    let words = context.network.vocabularies
    return densities.pairs.filter { $0.linked == 0 && $0.possible > 0 && $0.first != $0.second }.map { pair in
      let (first, second) = (Level(densities.groups[pair.first]), Level(densities.groups[pair.second]))
      let names = Phrase {
        words.name(of: first, in: $0).lowercased() + ($0 == .swedish ? " och " : " and ")
          + words.name(of: second, in: $0).lowercased()
      }
      let isAbsent = pair.absent == pair.possible
      return Finding(
        question: Self.name, sort: isAbsent ? .absent : .unknown, actors: [],
        summary: isAbsent
          ? Phrase(
            sv: "Det finns ingen länk mellan \(names.swedish).", en: "There is no link between \(names.english).")
          : Phrase(
            sv: "Ingen länk är antecknad mellan \(names.swedish); \(pair.unknown) par är okända.",
            en: "No link is recorded between \(names.english); \(pair.unknown) pairs are unknown."),
        remedy: Phrase(
          sv: "Fråga aktörerna på den smalare nivån vem de når på den bredare.",
          en: "Ask the actors of the narrower level whom they reach on the wider one."))
    }
  }

  private func uneven(_ densities: GroupDensities) -> Finding? {
    guard let test = densities.externalInternal, densities.groups.count > 1 else { return nil }
    let isClosed = test.lowerProbability <= 0.05
    guard isClosed || test.higherProbability <= 0.05 else { return nil }
    let attribute = densities.attribute.name
    func number(_ value: Double) -> String {
      let hundredths = Int((value * 100).rounded())
      return (hundredths < 0 ? "−" : "") + "\(abs(hundredths) / 100)," + (abs(hundredths) % 100 < 10 ? "0" : "")
        + "\(abs(hundredths) % 100)"
    }
    let (value, expected) = (number(test.value), number(test.expected))
    let (englishValue, englishExpected) = (value.replacingCommas, expected.replacingCommas)
    return Finding(
      question: Self.name, sort: .uneven, actors: [],
      summary: isClosed
        ? Phrase(
          sv:
            "Länkarna håller sig inom samma \(attribute.swedish) mer än slumpen: E-I-index \(value), väntat \(expected).",
          en:
            "Links stay within the same \(attribute.english) more than by chance: E-I index \(englishValue), expected \(englishExpected)."
        )
        : Phrase(
          sv: "Länkarna går mellan olika \(attribute.swedish) mer än slumpen: E-I-index \(value), väntat \(expected).",
          en:
            "Links lead across \(attribute.english) more than by chance: E-I index \(englishValue), expected \(englishExpected)."
        ),
      remedy: isClosed
        ? Phrase(
          sv: "Se efter vilka som bär länkarna ut med “samverkan brokers”.",
          en: "See who carries the links that lead out with “samverkan brokers”.")
        : Phrase(sv: "", en: ""))
  }
}

extension String {
  fileprivate var replacingCommas: String { String(map { $0 == "," ? "." : $0 }) }
}
