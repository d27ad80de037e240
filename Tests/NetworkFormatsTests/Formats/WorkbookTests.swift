import NetworkFormats
import Networks
import TestSupport
import Testing

@testable import Spreadsheets

struct WorkbookTests {
  private static func parts(_ bytes: [UInt8], _ names: String...) throws -> [String] {
    let archive = try Archive(bytes)
    return try names.map { String(decoding: try archive.part($0) ?? [], as: UTF8.self) }
  }

  @Test func `a written workbook can be filled in: frozen headers, filters, widths and words to choose from`() throws {
    let network = RandomNetworks.network(seed: 5)
    let bytes = try #require(FormatRegistry.format("xlsx")).write(network).bytes
    let part = try Self.parts(bytes, "xl/worksheets/sheet1.xml")[0]
    #expect(part.contains("<pane ") && part.contains("state=\"frozen\""))
    #expect(part.contains("<autoFilter ") && part.contains("<cols>") && part.contains("<dataValidation "))
    #expect(!part.contains("<f>"))
    #expect(try #require(FormatRegistry.format("xlsx")).write(network).bytes == bytes)
  }

  @Test func `texts that look like formulas, numbers with zeros before them, and long digits stay what they are`()
    throws
  {
    let texts = [
      "=1+1", "007", "1e5", "12345678901234567890", "+46 8", "-", "2018-03-05", "1,5", "TRUE", " x ", "a\nb", "'x",
      "_x0041_",
    ]
    let plan = WorkbookPlan(sheets: [SheetPlan(name: "S", rows: [["text"]] + texts.map { [$0] }, numberColumns: [0])])
    let read = XLSXReader().read(try XLSXWriter().write(plan))
    #expect(read.faults == [])
    #expect(read.workbook.sheets.first?.rows.dropFirst().map { $0.cells.first ?? "" } == texts)
  }

  // MARK: Hostile

  private static func workbook(_ sheet: String, extra: [(name: String, bytes: [UInt8])] = []) -> [UInt8] {
    let parts: [(name: String, String)] = [
      (
        "_rels/.rels",
        #"<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ),
      (
        "xl/workbook.xml",
        #"<workbook xmlns:r="x"><sheets><sheet name="Länkar" sheetId="1" r:id="r1"/></sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
      ), ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>"),
    ]
    return StoredZip.archive(parts.map { ($0.name, Array($0.1.utf8)) } + extra)
  }

  @Test func `formulas give their stored values, and errors and formulas without one are told with their cells`() throws
  {
    let sheet = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>Från</t></is></c><c r="B1" t="inlineStr"><is><t>Till</t></is></c><c r="C1" t="inlineStr"><is><t>Styrka</t></is></c></row>
      <row r="2"><c r="A2" t="str"><f>X</f><v>A</v></c><c r="B2" t="str"><v>B</v></c><c r="C2"><f>1+1</f><v>2</v></c></row>
      <row r="3"><c r="A3" t="str"><v>C</v></c><c r="B3" t="str"><v>D</v></c><c r="C3"><f>1+1</f></c></row>
      <row r="4"><c r="A4" t="str"><v>E</v></c><c r="B4" t="str"><v>F</v></c><c r="C4" t="e"><v>#REF!</v></c></row>
      """
    let found = try FormatFiles.read(Self.workbook(sheet), "formulas.xlsx")
    #expect(found.errors == [])
    #expect(found.network.ties.map(\.strength).sorted() == ["", "", "2"])
    let places = found.problems.map { $0.place.description }
    #expect(places.contains("formulas.xlsx[Länkar]:3:3") && places.contains("formulas.xlsx[Länkar]:4:3"), "\(places)")
  }

  @Test func `cells far away, rows at odds and columns beyond the last cost nothing and end nothing`() throws {
    for sheet in [
      #"<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>"#,
      #"<row r="99999999999999999999"><c r="A1"><v>1</v></c></row>"#,
      #"<row r="-1"><c r="ZZZZZZ99" t="s"><v>99999999999</v></c></row>"#,
      #"<row><c r=""><v/></c><c><v>1e999</v></c></row>"#,
      #"<row r="2"/><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#,
    ] {
      let found = try FormatFiles.read(Self.workbook(sheet), "odd.xlsx")
      #expect(found.network.actors.count <= 2)
    }
  }

  @Test func `paths that climb out, parts that lie about their size, and bombs do nothing`() throws {
    let link =
      #"<row r="1"><c t="str"><v>Från</v></c><c t="str"><v>Till</v></c></row><row r="2"><c t="str"><v>A</v></c><c t="str"><v>B</v></c></row>"#
    // Nothing is ever unpacked to the disk, so that a name can point nowhere.
    let climbing = Self.workbook(link, extra: [("../../../../escaped.txt", Array("x".utf8)), ("C:\\escaped.txt", [1])])
    #expect(try FormatFiles.read(climbing, "climb.xlsx").network.ties.count == 1)
    let small = StoredZip.archive(
      [("xl/workbook.xml", Array("<workbook/>".utf8))], claim: ["xl/workbook.xml": 2_000_000_000])
    #expect(!(try FormatFiles.read(small, "lie.xlsx").errors.isEmpty))
    for count in [0, 4, 21, 22, 30] {
      #expect(
        !(FormatRegistry.format("xlsx")?.read(Array(climbing.prefix(count)), file: "cut.xlsx").errors.isEmpty ?? true))
    }
  }

  @Test func `an older or protected workbook is said to be that`() throws {
    let found = FormatRegistry.format("xlsx")?.read(
      [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600), file: "old.xlsx")
    #expect(found?.errors.first?.summary.text(in: .english).contains("password") == true)
  }

  @Test func `an OpenDocument table that repeats a cell without end is refused`() throws {
    let content = """
      <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S">
      <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
      </table:table></office:spreadsheet></office:body></office:document-content>
      """
    let archive = StoredZip.archive([
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)), ("content.xml", Array(content.utf8)),
    ])
    let found = try FormatFiles.read(archive, "bomb.ods")
    #expect(found.errors.contains { $0.code == .beyondLimits })
  }
}
