public import Networks

/// What a new link is to be good for.
public enum SuggestionAim: String, Sendable, Hashable, CaseIterable {
  /// That declared rules are met.
  case expectations
  /// That it is less far from local to national actors.
  case reach
  /// That fewer actors hang on a single other actor or link.
  case robustness
  /// That those meet who have partners in common, or who are like others that meet.
  case similarity

  public var name: Phrase {
    switch self {
    case .expectations: Phrase(sv: "regler", en: "rules")
    case .reach: Phrase(sv: "räckvidd", en: "reach")
    case .robustness: Phrase(sv: "tålighet", en: "robustness")
    case .similarity: Phrase(sv: "likhet", en: "similarity")
    }
  }

  /// What its value counts, as a sentence.
  public var rule: Phrase {
    switch self {
    case .expectations:
      Phrase(
        sv:
          "Regler som länken skulle uppfylla: ”ska” räknas dubbelt mot ”bör”, en förlorad länk dubbelt mot en okänd, och "
          + "var och en delas på roten ur hur många motparter som duger lika bra.",
        en: "Rules that the link would meet: “must” counts twice as much as “should”, a lost link twice as much as an "
          + "unknown one, and each is divided by the root of how many counterparts would do as well.")
    case .reach:
      Phrase(
        sv: "Hur mycket kortare vägarna från lokala till nationella aktörer blir; varje par räknas som ett delat med "
          + "antalet steg.",
        en:
          "How much shorter the ways from local to national actors become; each pair counts as one divided by its steps."
      )
    case .robustness:
      Phrase(
        sv: "Hur många som inte längre hänger på en enda aktör eller en enda länk.",
        en: "How many no longer hang on a single actor or a single link.")
    case .similarity:
      Phrase(
        sv:
          "Gemensamma partner, där stora forum och partner med många kontakter väger lätt, och hur många av de mest lika "
          + "aktörerna som har länken.",
        en:
          "Partners in common, of which large forums and partners with many contacts weigh little, and how many of the "
          + "most alike actors have the link.")
    }
  }
}

/// How much each aim counts beside the others: shares of 1.
public struct SuggestionWeights: Sendable, Hashable {
  private var values: [SuggestionAim: Double]

  /// - Parameter values: not negative; what is no such number counts as 0. Without any above 0 all aims count alike.
  public init(_ values: [SuggestionAim: Double]) {
    let valid = values.filter { $0.value > 0 && $0.value.isFinite }
    let sum = SuggestionAim.allCases.reduce(0) { $0 + (valid[$1] ?? 0) }
    self.values = sum > 0 && sum.isFinite ? valid.mapValues { $0 / sum } : [:]
    if self.values.isEmpty {
      for aim in SuggestionAim.allCases { self.values[aim] = 1 / Double(SuggestionAim.allCases.count) }
    }
  }

  /// Some aims alike and the others not at all.
  public init(only aims: Set<SuggestionAim>) {
    self.init(Dictionary(aims.map { ($0, 1) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Rules count twice as much as each of the others: they were decided, the others are found.
  public static let standard = Self([.expectations: 2, .reach: 1, .robustness: 1, .similarity: 1])

  public subscript(aim: SuggestionAim) -> Double { values[aim] ?? 0 }
}

/// A number for each aim.
public struct AimValues: Sendable, Hashable {
  var numbers: SIMD4<Double>

  init(_ numbers: SIMD4<Double> = .zero) { self.numbers = numbers }

  public internal(set) subscript(aim: SuggestionAim) -> Double {
    get { numbers[aim.position] }
    set { numbers[aim.position] = newValue }
  }
}

extension SuggestionAim {
  fileprivate var position: Int {
    switch self {
    case .expectations: 0
    case .reach: 1
    case .robustness: 2
    case .similarity: 3
    }
  }
}
