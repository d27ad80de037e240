/// Counters for 512 sources at three successive distances, each counter's bits in different words: the lowest bits of
/// all counters make the first plane, the next bits the second.
final class BitPlanes {
  private typealias Lane = SIMD2<UInt64>
  private static let planeCount = 32
  private static let laneCount = 4
  private let planes: UnsafeMutablePointer<Lane>

  init() {
    planes = .allocate(capacity: 3 * Self.planeCount * Self.laneCount)
    planes.initialize(repeating: .zero, count: 3 * Self.planeCount * Self.laneCount)
  }

  deinit { planes.deallocate() }

  private func set(_ distance: Int) -> UnsafeMutablePointer<Lane> {
    planes + distance % 3 * Self.planeCount * Self.laneCount
  }

  /// Adds one for each of the listed nodes and each of its bits.
  func add(
    _ nodes: UnsafePointer<Int32>, _ count: Int, _ bits: UnsafePointer<MultiSourceSearch.Block>, at distance: Int
  ) {
    let set = set(distance)
    let lanes = UnsafeRawPointer(bits).assumingMemoryBound(to: Lane.self)
    var place = 0
    while place + 8 <= count {
      // The lowest three planes take eight nodes with seven full adders; what overflows goes to the fourth.
      let (a, b) = (lanes + Int(nodes[place]) * 4, lanes + Int(nodes[place + 1]) * 4)
      let (c, d) = (lanes + Int(nodes[place + 2]) * 4, lanes + Int(nodes[place + 3]) * 4)
      let (e, f) = (lanes + Int(nodes[place + 4]) * 4, lanes + Int(nodes[place + 5]) * 4)
      let (g, h) = (lanes + Int(nodes[place + 6]) * 4, lanes + Int(nodes[place + 7]) * 4)
      for lane in 0..<Self.laneCount {
        let (ones1, twos1) = Self.sum(set[lane], a[lane], b[lane])
        let (ones2, twos2) = Self.sum(ones1, c[lane], d[lane])
        let (twos3, fours1) = Self.sum(set[4 + lane], twos1, twos2)
        let (ones3, twos4) = Self.sum(ones2, e[lane], f[lane])
        let (ones4, twos5) = Self.sum(ones3, g[lane], h[lane])
        let (twos6, fours2) = Self.sum(twos3, twos4, twos5)
        let (fours3, eights) = Self.sum(set[8 + lane], fours1, fours2)
        set[lane] = ones4
        set[4 + lane] = twos6
        set[8 + lane] = fours3
        Self.carry(eights, set + lane, from: 3)
      }
      place += 8
    }
    while place < count {
      for lane in 0..<Self.laneCount { Self.carry(lanes[Int(nodes[place]) * 4 + lane], set + lane, from: 0) }
      place += 1
    }
  }

  /// Adds a number for each of the bits.
  func add(_ bits: MultiSourceSearch.Block, times number: Int32, at distance: Int) {
    if number == 0 { return }
    let set = set(distance)
    var plane = 0
    var rest = number
    while rest != 0 {
      if rest & 1 == 1 {
        for lane in 0..<Self.laneCount {
          Self.carry(Lane(bits[2 * lane], bits[2 * lane + 1]), set + lane, from: plane)
        }
      }
      rest >>= 1
      plane += 1
    }
  }

  @inline(__always)
  private static func sum(_ a: Lane, _ b: Lane, _ c: Lane) -> (sum: Lane, carry: Lane) {
    let either = a ^ b
    return (either ^ c, (a & b) | (either & c))
  }

  @inline(__always)
  private static func carry(_ bits: Lane, _ set: UnsafeMutablePointer<Lane>, from plane: Int) {
    var bits = bits
    var place = plane * laneCount
    while bits[0] | bits[1] != 0 {
      let old = set[place]
      set[place] = old ^ bits
      bits &= old
      place += laneCount
    }
  }

  /// Adds the counters of a distance to a row of numbers, and sets them to zero.
  func extract(_ distance: Int, to row: UnsafeMutablePointer<Int32>) {
    let set = set(distance)
    for plane in 0..<Self.planeCount {
      for lane in 0..<Self.laneCount {
        let bits = set[plane * Self.laneCount + lane]
        if bits[0] | bits[1] == 0 { continue }
        set[plane * Self.laneCount + lane] = .zero
        for half in 0..<2 {
          let base = row + lane * 128 + half * 64
          let word = bits[half]
          if word == 0 { continue }
          for place in 0..<64 {
            base[place] &+=
              Int32(truncatingIfNeeded: (word >> UInt64(truncatingIfNeeded: place)) & 1)
              << Int32(truncatingIfNeeded: plane)
          }
        }
      }
    }
  }
}
