/// What a heap puts in order.
protocol HeapEntry {
  /// Whether the first is taken out before the second; neither is before its equal.
  static func isBefore(_ first: Self, _ second: Self) -> Bool
}

/// A queue from which the entry before all others is taken out; an entry may be there more than once.
///
/// - Complexity: O(log n) for n entries to add one or to take one out.
struct BinaryHeap<Entry: HeapEntry> {
  private var entries: [Entry]

  /// - Parameter entries: in an order in which none is before one that stands earlier.
  init(sorted entries: [Entry] = []) { self.entries = entries }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  @inline(__always)
  mutating func push(_ entry: Entry) {
    var place = entries.count
    entries.append(entry)
    while place > 0 {
      let parent = (place - 1) / 2
      guard Entry.isBefore(entry, entries[parent]) else { break }
      entries[place] = entries[parent]
      place = parent
    }
    entries[place] = entry
  }

  @inline(__always)
  mutating func pop() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    if entries.isEmpty { return first }
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= entries.count { break }
      if child + 1 < entries.count, Entry.isBefore(entries[child + 1], entries[child]) { child += 1 }
      guard Entry.isBefore(entries[child], last) else { break }
      entries[place] = entries[child]
      place = child
    }
    entries[place] = last
    return first
  }
}
