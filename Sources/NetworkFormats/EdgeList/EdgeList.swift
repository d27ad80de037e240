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

/// Numbers names, given as bytes, in the order in which they come: an open-addressing hash table over the text itself,
/// so that ten million names make no strings.
struct NameTable: Sendable {
  private let text: [UInt8]
  private var starts: [Int] = []
  private var lengths: [Int32] = []
  /// The number of the name in each place of the table, or -1.
  private var table: [Int32]
  private var hashes: [UInt32] = []

  init(_ text: [UInt8]) {
    self.text = text
    table = [Int32](repeating: -1, count: 1 << 16)
  }

  var count: Int { starts.count }

  func name(of number: Int) -> String {
    String(decoding: text[starts[number]..<starts[number] + Int(lengths[number])], as: UTF8.self)
  }

  /// The number of the name that stands there in the text.
  mutating func number(_ start: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in start..<start + length { hash = (hash ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3 }
    let short = UInt32(truncatingIfNeeded: hash ^ (hash >> 29))
    var place = Int(short) & (table.count - 1)
    while true {
      let number = table[place]
      if number < 0 { break }
      let candidate = Int(number)
      if hashes[candidate] == short, Int(lengths[candidate]) == length {
        let other = starts[candidate]
        if (0..<length).allSatisfy({ bytes[start + $0] == bytes[other + $0] }) { return number }
      }
      place = (place + 1) & (table.count - 1)
    }
    let number = Int32(truncatingIfNeeded: starts.count)
    starts.append(start)
    lengths.append(Int32(truncatingIfNeeded: length))
    hashes.append(short)
    table[place] = number
    if starts.count * 2 > table.count { grow() }
    return number
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash) & (table.count - 1)
      while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
      table[place] = Int32(truncatingIfNeeded: number)
    }
  }
}
