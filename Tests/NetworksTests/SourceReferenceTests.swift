import Networks
import Testing

struct SourceReferenceTests {
  @Test(
    arguments: [
      ("ramboll-2021", "ramboll-2021", ""), ("ramboll-2021 §6.13", "ramboll-2021", "6.13"), (" a  §  b c ", "a", "b c"),
      ("a§6 §2", "a", "6 §2"), ("a §", "a", ""),
    ])
  func `reads an id and a place`(text: String, id: String, place: String) {
    #expect(SourceReference(text) == SourceReference(source: Source.ID(id), place: place))
  }

  @Test(arguments: ["", " ", "§6", " §"]) func `a place without a source is none`(text: String) {
    #expect(SourceReference(text) == nil)
  }

  @Test(arguments: ["a", "a §1", "a §1 §2"]) func `reads and writes`(text: String) throws {
    #expect(try #require(SourceReference(text)).description == text)
  }
}
