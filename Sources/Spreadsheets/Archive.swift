import CZip

/// The parts of a zip archive in memory, by libzip. Nothing is ever written to the disk, so that a part's name can point
/// nowhere; what would unpack to more than honest workbooks do is not unpacked.
final class Archive {
  /// How many bytes one part may have, and how many times larger than the whole file all read parts may be together.
  private static let partLimit = 1 << 30
  private static let ratioLimit = 300

  private let archive: OpaquePointer
  private let bytes: UnsafeMutableRawPointer
  private let size: Int
  private var unpacked = 0
  /// The parts' names as they stand in the archive, by their lower case: some programs write other cases.
  private var positions: [String: zip_uint64_t] = [:]

  init(_ source: [UInt8]) throws(WorkbookFault) {
    if source.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw WorkbookFault(.olderOrEncrypted) }
    guard source.count >= 22 else { throw WorkbookFault(.notAnArchive("too short")) }
    size = source.count
    let copy = UnsafeMutableRawPointer.allocate(byteCount: source.count, alignment: 16)
    source.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
    bytes = copy
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let buffer = zip_source_buffer_create(copy, zip_uint64_t(source.count), 0, &error) else {
      copy.deallocate()
      throw WorkbookFault(.notAnArchive(Self.text(&error)))
    }
    guard let opened = zip_open_from_source(buffer, ZIP_RDONLY, &error) else {
      zip_source_free(buffer)
      copy.deallocate()
      throw WorkbookFault(.notAnArchive(Self.text(&error)))
    }
    archive = opened
    let count = zip_get_num_entries(archive, 0)
    for position in 0..<max(0, min(count, 65_536)) {
      guard let name = zip_get_name(archive, zip_uint64_t(position), 0) else { continue }
      let key = String(cString: name).lowercased()
      if positions[key] == nil { positions[key] = zip_uint64_t(position) }
    }
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  func has(_ name: String) -> Bool { positions[name.lowercased()] != nil }

  /// The bytes of a part, `nil` where there is none.
  func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let position = positions[name.lowercased()] else { return nil }
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat_index(archive, position, 0, &stat) == 0 else { throw damaged(name) }
    if stat.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0, stat.encryption_method != 0 {
      throw WorkbookFault(.olderOrEncrypted)
    }
    guard stat.size <= zip_uint64_t(Self.partLimit) else { throw WorkbookFault(.tooLarge) }
    let expected = Int(stat.size)
    guard unpacked + expected <= max(size * Self.ratioLimit, 1 << 22) else { throw WorkbookFault(.tooLarge) }
    guard let file = zip_fopen_index(archive, position, 0) else { throw damaged(name) }
    defer { zip_fclose(file) }
    var isWhole = true
    let content = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
      while count < expected {
        let got = zip_fread(file, buffer.baseAddress.map { $0 + count }, zip_uint64_t(expected - count))
        if got <= 0 {
          isWhole = false
          return
        }
        count += Int(got)
      }
    }
    // One byte more than it says: then the size is a lie. Reading to the end also checks the sum.
    var extra: UInt8 = 0
    if isWhole, zip_fread(file, &extra, 1) != 0 { isWhole = false }
    guard isWhole else { throw damaged(name) }
    unpacked += content.count
    return content
  }

  private func damaged(_ name: String) -> WorkbookFault {
    WorkbookFault(.damagedPart(name, String(cString: zip_strerror(archive))))
  }

  private static func text(_ error: inout zip_error_t) -> String { String(cString: zip_error_strerror(&error)) }
}
