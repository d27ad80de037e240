/// Sums for some of many places, given back in the order of the places.
///
/// Which places have a sum stands as bits in words, and which words have any bit in words again: reading them in order
/// is sorting. Where only few sums are expected, a list of the places is sorted.
///
/// - Complexity: for s summands to p of n places, O(s + p + n / 4096), or O(s + p log p) for few summands.
struct SparseSums {
  private var sums: [Double]
  private var bits: [UInt64]
  private var words: [UInt64]
  private var found: [Int32] = []

  init(placeCount: Int) {
    sums = [Double](repeating: 0, count: placeCount)
    bits = [UInt64](repeating: 0, count: (placeCount + 63) / 64)
    words = [UInt64](repeating: 0, count: (placeCount + 4095) / 4096)
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
      bits.withUnsafeMutableBufferPointer { bits in
        words.withUnsafeMutableBufferPointer { words in
          fill { place, summand in
            sums[place] += summand
            bits[place >> 6] |= 1 << UInt64(place & 63)
            words[place >> 12] |= 1 << UInt64(place >> 6 & 63)
          }
          for group in words.indices where words[group] != 0 {
            var filled = words[group]
            words[group] = 0
            while filled != 0 {
              let word = group << 6 + filled.trailingZeroBitCount
              filled &= filled - 1
              var left = bits[word]
              bits[word] = 0
              while left != 0 {
                let place = word << 6 + left.trailingZeroBitCount
                left &= left - 1
                take(place, sums[place])
                sums[place] = 0
              }
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
        fill { place in
          bits[place >> 6] |= 1 << UInt64(place & 63)
          words[place >> 12] |= 1 << UInt64(place >> 6 & 63)
        }
        for group in words.indices where words[group] != 0 {
          var filled = words[group]
          words[group] = 0
          while filled != 0 {
            let word = group << 6 + filled.trailingZeroBitCount
            filled &= filled - 1
            count += bits[word].nonzeroBitCount
            bits[word] = 0
          }
        }
      }
    }
    return count
  }

  private func isFew(_ expected: Int) -> Bool { expected <= max(4, words.count / 16) }
}
