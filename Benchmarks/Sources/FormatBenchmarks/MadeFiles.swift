import Foundation
import NetworkFormats
import Networks

/// Files as large as users have them, the same at every making.
struct MadeFiles {
  let folder: String

  /// A generator that gives the same numbers everywhere (Knuth's MMIX).
  private struct Numbers {
    var state: UInt64 = 2018
    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  func make() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try makeEdgeList("edges-10m.tsv", links: 10_000_000, nodes: 1_000_000)
    try makeEdgeList("edges-1m.tsv", links: 1_000_000, nodes: 100_000)
    try makeGraphs(links: 500_000, nodes: 100_000)
    try makeWorkbook(rows: 100_000)
  }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  private func makeEdgeList(_ name: String, links: Int, nodes: Int) throws {
    var numbers = Numbers()
    var text: [UInt8] = []
    text.reserveCapacity(links * 15)
    for _ in 0..<links {
      text += Array(String(numbers.below(nodes)).utf8)
      text.append(0x09)
      text += Array(String(numbers.below(nodes)).utf8)
      text.append(0x0A)
    }
    try write(text, name)
  }

  /// As NetworkX writes them: a label and a kind on each node, a weight and a relation on each link.
  private func makeGraphs(links: Int, nodes: Int) throws {
    var numbers = Numbers()
    let ends = (0..<links).map { _ in (numbers.below(nodes), numbers.below(nodes), numbers.below(9) + 1) }
    var graphML = """
      <?xml version='1.0' encoding='utf-8'?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="node" attr.name="label" attr.type="string"/>
      <key id="d1" for="node" attr.name="kind" attr.type="string"/><key id="d2" for="edge" attr.name="weight" attr.type="long"/>
      <key id="d3" for="edge" attr.name="relation" attr.type="string"/><graph edgedefault="undirected">

      """
    var gexf = """
      <?xml version='1.0' encoding='utf-8'?>
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="undirected" mode="static">
      <attributes mode="static" class="node"><attribute id="0" title="kind" type="string"/></attributes>
      <attributes mode="static" class="edge"><attribute id="1" title="relation" type="string"/></attributes><nodes>

      """
    for node in 0..<nodes {
      graphML += "    <node id=\"n\(node)\">\n      <data key=\"d0\">Aktör nummer \(node)</data>\n      <data key=\"d1\">municipality</data>\n    </node>\n"
      gexf += "      <node id=\"n\(node)\" label=\"Aktör nummer \(node)\">\n        <attvalues>\n          <attvalue for=\"0\" value=\"municipality\" />\n        </attvalues>\n      </node>\n"
    }
    gexf += "    </nodes>\n    <edges>\n"
    for (number, (from, to, weight)) in ends.enumerated() {
      graphML += "    <edge source=\"n\(from)\" target=\"n\(to)\">\n      <data key=\"d2\">\(weight)</data>\n      <data key=\"d3\">dialogue</data>\n    </edge>\n"
      gexf += "      <edge source=\"n\(from)\" target=\"n\(to)\" id=\"\(number)\" weight=\"\(weight)\">\n        <attvalues>\n          <attvalue for=\"1\" value=\"dialogue\" />\n        </attvalues>\n      </edge>\n"
    }
    try write(Array((graphML + "</graph></graphml>\n").utf8), "graph.graphml")
    try write(Array((gexf + "    </edges>\n  </graph>\n</gexf>\n").utf8), "graph.gexf")
  }

  /// A sheet of actors and one of links, a hundred thousand rows together.
  private func makeWorkbook(rows: Int) throws {
    var numbers = Numbers()
    var network = Network()
    let actors = rows / 5
    network.sources = [Source(id: "r", title: "Report")]
    for number in 0..<actors {
      network.actors.append(
        NetworkActor(
          id: NetworkActor.ID("actor-\(number)"), name: "Aktör nummer \(number)", kind: .municipality, level: .local,
          county: "Skåne län", sources: [SourceReference(source: "r", place: String(number % 90))]))
    }
    for number in 0..<(rows - actors) {
      network.ties.append(
        Tie(
          from: NetworkActor.ID("actor-\(numbers.below(actors))"), to: NetworkActor.ID("actor-\(numbers.below(actors))"),
          kind: TieKind("dialogue"), strength: String(number % 5), sources: [SourceReference(source: "r")]))
    }
    guard let format = FormatRegistry.format("xlsx") else { return }
    try write(try format.write(network).bytes, "workbook.xlsx")
  }
}
