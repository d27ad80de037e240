/// Files as chance damages them: the same for the same seed. Each begins as one of the given files and suffers one to
/// four changes, of single bytes, of ranges, and of the signs that formats are made of.
public struct Mutants: Sequence, IteratorProtocol {
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private var random: SplitMix64
  private var rest: Int

  /// - Parameter words: what to put in besides bytes: the format's own signs, numbers out of range.
  public init(of seeds: [[UInt8]], words: [String] = [], count: Int, seed: UInt64) {
    self.seeds = seeds.filter { !$0.isEmpty }
    let general = [
      "-1", "0", "99999999999999999999", "9223372036854775807", "-2147483649", "1e999", "NaN", "inf", "\u{0}", "\"",
      "'", "<", ">",
      "&", "[", "]", "{", "}", ";", ",", "\t", "\r\n", "\n\n", "å", "\u{FEFF}", "😀",
    ]
    self.words = (words + general).map { Array($0.utf8) }
    random = SplitMix64(seed: seed)
    rest = self.seeds.isEmpty ? 0 : count
  }

  public mutating func next() -> [UInt8]? {
    guard rest > 0 else { return nil }
    rest -= 1
    var bytes = seeds[random.below(seeds.count)]
    for _ in 0...random.below(4) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else {
      bytes.append(UInt8(random.below(256)))
      return
    }
    let position = random.below(bytes.count)
    let end = position + random.below(Swift.min(bytes.count - position, 64) + 1)
    switch random.below(10) {
    case 0: bytes[position] = UInt8(random.below(256))
    case 1: bytes[position] ^= 1 << UInt8(random.below(8))
    case 2: bytes.insert(UInt8(random.below(256)), at: position)
    case 3: bytes.remove(at: position)
    case 4: bytes.removeSubrange(position..<end)
    case 5: bytes.insert(contentsOf: bytes[position..<end], at: random.below(bytes.count))
    case 6: bytes.removeSubrange(position...)
    case 7: bytes.insert(contentsOf: words[random.below(words.count)], at: position)
    case 8: bytes.replaceSubrange(position..<end, with: words[random.below(words.count)])
    default:
      // A piece of another file.
      let other = seeds[random.below(seeds.count)]
      let start = random.below(other.count)
      bytes.insert(contentsOf: other[start..<Swift.min(other.count, start + 1 + random.below(64))], at: position)
    }
  }
}
