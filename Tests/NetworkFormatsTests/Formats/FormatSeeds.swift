import NetworkFormats
import Networks
import TestSupport

@testable import Spreadsheets

/// Small honest files of each format that is read, for chance to damage.
enum FormatSeeds {
  /// The formats by their words, and the signs that each is made of.
  static let words: [String: [String]] = [
    "graphml": [
      "<node id=\"a\">", "</graph>", "<data key=\"k\">", "<!ENTITY", "<![CDATA[", "<hyperedge>", "&#0;", "<graph>",
    ],
    "gexf": [
      "<node id=\"1\">", "<attvalue for=\"0\" value=\"1\"/>", "start=\"2018\"", "<spell/>", "&amp;", "<nodes>",
      "pid=\"1\"",
    ],
    "cx2": ["\"id\":", "null", "[[[[", "\"v\": {}", "\"po\":", "-0.0", "1e400"],
    "cytoscape": ["\"data\":", "null", "{{{", "\"source\":", "[]"],
    "kumu": ["\"label\":", "null", "\"loops\": [{}]", "\"attributes\": {}", "[]"],
    "jgf": ["\"hyperedges\": [{\"nodes\": [\"a\"]}]", "null", "\"graphs\":", "{}"],
    "node-link": ["\"id\":", "null", "\"source\": 1", "[[", "true"],
    "gml": ["node [", "]", "edge [ source 1 ]", "graphics [", "\"&#99999999;\"", "#", "id"],
    "dot": ["subgraph", "->", "--", "{", "}", "[a=b]", "<b>", "/*", "strict", ":p:n", "+", "\\"],
    "pajek": ["*Vertices 3", "*Matrix", "*Arcs :1", "*Edgeslist", "*Partition x", "[2018-*]", "*Vector", "99"],
    "dl": ["labels:", "data:", "nm=2", "format=nodelist2", "!", "embedded", "nr=", "diagonal=absent", "\""],
    "ncol": ["a b", " ", "1e999"],
    "lgl": ["# a", "#", " "],
    "csv": [";;;", "from", "to", "namn", "\"\"", ",,,,,,", "x"],
    "tsv": ["\t\t\t", "from", "to", "namn", "\"\"", "\"", "x"],
    "xlsx": [
      "<c r=\"XFD1048576\">", "<row r=\"0\">", "t=\"s\"", "<v>999999</v>", "<f>", "s=\"99\"", "ref=\"A1:XFD99\"",
      "<sheet/>",
    ],
    "ods": [
      "table:number-columns-repeated=\"1000000\"", "table:number-rows-repeated=\"999999\"", "<table:table-cell/>",
      "office:value=\"x\"",
    ],
  ]

  static func texts(_ id: String) -> [String] {
    switch id {
    case "graphml":
      [
        """
        <graphml><key id="k" for="all" attr.name="kind" attr.type="string"><default>x</default></key><graph edgedefault="directed">
        <node id="a"><data key="k">region</data><port name="p"/><graph><node id="b"/></graph></node><node id="c"/>
        <edge source="a" target="b" directed="false"><data key="k">funds</data></edge>
        <hyperedge><endpoint node="a"/><endpoint node="c"/></hyperedge></graph></graphml>
        """
      ]
    case "gexf":
      [
        """
        <gexf version="1.3"><graph defaultedgetype="directed" mode="dynamic"><attributes class="node">
        <attribute id="0" title="kind" type="string"><default>x</default></attribute></attributes><nodes>
        <node id="1" label="A" start="2018"><attvalues><attvalue for="0" value="y"/></attvalues><spells><spell start="2018" end="2019"/></spells>
        <viz:color r="1" g="2" b="3"/><nodes><node id="2" pid="1"/></nodes></node></nodes>
        <edges><edge id="0" source="1" target="2" weight="2" kind="funds" type="mutual"/></edges></graph></gexf>
        """
      ]
    case "cx2":
      [
        #"[{"CXVersion":"2.0"},{"attributeDeclarations":[{"nodes":{"name":{"a":"n"},"k":{"v":1}}}]},{"networkAttributes":[{"name":"T"}]},{"nodes":[{"id":1,"x":1,"v":{"n":"A"}},{"id":2,"v":{}}]},{"edges":[{"id":0,"s":1,"t":2,"v":{"interaction":"funds"}}]}]"#,
        #"[{"numberVerification":[]},{"nodes":[{"@id":1,"n":"A"},{"@id":2}]},{"edges":[{"@id":3,"s":1,"t":2,"i":"x"}]},{"nodeAttributes":[{"po":[1,2],"n":"k","v":["x"]}]}]"#,
      ]
    case "cytoscape":
      [
        #"{"format_version":"1.0","generated_by":"x","data":{"name":"N"},"elements":{"nodes":[{"data":{"id":"a","parent":"b"},"position":{"x":1,"y":2}},{"data":{"id":"b"}}],"edges":[{"data":{"id":"e","source":"a","target":"b","directed":true}}]}}"#
      ]
    case "kumu":
      [
        #"{"elements":[{"label":"A","type":"Region","tags":["x"]},{"_id":"e2","attributes":{"label":"B"}}],"connections":[{"from":"A","to":"B","direction":"mutual","type":"funds"}],"loops":[{"label":"L","elements":["A","B"]}]}"#
      ]
    case "jgf":
      [
        #"{"graph":{"directed":true,"label":"T","metadata":{"x":1},"nodes":{"a":{"label":"A","metadata":{"k":[1,{}]}},"b":{}},"edges":[{"source":"a","target":"b","relation":"funds"}],"hyperedges":[{"nodes":["a","b"]}]}}"#
      ]
    case "node-link":
      [
        #"{"directed":true,"multigraph":false,"graph":{"title":"T"},"nodes":[{"id":"a","kind":"region"},{"id":2}],"links":[{"source":"a","target":2,"weight":1.5,"key":0}]}"#,
        #"{"nodes":[{"name":"A"},{"name":"B"}],"links":[{"source":0,"target":1,"value":2}]}"#,
      ]
    case "gml":
      [
        "Creator \"x\"\ngraph [\n directed 1\n node [ id 1 label \"A &amp; B\" gid 2 graphics [ x 1.5 ] ]\n node [ id 2 ]\n edge [ source 1 target 2 weight 2 ]\n]\n"
      ]
    case "dot":
      [
        "strict digraph \"G\" { label=T; node [kind=agency]\n a:p -> {b c} -> d [weight=2, dir=none]\n subgraph cluster_1 { label=\"K\" e [label=<<b>x</b>>] } /* c */ \"a\"+\"b\" }\n"
      ]
    case "pajek":
      [
        "*Network n\n*Vertices 3 2\n1 \"A\" 0.1 0.2 box ic Red [2018-2021]\n2 \"B\"\n*Arcs :1 \"funds\"\n1 3 2 [2019]\n*Edgeslist\n2 3\n*Partition p\n*Vertices 3\n1\n2\n3\n",
        "*Vertices 2\n1 \"A\"\n2 \"B\"\n*Matrix\n0 1\n1 0\n",
      ]
    case "dl":
      [
        "dl n=3 nm=2 format=edgelist1\nlabels:\na,b,\"c d\"\nmatrix labels:\nx y\ndata:\n1 2 3\n!\n2 3\n",
        "dl nr=2 nc=2\nlabels embedded\ndata:\nF P\nA 1 0\nB 1 3\n",
        "dl n=2 format=lowerhalf diagonal=absent labels: a b data:\n1\n",
      ]
    case "ncol": ["a b 1\nb c\nc a 2.5\n"]
    case "lgl": ["# a\nb 2\nc\n# d\n"]
    case "csv":
      [
        "Från;Till;Typ;Styrka;Startdatum\nRegion A;Stad B;möten;0,5;2018-03-05\nStad B;Stad C;;;\n",
        ",A,B,C\nA,0,1,x\nB,1,0,\nC,,2,0\n",
        "namn,typ,nivå,alias\nA,Region,lokal,x;y\nB,,,\n", "Svarande,A,B,C\nA,,3,0\nB,2,,\n", "a b 1\nb c 2\n",
      ]
    case "tsv": ["from\tto\tstyrka\nRegion A\tStad B\t0,5\nStad B\t\"C \"\"c\"\"\"\t\n", "namn\ttyp\nA\tRegion\nB\t\n"]
    default: []
    }
  }

  /// The parts of a workbook that another program wrote, those that are read.
  static func parts(_ id: String) throws -> [(name: String, bytes: [UInt8])] {
    let archive = try Archive(FormatFiles.dialect(id == "xlsx" ? "openpyxl-members.xlsx" : "libreoffice-matrix.ods"))
    let names =
      id == "xlsx"
      ? [
        "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
      ] : ["mimetype", "META-INF/manifest.xml", "content.xml"]
    return try names.compactMap { name in try archive.part(name).map { (name, $0) } }
  }
}
