import Graphs
import TestSupport
import Testing

struct OverlappingGroupsTests {
  @Test func `a node knows all its groups`() {
    let groups = OverlappingGroups([[2, 0], [2, 1], [2]].map { $0.map { NodeIndex($0) } }, nodeCount: 4)
    #expect(groups.members[0] == [NodeIndex(0), NodeIndex(2)])
    #expect(groups.groupsOf == [[0], [1], [0, 1, 2], []])
    #expect(groups[NodeIndex(2)] == [0, 1, 2])
  }
}
