/// Things that are taken away one after the other, always the one that has the least left, while others lose by it.
///
/// They are kept sorted by what they have left, each number's in a range of its own, so that one less is one exchange
/// of places.
///
/// - SeeAlso: Batagelj & Zaveršnik (2003), arXiv:cs/0310049.
struct PeelingQueue: ~Copyable {
  /// What each has left; of those that were taken away, what they had then.
  let left: FixedArray<Int32>
  private let order: FixedArray<Int32>
  private let place: FixedArray<Int32>
  /// Where those with each number begin.
  private let first: FixedArray<Int32>

  init(_ numbers: [Int32]) {
    let count = numbers.count
    let largest = Int(numbers.max() ?? 0)
    left = FixedArray(repeating: 0, count: count)
    order = FixedArray(repeating: 0, count: count)
    place = FixedArray(repeating: 0, count: count)
    first = FixedArray(repeating: 0, count: largest + 2)
    for item in 0..<count {
      left[item] = numbers[item]
      first[numbers[item] + 1] += 1
    }
    for number in 0...largest { first[number + 1] += first[number] }
    for item in 0..<count {
      let own = first[left[item]]
      first[left[item]] = own + 1
      place[item] = own
      order[own] = Int32(truncatingIfNeeded: item)
    }
    for number in stride(from: largest, to: 0, by: -1) { first[number] = first[number - 1] }
    first[0] = 0
  }

  /// The one that is taken away in a step, when those of all steps before are gone.
  @inline(__always) func item(_ step: Int) -> Int { Int(order[step]) }

  /// Of one that has more left than the one that was taken away last.
  @inline(__always)
  func takeOne(from item: Int32) {
    // It goes to the front of its range, and the range begins behind it.
    let number = left[item]
    let (old, new) = (place[item], first[number])
    let other = order[new]
    order[old] = other
    place[other] = old
    order[new] = item
    place[item] = new
    first[number] = new + 1
    left[item] = number - 1
  }
}
