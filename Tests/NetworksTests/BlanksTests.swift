import Foundation
import Networks
import Testing

struct BlanksTests {
  @Test(arguments: ["", " ", " a", "a ", " a b ", "\t\n a\r\n", "a", "\u{A0}a\u{2003}", "å ", " 👩‍👩‍👧 "])
  func `outer blanks go, inner ones stay`(text: String) {
    #expect(text.withoutOuterBlanks == text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
