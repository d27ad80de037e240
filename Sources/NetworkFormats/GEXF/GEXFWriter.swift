import Networks
import XMLStreams

/// Writes GEXF 1.3 with an attribute for each column, periods as spells too, and kinds and weights where Gephi looks for
/// them.
public struct GEXFWriter: GraphWriter {
  public static let names = GEXFNames.format
  public static let abilities = GraphAbilities(
    properties: .only([RecordAttributes.creator, "title", "description"]), controlCharacters: false)

  public init() {}

  public func write(_ graph: AttributedGraph) -> GraphWriting {
    let xml = XMLWriter()
    let nodeColumns = graph.nodes.columns.enumerated().filter { $0.element.name != "name" }
    // A strength that is a word has no place but among the attributes.
    let isWeight = (0..<graph.linkCount).map { link in
      Double(graph.links.text("strength", link)).map { $0.isFinite } ?? false
    }
    let linkColumns = graph.links.columns.enumerated().filter { column in
      switch column.element.name {
      case "name", "kind": false
      case "strength": (0..<graph.linkCount).contains { column.element.hasValue($0) && !isWeight[$0] }
      default: true
      }
    }
    xml.element("gexf", ["xmlns": GEXFNames.namespace, "version": "1.3"]) {
      xml.element("meta") {
        xml.element("creator", text: graph.property(RecordAttributes.creator))
        let about = [graph.property("title"), graph.property("description")]
        xml.element("description", text: (about[1].isEmpty ? [about[0]] : about).joined(separator: "\n\n"))
      }
      xml.element(
        "graph",
        ["defaultedgetype": graph.isDirected ? "directed" : "undirected", "mode": mode(graph), "timeformat": "date"]
      ) {
        declare("node", nodeColumns.map { ($0.offset, $0.element) }, xml)
        declare("edge", linkColumns.map { ($0.offset, $0.element) }, xml)
        xml.element("nodes") {
          for node in 0..<graph.nodeCount {
            xml.element("node", ["id": graph.id(node), "label": graph.nodes.text("name", node)]) {
              write(nodeColumns.map { ($0.offset, $0.element) }, node, xml)
              writeSpells(graph.nodes.text("period", node), xml)
            }
          }
        }
        xml.element("edges") {
          for link in 0..<graph.linkCount {
            xml.element(
              "edge",
              ["id": String(link), "source": graph.id(Int(graph.from[link])), "target": graph.id(Int(graph.to[link]))]
            ) {
              if graph.linkIsDirected[link] != graph.isDirected {
                xml.attribute("type", graph.linkIsDirected[link] ? "directed" : "undirected")
              }
              for (name, column) in [("kind", "kind"), ("label", "name")] {
                let text = graph.links.text(column, link)
                if !text.isEmpty { xml.attribute(name, text) }
              }
              if isWeight[link] { xml.attribute("weight", graph.links.text("strength", link)) }
              write(
                linkColumns.filter { $0.element.name != "strength" || !isWeight[link] }.map { ($0.offset, $0.element) },
                link, xml)
              writeSpells(graph.links.text("period", link), xml)
            }
          }
        }
      }
    }
    return GraphWriting(xml.bytes())
  }

  private func mode(_ graph: AttributedGraph) -> String {
    let hasTimes = [graph.nodes, graph.links].contains { table in
      table.columns.contains { $0.name == "period" && $0.valueCount > 0 }
    }
    return hasTimes ? "dynamic" : "static"
  }

  private func declare(_ what: String, _ columns: [(Int, AttributeTable.Column)], _ xml: XMLWriter) {
    guard !columns.isEmpty else { return }
    xml.element("attributes", ["class": what, "mode": "static"]) {
      for (number, column) in columns {
        xml.element("attribute", ["id": String(number), "title": column.name, "type": column.kind.typeName])
      }
    }
  }

  private func write(_ columns: [(Int, AttributeTable.Column)], _ row: Int, _ xml: XMLWriter) {
    let filled = columns.filter { $0.1.hasValue(row) }
    guard !filled.isEmpty else { return }
    xml.element("attvalues") {
      for (number, column) in filled { xml.element("attvalue", ["for": String(number), "value": column[row]]) }
    }
  }

  /// The period in whole days, for tools that show time; the attribute has it as it was written.
  private func writeSpells(_ period: String, _ xml: XMLWriter) {
    guard let spells = GEXFPeriods.spells(period) else { return }
    xml.element("spells") {
      for (start, end) in spells {
        xml.element("spell") {
          if let start { xml.attribute("start", start) }
          if let end { xml.attribute("end", end) }
        }
      }
    }
  }
}
