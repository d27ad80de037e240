import NetworkAnalysis
import Networks

/// What pictures of gaps say about a link that a rule expects. Line, sign and words say it, and the colour says it too.
enum GapMark: Int, CaseIterable, Hashable {
  case met
  /// Only a way over others is known.
  case indirect
  case missing
  case unknown

  /// `nil` where the rule does not apply.
  init?(_ outcome: ExpectationAnswer.Outcome) {
    switch outcome {
    case .met: self = .met
    case .metIndirectly: self = .indirect
    case .partly, .planned, .lost, .absent: self = .missing
    case .unknown: self = .unknown
    case .waived: return nil
    }
  }

  /// What is there is the grey ground; what is missing is dashed, what nobody knows is dotted.
  var look: LinkLook {
    switch self {
    case .met: LinkLook(color: Color(0x6E6E6E), line: .solid, width: 1.2, head: .none)
    case .indirect: LinkLook(color: Color(0x2F6170), line: .solid, width: 0.9, head: .diamond)
    case .missing: LinkLook(color: Color(0xA83C06), line: .dashed, width: 1.7, head: .tee)
    case .unknown: LinkLook(color: Color(0x005A9C), line: .dotted, width: 1.7, head: .none)
    }
  }

  /// The outline of a box of those that it is so for.
  var boxLook: Look {
    switch self {
    case .met: Look(shape: .box, fill: .white, stroke: Color(0x6E6E6E))
    case .indirect: Look(shape: .box, fill: .white, stroke: Color(0x2F6170))
    case .missing: Look(shape: .box, fill: Color(0xFCE6DC), stroke: Color(0xA83C06), outline: .dashed)
    case .unknown: Look(shape: .box, fill: Color(0xDDEBF8), stroke: Color(0x005A9C), outline: .dotted)
    }
  }

  /// What stands before the number of those that it is so for.
  var sign: String {
    switch self {
    case .met: ""
    case .indirect: "~"
    case .missing: "–"
    case .unknown: "?"
    }
  }

  var name: Phrase {
    switch self {
    case .met: Phrase(sv: "finns", en: "there")
    case .indirect: Phrase(sv: "finns bara över andra", en: "there only over others")
    case .missing: Phrase(sv: "saknas eller räcker inte", en: "missing or not enough")
    case .unknown: Phrase(sv: "okänt", en: "unknown")
    }
  }
}

extension ExpectationAnswer.Outcome {
  /// The outcome in a word, as it stands after a name.
  var word: Phrase {
    switch self {
    case .met: Phrase(sv: "finns", en: "there")
    case .metIndirectly: Phrase(sv: "bara över andra", en: "only over others")
    case .partly: Phrase(sv: "delvis", en: "partly")
    case .planned: Phrase(sv: "planerat", en: "planned")
    case .lost: Phrase(sv: "förlorat", en: "lost")
    case .absent: Phrase(sv: "saknas", en: "absent")
    case .unknown: Phrase(sv: "okänt", en: "unknown")
    case .waived: Phrase(sv: "undantag", en: "exempt")
    }
  }
}
