#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The functions of the system's mathematical library that algorithms need.
enum Mathematics {
  static func logarithm(_ value: Double) -> Double { log(value) }
  static func exponential(_ value: Double) -> Double { exp(value) }
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
