import NetworkFormats
import Networks
import Testing

/// Pajek, UCINET, GML, DOT, NCOL and LGL in the dialects that their manuals and tools have.
struct TextDialectTests {
  // MARK: Pajek

  @Test func `Pajek with several relations, arcs and edges, times, and lists`() throws {
    let found = try FormatFiles.read(
      """
      % A comment
      *Network Skåne 2018
      *Vertices 4
      1 "Region Skåne" 0.1 0.2 0.5 box ic Red [2018-2021]
      2 "Malm&#246; stad" 0.3 0.4 [2018,2020-*]
      3 Agency
      *Arcs :1 "funds"
      3 1 2.5 [2019]
      *Edges :2 "dialogue"
      1 2 1 l "möten"
      *Arcslist :1
      1 2 3
      *Edgeslist :2
      2 4
      """, "relations.net")
    #expect(found.errors == [])
    #expect(found.actors == ["4", "Agency", "Malmö stad", "Region Skåne"])
    #expect(
      found.ties == [
        "4 – Malmö stad dialogue", "Agency > Region Skåne funds 2.5 2019", "Malmö stad – Region Skåne dialogue 1",
        "Region Skåne > Agency funds", "Region Skåne > Malmö stad funds",
      ])
    #expect(found.network.actors.first { $0.name == "Region Skåne" }?.period.description == "2018/2021")
    #expect(found.network.actors.first { $0.name == "Malmö stad" }?.period.description == "2018;2020/")
    #expect(found.network.actors.first { $0.name == "Region Skåne" }?.extras["colour"] == "Red")
    #expect(found.network.profile.title == "Skåne 2018")
  }

  @Test func `a two-mode network of Pajek is one of actors and collaborations`() throws {
    let found = try FormatFiles.read(
      "*Vertices 4 2\r\n1 \"A\"\r\n2 \"B\"\r\n3 \"Forum\"\r\n4 \"Projekt\"\r\n*Edges\r\n1 3 1\r\n2 3 1\r\n2 4 2\r\n",
      "two.net")
    #expect(found.errors == [])
    #expect(found.actors == ["A", "B"] && found.collaborations == ["Forum", "Projekt"])
    #expect(found.memberships == ["A in Forum", "B in Forum", "B in Projekt"])
  }

  @Test func `a matrix, and a project with a partition and a vector`() throws {
    let matrix = try FormatFiles.read(
      "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Matrix\n0 1 0\n0 0 2\n0 0 0\n", "matrix.net")
    #expect(matrix.errors == [])
    #expect(matrix.ties.map { $0.replacing("directed-link ", with: "") } == ["a > b 1", "b > c 2"])
    let project = try FormatFiles.read(
      """
      *Network net
      *Vertices 2
      1 "a"
      2 "b"
      *Edges
      1 2
      *Partition level_code
      *Vertices 2
      1
      2
      *Vector members
      *Vertices 2
      10.5
      3
      """, "project.paj")
    #expect(project.errors == [])
    #expect(project.network.actors.map { $0.extras["level_code"] ?? "" } == ["1", "2"])
    #expect(project.network.actors.map { $0.extras["members"] ?? "" } == ["10.5", "3"])
  }

  @Test func `errors in Pajek have their lines`() throws {
    let found = try FormatFiles.read(
      "*Vertices 2\n1 \"a\"\n9 \"b\"\n*Arcs\n1 2\n1 7\n1\nx 2\n*Matrix\n0 1 1\n", "bad.net")
    #expect(found.errorPlaces == ["bad.net:3", "bad.net:6", "bad.net:7", "bad.net:8", "bad.net:10"])
    let huge = try FormatFiles.read("*Vertices 99999999999\n", "huge.net")
    #expect(huge.errors.first?.place.row == 1)
    let many = try FormatFiles.read("*Vertices 2000000000\n2000000000 \"x\"\n", "many.net")
    #expect(many.errors.contains { $0.code == .beyondLimits })
  }

  // MARK: UCINET

  @Test(arguments: [
    "dl n=3 format=fullmatrix\nlabels:\na,b,c\ndata:\n0 1 0\n0 0 2\n0 0 0\n",
    "DL N = 3\nFORMAT = FULLMATRIX\nLABELS EMBEDDED\nDATA:\n  a b c\na 0 1 0\nb 0 0 2\nc 0 0 0\n",
    "dl n=3 format = edgelist1\nlabels:\na b c\ndata:\n1 2 1\n2 3 2\n",
    "dl n=3, format=edgelist1\nlabels embedded:\ndata:\na b 1\nb c 2\n",
    "dl n=3 format=fullmatrix diagonal=absent labels:\n\"a\",\"b\"\n\"c\"\ndata:\n1 0\n0 2\n0 0\n",
    "dl n=3 nm=1 format=edgearray1 labels: a b c data:\n1 2 1\n2 3 2\n",
  ]) func `one network in the layouts of DL`(text: String) throws {
    let found = try FormatFiles.read(text, "one.dl")
    #expect(found.errors == [])
    #expect(found.ties.map { $0.replacing("directed-link ", with: "") } == ["a > b 1", "b > c 2"])
  }

  @Test func `lists of nodes, half matrices, and missing cells`() throws {
    let nodes = try FormatFiles.read("dl n=4 format=nodelist1\nlabels:\na,b,c,d\ndata:\n1 2 3\n2 3\n", "nodes.dl")
    #expect(nodes.errors == [])
    #expect(nodes.ties.map { $0.replacing("directed-link", with: "").trimmed } == ["a > b", "a > c", "b > c"])
    #expect(nodes.actors.contains("d"))
    let counted = try FormatFiles.read(
      "dl n=3 format=nodelist1b\nlabels:\na,b,c\ndata:\n1 2 2 3\n2 1 3\n", "counted.dl")
    #expect(counted.network.ties.count == 3)
    let lower = try FormatFiles.read(
      "dl n=3 format=lowerhalf diagonal=absent\nlabels:\na b c\ndata:\n1\n0 2\n", "lower.dl")
    #expect(lower.errors == [])
    #expect(lower.ties.map { $0.replacing("link ", with: "") } == ["a – b 1", "b – c 2"])
    let upper = try FormatFiles.read("dl n=3 format=upperhalf\nlabels:\na b c\ndata:\n0 1 0\n0 2\n0\n", "upper.dl")
    #expect(upper.ties == lower.ties)
    let missing = try FormatFiles.read("dl n=2 labels: a b data:\n0 .\nNA 0\n", "missing.dl")
    #expect(missing.errors == [] && missing.network.ties.isEmpty && missing.says("without a value"))
  }

  @Test func `two modes and several relations in DL`() throws {
    for text in [
      "dl nr=2 nc=2 format=fullmatrix\nrow labels:\nA,B\ncolumn labels:\nForum,Projekt\ndata:\n1 0\n1 3\n",
      "dl nr=2, nc=2 format=edgelist2\nrow labels embedded\ncol labels embedded\ndata:\nA Forum\nB Forum\nB Projekt 3\n",
      "dl nr=2 nc=2\nlabels embedded\ndata:\nForum Projekt\nA 1 0\nB 1 3\n",
      "dl nr=2 nc=2 format=nodelist2 row labels:\nA B\ncolumn labels:\nForum Projekt\ndata:\n1 1\n2 1 2\n",
    ] {
      let found = try FormatFiles.read(text, "two.dl")
      #expect(found.errors == [], "\(text)")
      #expect(found.memberships == ["A in Forum", "B in Forum", "B in Projekt"], "\(text)")
    }
    let several = try FormatFiles.read(
      "dl n=3 nm=2 format=fullmatrix\nlabels:\na,b,c\nmatrix labels:\nfunds,dialogue\ndata:\n0 1 0\n0 0 0\n0 0 0\n0 1 0\n1 0 0\n0 0 0\n",
      "several.dl")
    #expect(several.errors == [])
    #expect(several.ties == ["a > b funds", "a – b dialogue"])
    #expect(several.says("the same both ways"))
    let edges = try FormatFiles.read(
      "dl n=3 nm=2 format=edgelist1\nlabels:\na,b,c\nmatrix labels:\nfunds,dialogue\ndata:\n1 2\n!\n1 2\n2 1\n",
      "edges.dl")
    #expect(edges.ties == several.ties)
  }

  @Test func `errors in DL have their lines`() throws {
    let cut = try FormatFiles.read("dl n=3\nlabels:\na,b,c\ndata:\n0 1 0\n0 x 0\n0 0\n", "cut.dl")
    #expect(cut.errorPlaces.contains("cut.dl:6") && cut.errorPlaces.contains("cut.dl:7"), "\(cut.errorPlaces)")
    let none = try FormatFiles.read("dl n=3 format=sideways\nlabels:\na b c\n", "none.dl")
    #expect(none.errorPlaces.contains("none.dl:1") && none.errors.count == 2)
    let huge = try FormatFiles.read("dl n=9999999 format=edgelist1\ndata:\n1 2\n", "huge.dl")
    #expect(huge.errors.contains { $0.code == .beyondLimits })
    #expect(try FormatFiles.read("dl n=99999999999999999999\ndata:\n", "huge.dl").errors.count >= 1)
  }

  // MARK: GML

  @Test func `GML of yEd and of Newman's collections`() throws {
    let found = try FormatFiles.read(
      """
      Creator "yFiles"
      Version "2.16"
      graph
      [
        hierarchic 1
        directed 1
        node [ id 0 label "Region Sk&#229;ne" graphics [ x 12.5 y -7 type "roundrectangle" fill "#FFCC00" ] isGroup 1 ]
        node [ id 1 label "Malmö &amp; co" gid 0 ]
        # a comment
        node [ id 2 ]
        edge [ source 1 target 2 label "funds" value 2.5 graphics [ type "line" Line [ point [ x 0 y 0 ] point [ x 1 y 1 ] ] ] ]
      ]
      """, "yed.gml")
    #expect(found.errors == [])
    #expect(found.actors == ["2", "Malmö & co", "Region Skåne"])
    #expect(found.ties == ["Malmö & co > 2 funds 2.5"])
    let region = try #require(found.network.actors.first { $0.name == "Region Skåne" })
    #expect(found.network.actors.first { $0.name == "Malmö & co" }?.partOf == region.id)
    #expect(region.extras["x"] == "12.5" && region.extras["colour"] == "#FFCC00")
  }

  @Test func `errors in GML have their lines, and a cut-off file says where it was cut`() throws {
    let found = try FormatFiles.read(
      "graph [\n node [ id 1 ]\n node [ id 1 ]\n edge [ source 1 target 5 ]\n", "bad.gml")
    #expect(found.errorPlaces == ["bad.gml:1", "bad.gml:3", "bad.gml:4"])
    let deep = "graph [ node [ id 1 " + String(repeating: "a [ ", count: 10_000)
    #expect(try FormatFiles.read(deep, "deep.gml").errors.contains { $0.code == .beyondLimits })
  }

  // MARK: DOT

  @Test func `chains, subgraphs, clusters, defaults, ports, HTML and joined texts in DOT`() throws {
    let found = try FormatFiles.read(
      #"""
      /* comment */ strict digraph "G" {
        label="Titel"; node [kind=agency]; edge [relation=funds]
        # a line of a preprocessor
        a:p1:n -> b -> {c d} [weight=2];
        subgraph cluster_0 { label="Kluster"; e [label="E\nrad"] }
        f [label=<<b>Fet</b> &amp; text>]; // comment
        a -> b
        "g" + "h" [kind=region, label="Två" + " delar"]
        e -> f [dir=none]; f -> a [dir=back]
      }
      """#, "all.dot")
    #expect(found.errors == [])
    #expect(
      found.actors == [
        "E rad (agency)", "Fet & text (agency)", "Två delar (region)", "a (agency)", "b (agency)", "c (agency)",
        "d (agency)",
      ])
    #expect(
      found.ties == [
        "E rad – Fet & text funds-undirected", "a > Fet & text funds", "a > b funds 2", "b > c funds 2",
        "b > d funds 2",
      ])
    #expect(found.network.profile.title == "Titel")
    #expect(found.network.actors.first { $0.name == "E rad" }?.extras["cluster"] == "Kluster")
    #expect(found.says("ports"))
  }

  @Test func `errors in DOT have their lines`() throws {
    let arrow = try FormatFiles.read("graph {\n a -- b\n a -> c\n}\n", "arrow.dot")
    #expect(arrow.errorPlaces == ["arrow.dot:3"])
    let cut = try FormatFiles.read("digraph {\n a -> b\n c [label=\"x", "cut.dot")
    #expect(!cut.errors.isEmpty && cut.errors.allSatisfy { $0.place.row != nil })
    let deep = "digraph " + String(repeating: "{", count: 10_000)
    #expect(try FormatFiles.read(deep, "deep.dot").errors.contains { $0.code == .beyondLimits })
    // A few bytes that ask for millions of links.
    let names = (0..<2_000).map { "n\($0)" }.joined(separator: " ")
    let many = "graph { {\(names)} -- {\(names)} }"
    #expect(try FormatFiles.read(many, "many.dot").errors.contains { $0.code == .beyondLimits })
  }

  // MARK: NCOL and LGL

  @Test func `errors in NCOL and LGL have their lines`() throws {
    let ncol = try FormatFiles.read("a b 2\na\nb c x\nc d e f\n", "bad.ncol")
    #expect(ncol.errorPlaces == ["bad.ncol:2", "bad.ncol:3", "bad.ncol:4"])
    #expect(ncol.network.ties.count == 2)
    let lgl = try FormatFiles.read("b\n# a\nb 2\nc x\n#\nd\n", "bad.lgl")
    #expect(lgl.errorPlaces == ["bad.lgl:1", "bad.lgl:4", "bad.lgl:5", "bad.lgl:6"])
  }

  @Test func `of many lines in another encoding the first are told one by one, and how many more there are`() throws {
    let lines = (0..<50).flatMap { Array("n\($0) ".utf8) + [0xE5, 0x0A] } + Array("ö a\n".utf8)
    let found = try FormatFiles.read(lines, "mixed.ncol")
    let told = found.errors.filter { $0.code == .mojibake }
    #expect(told.map(\.place.row) == (1...21).map { $0 })
    #expect(told.last?.summary.text(in: .english).contains("and 29 more") == true)
  }
}

extension String {
  fileprivate var trimmed: String { trimmingPrefix(" ").split(separator: " ").joined(separator: " ") }
}
