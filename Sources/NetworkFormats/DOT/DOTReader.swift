import Networks

/// Reads DOT: directed and undirected graphs, defaults, subgraphs as ends of edges, clusters, ports, chains of edges.
public struct DOTReader: GraphReader {
  public static let names = DOTNames.format

  public init() {}

  public static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    var lexer = DOTLexer(TextDecoding(Array(head)).utf8)
    var first = lexer.next()
    if case .id(let word, isQuoted: false)? = first, word.lowercased() == "strict" { first = lexer.next() }
    guard case .id(let word, isQuoted: false)? = first, ["graph", "digraph"].contains(word.lowercased()) else {
      return false
    }
    var next = lexer.next()
    if case .id? = next { next = lexer.next() }
    return next == .sign(UInt8(ascii: "{"))
  }

  public func read(_ bytes: [UInt8], file: String) -> GraphReading {
    let decoding = TextDecoding(bytes)
    let problems = decoding.problems(file: file)
    var parser = DOTParser(decoding.utf8, file: file)
    parser.read()
    return GraphReading(parser.graph, problems + parser.problems)
  }
}
