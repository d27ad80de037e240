import Networks
import TestSupport
import Testing

struct SpellingTests {
  /// The distance by its definition: the least of all ways to end, one letter at a time.
  private static func naiveDistance(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
    guard let a = first.last else { return second.count }
    guard let b = second.last else { return first.count }
    var best = naiveDistance(first.dropLast(), second.dropLast()) + (a == b ? 0 : 1)
    best = min(best, naiveDistance(first.dropLast(), second) + 1, naiveDistance(first, second.dropLast()) + 1)
    if first.count > 1, second.count > 1, a == second.dropLast().last, b == first.dropLast().last {
      best = min(best, naiveDistance(first.dropLast(2), second.dropLast(2)) + 1)
    }
    return best
  }

  @Test(arguments: UInt64(1)...60) func `the distance is what its definition says`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Few letters and short words: then there are many ways from one to the other.
    func word() -> [UInt8] { (0..<random.below(7)).map { _ in UInt8(ascii: "a") + UInt8(random.below(3)) } }
    let (first, second) = (word(), word())
    let expected = Self.naiveDistance(first[...], second[...])
    for limit in 0...7 {
      #expect(
        Spelling.distance(first, second, atMost: limit) == (expected <= limit ? expected : nil),
        "\(first) and \(second), at most \(limit)")
    }
    #expect(Spelling.distance(second, first, atMost: 7) == expected)
    #expect(Spelling.distance(first, first, atMost: 0) == 0)
  }

  /// Worked out by hand; the last is where optimal string alignment and the unrestricted distance (2) differ.
  @Test(arguments: [
    ("kitten", "sitting", 3), ("", "abc", 3), ("ab", "ba", 1), ("region", "regoin", 1), ("ca", "abc", 3),
  ])
  func `known distances`(first: String, second: String, distance: Int) {
    #expect(Spelling.distance(Array(first.utf8), Array(second.utf8), atMost: 9) == distance)
  }

  @Test(
    arguments: [
      ("Mälardalens Högskola", "malardalens-hogskola"), ("Åmåls  kommun", "åmåls KOMMUN"),
      ("A\u{30A}ngermanland", "Ångermanland"),
      ("Straße", "strasse"), ("Æsop & Œuvre", "aesop oeuvre"), ("Tillväxt­verket", "tillvaxtverket"),
      ("“Rådet”", "radet"),
      ("S:t Petersburg", "s t petersburg"), ("Łódź", "lodz"), (" x ", "x"),
    ])
  func `says the same`(first: String, second: String) {
    #expect(Spelling.folded(first) == Spelling.folded(second))
  }

  @Test(arguments: [("Ale", "Alebo"), ("Region 1", "Region 2"), ("Håbo", "Habo kommun"), ("Ab C", "Abc"), ("東京", "京都")])
  func `says something else`(first: String, second: String) {
    #expect(Spelling.folded(first) != Spelling.folded(second))
  }

  @Test(arguments: UInt64(1)...40) func `folding twice is folding once, and a slug folds to the same`(seed: UInt64) {
    for actor in RandomNetworks.network(seed: seed).actors {
      let folded = Spelling.folded(actor.name)
      #expect(Spelling.folded(folded) == folded)
      #expect(!folded.hasPrefix(" ") && !folded.hasSuffix(" ") && !folded.contains("  "))
      let slug = Spelling.slug(actor.name)
      #expect(slug.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
    }
  }

  @Test func `an identifier is made of letters, digits and hyphens`() {
    #expect(Spelling.slug("Rådet för S:t Görans Län, 2021!") == "radet-for-s-t-gorans-lan-2021")
  }

  @Test func `the nearest come first`() {
    let names = ["Region Skåne", "Region Kalmar län", "Region Kronoberg", "Kronobergs kommuner", "Skolverket"]
    #expect(Spelling.nearest(to: "region kronobrg", among: names) == ["Region Kronoberg"])
    #expect(Spelling.nearest(to: "skolvreket", among: names) == ["Skolverket"])
    #expect(Spelling.nearest(to: "kronoberg", among: names) == ["Kronobergs kommuner", "Region Kronoberg"])
    #expect(Spelling.nearest(to: "regi", among: names, count: 2) == ["Region Skåne", "Region Kronoberg"])
    #expect(Spelling.nearest(to: "kalmar region", among: names) == ["Region Kalmar län"])
    #expect(Spelling.nearest(to: "xyz", among: names) == [])
    #expect(Spelling.nearest(to: "", among: names) == [])
    #expect(Spelling.nearest(to: "…", among: names) == [])
  }

  @Test(arguments: UInt64(1)...20) func `the nearest do not depend on the order of the candidates`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let names = (0..<30).map { _ in
      String((0..<(3 + random.below(3))).map { _ in "abc".randomElement(using: &random)! })
    }
    let wanted = names[0] + "a"
    let found = Spelling.nearest(to: wanted, among: names, count: 5)
    #expect(found == Spelling.nearest(to: wanted, among: names.shuffled(using: &random), count: 5))
    #expect(found.count <= 5)
    for count in 0..<5 {
      #expect(Spelling.nearest(to: wanted, among: names, count: count) == Array(found.prefix(count)))
    }
  }

  @Test func `names sort as in a Swedish register`() {
    let names = [
      "Östersund", "Ängelholm", "Åmål", "Zinkgruvan", "alingsås", "Ale", "Örebro", "Älvdalen", "Åre", "Énköping",
    ]
    #expect(
      names.sorted { Spelling.sortKey($0) < Spelling.sortKey($1) } == [
        "Ale", "alingsås", "Énköping", "Zinkgruvan", "Åmål", "Åre", "Älvdalen", "Ängelholm", "Örebro", "Östersund",
      ])
  }
}
