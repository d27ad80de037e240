import NetworkFiles
import NetworkFormats
import Networks
import TestSupport
import Testing

struct RealNetworksTests {
  private static let library = NetworkLibrary(home: Repository.path)

  private static func network(_ slug: String) throws -> Network { try library.folder(slug).read().network }

  @Test func `both are there`() {
    #expect(Set(Self.library.slugs()).isSuperset(of: ["kompetensforsorjning", "sverige"]))
  }

  @Test(arguments: library.slugs()) func `validates without errors, against the place register`(slug: String) throws {
    let register = try #require(Self.library.placeRegister())
    let found = try Self.library.folder(slug).read()
    let problems =
      found.problems
      + NetworkValidation(register: register).problems(in: found.network, at: found.origins.locator)
    #expect(problems.filter { $0.severity == .error }.map { $0.text(in: .english) } == [])
    #expect(problems.filter { $0.code == .unknownPlaceName }.map { $0.text(in: .english) } == [])
  }

  @Test(arguments: library.slugs()) func `reading and writing changes no byte`(slug: String) throws {
    let files = try Self.library.folder(slug).files()
    let written = TableWriter().write(TableReader().read(files).network)
    #expect(written.keys.sorted() == files.keys.sorted())
    for (name, bytes) in files { #expect(written[name] == bytes, "\(slug)/\(name)") }
  }

  @Test(arguments: library.slugs()) func `every row is a record`(slug: String) throws {
    let files = try Self.library.folder(slug).files()
    let network = TableReader().read(files).network
    for table in Table.allCases {
      let rows = files[table.fileName].map {
        NaiveCSV.rows(String(decoding: $0, as: UTF8.self), separator: ",").count - 1
      }
      #expect(network.recordCount(of: table) == rows ?? 0, "\(table)")
    }
  }

  @Test(arguments: library.slugs()) func `every membership and tie has sources that exist`(slug: String) throws {
    let network = try Self.network(slug)
    let sources = Set(network.sources.map(\.id))
    for references in network.memberships.map(\.sources) + network.ties.map(\.sources) {
      #expect(!references.isEmpty && references.allSatisfy { sources.contains($0.source) })
    }
  }

  @Test(arguments: library.slugs()) func `no actor has a collaboration's id`(slug: String) throws {
    let network = try Self.network(slug)
    #expect(Set(network.actors.map(\.id.rawValue)).isDisjoint(with: network.collaborations.map(\.id.rawValue)))
    #expect(Set(network.actors.map(\.id)).count == network.actors.count)
    #expect(Set(network.collaborations.map(\.id)).count == network.collaborations.count)
  }

  @Test func `the skills supply network is as large as it must be`() throws {
    let network = try Self.network("kompetensforsorjning")
    #expect(network.actors.count + network.collaborations.count >= 350)
    #expect(network.linkCount >= 700)
  }

  /// Sweden has 21 regions and 290 municipalities, in 21 counties (Statistics Sweden).
  @Test func `all of Sweden's regions and municipalities are there, each with its code and its place`() throws {
    let network = try Self.network("sverige")
    let regions = network.actors.filter { $0.kind == .region }
    let municipalities = network.actors.filter { $0.kind == .municipality }
    #expect(regions.count == 21 && Set(regions.map(\.county)).count == 21)
    #expect(municipalities.count == 290 && Set(municipalities.map(\.municipality)).count == 290)
    #expect(Set(municipalities.map(\.county)) == Set(regions.map(\.county)))
    let regionCodes = Dictionary(
      regions.map { ($0.county, $0.extras["code"] ?? "") }, uniquingKeysWith: { first, _ in first })
    for municipality in municipalities {
      let code = try #require(municipality.extras["code"])
      #expect(code.count == 4 && regionCodes[municipality.county] == String(code.prefix(2)), "\(municipality.id)")
    }
    #expect(Set(municipalities.compactMap { $0.extras["code"] }).count == 290)
    // Sweden lies between Smygehuk and Treriksröset, Stora Drammen and Kataja.
    for actor in network.actors {
      let latitude = try #require(actor.latitude)
      let longitude = try #require(actor.longitude)
      #expect((55.3...69.1).contains(latitude) && (10.9...24.2).contains(longitude), "\(actor.id)")
    }
  }

  @Test func `the place register finds every region and municipality by name and code`() throws {
    let register = try #require(Self.library.placeRegister())
    for actor in try Self.network("sverige").actors {
      for text in [actor.name, actor.extras["code"] ?? ""] {
        if actor.kind == .region { #expect(register.county(text) == actor.county) }
        if actor.kind == .municipality { #expect(register.municipality(text) == actor.municipality) }
      }
      #expect(register.county(actor.county) == actor.county)
    }
  }
}
