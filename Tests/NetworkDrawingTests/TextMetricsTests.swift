import Networks
import Testing

@testable import NetworkDrawing

struct TextMetricsTests {
  /// From Adobe's font metrics for Helvetica and Helvetica Bold, in thousandths, which Arial was made to have.
  @Test(arguments: [
    (" ", 278.0, 278.0), ("A", 667, 722), ("a", 556, 556), ("W", 944, 944), ("i", 222, 278), ("M", 833, 833),
    ("!", 278, 333),
    ("0", 556, 556), ("-", 333, 333), ("&", 667, 722), ("@", 1015, 975), ("Å", 667, 722), ("ö", 556, 611),
    ("é", 556, 556),
    ("…", 1000, 1000), ("–", 556, 556), ("“", 333, 500), ("’", 222, 278), ("l", 222, 278), ("m", 833, 889),
  ])
  func `letters are as wide as Helvetica's`(letter: String, regular: Double, bold: Double) {
    #expect(abs(TextMetrics.width(letter, size: 1000) - regular) <= 0.5)
    #expect(abs(TextMetrics.width(letter, size: 1000, bold: true) - bold) <= 0.5)
  }

  @Test func `a text is as wide as its letters, in proportion to the size`() {
    let word = "Kompetensförsörjning"
    let sum = word.reduce(0.0) { $0 + TextMetrics.width(String($1), size: 9) }
    #expect(abs(TextMetrics.width(word, size: 9) - sum) < 1e-9)
    #expect(abs(TextMetrics.width(word, size: 18) - 2 * sum) < 1e-9)
  }

  @Test(arguments: ["e\u{301}", "A\u{30A}", "o\u{308}"]) func `accents set apart take no room of their own`(
    text: String
  ) {
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.prefix(1)))
    #expect(TextMetrics.width(text, size: 10) == TextMetrics.width(plain, size: 10))
  }

  @Test func `marks of direction and joiners take no room`() {
    #expect(TextMetrics.width("\u{200F}\u{202E}\u{200D}\u{FEFF}", size: 10) == 0)
  }

  @Test func `what another font must draw is a square`() {
    #expect(TextMetrics.width("東京", size: 10) == 20)
    #expect(TextMetrics.width("😀", size: 10) == 10)
  }
}
