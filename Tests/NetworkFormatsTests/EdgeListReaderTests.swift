import NetworkFormats
import Networks
import TestSupport
import Testing

struct EdgeListReaderTests {
  private func read(_ text: String) -> (links: [String], problems: [String]) {
    let (list, problems) = EdgeListReader().read(Array(text.utf8), file: "f")
    let links = list.from.indices.map { place in
      let weight = list.weights.map { " \($0[place])" } ?? ""
      return list.name(of: Int(list.from[place])) + "-" + list.name(of: Int(list.to[place])) + weight
    }
    return (links, problems.map { "\($0.place) \($0.code.rawValue)" })
  }

  @Test(arguments: [
    "a b\nb c\n", "a\tb\nb\tc", "a;b\r\nb;c\r\n", "a,b\nb,c", "  a   b \n\n b c", "# first\na b\n% second\nb c",
    "from,to\na,b\nb,c", "Från;Till\na;b\nb;c", "\u{FEFF}a b\nb c", "\"a\",\"b\"\n\"b\",\"c\"\n",
  ])
  func `links are read whatever stands between them`(text: String) {
    #expect(read(text).links == ["a-b", "b-c"])
    #expect(read(text).problems == [])
  }

  @Test func `names may have blanks where another sign separates them`() {
    #expect(read("Region Skåne;Växjö kommun\n\"a, b\" ; c").links == ["Region Skåne-Växjö kommun", "a, b-c"])
  }

  @Test func `a third cell is the weight`() {
    #expect(read("a b 2\nb c 0.5").links == ["a-b 2.0", "b-c 0.5"])
    #expect(read("from;to;weight\na;b;2\nb;c;0,5").links == ["a-b 2.0", "b-c 0.5"])
  }

  @Test func `a first link between nodes called a and b is no heading`() {
    #expect(read("a,b\n").links == ["a-b"])
  }

  @Test func `what cannot be read has its line, and the rest is read`() {
    let (links, problems) = read("a b 1\nc\nd e x\nf g -1\nh i\nj k nan\nl m 3\n")
    #expect(links == ["a-b 1.0", "l-m 3.0"])
    #expect(
      problems == ["f:2 missing-value", "f:3 bad-number", "f:4 bad-number", "f:5 too-few-cells", "f:6 bad-number"])
  }

  @Test func `a weight on some lines only is told`() {
    #expect(read("a b\nc d 5\ne f").problems == ["f:2 too-many-cells"])
    #expect(read("a b\nc d 5\ne f").links == ["a-b", "e-f"])
  }

  @Test func `cells beyond the third are told once`() {
    let (links, problems) = read("from;to;weight;note\na;b;1;x\nc;d;2;y\ne;f;3\n")
    #expect(links == ["a-b 1.0", "c-d 2.0", "e-f 3.0"])
    #expect(problems == ["f:2 too-many-cells"])
  }

  @Test func `quotes are read as a spreadsheet writes them`() {
    #expect(read("\"Rådet \"\"A\"\"\";b\nb;\"c;d\"\n").links == ["Rådet \"A\"-b", "b-c;d"])
    #expect(read("# \"x\"\n\"två ord\" b\nb   c\n").links == ["två ord-b", "b-c"])
    #expect(read("from,to\n\"rad\nrad\",b\nb,c,\"x\n").problems.last == "f:4 too-many-cells")
    #expect(read("a,b\n\"c,d\ne,f\n").problems.contains("f:2 unterminated-quote"))
    #expect(read("a,b\n\"c\"d,e\n").problems.contains("f:2 text-after-quote"))
  }

  @Test func `a wrong encoding is told, or guessed`() {
    let windows = Array("Sk".utf8) + [0xE5] + Array("ne;Malm".utf8) + [0xF6, 0x0A]
    let (list, problems) = EdgeListReader().read(windows, file: "f")
    #expect((0..<list.nodeCount).map(list.name) == ["Skåne", "Malmö"])
    #expect(problems.map(\.code) == [.encodingGuessed] && problems[0].severity == .remark)
    let mixed = EdgeListReader().read(Array("Åre;b\n".utf8) + windows, file: "f").problems
    #expect(mixed.map { "\($0.place) \($0.code.rawValue)" } == ["f:2 mojibake"])
    #expect(read("SkÃ¥ne;b\n").problems == ["f mojibake"])
    #expect(read("a;b\nc\u{0};d\n").problems == ["f:2 nul-character"])
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in "å b\n".utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let wide = EdgeListReader().read(utf16, file: "f").list
    #expect((0..<wide.nodeCount).map(wide.name) == ["å", "b"])
  }

  @Test(arguments: UInt64(1)...300) func `no bytes at all end the program`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    let alphabet: [UInt8] =
      Array("ab 1,;\t\"\n\r#%.-eEnaif".utf8) + [0, 0x1F, 0xC3, 0xA5, 0xE5, 0xFF, 0xEF, 0xBB, 0xBF]
    let bytes = (0..<chance.below(200)).map { _ in alphabet[chance.below(alphabet.count)] }
    let (list, problems) = EdgeListReader().read(bytes, file: "f")
    #expect(list.from.count == list.to.count && (list.weights.map { $0.count == list.from.count } ?? true))
    #expect((list.from + list.to).allSatisfy { $0 >= 0 && $0 < list.nodeCount })
    #expect(problems.allSatisfy { !$0.place.file.isEmpty })
  }

  @Test func `a file of nothing but faults lists some and counts the others`() {
    let problems = read(String(repeating: "x\n", count: 250)).problems
    #expect(problems.count == EdgeListReader.problemLimit + 1)
  }

  @Test func `no bytes, blanks and comments are no links`() {
    for text in ["", "\n\n", "# a b", "   ", "\"", "\"\"", ";", "\u{0}"] { #expect(read(text).links == []) }
  }

  @Test(arguments: UInt64(1)...30) func `names are the same whenever they are written the same`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    // More names than the table has room for at first, some that differ in one letter.
    let count = 1 + chance.below(70_000)
    let pairs = (0..<2000).map { _ in (chance.below(count), chance.below(count)) }
    let text = pairs.map { "nod\($0.0) nod\($0.1)" }.joined(separator: "\n")
    let (list, problems) = EdgeListReader().read(Array(text.utf8), file: "f")
    #expect(problems.isEmpty)
    #expect(list.nodeCount == Set(pairs.flatMap { [$0.0, $0.1] }).count)
    for (place, pair) in pairs.enumerated() {
      #expect(
        list.name(of: Int(list.from[place])) == "nod\(pair.0)" && list.name(of: Int(list.to[place])) == "nod\(pair.1)")
    }
  }

  @Test func `forty thousand names are numbered right when the table grows`() {
    let text = (0..<40_000).map { "\($0) \($0 + 1)\n" }.joined()
    let list = EdgeListReader().read(Array(text.utf8), file: "f").list
    #expect(list.nodeCount == 40_001)
    #expect(list.from.indices.allSatisfy { Int(list.from[$0]) == $0 && Int(list.to[$0]) == $0 + 1 })
  }

  @Test func `numbers are names as they are written, however large they are`() {
    let text =
      "7 007\n7 70000000\n007 999999999\n70000000 1234567890123\n999999999 +7\n"
      + (0..<600_000).map { "\($0) 7\n" }.joined()
      + "70000000 7\n999999999 7\n"
    let list = EdgeListReader().read(Array(text.utf8), file: "f").list
    func names(_ link: Int) -> [String] { [list.name(of: Int(list.from[link])), list.name(of: Int(list.to[link]))] }
    #expect(
      (0..<5).map(names) == [
        ["7", "007"], ["7", "70000000"], ["007", "999999999"], ["70000000", "1234567890123"], ["999999999", "+7"],
      ])
    // Large values that come again when there are many names are still the same nodes.
    #expect(list.from[600_005] == list.to[1] && list.from[600_006] == list.to[2])
    #expect(list.nodeCount == 600_000 + 5)
  }

  /// Numbers are read eight digits at once, and a thousand lines at a time.
  @Test(arguments: ["\n", "\r\n"]) func `numbers of any length, at any place, to the end of the text`(end: String) {
    var chance = SplitMix64(seed: 11)
    for count in [1, 2, 3, 1023, 1024, 1025, 2500] {
      var lines: [(String, String)] = (0..<count).map { _ in
        func number() -> String {
          let digits = String(chance.next() % 10_000_000_000).prefix(1 + chance.below(10))
          return (chance.below(8) == 0 ? "0" : "") + digits
        }
        return (number(), number())
      }
      // Among them a line that is not of numbers, and the same names again after it.
      if count > 2 { lines += [("a7", "7b")] + lines.prefix(3) }
      let text = lines.map { "\($0.0)\t\($0.1)" }.joined(separator: end)
      for ended in [text, text + end] {
        let found = read(ended)
        #expect(found.problems == [] && found.links == lines.map { "\($0.0)-\($0.1)" }, "\(count) lines")
      }
    }
  }

  @Test func `a quote is seen wherever it stands`() {
    for before in 0..<20 {
      let name = String(repeating: "x", count: before + 1)
      #expect(read("\(name) a\n\"b c\" d").links == ["\(name)-a", "b c-d"], "\(before)")
      #expect(read("\(name) a\n\(name) \"\"").problems == ["f:2 missing-value"], "\(before)")
    }
  }

  @Test func `the share that is read grows to its end`() {
    let bytes = Array(String(repeating: "en nod\n", count: 600_000).utf8)
    var shares: [Double] = []
    _ = EdgeListReader().read(bytes, file: "f") { shares.append($0) }
    #expect(shares.count >= 3 && shares == shares.sorted() && shares.allSatisfy { $0 > 0 && $0 <= 1 })
  }
}
