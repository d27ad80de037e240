import Graphs
import Testing

struct GroupingTests {
  @Test func `groups are numbered in the order of their first nodes, whatever they were called`() {
    let grouping = Grouping([7, -3, 7, 0, -3])
    #expect(grouping.groupOf == [0, 1, 0, 2, 1])
    #expect(grouping.groupCount == 3)
    #expect(grouping.sizes == [2, 2, 1])
    #expect(grouping.members.map { $0.map(\.position) } == [[0, 2], [1, 4], [3]])
    #expect(grouping[NodeIndex(3)] == 2)
    #expect(grouping == Grouping([1, 2, 1, 3, 2]))
    #expect(grouping != Grouping([1, 2, 1, 3, 3]))
  }

  @Test func `no nodes have no groups`() {
    let none = Grouping([Int]())
    #expect(none.groupCount == 0 && none.groupOf.isEmpty && none.members.isEmpty && none.sizes.isEmpty)
  }
}
