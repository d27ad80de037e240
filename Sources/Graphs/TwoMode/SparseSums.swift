/// Sums for some of many places, given back in the order of the places.
///
/// Which places have a sum is marked in ``PlaceBits``. Where only few sums are expected, a list of the places is sorted.
///
/// - Complexity: for s summands to p of n places, O(s + p + n / 4096), or O(s + p log p) for few summands.
struct SparseSums {
  private var sums: [Double]
  private var bits: [UInt64]
  private var words: [UInt64]
  private var found: [Int32] = []

  init(placeCount: Int) {
    sums = [Double](repeating: 0, count: placeCount)
    bits = PlaceBits.bits(placeCount: placeCount)
    words = PlaceBits.words(placeCount: placeCount)
  }

  /// Adds the summands that `fill` gives, which are above 0, and hands each place and its sum to `take`, the places in
  /// their order.
  ///
  /// - Parameter expected: how many summands there may be.
  @inline(__always)
  mutating func forEach(
    expected: Int, fill: (_ add: (_ place: Int, _ summand: Double) -> Void) -> Void,
    take: (_ place: Int, _ sum: Double) -> Void
  ) {
    let isFew = isFew(expected)
    sums.withUnsafeMutableBufferPointer { sums in
      if isFew {
        found.removeAll(keepingCapacity: true)
        fill { place, summand in
          if sums[place] == 0 { found.append(Int32(truncatingIfNeeded: place)) }
          sums[place] += summand
        }
        found.sort()
        for place in found {
          take(Int(place), sums[Int(place)])
          sums[Int(place)] = 0
        }
        return
      }
      bits.withShared { bits in
        words.withUnsafeMutableBufferPointer { words in
          guard let groups = words.baseAddress else { return }
          fill { place, summand in
            sums[place] += summand
            PlaceBits.mark(place, bits.base, groups)
          }
          PlaceBits.drain(bits.base, words) { word, marks in
            PlaceBits.forEach(word, marks) { place in
              take(place, sums[place])
              sums[place] = 0
            }
          }
        }
      }
    }
  }

  /// How many different places there are among those that `fill` gives.
  ///
  /// - Parameter expected: how many it may give.
  @inline(__always)
  mutating func count(expected: Int, fill: (_ add: (_ place: Int) -> Void) -> Void) -> Int {
    let isFew = isFew(expected)
    var count = 0
    bits.withUnsafeMutableBufferPointer { bits in
      if isFew {
        found.removeAll(keepingCapacity: true)
        fill { place in
          let mark: UInt64 = 1 << UInt64(place & 63)
          if bits[place >> 6] & mark == 0 { found.append(Int32(truncatingIfNeeded: place)) }
          bits[place >> 6] |= mark
        }
        count = found.count
        for place in found { bits[Int(place) >> 6] = 0 }
        return
      }
      words.withUnsafeMutableBufferPointer { words in
        guard let first = bits.baseAddress, let groups = words.baseAddress else { return }
        fill { place in PlaceBits.mark(place, first, groups) }
        PlaceBits.drain(first, words) { _, marks in count += marks.nonzeroBitCount }
      }
    }
    return count
  }

  private func isFew(_ expected: Int) -> Bool { expected <= max(4, words.count / 16) }
}
