import Networks
import TestSupport
import Testing

struct VocabulariesTests {
  @Test func `the standard levels go from the widest to the narrowest`() {
    #expect(
      Vocabularies.standard.levels == [.international, .national, .interregional, .regional, .subregional, .local])
  }

  /// The contract's words (product.md §1).
  @Test func `the words of the model are defined`() {
    let words = Vocabularies.standard
    for kind: ActorKind in [
      "region", "municipality", "agency", "ministry", "university", "folk-high-school", "branch", "union", "fund",
    ] {
      #expect(words.actorKinds[kind] != nil, "\(kind)")
    }
    for kind: TieKind in [
      "dialogue", "agreement", "funds", "steers", "owns", "supports", "provides-data", "part-of", "successor-of",
    ] {
      #expect(words.tieKinds[kind] != nil, "\(kind)")
    }
    #expect(!words.isDirected("dialogue") && words.isDirected("funds") && !words.isDirected("nobody-defined-it"))
    #expect(words.levels.allSatisfy { words.levelNames[$0] != nil })
  }

  @Test func `a network's own words come on top, and have the last say`() {
    var own = Vocabularies(
      tieKinds: ["dialogue": .init(Phrase(sv: "samtal", en: "talk"), isDirected: true)],
      levels: ["under-water", .local])
    own.levelNames["under-water"] = Phrase(sv: "Under vattnet", en: "Under water")
    let words = Vocabularies.standard.extended(with: own)
    #expect(words.levels == Vocabularies.standard.levels + ["under-water"])
    #expect(words.isDirected("dialogue") && words.name(of: "dialogue" as TieKind, in: .english) == "talk")
    #expect(words.isDirected("funds"))
    #expect(words.name(of: "under-water" as Level?, in: .swedish) == "Under vattnet")
  }

  @Test func `a word without a name is its own name`() {
    #expect(Vocabularies.standard.name(of: "okänd" as ActorKind, in: .english) == "okänd")
    #expect(Vocabularies.standard.name(of: "okänd" as FocusArea, in: .english) == "okänd")
  }
}
