import Networks
import Testing

@testable import NetworkDrawing

struct ColorTests {
  @Test func `is written as SVG writes it`() {
    #expect(Color(0x0072B2).description == "#0072b2")
    #expect(Color(0x00000A).description == "#00000a")
  }

  @Test func `contrast is that of WCAG at its ends`() {
    #expect(abs(Color(0x000000).contrast(to: .white) - 21) < 1e-9)
    #expect(abs(Color.white.contrast(to: .white) - 1) < 1e-9)
    // The lightest grey that WCAG AA lets stand on white as text.
    #expect(Color(0x767676).contrast(to: .white) >= 4.5)
    #expect(Color(0x777777).contrast(to: .white) < 4.5)
  }

  @Test func `contrast agrees with the definition for many pairs`() {
    for value in stride(from: UInt32(0), through: 0xFFFFFF, by: 48_611) {
      let (first, second) = (Color(value), Color(value &* 2_654_435_761 & 0xFFFFFF))
      let wanted = WCAG.contrast(first.description, second.description)
      #expect(abs(first.contrast(to: second) - wanted) < 1e-9, "\(first) \(second)")
    }
  }

  @Test(arguments: ActorFamily.allCases) func `every family's text and outline stand out`(family: ActorFamily) {
    let look = family.look
    #expect(WCAG.contrast(Color.text.description, look.fill.description) >= 4.5)
    for ground in [Color.white, Color.band, look.fill] {
      #expect(WCAG.contrast(look.stroke.description, ground.description) >= 3, "\(ground)")
    }
  }

  /// What looks alike in colour must differ in shape.
  @Test(arguments: ColorVision.allCases) func `families that look alike in colour differ in shape`(vision: ColorVision)
  {
    for first in ActorFamily.allCases {
      for second in ActorFamily.allCases where second.rawValue > first.rawValue {
        let (a, b) = (first.look, second.look)
        let isAlike =
          vision.distance(a.stroke.description, b.stroke.description) < 20
          && vision.distance(a.fill.description, b.fill.description) < 20
        #expect(!isAlike || (a.shape != b.shape && first.markShape != second.markShape), "\(first) and \(second)")
      }
    }
  }

  @Test func `every family has a shape of its own, as a box and as a mark`() {
    #expect(Set(ActorFamily.allCases.map(\.look.shape)).count == ActorFamily.allCases.count)
    #expect(Set(ActorFamily.allCases.map(\.markShape)).count == ActorFamily.allCases.count)
  }

  @Test func `every family of links has a line of its own whatever the colour`() {
    let lines = LinkFamily.allCases.map { family -> String in
      let look = family.look()
      return "\(look.line) \(look.head) \(look.width)"
    }
    #expect(Set(lines).count == lines.count)
  }

  @Test func `every role has a line of its own`() {
    let looks = Role.allCases.map { $0.look(.active) }
    #expect(Set(looks.map { "\($0.line) \($0.head) \($0.width)" }).count == looks.count)
  }

  @Test(arguments: LinkFamily.allCases) func `what is planned, or no longer there, has other lines`(family: LinkFamily)
  {
    let looks = [Status.active, .planned, .ended].map { family.look($0) }
    #expect(Set(looks).count == 3)
    #expect(WCAG.contrast(looks[0].color.description, "#ffffff") >= 3)
  }

  @Test(arguments: Vocabularies.standard.actorKinds.keys.sorted()) func `every kind of the standard words has a family`(
    kind: ActorKind
  ) {
    let unnamed: Set<ActorKind> = ["unit", "other"]
    #expect((ActorFamily(kind) == .other) == unnamed.contains(kind))
  }
}
