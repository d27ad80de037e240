/// Numbers identifiers in the order in which they come; by their bytes, without making strings of them.
struct IdentifierTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// What identifiers are told apart by, without looking at their bytes where they are short.
  private struct Key: Equatable {
    /// The bytes themselves of up to eight, else a hash of them.
    var word: UInt64
    var length: Int32

    var isWhole: Bool { length <= 8 }

    /// Where the search for it begins.
    var hash: Int {
      let mixed = (word ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & 0x7FFF_FFFF_FFFF_FFFF)
    }
  }

  private struct Slot {
    var key: Key
    /// −1 is free.
    var number: Int32

    static let free = Slot(key: Key(word: 0, length: 0), number: -1)
  }

  /// Numbers by hash, in open addressing. The size is a power of two.
  private var slots = [Slot](repeating: .free, count: 64)

  var count: Int { ends.count }

  func text(_ number: Int) -> String {
    String(decoding: bytes[(number > 0 ? ends[number - 1] : 0)..<ends[number]], as: UTF8.self)
  }

  func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let number = slots[slot(of: text, Self.key(text))].number
    return number < 0 ? nil : Int(number)
  }

  /// The identifier's number, a new one where it is new.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let key = Self.key(text)
    let found = slot(of: text, key)
    if slots[found].number >= 0 { return Int(slots[found].number) }
    let number = ends.count
    slots[found] = Slot(key: key, number: Int32(truncatingIfNeeded: number))
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private func slot(of text: UnsafeBufferPointer<UInt8>, _ key: Key) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var slot = key.hash & mask
      while slots[slot].number >= 0,
        slots[slot].key != key || !key.isWhole && !isEqual(Int(slots[slot].number), text)
      {
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number > 0 ? ends[number - 1] : 0
    guard ends[number] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for position in 0..<text.count where bytes[start + position] != text[position] { return false }
      return true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: .free, count: old.count * 4)
    let mask = slots.count - 1
    slots.withUnsafeMutableBufferPointer { slots in
      for entry in old where entry.number >= 0 {
        var slot = entry.key.hash & mask
        while slots[slot].number >= 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
      }
    }
  }

  /// Eight bytes at a step: identifiers are short, and there are many.
  private static func key(_ text: UnsafeBufferPointer<UInt8>) -> Key {
    let raw = UnsafeRawBufferPointer(text)
    var position = 0
    var hash: UInt64 = 0
    if raw.count > 8 {
      hash = 0xCBF2_9CE4_8422_2325
      while position + 8 <= raw.count {
        hash = (hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        position += 8
      }
    }
    var tail: UInt64 = 0
    while position < raw.count {
      tail = tail << 8 | UInt64(raw[position])
      position += 1
    }
    return Key(word: hash ^ tail, length: Int32(clamping: raw.count))
  }
}
