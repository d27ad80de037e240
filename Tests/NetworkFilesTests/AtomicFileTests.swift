import Foundation
import NetworkFiles
import Networks
import TestSupport
import Testing

struct AtomicFileTests {
  private func contents(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func permissions(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber).intValue
  }

  @Test(arguments: [0, 1, 4095, 4096, 65_535, 65_536, 65_537, 1_000_003])
  func `what is written is read, whatever its size`(size: Int) throws {
    try withTemporaryFolder { folder in
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
      try AtomicFile.write(bytes, to: "\(folder)/a")
      #expect(try Array(Data(contentsOf: URL(filePath: "\(folder)/a"))) == bytes)
      #expect(try AtomicFile.read("\(folder)/a") == bytes)
      #expect(try contents(folder) == ["a"])
    }
  }

  @Test func `a shorter text replaces a longer one whole`() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write(Array("en lång text".utf8), to: "\(folder)/å ä.csv")
      try AtomicFile.write(Array("kort".utf8), to: "\(folder)/å ä.csv")
      #expect(try AtomicFile.read("\(folder)/å ä.csv") == Array("kort".utf8))
      #expect(try contents(folder).count == 1)
    }
  }

  @Test(arguments: [0o600, 0o644, 0o640, 0o755, 0o664]) func `permissions are kept`(mode: Int) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a"
      try Data("gammal".utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      try AtomicFile.write(Array("ny".utf8), to: path)
      #expect(try permissions(path) == mode)
    }
  }

  @Test func `a new file gets the permissions that other programs' files get`() throws {
    try withTemporaryFolder { folder in
      #expect(FileManager.default.createFile(atPath: "\(folder)/other", contents: Data()))
      try AtomicFile.write([], to: "\(folder)/own")
      #expect(try permissions("\(folder)/own") == permissions("\(folder)/other"))
    }
  }

  @Test(arguments: ["target", "sub/target"]) func `behind a link the target is replaced, and the link stays`(
    target: String
  ) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/sub", withIntermediateDirectories: true)
      try Data("gammal".utf8).write(to: URL(filePath: "\(folder)/\(target)"))
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: target)
      try AtomicFile.write(Array("ny".utf8), to: "\(folder)/link")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link") == target)
      #expect(try Data(contentsOf: URL(filePath: "\(folder)/\(target)")) == Data("ny".utf8))
      #expect(try AtomicFile.read("\(folder)/link") == Array("ny".utf8))
    }
  }

  @Test func `a link to nothing yet makes its target`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "target")
      try AtomicFile.write(Array("ny".utf8), to: "\(folder)/link")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link") == "target")
      #expect(try AtomicFile.read("\(folder)/target") == Array("ny".utf8))
    }
  }

  @Test func `a write that fails leaves what is there and nothing beside it`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/taken", withIntermediateDirectories: true)
      try Data("kvar".utf8).write(to: URL(filePath: "\(folder)/taken/inside"))
      let error = #expect(throws: FileError.self) { () throws in try AtomicFile.write([1], to: "\(folder)/taken") }
      #expect(error?.path == "\(folder)/taken")
      #expect(try contents(folder) == ["taken"])
      #expect(try contents("\(folder)/taken") == ["inside"])
      #expect(try AtomicFile.read("\(folder)/taken/inside") == Array("kvar".utf8))
    }
  }

  /// A name so long that the file system has no room for a name beside it: whole old contents, or whole new ones.
  @Test func `a name as long as names can be keeps a whole file`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/" + String(repeating: "a", count: 250)
      try Data("gammal".utf8).write(to: URL(filePath: path))
      let isWritten = (try? AtomicFile.write(Array("ny".utf8), to: path)) != nil
      #expect(try AtomicFile.read(path) == Array((isWritten ? "ny" : "gammal").utf8))
      #expect(try contents(folder).count == 1)
    }
  }

  @Test func `a folder that may not be written to keeps its file`() throws {
    // The superuser may write anywhere.
    guard getuid() != 0 else { return }
    try withTemporaryFolder { folder in
      try Data("gammal".utf8).write(to: URL(filePath: "\(folder)/a"))
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
      let error = #expect(throws: FileError.self) { () throws in try AtomicFile.write([1], to: "\(folder)/a") }
      #expect(error?.message.swedish.contains("behörighet") == true)
      #expect(try AtomicFile.read("\(folder)/a") == Array("gammal".utf8))
    }
  }

  @Test func `errors say what to do`() throws {
    try withTemporaryFolder { folder in
      let missing = #expect(throws: FileError.self) { () throws in try AtomicFile.read("\(folder)/nix") }
      #expect(missing?.path == "\(folder)/nix" && missing?.message.english.contains("Check the path") == true)
      let nowhere = #expect(throws: FileError.self) { () throws in try AtomicFile.write([], to: "\(folder)/nix/a") }
      #expect(
        nowhere?.message.english.contains("make it first") == true
          && nowhere?.message.swedish.contains("skapa den först") == true)
      let isFolder = #expect(throws: FileError.self) { () throws in try AtomicFile.read(folder) }
      #expect(isFolder?.message.swedish.contains("är en mapp") == true)
    }
  }

  @Test func `a reader sees the whole old or the whole new contents, never a part`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/a"
      // Each version is many times one letter; a mixture or a part would show.
      func version(_ number: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(97 + number % 26), count: 200_000 + number % 26)
      }
      try AtomicFile.write(version(0), to: path)
      let reader = Reader(path: path)
      let thread = Thread { reader.run() }
      thread.start()
      for number in 1...200 { try AtomicFile.write(version(number), to: path) }
      reader.stop()
      let (count, faults) = reader.result()
      #expect(count > 0)
      #expect(faults == [])
      #expect(try AtomicFile.read(path) == version(200))
      #expect(try contents(folder) == ["a"])
    }
  }

  /// Reads a file over and over until it is told to stop.
  private final class Reader: @unchecked Sendable {
    private let path: String
    private let condition = NSCondition()
    private var isStopped = false
    private var isDone = false
    private var count = 0
    private var faults: [String] = []

    init(path: String) { self.path = path }

    func run() {
      while true {
        condition.lock()
        let isLast = isStopped
        condition.unlock()
        var fault: String?
        do {
          // Not the reader under test, but another one.
          let data = try Data(contentsOf: URL(filePath: path))
          let letter = data.first ?? 0
          if data.count != 200_000 + Int(letter) - 97 || !data.allSatisfy({ $0 == letter }) {
            fault = "\(data.count) bytes of \(letter)"
          }
        } catch {
          fault = "\(error)"
        }
        condition.lock()
        count += 1
        if let fault { faults.append(fault) }
        if isLast {
          isDone = true
          condition.signal()
          condition.unlock()
          return
        }
        condition.unlock()
      }
    }

    func stop() { condition.withLock { isStopped = true } }

    func result() -> (count: Int, faults: [String]) {
      condition.lock()
      defer { condition.unlock() }
      while !isDone { condition.wait() }
      return (count, faults)
    }
  }
}
