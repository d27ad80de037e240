import Networks

extension Role {
  /// How taking part in this role is drawn: by colour, line and what stands at the collaboration's end.
  func look(_ status: Status) -> LinkLook {
    var look =
      switch self {
      case .owner: LinkLook(color: Color(0x5B3A8C), line: .solid, width: 1.8, head: .diamond)
      case .coordinator: LinkLook(color: Color(0x005A9C), line: .solid, width: 1.6, head: .normal)
      case .chair: LinkLook(color: Color(0x005A9C), line: .solid, width: 1.2, head: .vee)
      case .steering: LinkLook(color: Color(0x963268), line: .dashed, width: 1.2, head: .vee)
      case .funder: LinkLook(color: Color(0x00694F), line: .dashed, width: 1.2, head: .normal)
      case .member: LinkLook(color: Color(0x4A4A4A), line: .solid, width: 0.9, head: .dot)
      case .participant: LinkLook(color: Color(0x5A5A5A), line: .solid, width: 0.8, head: .none)
      case .observer: LinkLook(color: Color(0x6B4E00), line: .dashed, width: 0.8, head: .none)
      }
    switch status {
    case .active: break
    case .planned:
      // Dots are fainter than a line of the same width.
      look.line = .dotted
      look.width = max(look.width, 1.3)
    case .ended, .lost, .absent:
      look.line = .dotted
      look.tail = .tee
    }
    return look
  }

  /// From the one that leads most to the one that leads least.
  var order: Int { Role.allCases.firstIndex(of: self) ?? 0 }
}
