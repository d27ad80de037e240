/// Numbers identifiers in the order in which they come; by their bytes, without making strings of them.
struct IdentifierTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Numbers by hash, in open addressing; −1 is free. The size is a power of two.
  private var slots = [Int32](repeating: -1, count: 64)

  var count: Int { ends.count }

  func text(_ number: Int) -> String {
    String(decoding: bytes[(number > 0 ? ends[number - 1] : 0)..<ends[number]], as: UTF8.self)
  }

  func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let number = slots[slot(of: text)]
    return number < 0 ? nil : Int(number)
  }

  /// The identifier's number, a new one where it is new.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let found = slot(of: text)
    if slots[found] >= 0 { return Int(slots[found]) }
    let number = ends.count
    slots[found] = Int32(truncatingIfNeeded: number)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(text) & mask
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), text) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number > 0 ? ends[number - 1] : 0
    guard ends[number] - start == text.count else { return false }
    for position in 0..<text.count where bytes[start + position] != text[position] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    bytes.withUnsafeBufferPointer { bytes in
      for number in ends.indices {
        let start = number > 0 ? ends[number - 1] : 0
        var slot = Self.hash(UnsafeBufferPointer(rebasing: bytes[start..<ends[number]])) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(truncatingIfNeeded: number)
      }
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 29
    return Int(truncatingIfNeeded: (hash &* 0xC4CE_B9FE_1A85_EC53) >> 20)
  }
}
