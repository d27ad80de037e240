import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

struct LineBreakingTests {
  struct Case {
    var text: String
    var breaking: LineBreaking
  }

  /// Words of any length with what Swedish names hold.
  private static func randomCase(_ seed: UInt64, limit: Int?) -> Case {
    var chance = SplitMix64(seed: seed)
    let letters = Array("abcdefghijklmnoprstuvyåäöÅÄÖWMilj-/(.,&")
    let words = (0...chance.below(9)).map { _ in
      String((0...chance.below(chance.below(4) == 0 ? 40 : 12)).map { _ in letters[chance.below(letters.count)] })
    }
    return Case(
      text: words.joined(separator: chance.below(5) == 0 ? "  " : " "),
      breaking: LineBreaking(
        width: 20 + Double(chance.below(1500)) / 10, fontSize: [7, 7.3, 8, 14][chance.below(4)],
        isBold: chance.below(2) == 0, lineLimit: limit ?? 1 + chance.below(4)))
  }

  @Test func `no line is wider than the width`() {
    for seed in UInt64(1)...600 {
      let test = Self.randomCase(seed, limit: nil)
      for line in test.breaking.lines(of: test.text) {
        #expect(
          TextMetrics.width(line, size: test.breaking.fontSize, bold: test.breaking.isBold) <= test.breaking.width,
          "“\(line)” of \(test)")
      }
    }
  }

  @Test func `there are never more lines than allowed, and never none`() {
    for seed in UInt64(1)...600 {
      let test = Self.randomCase(seed, limit: nil)
      #expect((1...test.breaking.lineLimit).contains(test.breaking.lines(of: test.text).count), "\(test)")
    }
  }

  @Test func `with room enough the lines give the words back in order`() {
    for seed in UInt64(1)...600 {
      let test = Self.randomCase(seed, limit: 1000)
      let lines = test.breaking.lines(of: test.text)
      #expect(NameReading(lines, of: test.text) == .whole, "\(lines) of \(test)")
    }
  }

  @Test func `an ellipsis stands only where text is left out, and always there`() {
    for seed in UInt64(1)...600 {
      let test = Self.randomCase(seed, limit: nil)
      let lines = test.breaking.lines(of: test.text)
      let reading = NameReading(lines, of: test.text)
      #expect(reading != .wrong, "\(lines) of \(test)")
      #expect((reading == .cut) == (lines.last?.hasSuffix("…") == true), "\(lines) of \(test)")
      var unlimited = test.breaking
      unlimited.lineLimit = 1000
      #expect(
        (reading == .whole) == (unlimited.lines(of: test.text).count <= test.breaking.lineLimit), "\(lines) of \(test)")
    }
  }

  @Test func `what fits one line stays on it`() {
    #expect(LineBreaking(width: 100, fontSize: 7).lines(of: "Region Skåne") == ["Region Skåne"])
  }

  @Test func `lines end at blanks before words are parted`() {
    #expect(LineBreaking(width: 40, fontSize: 7).lines(of: "Region Skåne") == ["Region", "Skåne"])
  }

  @Test(arguments: [
    ("Utbildningsanordnare", "Utbildnings-", "anordnare"), ("Länsstyrelsen-kansliet", "Länsstyrelsen-", "kansliet"),
    ("Näringslivsavdelningen", "Näringslivs-", "avdelningen"),
  ])
  func `long words are parted where compounds part`(word: String, head: String, tail: String) {
    let width = TextMetrics.width(head, size: 7) + 8
    #expect(LineBreaking(width: width, fontSize: 7).lines(of: word) == [head, tail])
  }

  @Test(arguments: ["", " ", "\n\t", "\u{7}"]) func `a text of nothing is one empty line`(text: String) {
    #expect(LineBreaking(width: 50, fontSize: 7).lines(of: text) == [""])
  }

  @Test func `a text without end takes no time and ends with an ellipsis`() {
    let lines = LineBreaking(width: 60, fontSize: 7, lineLimit: 3).lines(of: String(repeating: "ö", count: 1_000_000))
    #expect(lines.count == 3 && lines[2].hasSuffix("…"))
  }

  @Test func `what cannot be printed becomes a blank`() {
    #expect(LineBreaking.printable("a\u{0}b\u{1B}c\u{85}d\u{2028}e\u{E000}f") == "a b c d e f")
    #expect(LineBreaking.printable("Åsa – 東京 👩‍👩‍👧 \u{202E}") == "Åsa – 東京 👩‍👩‍👧 \u{202E}")
  }
}
