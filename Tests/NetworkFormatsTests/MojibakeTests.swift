import Foundation
import Testing

@testable import NetworkFormats

struct MojibakeTests {
  private static let words = [
    "Kommunförbundet", "Åmål", "Ängelholm", "ÖREBRO", "Café Müller", "5 € – “nej”", "Söderhamn, Ånge",
  ]

  private static func misread(_ text: String, as encoding: String.Encoding) -> String? {
    String(data: Data(text.utf8), encoding: encoding)
  }

  @Test(arguments: words) func `finds and mends text that was read as Windows-1252`(word: String) throws {
    // The closing quote ” has no Windows-1252 form of its third byte.
    let word = word.replacing("”", with: "")
    let wrong = try #require(Self.misread(word, as: .windowsCP1252))
    #expect(Mojibake.isPossible(in: wrong.utf8))
    #expect(Mojibake.repaired(wrong) == word)
  }

  @Test(arguments: words) func `finds and mends text that was read as Latin-1`(word: String) throws {
    let wrong = try #require(Self.misread(word, as: .isoLatin1))
    #expect(Mojibake.isPossible(in: wrong.utf8))
    #expect(Mojibake.repaired(wrong) == word)
  }

  @Test(
    arguments: words + [
      "", "plain", "São Paulo", "Château", "Âge", "Ã", "Ão", "garçon", "Łódź", "東京", "5 €", "Tromsø", "Æ", "Ÿ",
    ])
  func `leaves what is right alone`(word: String) {
    #expect(Mojibake.repaired(word) == nil)
  }

  @Test func `lost letters are seen`() {
    #expect(Mojibake.isPossible(in: "f\u{FFFD}rbund".utf8))
    #expect(Mojibake.repaired("f\u{FFFD}rbund") == nil)
  }
}
