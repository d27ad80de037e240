import Foundation
import NetworkFiles
import TestSupport
import Testing

struct FolderTests {
  @Test func `folders and files are told apart`() throws {
    try withTemporaryFolder { path in
      try Data().write(to: URL(filePath: "\(path)/a"))
      #expect(Folder.exists(path) && !Folder.fileExists(path))
      #expect(!Folder.exists("\(path)/a") && Folder.fileExists("\(path)/a"))
      #expect(!Folder.exists("\(path)/b") && !Folder.fileExists("\(path)/b"))
    }
  }

  @Test func `lists names in order, without hidden ones`() throws {
    try withTemporaryFolder { path in
      for name in ["b", "a", "å", ".c", "B"] { try Data().write(to: URL(filePath: "\(path)/\(name)")) }
      #expect(try Folder.contents(of: path) == ["B", "a", "b", "å"])
      #expect(throws: FileError.self) { () throws in try Folder.contents(of: "\(path)/x") }
      #expect(throws: FileError.self) { () throws in try Folder.contents(of: "\(path)/a") }
    }
  }

  @Test func `makes a folder and those above it, once`() throws {
    try withTemporaryFolder { path in
      try Folder.make("\(path)/å/b c/d")
      try Folder.make("\(path)/å/b c/d")
      #expect(Folder.exists("\(path)/å/b c/d"))
      try Data().write(to: URL(filePath: "\(path)/file"))
      #expect(throws: FileError.self) { () throws in try Folder.make("\(path)/file") }
      #expect(throws: FileError.self) { () throws in try Folder.make("\(path)/file/x") }
    }
  }

  @Test func `removes a file, and a link without what it leads to`() throws {
    try withTemporaryFolder { path in
      try Data().write(to: URL(filePath: "\(path)/a"))
      try FileManager.default.createSymbolicLink(atPath: "\(path)/link", withDestinationPath: "a")
      Folder.removeFile("\(path)/link")
      #expect(try Folder.contents(of: path) == ["a"])
      Folder.removeFile("\(path)/a")
      #expect(try Folder.contents(of: path) == [])
    }
  }
}
