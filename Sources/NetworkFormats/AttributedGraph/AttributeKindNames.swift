/// The words that GraphML, GEXF and CX have for what a column's values are, together.
extension AttributeTable.Kind {
  init(typeName: String) {
    switch typeName {
    case "boolean": self = .truth
    case "int", "integer", "long", "short", "byte", "biginteger": self = .wholeNumber
    case "float", "double", "bigdecimal": self = .number
    default: self = .text
    }
  }

  /// The word that all of them have.
  var typeName: String {
    switch self {
    case .text: "string"
    case .number: "double"
    case .wholeNumber: "long"
    case .truth: "boolean"
    }
  }
}
