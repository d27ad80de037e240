/// Several vectors of numbers in one piece of memory, for loops on all cores, each of which writes elements of its own.
struct Vectors: @unchecked Sendable {
  let length: Int
  private let base: UnsafeMutablePointer<Double>

  subscript(number: Int) -> Shared<Double> {
    Shared(UnsafeMutableBufferPointer(start: base + number * length, count: length))
  }

  func array(_ number: Int) -> [Double] {
    [Double](UnsafeBufferPointer(start: base + number * length, count: length))
  }

  /// Gives the body vectors that are valid as long as it runs. What is in them nobody knows: whoever reads an element
  /// has written it.
  static func with<Result, Failure: Error>(
    _ count: Int, length: Int, _ body: (Vectors) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let base = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count * length))
    defer { base.deallocate() }
    return try body(Vectors(length: length, base: base))
  }
}
