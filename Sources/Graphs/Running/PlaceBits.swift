/// Which of many places are marked: bits in words, and a bit for each word that has any. Reading them in order is sorting.
enum PlaceBits {
  static func bits(placeCount: Int) -> [UInt64] { [UInt64](repeating: 0, count: (placeCount + 63) / 64) }

  static func words(placeCount: Int) -> [UInt64] { [UInt64](repeating: 0, count: (placeCount + 4095) / 4096) }

  @inline(__always)
  static func mark(_ place: Int, _ bits: UnsafeMutablePointer<UInt64>, _ words: UnsafeMutablePointer<UInt64>) {
    bits[place >> 6] |= 1 << UInt64(place & 63)
    words[place >> 12] |= 1 << UInt64(place >> 6 & 63)
  }

  /// Hands over each word with a mark and its number, in order, and forgets all marks.
  @inline(__always)
  static func drain(
    _ bits: UnsafeMutablePointer<UInt64>, _ words: UnsafeMutableBufferPointer<UInt64>,
    _ take: (_ word: Int, _ bits: UInt64) -> Void
  ) {
    for group in words.indices where words[group] != 0 {
      var filled = words[group]
      words[group] = 0
      while filled != 0 {
        let word = group << 6 + filled.trailingZeroBitCount
        filled &= filled - 1
        take(word, bits[word])
        bits[word] = 0
      }
    }
  }

  /// The places of a word's bits, in order.
  @inline(__always)
  static func forEach(_ word: Int, _ bits: UInt64, _ take: (_ place: Int) -> Void) {
    var left = bits
    while left != 0 {
      take(word << 6 + left.trailingZeroBitCount)
      left &= left - 1
    }
  }
}
