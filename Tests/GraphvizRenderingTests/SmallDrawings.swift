import GraphvizRendering

/// DOT texts for the tests. The graphs have names, since Graphviz numbers those without, and its SVG says the number.
enum SmallDrawings {
  /// Works with every engine: the nodes have places.
  static let square = """
    graph square {
      node [shape=box, fixedsize=true, width=1, height=0.4]
      a [pos="0,0"] b [pos="100,0"] c [pos="100,100"] d [pos="0,100", label="Åre å"]
      a -- b -- c -- d -- a
    }
    """

  /// A ladder of nodes, to be placed by the engine.
  static func ladder(_ name: String, rungs: Int) -> String {
    let rows = (0..<rungs).map { "  l\($0) -> r\($0) -> l\($0 + 1) -> r\($0 + 1)\n" }
    return "digraph \(name) {\n\(rows.joined())}\n"
  }

  /// Graphviz warns of it, naming the node.
  static func tooSmall(for node: String) -> String {
    """
    graph small {
      \(node) [pos="0,0", fixedsize=true, width=0.01, height=0.01, label="a label far too long for it"]
    }
    """
  }

  /// The text as a quoted DOT string that is to come out as it is.
  static func quoted(_ text: String) -> String {
    let escaped = text.map { (character: Character) -> String in
      switch character {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "&": "&amp;"
      default: String(character)
      }
    }
    return "\"\(escaped.joined())\""
  }

  static func svg(_ dot: String, engine: Engine = .positioned) throws -> String {
    String(decoding: try Graphviz.shared.draw(dot, engine: engine, as: .svg).bytes, as: UTF8.self)
  }
}
