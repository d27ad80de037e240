/// A graph as plain text: a line for each link with the names of its two ends and, where there is one, its weight.
/// Names are numbered in the order in which they come.
public struct EdgeList: Sendable {
  /// The number of each link's ends.
  public let from: [Int32]
  public let to: [Int32]
  /// One for each link, if the lines have a third cell.
  public let weights: [Float]?
  private let names: NameTable

  init(from: [Int32], to: [Int32], weights: [Float]?, names: NameTable) {
    self.from = from
    self.to = to
    self.weights = weights
    self.names = names
  }

  public var nodeCount: Int { names.count }

  /// The name of a node by its number.
  public func name(of node: Int) -> String { names.name(of: node) }
}

/// Numbers names, given as bytes, in the order in which they come, without making strings of them: an open-addressing
/// hash table over the text itself. Names that are whole numbers, as in most long lists, are looked up by their value.
struct NameTable: Sendable {
  private struct Entry {
    var hash: UInt32
    /// -1 where there is none.
    var number: Int32
  }

  private var text: [UInt8]
  private var starts: [Int] = []
  private var lengths: [Int32] = []
  private var table = [Entry](repeating: Entry(hash: 0, number: -1), count: 1 << 12)
  private var tableCount = 0
  /// The number of the name that is this value in digits, or -1.
  private var numberOfValue: [Int32] = []
  /// Whether there are values in the hash table, because they were too large for the names that there were.
  private var hasHashedValues = false

  init(_ text: [UInt8]) { self.text = text }

  var count: Int { starts.count }

  func name(of number: Int) -> String {
    String(decoding: text[starts[number]..<starts[number] + Int(lengths[number])], as: UTF8.self)
  }

  /// The same names, holding on to no more of the text than they are.
  func compacted() -> NameTable {
    var result = NameTable([])
    result.starts.reserveCapacity(count)
    result.lengths = lengths
    result.text.reserveCapacity(lengths.reduce(0) { $0 + Int($1) })
    for number in 0..<count {
      result.starts.append(result.text.count)
      result.text += text[starts[number]..<starts[number] + Int(lengths[number])]
    }
    return result
  }

  /// The names that have other letters than English ones.
  var namesWithLetters: [String] {
    (0..<count).filter { number in
      text[starts[number]..<starts[number] + Int(lengths[number])].contains { $0 >= 0x80 }
    }.map(name)
  }

  /// The number of the name that stands there in the text.
  mutating func number(_ start: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let value = Self.value(start, length, bytes) else { return hashed(start, length, bytes) }
    if value >= numberOfValue.count {
      // A few names with large values must not take the memory of many.
      let limit = max(1 << 22, starts.count * 16)
      guard value < limit else {
        hasHashedValues = true
        return hashed(start, length, bytes)
      }
      let size = min(limit, max(value + 1, numberOfValue.count * 2))
      numberOfValue += [Int32](repeating: -1, count: size - numberOfValue.count)
    }
    let known = numberOfValue[value]
    if known >= 0 { return known }
    let number = hasHashedValues ? hashed(start, length, bytes) : append(start, length)
    numberOfValue[value] = number
    return number
  }

  /// The number of a name that is this value in digits, if it has been met.
  @inline(__always)
  func number(ofValue value: Int) -> Int32? {
    guard value < numberOfValue.count else { return nil }
    let number = numberOfValue[value]
    return number >= 0 ? number : nil
  }

  /// The value of a name that is nothing but digits, the way a number is written.
  private static func value(_ start: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard length < 10, length == 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
    var value = 0
    for place in start..<start + length {
      let digit = Int(bytes[place]) - 48
      guard digit >= 0, digit < 10 else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private mutating func append(_ start: Int, _ length: Int) -> Int32 {
    starts.append(start)
    lengths.append(Int32(truncatingIfNeeded: length))
    return Int32(truncatingIfNeeded: starts.count - 1)
  }

  private mutating func hashed(_ start: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in start..<start + length { mixed = (mixed ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3 }
    let hash = UInt32(truncatingIfNeeded: mixed ^ (mixed >> 29))
    var place = Int(hash) & (table.count - 1)
    while table[place].number >= 0 {
      if table[place].hash == hash, isName(Int(table[place].number), start, length, bytes) {
        return table[place].number
      }
      place = (place + 1) & (table.count - 1)
    }
    let number = append(start, length)
    table[place] = Entry(hash: hash, number: number)
    tableCount += 1
    if tableCount * 2 > table.count { grow() }
    return number
  }

  private func isName(_ number: Int, _ start: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(lengths[number]) == length else { return false }
    let other = starts[number]
    for step in 0..<length where bytes[start + step] != bytes[other + step] { return false }
    return true
  }

  private mutating func grow() {
    let old = table
    table = [Entry](repeating: Entry(hash: 0, number: -1), count: old.count * 2)
    for entry in old where entry.number >= 0 {
      var place = Int(entry.hash) & (table.count - 1)
      while table[place].number >= 0 { place = (place + 1) & (table.count - 1) }
      table[place] = entry
    }
  }
}
