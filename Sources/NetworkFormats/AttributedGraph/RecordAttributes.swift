import Networks

/// The names under which the records of a network are attributes of a graph's nodes and links. A record's cells go by
/// their columns' names; these are the names beside them.
enum RecordAttributes {
  /// What a node or link is: one of ``Record``.
  static let record = "record"
  /// The record's own id, where the node has another.
  static let id = "id"
  /// On links of formats that give one direction to all: whether this one has it.
  static let directed = "directed"
  /// The graph's property that names who made it, and its value for files of ours.
  static let creator = "creator"
  static let ownCreator = "Samverkan"

  enum Record: String {
    case actor
    case collaboration
    case membership
    case tie
  }

  /// The property that lists the columns of a table that the model does not know.
  static func columnsProperty(_ table: Table) -> String { "columns.\(table.rawValue)" }

  /// Names that mean something to formats. A column of the user's own that is called so must not be taken for that.
  private static let meaningful: Set<String> = [
    record, id, directed, "name", "kind", "strength", "period", "note", "tags", "part_of", "x", "y", "colour", "size",
    "shape",
  ]
  private static let mark = "x:"

  /// The attribute's name for a column that the model does not know.
  static func attribute(ofExtra column: String) -> String {
    meaningful.contains(column) || column.hasPrefix(mark) ? mark + column : column
  }

  /// The column's name for an attribute that is no column of the model.
  static func extra(ofAttribute name: String) -> String {
    name.hasPrefix(mark) ? String(name.dropFirst(mark.count)) : name
  }
}
