import NetworkFormats
import TestSupport
import Testing

struct IdentifierTests {
  /// Those of up to eight bytes are told apart otherwise than longer ones.
  @Test(arguments: UInt64(1)...10) func `nodes are one where every byte of their ids is the same, and only there`(
    seed: UInt64
  ) {
    var chance = SplitMix64(seed: seed)
    var ids = ["", "\0", "\0\0", "a", "\0a", "a\0", "12345678", "123456789", "12345678\0", "\u{0}12345678"]
    for _ in 0..<5000 {
      ids.append(String((0..<chance.below(20)).map { _ in ["a", "b", "\0"][chance.below(3)] }.joined()))
    }
    var graph = AttributedGraph()
    var numbers: [String: Int] = [:]
    for id in ids {
      let found = graph.addNode(id)
      let isNew = numbers[id] == nil
      #expect(found.wasDeclared == !isNew && found.position == numbers[id] ?? numbers.count)
      numbers[id] = found.position
      #expect(graph.id(found.position) == id)
    }
  }
}
