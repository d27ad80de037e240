/// Random numbers that are the same on every machine and in every run with the same seed.
///
/// - SeeAlso: Blackman & Vigna (2021), xoshiro256**, doi:10.1145/3460772; seeded by Steele, Lea & Flood (2014),
///   doi:10.1145/2660193.2660195.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameters:
  ///   - seed: any number.
  ///   - stream: which of the seed's independent sequences, so that pieces of a computation can each have their own.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = seed &+ stream &* 0xD134_2543_DE82_EF95
    func next(_ mixer: inout UInt64) -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      var mixed = mixer
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
    state = (next(&mixer), next(&mixer), next(&mixer), next(&mixer))
  }

  public mutating func next() -> UInt64 {
    let times5 = state.1 &* 5
    let result = ((times5 << 7) | (times5 >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A whole number from 0 up to and without the bound, which is at least 1.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  /// A number from 0 up to and without 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
