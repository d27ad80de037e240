#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Array where Element: BitwiseCopyable {
  /// An array whose elements are all written before they are read.
  ///
  /// Where it is large the system is asked for large pages, so that there are five hundred times fewer to prepare, and
  /// scattered access finds them sooner. It is a wish: a system without them gives the usual ones.
  init(unwritten count: Int) {
    // All empty arrays are one, and making one this way would write to it.
    guard count > 0 else {
      self = []
      return
    }
    self.init(unsafeUninitializedCapacity: count) { buffer, initializedCount in
      #if os(Linux)
        let page = 1 << 21
        let start = (Int(bitPattern: buffer.baseAddress) + page - 1) & -page
        let end = (Int(bitPattern: buffer.baseAddress) + count * MemoryLayout<Element>.stride) & -page
        if end > start { madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE) }
      #endif
      initializedCount = count
    }
  }
}
