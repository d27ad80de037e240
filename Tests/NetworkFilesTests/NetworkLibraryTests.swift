import Foundation
import NetworkFiles
import Networks
import TestSupport
import Testing

struct NetworkLibraryTests {
  @Test func `lists the folders that are networks, in order`() throws {
    try withTemporaryFolder { home in
      let library = NetworkLibrary(home: home)
      #expect(library.slugs() == [])
      for slug in ["b", "a"] { try library.folder(slug).write(NetworkFixtures.small) }
      try Folder.make("\(home)/Networks/tom")
      #expect(library.slugs() == ["a", "b"])
      #expect(library.folder("a").path == "\(home)/Networks/a")
    }
  }

  @Test func `the place register is the network of Sweden, where there is one`() throws {
    try withTemporaryFolder { home in
      let library = NetworkLibrary(home: home)
      #expect(library.placeRegister() == nil)
      try library.folder("sverige").write(
        Network(actors: [NetworkActor(id: "a", name: "Region A", kind: .region, county: "A län")]))
      #expect(library.placeRegister()?.countyNames == ["A län"])
    }
  }
}
