import Foundation
import GraphvizRendering
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct GraphvizTests {
  private func draw(_ dot: String, _ engine: Engine = .positioned, _ format: ImageFormat = .svg) throws
    -> Graphviz.Image
  {
    try Graphviz.shared.draw(dot, engine: engine, as: format)
  }

  /// The message of the error that the drawing ends in.
  private func complaint(_ dot: String, _ engine: Engine = .positioned) throws -> String {
    let error = try #require(throws: GraphvizError.self) { try draw(dot, engine) }
    guard case .unreadable(let message) = error else {
      Issue.record("\(error) is not about the text")
      return ""
    }
    #expect(error.description.contains(message))
    return message
  }

  /// Whether the bytes begin and end as files of the format do.
  private func isWhole(_ bytes: [UInt8], _ format: ImageFormat) -> Bool {
    switch format {
    case .svg:
      bytes.starts(with: Array("<?xml".utf8)) && String(decoding: bytes, as: UTF8.self).contains("<svg")
        && String(decoding: bytes.suffix(10), as: UTF8.self).contains("</svg>")
    case .pdf:
      bytes.starts(with: Array("%PDF-".utf8)) && String(decoding: bytes.suffix(8), as: UTF8.self).contains("%%EOF")
    case .png:
      bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        && bytes.suffix(8).starts(with: Array("IEND".utf8))
    }
  }

  @Test(arguments: Engine.allCases, ImageFormat.allCases)
  func `every engine's drawing comes out in every format`(engine: Engine, format: ImageFormat) throws {
    let image = try draw(SmallDrawings.square, engine, format)
    #expect(isWhole(image.bytes, format))
    #expect(image.warnings == "")
  }

  @Test func `one drawing comes out in several formats, in their order`() throws {
    let formats: [ImageFormat] = [.png, .svg, .pdf, .svg]
    let images = try Graphviz.shared.draw(SmallDrawings.square, engine: .positioned, as: formats)
    #expect(images.count == 4)
    for (image, format) in zip(images, formats) { #expect(isWhole(image.bytes, format)) }
    #expect(images[1].bytes.elementsEqual(images[3].bytes))
    let alone = try draw(SmallDrawings.square)
    #expect(images[1].bytes.elementsEqual(alone.bytes))
    #expect(try Graphviz.shared.draw(SmallDrawings.square, engine: .positioned, as: []).isEmpty)
  }

  @Test func `the engines that place do so, and the positioned one leaves all where it stands`() throws {
    let apart = "graph g { a [pos=\"0,0\"] b [pos=\"1000,0\"] }"
    func width(_ engine: Engine) throws -> Double {
      let svg = try SmallDrawings.svg(apart, engine: engine)
      let match = try #require(svg.firstMatch(of: /width="([0-9.]+)pt"/))
      return try #require(Double(match.1))
    }
    #expect(try width(.positioned) > 1000)
    #expect(try width(.layered) < 500)
  }

  @Test func `the picture holds every node and link by its name`() throws {
    let svg = try SmallDrawings.svg(SmallDrawings.square)
    for title in ["a", "b", "c", "d", "a&#45;&#45;b", "b&#45;&#45;c", "c&#45;&#45;d", "d&#45;&#45;a"] {
      #expect(svg.contains("<title>\(title)</title>"))
    }
    #expect(svg.contains(">Åre å</text>"))
  }

  @Test(arguments: [
    (2, "graph {\n  a ->\n}"), (3, "graph {\n  a -- b\n  c -> d\n}"), (5, "digraph {\n\n\n\n  a -- b\n}"), (1, "hello"),
  ])
  func `broken text is refused, with the line`(line: Int, dot: String) throws {
    // Twice: the lines are counted from the beginning of each text.
    for _ in 1...2 {
      let message = try complaint(dot)
      #expect(message.contains("line \(line)"))
    }
  }

  @Test(arguments: ["", " \n\t\n", "// nothing\n", "/* nothing */"])
  func `text without a graph is refused, with a reason`(dot: String) throws {
    let message = try complaint(dot)
    #expect(!message.isEmpty)
  }

  /// A dot stands for the character, which would make the list of tests a binary file.
  @Test(arguments: ["·", "graph { a }·", "graph { \"a·b\" }"])
  func `a NUL character is refused and ends nothing early`(text: String) throws {
    let message = try complaint(text.replacing("·", with: "\0"))
    #expect(message.contains("NUL"))
  }

  @Test(arguments: ["graph {", "graph { a [label=\"open\n\n }", "graph { a [label=<<b>x] }", "}", ""])
  func `after refused text the next drawing is as if nothing had been`(dot: String) throws {
    let before = try draw(SmallDrawings.square)
    #expect(throws: GraphvizError.self) { try draw(dot) }
    let after = try draw(SmallDrawings.square)
    #expect(after.bytes.elementsEqual(before.bytes))
    #expect(after.warnings == "")
  }

  @Test(arguments: ["\n", " \n\n", " graph rest { r [pos=\"0,0\"] }", " graph { r } graph { s }", " rest", " }"])
  func `what stands behind a graph does not reach the next drawing`(rest: String) throws {
    let before = try draw(SmallDrawings.square)
    _ = try draw("graph g { n [pos=\"0,0\"] }" + rest)
    let after = try draw(SmallDrawings.square)
    #expect(after.bytes.elementsEqual(before.bytes))
    #expect(after.warnings == "")
    _ = try draw("graph g { n [pos=\"0,0\"] }" + rest)
    let message = try complaint("graph {\n a -> b }")
    #expect(message.contains("line 2"))
  }

  @Test func `a refusal does not speak of what was refused before`() throws {
    _ = try complaint("graph { first -> x }")
    let second = try complaint("graph {\n\n\n second -> x }")
    #expect(second.contains("line 4"))
    #expect(!second.contains("line 1"))
  }

  @Test(arguments: [ImageFormat.svg, .png], Engine.allCases)
  func `drawing twice gives the same bytes`(format: ImageFormat, engine: Engine) throws {
    for dot in [SmallDrawings.square, SmallDrawings.ladder("twice", rungs: 8)] {
      if engine == .positioned, dot != SmallDrawings.square { continue }
      let first = try draw(dot, engine, format)
      _ = try draw(SmallDrawings.ladder("between", rungs: 3), .layered, .svg)
      let second = try draw(dot, engine, format)
      // Not `==`: of unequal bytes the test library would list all differences, for a minute.
      #expect(second.bytes.elementsEqual(first.bytes))
    }
  }

  @Test func `fifty drawings wanted at once all come out, and alike`() async throws {
    let dot = SmallDrawings.ladder("crowd", rungs: 10)
    let expected = try draw(dot, .layered)
    let images = try await withThrowingTaskGroup { group in
      for _ in 0..<50 { group.addTask { try Graphviz.shared.draw(dot, engine: .layered, as: .svg) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(images.count == 50)
    #expect(images.allSatisfy { $0 == expected })
  }

  @Test func `drawings at once hear each their own warnings and errors`() async {
    await withTaskGroup { group in
      for number in 100..<150 {
        group.addTask {
          switch number % 3 {
          case 0:
            let image = try? Graphviz.shared.draw(
              SmallDrawings.tooSmall(for: "n\(number)"), engine: .positioned, as: .svg)
            #expect(image?.warnings.matches(of: /n1[0-9][0-9]/).map { String($0.0) } == ["n\(number)"])
          case 1:
            let lines = String(repeating: "\n", count: number - 1)
            let error = #expect(throws: GraphvizError.self) {
              try Graphviz.shared.draw("\(lines)graph { -> }", engine: .positioned, as: .svg)
            }
            #expect(error?.description.contains("line \(number) ") == true)
          default:
            let image = try? Graphviz.shared.draw(SmallDrawings.square, engine: .positioned, as: .svg)
            #expect(image?.warnings == "")
          }
        }
      }
    }
  }

  @Test func `a node without a place does not pass without a word`() throws {
    let image = try draw("graph g { placeless }")
    #expect(image.warnings.contains("placeless"))
  }

  @Test func `only the first of several formats carries the warnings`() throws {
    let images = try Graphviz.shared.draw(SmallDrawings.tooSmall(for: "tiny"), engine: .positioned, as: [.svg, .png])
    #expect(images.map { $0.warnings.contains("tiny") } == [true, false])
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"quoted\"", "back\\slash \\N \\G \\l", "]]> --> <!-- ", "R&D &lt; &amp;amp; &#65;",
    "%s%n%d%s%s%s%s", "åäö ÅÄÖ é 漢字 العربية", "{a|b} [c] (d); e, f:g -> h -- i", "'; DROP TABLE actors; --",
    "#include // /*",
  ])
  func `a hostile label is text and nothing else`(label: String) throws {
    let quoted = SmallDrawings.quoted(label)
    let svg = try SmallDrawings.svg("graph hostile { n [pos=\"0,0\", shape=box, label=\(quoted)] }")
    #expect(try PictureText(of: svg).texts == [label])
  }

  @Test(arguments: ["<script>alert(1)</script>", "\"", "x%s%n%d", "åäö", "n:w", "-- ->", "R&D"])
  func `a hostile name is a name and nothing else`(name: String) throws {
    let quoted = SmallDrawings.quoted(name)
    let dot = "graph hostile { \(quoted) [pos=\"0,0\", fixedsize=true, width=0.01, label=\"far too long for it\"] }"
    let image = try draw(dot)
    let picture = try PictureText(of: String(decoding: image.bytes, as: UTF8.self))
    #expect(picture.titles.contains(name))
    #expect(image.warnings.contains("too small"))
  }

  @Test func `a very long label comes out whole`() throws {
    // Beyond the 16 384 bytes at which older Graphviz gives up on quoted text.
    let label = String(repeating: "långt namn ", count: 4_000).trimmingCharacters(in: .whitespaces)
    let svg = try SmallDrawings.svg("graph long { n [pos=\"0,0\", label=\"\(label)\"] }")
    #expect(try PictureText(of: svg).texts == [label])
  }

  @Test func `the library says its version`() {
    #expect(Graphviz.shared.version.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+.*/) != nil)
  }
}

/// The titles and texts of an SVG, as an XML parser reads them.
private final class PictureText: NSObject, XMLParserDelegate {
  private(set) var titles: [String] = []
  private(set) var texts: [String] = []
  private var open: String?

  init(of svg: String) throws {
    super.init()
    // Without the document type, which a parser might want to fetch.
    let parser = XMLParser(data: Data(svg.replacing(/<!DOCTYPE[^>]*>/, with: "").utf8))
    parser.delegate = self
    #expect(parser.parse(), "the picture is not well-formed: \(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    #expect(["svg", "g", "title", "text", "polygon", "ellipse", "path"].contains(element))
    open = ""
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { open? += characters }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    let content = (open ?? "").replacing("\u{A0}", with: " ")
    if element == "title" { titles.append(content) }
    if element == "text" { texts.append(content) }
    open = nil
  }
}
