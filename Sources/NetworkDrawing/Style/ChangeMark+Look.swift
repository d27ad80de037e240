import NetworkAnalysis
import Networks

extension ChangeMark {
  /// New stands out full, gone fades into dots between bars, changed is dashed; what stayed is the grey ground.
  var look: LinkLook {
    switch sort {
    case nil: LinkLook(color: Color(0x8A8A8A), line: .solid, width: 0.8, head: .none)
    case .came: LinkLook(color: Color(0x005A9C), line: .solid, width: 1.7, head: .dot)
    case .went: LinkLook(color: Color(0xA83C06), line: .dotted, width: 1.6, head: .tee, tail: .tee)
    case .changed: LinkLook(color: Color(0x5B3A8C), line: .dashed, width: 1.4, head: .diamond)
    }
  }

  func look(_ shape: Look.Shape) -> Look {
    switch sort {
    case nil: Look(shape: shape, fill: .white, stroke: .frame)
    case .came: Look(shape: shape, fill: Color(0xDDEBF8), stroke: Color(0x005A9C))
    case .went: Look(shape: shape, fill: Color(0xFCE6DC), stroke: Color(0xA83C06), outline: .dotted)
    case .changed: Look(shape: shape, fill: Color(0xEEE8F7), stroke: Color(0x5B3A8C), outline: .dashed)
    }
  }

  /// The mark that says it without colour and line.
  var sign: String {
    switch sort {
    case nil: ""
    case .came: "+"
    case .went: "–"
    case .changed: "~"
    }
  }

  var prefix: String { sort == nil ? "" : isCertain ? sign + "\u{A0}" : sign + "?\u{A0}" }

  /// What follows a name that is read out.
  var spoken: Phrase {
    let possibly = isCertain ? Phrase(sv: "", en: "") : Phrase(sv: "möjligen ", en: "possibly ")
    let word: Phrase =
      switch sort {
      case nil: Phrase(sv: "kvar", en: "kept")
      case .came: Phrase(sv: "ny", en: "new")
      case .went: Phrase(sv: "borta", en: "gone")
      case .changed: Phrase(sv: "ändrad", en: "changed")
      }
    return Phrase(sv: possibly.swedish + word.swedish, en: possibly.english + word.english)
  }
}
