import Networks

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Folders and what is in them.
public enum Folder {
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  public static func fileExists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// The names in the folder, sorted, without hidden ones.
  public static func contents(of path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else {
      let reason = String(cString: strerror(errno))
      throw FileError(
        path,
        Phrase(sv: "Mappen \(path) kan inte läsas (\(reason)).", en: "The folder \(path) cannot be read (\(reason))."))
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes the folder and those above it that are missing.
  public static func make(_ path: String) throws(FileError) {
    if exists(path) || path.isEmpty { return }
    let parent = parent(of: path)
    if parent != path { try make(parent) }
    guard mkdir(path, 0o777) == 0 || exists(path) else {
      let reason = String(cString: strerror(errno))
      throw FileError(
        path,
        Phrase(sv: "Mappen \(path) kan inte skapas (\(reason)).", en: "The folder \(path) cannot be made (\(reason))."))
    }
  }

  public static func removeFile(_ path: String) { unlink(path) }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
