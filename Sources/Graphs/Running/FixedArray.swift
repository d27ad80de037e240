/// An array of fixed length without bounds checks, for the inner loops of algorithms; freed with its owner. Several
/// threads may use it, each for elements of its own.
struct FixedArray<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  deinit { base.deallocate() }

  subscript(position: Int) -> Element {
    @inline(__always) unsafeAddress { UnsafePointer(base + position) }
    @inline(__always) nonmutating unsafeMutableAddress { base + position }
  }

  @inline(__always)
  subscript(position: Int32) -> Element {
    @inline(__always) unsafeAddress { UnsafePointer(base + Int(position)) }
    @inline(__always) nonmutating unsafeMutableAddress { base + Int(position) }
  }

  var elements: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
