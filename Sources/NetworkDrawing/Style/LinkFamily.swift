import Networks

/// The families that links are drawn in: each has a colour, a line and ends of its own.
enum LinkFamily: Int, CaseIterable, Hashable {
  case membership
  case cooperation
  case funding
  case steering
  case support
  case structure
  /// Links of any family, summed up in one line with their number.
  case summed

  init(_ kind: TieKind) {
    self = Self.byKind[kind.rawValue] ?? .cooperation
  }

  /// The look of a link of the family; what is only planned is dotted, what is no longer or not there ends in bars.
  func look(_ status: Status = .active, isDirected: Bool = true) -> LinkLook {
    var look =
      switch self {
      case .membership: LinkLook(color: Color(0x5A5A5A), line: .solid, width: 0.8, head: .none)
      case .cooperation: LinkLook(color: Color(0x005A9C), line: .solid, width: 1.6, head: .none)
      case .funding: LinkLook(color: Color(0x00694F), line: .dashed, width: 1.1, head: .normal)
      case .steering: LinkLook(color: Color(0x5B3A8C), line: .solid, width: 1.1, head: .normal)
      case .support: LinkLook(color: Color(0xA83C06), line: .dashed, width: 1.1, head: .vee)
      case .structure: LinkLook(color: Color(0x2F6170), line: .solid, width: 0.9, head: .diamond)
      case .summed: LinkLook(color: Color(0x8A8A8A), line: .solid, width: 2, head: .none)
      }
    if !isDirected { look.head = .none }
    switch status {
    case .active: break
    case .planned:
      // Dots are fainter than a line of the same width.
      look.line = .dotted
      look.width = max(look.width, 1.3)
    case .ended, .lost, .absent:
      look.line = .dotted
      look.head = .tee
      look.tail = .tee
    }
    return look
  }

  func name(_ language: Language) -> String {
    let phrase =
      switch self {
      case .membership: Phrase(sv: "deltar i samverkan", en: "takes part in a collaboration")
      case .cooperation: Phrase(sv: "dialog, samarbete, avtal", en: "dialogue, cooperation, agreement")
      case .funding: Phrase(sv: "finansierar", en: "funds")
      case .steering: Phrase(sv: "styr eller beställer", en: "steers or commissions")
      case .support: Phrase(sv: "stöder, informerar, lämnar data", en: "supports, informs, provides data")
      case .structure: Phrase(sv: "äger, är del av, efterträder", en: "owns, is part of, succeeds")
      case .summed: Phrase(sv: "flera länkar, med antal", en: "several links, with their number")
      }
    return phrase.text(in: language)
  }

  private static let byKind: [String: LinkFamily] = [
    "funds": .funding, "steers": .steering, "commissions": .steering, "coordinates": .steering,
    "supports": .support, "informs": .support, "provides-data": .support, "inspires": .support,
    "represents": .support, "part-of": .structure, "owns": .structure, "successor-of": .structure,
    "employs": .structure,
  ]
}
