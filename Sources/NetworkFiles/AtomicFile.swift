import Networks

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads whole files, and replaces them so that the old or the new one is there, whole, whatever happens meanwhile.
public enum AtomicFile {
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path, reading: true) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(path, reading: true) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FileError(path, Phrase(sv: "\(path) är en mapp, inte en fil.", en: "\(path) is a folder, not a file."))
    }
    var bytes: [UInt8] = []
    var failed = false
    // One byte more than it says: pipes say nothing, and files grow.
    var expected = max(Int(status.st_size), 0) + 1
    while !failed {
      let before = bytes.count
      let chunk = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
        while count < expected {
          let got = systemRead(file, buffer.baseAddress! + count, expected - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { failed = true }
          if got <= 0 { break }
          count += got
        }
      }
      if before == 0 { bytes = chunk } else { bytes += chunk }
      if chunk.count < expected { break }
      expected = 1 << 16
    }
    guard !failed else { throw failure(path, reading: true) }
    return bytes
  }

  /// The first bytes of a file, as many as asked for or as there are.
  public static func head(of path: String, count: Int) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path, reading: true) }
    defer { close(file) }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let got = systemRead(file, start + filled, count - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { break }
        filled += got
      }
    }
    guard !failed else { throw failure(path, reading: true) }
    return bytes
  }

  /// Writes beside the file, forces that to the disk, and moves it into the file's place.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = resolved(path)
    let temporary = target + ".samverkan-\(getpid())-\(UInt32.random(in: .min ... .max))"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(path, reading: false) }
    var status = stat()
    if stat(target, &status) == 0 { fchmod(file, status.st_mode & 0o7777) }
    var isWritten = true
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let put = systemWrite(file, buffer.baseAddress! + done, buffer.count - done)
        if put < 0, errno == EINTR { continue }
        guard put > 0 else {
          isWritten = false
          return
        }
        done += put
      }
    }
    isWritten = isWritten && fsync(file) == 0
    let error = errno
    close(file)
    guard isWritten, rename(temporary, target) == 0 else {
      let reason = isWritten ? errno : error
      unlink(temporary)
      errno = reason
      throw failure(path, reading: false)
    }
  }

  /// A link is followed, so that the file it points to is replaced and not the link, or made if there is none yet.
  private static func resolved(_ path: String, links: Int = 0) -> String {
    if let whole = realpath(path, nil) {
      defer { free(whole) }
      return String(cString: whole)
    }
    var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = target.withUnsafeMutableBytes { buffer in
      readlink(path, buffer.baseAddress!.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    // As many links in a row as the system follows.
    guard count > 0, links < 40 else { return path }
    let next = String(decoding: target[..<count], as: UTF8.self)
    return resolved(next.hasPrefix("/") ? next : Folder.parent(of: path) + "/" + next, links: links + 1)
  }

  private static func failure(_ path: String, reading: Bool) -> FileError {
    let reason = String(cString: strerror(errno))
    let remedy: Phrase =
      switch errno {
      case ENOENT where reading:
        Phrase(sv: "Kontrollera sökvägen.", en: "Check the path.")
      case ENOENT:
        Phrase(sv: "Mappen finns inte; skapa den först.", en: "The folder does not exist; make it first.")
      case EACCES, EPERM, EROFS:
        Phrase(sv: "Du saknar behörighet där.", en: "You have no permission there.")
      case ENOSPC:
        Phrase(sv: "Disken är full; den gamla filen är kvar.", en: "The disk is full; the old file is still there.")
      default:
        Phrase(sv: "", en: "")
      }
    return FileError(
      path,
      Phrase(
        sv: "\(path) kan inte \(reading ? "läsas" : "skrivas") (\(reason)). \(remedy.swedish)".withoutOuterBlanks,
        en: "\(path) cannot be \(reading ? "read" : "written") (\(reason)). \(remedy.english)".withoutOuterBlanks))
  }
}

// Inside the enum the names `read` and `write` are its own.
private func systemRead(_ file: CInt, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func systemWrite(_ file: CInt, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, buffer, count)
}
