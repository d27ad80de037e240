import Foundation
import NetworkFiles
import NetworkFormats
import Networks
import TestSupport
import Testing

struct NetworkFolderTests {
  private func files(_ path: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      files[name] = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
    }
    return files
  }

  @Test(arguments: UInt64(1)...20) func `what is written is read again, and writing it again changes no file`(
    seed: UInt64
  ) throws {
    try withTemporaryFolder { path in
      let network = RandomNetworks.network(seed: seed)
      let folder = NetworkFolder("\(path)/nytt/nät verk")
      try folder.write(network)
      let found = try folder.read()
      #expect(found.problems == [])
      #expect(NetworkContents(found.network) == NetworkContents(network))
      let before = try files(folder.path)
      try folder.write(found.network)
      #expect(try files(folder.path) == before)
    }
  }

  @Test func `only the tables that differ are written`() throws {
    try withTemporaryFolder { path in
      let folder = NetworkFolder(path)
      var network = NetworkFixtures.small
      try folder.write(network)
      func inode(_ name: String) throws -> NSNumber? {
        try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.systemFileNumber] as? NSNumber
      }
      let before = (try inode("actors.csv"), try inode("sources.csv"))
      network.ties[0].note = "Ny anteckning"
      try folder.write(network)
      #expect((try inode("actors.csv"), try inode("sources.csv")) == before)
      #expect(NetworkContents(try folder.read().network) == NetworkContents(network))
    }
  }

  @Test func `a table that was not understood is not overwritten`() throws {
    try withTemporaryFolder { path in
      let folder = NetworkFolder(path)
      try folder.write(NetworkFixtures.small)
      let damaged = Data("från,to,kind\na,b,dialogue\n".utf8)
      try damaged.write(to: URL(filePath: "\(path)/ties.csv"))
      let error = #expect(throws: FileError.self) { try folder.write(try folder.read().network) }
      #expect(error?.message.english.contains("ties.csv") == true)
      #expect(try Data(contentsOf: URL(filePath: "\(path)/ties.csv")) == damaged)
    }
  }

  @Test func `tables without rows left go, other files stay`() throws {
    try withTemporaryFolder { path in
      let folder = NetworkFolder(path)
      var network = NetworkFixtures.small
      try folder.write(network)
      for name in ["README.md", "ties.csv.bak", ".hidden"] {
        try Data("kvar".utf8).write(to: URL(filePath: "\(path)/\(name)"))
      }
      network.verdicts = []
      network.ties = []
      try folder.write(network)
      #expect(
        try files(path).keys.sorted() == [
          ".hidden", "README.md", "actors.csv", "collaborations.csv", "memberships.csv", "network.yaml", "sources.csv",
          "ties.csv.bak",
        ])
      #expect(try folder.read().network.ties.isEmpty)
    }
  }

  @Test func `a folder is a network when it has actors`() throws {
    try withTemporaryFolder { path in
      let folder = NetworkFolder(path)
      #expect(!folder.isNetwork)
      #expect(try folder.read().problems.map(\.code) == [.missingFile])
      try Data("id,name,kind\na,A,region\n".utf8).write(to: URL(filePath: "\(path)/actors.csv"))
      #expect(folder.isNetwork)
      #expect(try folder.read().network.actors.map(\.id) == ["a"])
    }
  }

  @Test func `a folder that is not there is named`() {
    let error = #expect(throws: FileError.self) { () throws in try NetworkFolder("/finns/inte").read() }
    #expect(
      error?.message.swedish.contains("/finns/inte") == true && error?.message.english.contains("/finns/inte") == true)
  }
}
