import Foundation
import Testing

@testable import NetworkFormats

struct TextDecodingTests {
  private static let texts = ["", "a", "Åmåls kommun\nrad två", "東京 💶 שלום", "“citat” – 5 €\r\nöäå"]

  private static func text(_ decoding: TextDecoding) -> String { String(decoding: decoding.utf8, as: UTF8.self) }

  @Test(arguments: texts) func `reads UTF-8 with and without its mark`(text: String) {
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      let decoding = TextDecoding(bytes)
      #expect(decoding.encoding == .utf8 && decoding.utf8 == Array(text.utf8) && decoding.damagedLines == [])
    }
  }

  @Test(arguments: texts) func `reads UTF-16 of either order`(text: String) throws {
    let little = try #require(text.data(using: .utf16LittleEndian))
    let big = try #require(text.data(using: .utf16BigEndian))
    for bytes in [[0xFF, 0xFE] + Array(little), [0xFE, 0xFF] + Array(big)] {
      let decoding = TextDecoding(bytes)
      #expect(decoding.encoding == .utf16 && Self.text(decoding) == text && decoding.damagedLines == [])
    }
  }

  @Test func `UTF-16 that is cut off shows it`() {
    #expect(Self.text(TextDecoding([0xFF, 0xFE, 0x61, 0x00, 0x62])) == "a\u{FFFD}")
    #expect(Self.text(TextDecoding([0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x3D])) == "a\u{FFFD}")
  }

  @Test func `reads every letter of Windows-1252 as Foundation does`() throws {
    for byte in UInt8(0x80)...0xFF {
      let bytes = Array("rad ".utf8) + [byte, 0x2E]
      let decoding = TextDecoding(bytes)
      #expect(decoding.encoding == .windows1252)
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
        #expect(Self.text(decoding) == "rad \u{FFFD}.")
      } else {
        #expect(Self.text(decoding) == (try #require(String(data: Data(bytes), encoding: .windowsCP1252))))
      }
    }
  }

  @Test func `lines of another encoding in UTF-8 are named and read as Windows-1252`() {
    let bytes = Array("å\nb\n".utf8) + [0xE5, 0x0A] + Array("ö\n".utf8) + [0x80]
    let decoding = TextDecoding(bytes)
    #expect(decoding.encoding == .utf8 && decoding.damagedLines == [3, 5])
    #expect(Self.text(decoding) == "å\nb\nå\nö\n€")
  }

  @Test func `a file without a right line is Windows-1252 as a whole`() {
    let decoding = TextDecoding(Array("id,name\n".utf8) + [0xE5, 0x0A])
    #expect(decoding.encoding == .windows1252 && decoding.damagedLines == [])
  }
}
