import Networks

/// A graph as the files of other tools hold it: nodes and links with attributes as text. What every graph format is read
/// into and written from; it knows nothing of actors and collaborations.
///
/// Attributes that all tools have under names of their own go by ours: `name` for a node's label, `kind` for the type of
/// a node or link, `strength` for a link's weight, `period` for the time that something holds (as tables write it),
/// `note` for a description, `part_of` for the id of the node that a node is inside of.
public struct AttributedGraph: Sendable {
  /// Attributes of the graph as a whole, in their order: its `title`, its `description` …
  public var properties: [(name: String, text: String)] = []
  /// Whether the graph says of itself that its links have a direction; each link says it for itself.
  public var isDirected = false

  /// Whether the ids are no more than places in the file, so that a network's ids are better made of the names.
  public var idsArePlaces = false

  private var ids = IdentifierTable()
  /// How far the ids of nodes that must differ have been counted.
  private var nextDistinct: [String: Int] = [:]
  /// Whether the id was met as a node, and not only as a link's end.
  private var isDeclared: [Bool] = []
  /// The parts of the document whose nodes and links are counted, where the document has no lines that mean anything.
  var nodePart: String?
  var linkPart: String?
  /// The line of each node and link in the file, or its number in its part, counted from 1; 0 where it has none.
  private var nodeLines: [Int32] = []
  private var linkLines: [Int32] = []

  public private(set) var from: [Int32] = []
  public private(set) var to: [Int32] = []
  public private(set) var linkIsDirected: [Bool] = []
  public var nodes = AttributeTable()
  public var links = AttributeTable()

  public init() {}

  public var nodeCount: Int { ids.count }
  public var linkCount: Int { from.count }

  /// The node's id in the file.
  public func id(_ node: Int) -> String { ids.text(node) }
  public func line(ofNode node: Int) -> Int { Int(nodeLines[node]) }
  public func line(ofLink link: Int) -> Int { Int(linkLines[link]) }
  public func isDeclared(_ node: Int) -> Bool { isDeclared[node] }

  public func property(_ name: String) -> String { properties.first { $0.name == name }?.text ?? "" }

  public mutating func setProperty(_ name: String, _ text: String) {
    guard !text.isEmpty else { return }
    if let position = properties.firstIndex(where: { $0.name == name }) {
      properties[position].text = text
    } else {
      properties.append((name, text))
    }
  }

  /// Adds a node, or finds the one with this id.
  ///
  /// - Returns: its position, and whether it had been declared before: two nodes of the same id are one.
  @discardableResult
  public mutating func addNode(
    _ id: UnsafeBufferPointer<UInt8>, line: Int = 0
  ) -> (position: Int, wasDeclared: Bool) {
    let position = reference(id, line: line)
    let wasDeclared = isDeclared[position]
    if !wasDeclared { nodeLines[position] = Int32(clamping: line) }
    isDeclared[position] = true
    return (position, wasDeclared)
  }

  @discardableResult
  public mutating func addNode(_ id: String, line: Int = 0) -> (position: Int, wasDeclared: Bool) {
    var id = id
    return id.withUTF8 { addNode($0, line: line) }
  }

  /// Adds a node that is none of those there are: of the id, or of the next that is free of `id-2`, `id-3` …
  public mutating func addDistinctNode(_ id: String, line: Int = 0) -> Int {
    guard position(of: id) != nil else { return addNode(id, line: line).position }
    var number = nextDistinct[id] ?? 2
    while position(of: "\(id)-\(number)") != nil { number += 1 }
    nextDistinct[id] = number + 1
    return addNode("\(id)-\(number)", line: line).position
  }

  /// The position of the node of this id, which may be declared later or never.
  public mutating func reference(_ id: UnsafeBufferPointer<UInt8>, line: Int = 0) -> Int {
    let position = ids.insert(id)
    if position == isDeclared.count {
      isDeclared.append(false)
      nodeLines.append(Int32(clamping: line))
    }
    return position
  }

  public mutating func reference(_ id: String, line: Int = 0) -> Int {
    var id = id
    return id.withUTF8 { reference($0, line: line) }
  }

  /// The position of the node of this id, or `nil` where there is none.
  public func position(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { ids.number($0) }
  }

  /// Adds a link between two nodes by their positions, and gives its own.
  @discardableResult
  public mutating func addLink(_ first: Int, _ second: Int, isDirected: Bool, line: Int = 0) -> Int {
    from.append(Int32(truncatingIfNeeded: first))
    to.append(Int32(truncatingIfNeeded: second))
    linkIsDirected.append(isDirected)
    linkLines.append(Int32(clamping: line))
    return from.count - 1
  }

  /// Without some of its links; each link's attributes go with it.
  public func withLinks(_ kept: [Int]) -> AttributedGraph {
    var result = self
    result.from = kept.map { from[$0] }
    result.to = kept.map { to[$0] }
    result.linkIsDirected = kept.map { linkIsDirected[$0] }
    result.linkLines = kept.map { linkLines[$0] }
    result.links = links.rows(kept)
    return result
  }

  /// Whether the tables of its nodes or links would be far too empty, or its fallbacks far more text than the file holds.
  var isFarTooEmpty: Bool {
    [(nodes, nodeCount), (links, linkCount)].contains { table, rows in
      let columns = table.columns.count { $0.valueCount > 0 || !$0.fallback.isEmpty }
      // A row says something by being there.
      let filled = table.columns.reduce(rows) { $0 + $1.valueCount }
      let fallback = table.columns.reduce(0) { $0 + $1.fallback.utf8.count }
      return CellTable.isFarTooEmpty(rows: rows, columns: columns, filled: filled)
        || CellTable.isFarTooEmpty(rows: rows, columns: fallback / 16, filled: filled)
    }
  }

  /// Gives the links' strength its name here, in a graph of ours that was written with another one for other tools.
  mutating func nameStrength(_ foreign: String) {
    guard GraphTables.areIn(self), links.position(of: "strength") == nil else { return }
    let listed = [Table.memberships, .ties].map { property(RecordAttributes.columnsProperty($0)) }
    guard !listed.contains(where: { $0.split(separator: ",").contains { $0 == foreign } }) else { return }
    links = links.renamed(foreign, to: "strength")
  }

  mutating func setDirected(_ link: Int, _ isDirected: Bool) { linkIsDirected[link] = isDirected }
}
