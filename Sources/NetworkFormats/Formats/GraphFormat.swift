public import Networks

/// What a format is called and known by.
public struct FormatNames: Sendable, Hashable {
  /// The word for the command line: `graphml`.
  public let id: String
  /// As its makers write it: “GraphML”.
  public let name: String
  /// Without dots, the usual one first.
  public let extensions: [String]
  /// The tools that use it, in a few words.
  public let tools: Phrase

  public init(id: String, name: String, extensions: [String], tools: Phrase) {
    self.id = id
    self.name = name
    self.extensions = extensions
    self.tools = tools
  }
}

/// What a reader understood of a file that holds a graph, and everything that it left out or guessed.
public struct GraphReading: Sendable {
  public var graph: AttributedGraph
  public var problems: [Problem]

  public init(_ graph: AttributedGraph, _ problems: [Problem] = []) {
    self.graph = graph
    self.problems = problems
  }
}

/// Reads one graph format: bytes in, values and problems out. Never throws for what a file holds, and never stops the
/// process: a damaged file gives what came before the damage, and an error with its line.
public protocol GraphReader: Sendable {
  static var names: FormatNames { get }

  init()

  /// Whether the bytes look like this format. They are the beginning of a file, at most 4096 of them.
  static func recognises(_ head: ArraySlice<UInt8>) -> Bool

  /// - Complexity: linear in the size of the file, in time and memory.
  func read(_ bytes: [UInt8], file: String) -> GraphReading
}

/// Writes one graph format: a graph in, bytes out.
public protocol GraphWriter: Sendable {
  static var names: FormatNames { get }
  static var abilities: GraphAbilities { get }

  init()

  /// Writes a graph that ``abilities`` can hold, canonically: the same graph gives the same bytes.
  func write(_ graph: AttributedGraph) -> GraphWriting
}

public struct GraphWriting: Sendable {
  public var bytes: [UInt8]
  /// What became of things that the abilities have no word for.
  public var losses: [Loss]

  public init(_ bytes: [UInt8], losses: [Loss] = []) {
    self.bytes = bytes
    self.losses = losses
  }
}
