import NetworkFormats
import Networks
import Testing

/// Files that NetworkX, igraph, Graphviz, openpyxl, XlsxWriter and LibreOffice wrote; `make_dialects.py` beside them says
/// how.
struct OtherProgramsTests {
  static let names = ["Ensam & Övrig \"AB\"", "Lunds universitet", "Malmö stad", "Region Skåne", "Tillväxtverket"]
  static let typed = [
    "Ensam & Övrig \"AB\" (company, local)", "Lunds universitet (university, national)",
    "Malmö stad (municipality, local)",
    "Region Skåne (region, regional)", "Tillväxtverket (agency, national)",
  ]

  @Test(arguments: [
    "networkx.graphml", "networkx.gexf", "networkx.dot", "networkx-links.json", "networkx-edges.json",
    "graphviz-laid-out.dot",
  ]) func `a directed network of kinds, levels and weights comes in whole`(file: String) throws {
    let found = try FormatFiles.read(try FormatFiles.dialect(file), file)
    #expect(found.errors == [])
    #expect(found.actors == Self.typed)
    // NetworkX does not know the weight of GEXF as such when it reads 4.0 as a number: the number is what counts.
    let ties = found.ties.map { $0.replacing(".0", with: "").replacing("dialogue-directed", with: "dialogue") }
    #expect(
      ties == [
        "Region Skåne > Lunds universitet dialogue 3", "Region Skåne > Malmö stad dialogue 2.5",
        "Region Skåne > Malmö stad funds 4", "Tillväxtverket > Region Skåne funds 1",
      ])
    // What the model has no word for is kept.
    let extras = found.network.extraColumns[.actors, default: []]
    #expect(extras.contains("members"), "\(extras)")
    #expect(found.network.actors.allSatisfy { $0.extras["members"] == "7" })
  }

  @Test(arguments: ["igraph.graphml", "igraph.gml", "igraph.dot", "networkx-cytoscape.json"])
  func `an attribute that is called name is the name, and the label is kept`(
    file: String
  ) throws {
    let found = try FormatFiles.read(try FormatFiles.dialect(file), file)
    #expect(found.errors == [])
    #expect(found.network.actors.map(\.name).sorted() == ["ensam", "lund", "malmo", "skane", "tvv"])
    #expect(found.network.actors.compactMap { $0.extras["label"] }.sorted() == Self.names)
    #expect(
      found.network.actors.map { $0.level?.rawValue ?? "" }.sorted() == [
        "local", "local", "national", "national", "regional",
      ])
    #expect(
      found.ties.map { $0.replacing("dialogue-directed", with: "dialogue") } == [
        "skane > lund dialogue 3", "skane > malmo dialogue 2.5", "skane > malmo funds 4", "tvv > skane funds 1",
      ])
  }

  @Test func `NetworkX's GML has its labels for names, and lists of the same key`() throws {
    let found = try FormatFiles.read(try FormatFiles.dialect("networkx.gml"), "networkx.gml")
    #expect(found.errors == [])
    // NetworkX writes its own ids as labels.
    #expect(found.network.actors.count == 5)
    #expect(found.network.ties.count == 4)
    #expect(found.network.ties.contains { $0.strength == "2.5" })
  }

  @Test func `undirected GraphML stays undirected`() throws {
    let found = try FormatFiles.read(try FormatFiles.dialect("networkx-undirected.graphml"), "n.graphml")
    #expect(found.errors == [])
    #expect(found.network.ties.count == 3)
    #expect(found.ties.allSatisfy { $0.contains(" – ") }, "\(found.ties)")
  }

  @Test func `spells of GEXF become periods of several intervals`() throws {
    let found = try FormatFiles.read(try FormatFiles.dialect("networkx-dynamic.gexf"), "n.gexf")
    #expect(found.errors == [])
    #expect(found.network.actors.map(\.period.description) == ["2018/2019;2021/", "2018/2020"])
    #expect(found.network.ties.map(\.period.description) == ["2018/2019"])
  }

  @Test func `Pajek networks of NetworkX and igraph have their labels and values`() throws {
    let networkx = try FormatFiles.read(try FormatFiles.dialect("networkx.net"), "networkx.net")
    #expect(networkx.errors == [])
    // NetworkX writes a label's quotes as they are, so that the label breaks off at the first.
    #expect(
      networkx.network.actors.map(\.name).filter { !$0.hasPrefix("Ensam") }.sorted() == [
        "Lunds universitet", "Malmö stad", "Region Skåne", "Tillväxtverket",
      ])
    #expect(networkx.ties.contains("Region Skåne > Malmö stad dialogue-directed 2.5"), "\(networkx.ties)")
    let igraph = try FormatFiles.read(try FormatFiles.dialect("igraph.net"), "igraph.net")
    #expect(igraph.errors == [])
    #expect(
      igraph.ties.map { $0.replacing("directed-link ", with: "") } == [
        "skane > lund 3", "skane > malmo 2.5", "skane > malmo 4", "tvv > skane 1",
      ])
    #expect(igraph.actors.contains("ensam"))
  }

  @Test func `NCOL and LGL of igraph have their weights, and LGL its lone nodes`() throws {
    for (file, lone) in [("igraph.ncol", false), ("igraph.lgl", true)] {
      let found = try FormatFiles.read(try FormatFiles.dialect(file), file)
      #expect(found.errors == [])
      #expect(
        found.ties.map { $0.replacing("link ", with: "") } == [
          "lund – skane 3", "malmo – skane 2.5", "malmo – skane 4", "skane – tvv 1",
        ], "\(file)")
      #expect(found.actors.contains("ensam") == lone)
    }
  }

  // MARK: Workbooks

  @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods"])
  func `a workbook of actors and links is found out, whichever program wrote it`(file: String) throws {
    let found = try FormatFiles.read(try FormatFiles.dialect(file), file)
    #expect(found.errors == [])
    #expect(found.actors == Self.typed)
    #expect(
      found.ties
        == [
          "Malmö stad – Region Skåne dialogue 2.5", "Lunds universitet – Region Skåne dialogue 3",
          "Region Skåne > Malmö stad funds 4", "Tillväxtverket > Lunds universitet funds 1",
          "Tillväxtverket > Malmö stad funds 1", "Tillväxtverket > Region Skåne funds 1",
        ].sorted())
    // Dates are dates, numbers keep their decimals, and a merged cell speaks for its rows.
    #expect(
      found.network.actors.first { $0.name == "Region Skåne" }?.period.description.hasPrefix("2018-03-05") == true)
    #expect(found.network.actors.allSatisfy { $0.extras["Budget"] == "1234.5" })
    // A hidden sheet is what somebody put away.
    #expect(!found.actors.contains("Hemlig"))
    #expect(found.says("hidden"))
  }

  @Test(arguments: ["openpyxl-matrix.xlsx", "libreoffice-matrix.ods"]) func `a matrix of actors becomes ties`(
    file: String
  ) throws {
    let found = try FormatFiles.read(try FormatFiles.dialect(file), file)
    #expect(found.errors == [])
    #expect(
      found.ties.map { $0.replacing("directed-link ", with: "") } == [
        "Region Skåne > Lunds universitet 3", "Region Skåne > Malmö stad 2.5", "Tillväxtverket > Region Skåne 1",
      ])
    #expect(found.says("a matrix of actors by actors"))
  }

  @Test func `a list of members becomes memberships with their roles`() throws {
    let found = try FormatFiles.read(try FormatFiles.dialect("openpyxl-members.xlsx"), "m.xlsx")
    #expect(found.errors == [])
    #expect(
      found.memberships == [
        "Lunds universitet in Kompetensrådet", "Malmö stad in Kompetensrådet", "Malmö stad in Teknikforum",
        "Region Skåne in Kompetensrådet",
      ])
    #expect(
      found.network.memberships.first { $0.actor == found.network.actors.first { $0.name == "Region Skåne" }?.id }?.role
        == .chair)
  }

  @Test(arguments: ["xlsxwriter.xlsx", "xlsxwriter-inline.xlsx"])
  func `formulas have their stored values, dates their days, texts inline or shared are the same`(file: String) throws {
    let found = try FormatFiles.read(try FormatFiles.dialect(file), file)
    #expect(found.errors == [])
    #expect(found.network.ties.map(\.strength).sorted() == ["1", "2.5", "3", "4"])
    #expect(found.network.ties.allSatisfy { $0.period.description.hasPrefix("2018-03-05") }, "\(found.ties)")
  }

  @Test(arguments: [("excel-sv.csv", "Windows-1252"), ("excel-sv-utf8.csv", "UTF-8"), ("excel-unicode.txt", "UTF-16")])
  func `text as Excel in Sweden saves it is read, and what was found out is said`(file: String, encoding: String) throws
  {
    let found = try FormatFiles.read(try FormatFiles.dialect(file), file)
    #expect(found.errors == [])
    #expect(found.actors == ["Lunds universitet", "Malmö stad", "Region Skåne", "Tillväxtverket"])
    #expect(found.network.ties.map(\.strength).sorted() == ["1", "2.5", "3", "4"])
    #expect(found.says(encoding))
  }

  @Test func `plain lists of NetworkX are lists of links`() throws {
    let found = try FormatFiles.read(try FormatFiles.dialect("networkx.edgelist"), "networkx.edgelist")
    #expect(found.errors == [])
    #expect(found.network.ties.count == 3)
  }
}
