import Networks
import Spreadsheets

/// Writes the workbook that Kumu imports: a sheet of elements and one of connections, with several tags apart by `|`.
struct KumuWorkbookWriter {
  private static let abilities = GraphAbilities(properties: .only([]))
  /// Kumu takes names as they stand, so that its own words begin with a capital.
  private static let elementNames = ["kind": "Type", "note": "Description", "tags": "Tags"]
  private static let connectionNames = ["kind": "Type", "note": "Description", "tags": "Tags", "name": "Label"]

  func write(_ network: Network) throws(WritingFault) -> FormatWriting {
    let reduction = GraphReduction(NetworkGraph(network).graph, to: Self.abilities)
    let graph = reduction.graph
    let names = NodeNames(graph)
    let nodeColumns = graph.nodes.columns.filter { $0.name != "name" }
    let elements = (0..<graph.nodeCount).map { node in
      [names[node], graph.id(node)] + nodeColumns.map { Self.cell($0, node) }
    }
    let connections = (0..<graph.linkCount).map { link in
      [
        names[Int(graph.from[link])], names[Int(graph.to[link])],
        graph.linkIsDirected[link] ? "directed" : "undirected",
      ] + graph.links.columns.map { Self.cell($0, link) }
    }
    let sheets = [
      SheetPlan(
        name: "Elements",
        rows: [["Label", "ID"] + nodeColumns.map { Self.elementNames[$0.name] ?? $0.name }] + elements,
        frozenColumns: 1),
      SheetPlan(
        name: "Connections",
        rows: [["From", "To", "Direction"] + graph.links.columns.map { Self.connectionNames[$0.name] ?? $0.name }]
          + connections),
    ]
    do throws(XLSXWriter.Failure) {
      return FormatWriting(try XLSXWriter().write(WorkbookPlan(sheets: sheets)), losses: reduction.losses)
    } catch {
      throw WritingFault(error.limits.map(WorkbookWriter.words))
    }
  }

  private static func cell(_ column: AttributeTable.Column, _ row: Int) -> String {
    column.name == "tags" ? column[row].replacing(";", with: "|") : column[row]
  }
}
