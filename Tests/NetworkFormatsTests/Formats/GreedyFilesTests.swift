import NetworkFormats
import Networks
import TestSupport
import Testing

@testable import Spreadsheets

/// Small files that ask for much: each of them once took all memory, or hours.
@Suite(.timeLimit(.minutes(5)))
struct GreedyFilesTests {
  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n")
  }

  private func expectRefused(_ found: Import, _ words: String) {
    #expect(found.errors.contains { $0.summary.text(in: .english).contains(words) }, "\(found.problems)")
    #expect(found.network.actors.isEmpty)
  }

  private static let tooEmpty = "nearly all of them empty"

  // MARK: Markup

  @Test func `an attribute for every node of GraphML makes no table of all with all`() throws {
    let count = 20_000
    expectRefused(
      try FormatFiles.read(
        """
        <graphml>\(Self.lines(count) { "<key id='k\($0)' for='node' attr.name='a\($0)' attr.type='string'/>" })
        <graph edgedefault="undirected">
        \(Self.lines(count) { "<node id='n\($0)'><data key='k\($0)'>x</data></node>" })
        </graph></graphml>
        """, "wide.graphml"), Self.tooEmpty)
  }

  @Test func `defaults of GraphML are not copied to every node`() throws {
    let count = 5_000
    expectRefused(
      try FormatFiles.read(
        """
        <graphml>
        \(Self.lines(count) { "<key id='k\($0)' for='node' attr.name='a\($0)'><default>x</default></key>" })
        <graph edgedefault="undirected">\(Self.lines(count) { "<node id='n\($0)'/>" })</graph></graphml>
        """, "defaults.graphml"), Self.tooEmpty)
    let long = String(repeating: "x", count: 1_000_000)
    expectRefused(
      try FormatFiles.read(
        """
        <graphml><key id="k" for="node" attr.name="note"><default>\(long)</default></key>
        <graph edgedefault="undirected">\(Self.lines(count) { "<node id='n\($0)'/>" })</graph></graphml>
        """, "long.graphml"), Self.tooEmpty)
  }

  /// Once refused with the greedy ones.
  @Test func `a large graph with many half-empty attributes is honest, and read`() throws {
    let (nodes, keys) = (70_000, 60)
    let found = try FormatFiles.read(
      """
      <graphml>\(Self.lines(keys) { "<key id='k\($0)' for='node' attr.name='a\($0)' attr.type='string'/>" })
      <graph edgedefault="undirected">
      \(Self.lines(nodes) { "<node id='n\($0)'>\($0 < keys ? "<data key='k\($0)'>x</data>" : "")</node>" })
      </graph></graphml>
      """, "sparse.graphml")
    #expect(found.errors == [])
    #expect(found.network.actors.count == nodes && found.network.actors[59].extras["a59"] == "x")
  }

  @Test func `hyperedges of one name are kept apart, all fifty thousand`() throws {
    let found = try FormatFiles.read(
      """
      <graphml><graph edgedefault="undirected"><node id="a"/>
      \(Self.lines(50_000) { _ in "<hyperedge id='a'><endpoint node='a'/></hyperedge>" })
      </graph></graphml>
      """, "same.graphml")
    #expect(found.errors == [])
    #expect(found.network.collaborations.count == 50_000 && found.network.memberships.count == 50_000)
  }

  @Test func `fifty thousand intervals of one node of GEXF are one period`() throws {
    let found = try FormatFiles.read(
      """
      <gexf version="1.2"><graph defaultedgetype="undirected" timeformat="date"><nodes>
      <node id="a" label="A"><spells>
      \(Self.lines(50_000) { "<spell start='\(1000 + $0 % 1000)-01-01' end='\(1000 + $0 % 1000)-12-31'/>" })
      </spells></node></nodes></graph></gexf>
      """, "spells.gexf")
    #expect(found.errors == [])
    let period = try #require(found.network.actors.first).period.description
    #expect(period.hasPrefix("1000-01-01/1000-12-31;") && period.split(separator: ";").count == 1000)
  }

  // MARK: Text

  @Test func `a node of GML with fifty thousand keys, and one key fifty thousand times`() throws {
    let many = try FormatFiles.read(
      "graph [ node [ id 1 label \"A\"\n\(Self.lines(50_000) { "k\($0) \"x\"" }) ] ]", "keys.gml")
    #expect(many.errors == [] && many.network.actors.first?.extras.count == 50_000)
    let one = try FormatFiles.read(
      "graph [ node [ id 1 label \"A\"\n\(Self.lines(50_000) { _ in "k \"x\"" }) ] ]", "key.gml")
    #expect(one.network.actors.first?.extras["k"]?.utf8.count == 99_999)
  }

  @Test func `labels of twenty thousand clusters of DOT`() throws {
    let found = try FormatFiles.read(
      "graph {\n\(Self.lines(20_000) { "subgraph cluster\($0) { label=\"C\($0)\"; n\($0) }" })\n}", "clusters.dot")
    #expect(found.errors == [])
    #expect(found.network.actors.count == 20_000)
    #expect(found.network.actors.last?.extras["cluster"] == "C19999")
  }

  @Test func `defaults of DOT make no more of a file than it holds`() throws {
    let nodes = """
      graph {
      node [\(Self.lines(3_000) { "a\($0)=\"x\"" })]
      \(Self.lines(20_000) { "n\($0)" })
      }
      """
    let edges = """
      graph {
      edge [\(Self.lines(1_000) { "a\($0)=\"\(String(repeating: "x", count: 100))\"" })]
      \(Self.lines(20_000) { "n\($0) -- m\($0)" })
      }
      """
    for (text, file) in [(nodes, "nodes.dot"), (edges, "edges.dot")] {
      let found = try FormatFiles.read(text, file)
      #expect(found.errors.contains { $0.summary.text(in: .english).contains("The defaults make more values") })
    }
  }

  @Test func `a hundred thousand actors of one name get ids of their own`() throws {
    let found = try FormatFiles.read("namn;typ\n\(Self.lines(100_000) { _ in "Samma;region" })\n", "same.csv")
    #expect(Set(found.network.actors.map(\.id)).count == 100_000)
  }

  // MARK: Workbooks

  private func worksheet(_ rows: String, after: String = "", strings: String = "") throws -> [UInt8] {
    StoredZip.archive(
      [
        (
          "_rels/.rels",
          #"<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        ),
        (
          "xl/workbook.xml",
          #"<workbook xmlns:r="x"><sheets><sheet name="Aktörer" sheetId="1" r:id="r1"/></sheets></workbook>"#
        ),
        (
          "xl/_rels/workbook.xml.rels",
          #"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>"#
            + #"<Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
        ), ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>"),
        ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      ].map { ($0.0, Array($0.1.utf8)) })
  }

  private static func cell(_ address: String, _ text: String) -> String {
    "<c r='\(address)' t='str'><v>\(text)</v></c>"
  }

  @Test func `a header cell far to the right does not widen fifty thousand rows`() throws {
    let header = "<row r='1'>\(Self.cell("A1", "namn"))\(Self.cell("XFD1", "sist"))</row>"
    let bytes = try worksheet(
      header + Self.lines(50_000) { "<row r='\($0 + 2)'>\(Self.cell("A\($0 + 2)", "N\($0)"))</row>" })
    let sheet = try #require(XLSXReader().read(bytes).workbook.sheets.first)
    #expect(sheet.rows.count == 50_001)
    #expect(sheet.rows.dropFirst(2).allSatisfy { $0.cells.capacity < 100 }, "each row keeps the first one's room")
    expectRefused(try FormatFiles.read(bytes, "pad.xlsx"), Self.tooEmpty)
  }

  @Test func `a long text that a hundred thousand cells share is refused`() throws {
    let bytes = try worksheet(
      Self.lines(100_000) { "<row r='\($0 + 1)'><c r='A\($0 + 1)' t='s'><v>0</v></c></row>" },
      strings: "<si><t>\(String(repeating: "x", count: 1_000_000))</t></si>")
    let found = try FormatFiles.read(bytes, "shared.xlsx")
    #expect(!found.errors.isEmpty)
  }

  @Test func `merged ranges that overlap in their thousands are filled once`() throws {
    let count = 20_000
    let rows =
      "<row r='1'>\(Self.cell("A1", "namn"))\(Self.cell("B1", "typ"))</row>"
      + Self.lines(count) {
        "<row r='\($0 + 2)'>\(Self.cell("A\($0 + 2)", "N\($0)"))\($0 == 0 ? Self.cell("B2", "region") : "")</row>"
      }
    let ranges = Self.lines(count) { "<mergeCell ref='B\($0 + 2):B\(count + 1)'/>" }
    let bytes = try worksheet(rows, after: "<mergeCells>\(ranges)</mergeCells>")
    let found = try FormatFiles.read(bytes, "merged.xlsx")
    #expect(found.errors == [])
    #expect(found.network.actors.count == count && found.network.actors.allSatisfy { $0.kind == "region" })
  }

  @Test func `rows and cells of OpenDocument that repeat themselves without end are refused`() throws {
    let content = """
      <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
      <table:table table:name="Aktörer"><table:table-row table:number-rows-repeated="1048576">
      <table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>
      </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>
      """
    let bytes = StoredZip.archive([("content.xml", Array(content.utf8))])
    let found = try FormatFiles.read(bytes, "repeated.ods")
    #expect(!found.errors.isEmpty && found.network.actors.isEmpty)
  }
}
