import TestSupport
import Testing

@testable import Graphs

struct BinaryHeapTests {
  private struct Number: HeapEntry {
    var value: Int

    static func isBefore(_ first: Self, _ second: Self) -> Bool { first.value < second.value }
  }

  @Test(arguments: UInt64(1)...100) func `what is taken out is always the least of what is there`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    var there = Array(0..<chance.below(20))
    var heap = BinaryHeap(sorted: there.map { Number(value: $0) })
    for _ in 0..<200 {
      if chance.below(3) > 0 {
        let value = chance.below(30)
        there.append(value)
        heap.push(Number(value: value))
      } else {
        let least = there.min()
        #expect(heap.pop()?.value == least)
        if let least, let place = there.firstIndex(of: least) { there.remove(at: place) }
      }
    }
    for value in there.sorted() { #expect(heap.pop()?.value == value) }
    #expect(heap.pop()?.value == nil)
    heap.push(Number(value: 1))
    heap.removeAll()
    #expect(heap.pop()?.value == nil)
  }
}
