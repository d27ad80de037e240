/// A zip archive whose parts stand as they are, for tests that need an archive with damaged or hostile parts in it.
public enum StoredZip {
  /// - Parameter claim: the size that the archive says a part has unpacked, where it lies about it.
  public static func archive(_ parts: [(name: String, bytes: [UInt8])], claim: [String: UInt32] = [:]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in parts {
      let offset = UInt32(truncatingIfNeeded: file.count)
      let size = UInt32(truncatingIfNeeded: bytes.count)
      var head: [UInt8] = []
      // Version, flags, no compression, time and date.
      head += [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]
      head += little(crc32(bytes)) + little(size) + little(claim[name] ?? size)
      head += [UInt8(truncatingIfNeeded: name.utf8.count), UInt8(truncatingIfNeeded: name.utf8.count >> 8), 0, 0]
      file += [0x50, 0x4B, 3, 4] + head + Array(name.utf8) + bytes
      directory +=
        [0x50, 0x4B, 1, 2, 20, 0] + head + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + little(offset) + Array(name.utf8)
    }
    let count = [UInt8(truncatingIfNeeded: parts.count), UInt8(truncatingIfNeeded: parts.count >> 8)]
    let start = little(UInt32(truncatingIfNeeded: file.count))
    let end =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(UInt32(truncatingIfNeeded: directory.count)) + start
    return file + directory + end + [0, 0]
  }

  private static func little(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes { crc = crc >> 8 ^ table[Int((crc ^ UInt32(byte)) & 0xFF)] }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ rest >> 1 : rest >> 1 }
  }
}
