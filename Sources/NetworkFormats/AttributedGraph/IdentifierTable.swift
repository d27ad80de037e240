/// Numbers identifiers in the order in which they come; by their bytes, without making strings of them.
struct IdentifierTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private struct Slot {
    var hash: UInt32
    /// −1 is free.
    var number: Int32
  }

  /// Numbers by hash, in open addressing. The size is a power of two.
  private var slots = [Slot](repeating: Slot(hash: 0, number: -1), count: 64)

  var count: Int { ends.count }

  func text(_ number: Int) -> String {
    String(decoding: bytes[(number > 0 ? ends[number - 1] : 0)..<ends[number]], as: UTF8.self)
  }

  func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let number = slots[slot(of: text, Self.hash(text))].number
    return number < 0 ? nil : Int(number)
  }

  /// The identifier's number, a new one where it is new.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(text)
    let found = slot(of: text, hash)
    if slots[found].number >= 0 { return Int(slots[found].number) }
    let number = ends.count
    slots[found] = Slot(hash: hash, number: Int32(truncatingIfNeeded: number))
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private func slot(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var slot = Int(hash) & mask
      while slots[slot].number >= 0, slots[slot].hash != hash || !isEqual(Int(slots[slot].number), text) {
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
    slots = [Slot](repeating: Slot(hash: 0, number: -1), count: old.count * 4)
    let mask = slots.count - 1
    slots.withUnsafeMutableBufferPointer { slots in
      for entry in old where entry.number >= 0 {
        var slot = Int(entry.hash) & mask
        while slots[slot].number >= 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
      }
    }
  }

  /// Eight bytes at a step: identifiers are short, and there are many.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: text.count)
    let raw = UnsafeRawBufferPointer(text)
    var position = 0
    while position + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      position += 8
    }
    var tail: UInt64 = 0
    while position < raw.count {
      tail = tail << 8 | UInt64(raw[position])
      position += 1
    }
    hash = (hash ^ tail) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
