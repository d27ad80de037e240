/// A node of one particular graph, by its position from 0.
public struct NodeIndex: Sendable, Hashable, Comparable {
  public let position: Int32

  public init(_ position: Int) { self.position = Int32(truncatingIfNeeded: position) }

  public static func < (first: Self, second: Self) -> Bool { first.position < second.position }
}

extension NodeIndex {
  var offset: Int { Int(position) }
}
