/// Values by the exact bytes of a text. Swift's dictionaries take texts for equal that differ in how an å is composed,
/// and pay for that on every look-up; tables look up a million cells and must give back the very bytes.
struct TextCache<Value> {
  private var keys: [String] = []
  private var values: [Value] = []
  /// Positions in `keys`, found by open addressing; −1 is free. The size is a power of two.
  private var slots = [Int32](repeating: -1, count: 64)

  subscript(text: String) -> Value? {
    let position = slots[slot(of: text)]
    return position < 0 ? nil : values[Int(position)]
  }

  /// Keeps a value for a text that has none.
  mutating func keep(_ value: Value, for text: String) {
    if keys.count * 2 >= slots.count { grow() }
    let slot = slot(of: text)
    guard slots[slot] < 0 else { return }
    slots[slot] = Int32(keys.count)
    keys.append(text)
    values.append(value)
  }

  /// Where the text is, or where it would be put.
  private func slot(of text: String) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(text)) & mask
    while slots[slot] >= 0, !Self.areEqual(keys[Int(slots[slot])], text) { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (position, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(position)
    }
  }

  /// Eight bytes at a time, each word mixed into the others by a multiplication. Whoever makes texts collide on
  /// purpose only makes their own file slow to read.
  private static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var position = 0
      while position + 8 <= bytes.count {
        let word = UnsafeRawPointer(bytes.baseAddress! + position).loadUnaligned(as: UInt64.self)
        hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
        position += 8
      }
      while position < bytes.count {
        hash = (hash ^ UInt64(bytes[position])) &* 0x0000_0100_0000_01B3
        position += 1
      }
      hash ^= hash >> 29
      return (hash &* 0xC4CE_B9FE_1A85_EC53) >> 20
    }
  }

  private static func areEqual(_ first: String, _ second: String) -> Bool {
    var (first, second) = (first, second)
    return first.withUTF8 { a in
      second.withUTF8 { b in a.count == b.count && a.elementsEqual(b) }
    }
  }
}
