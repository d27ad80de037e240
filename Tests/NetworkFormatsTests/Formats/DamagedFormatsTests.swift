import NetworkFormats
import Networks
import TestSupport
import Testing

/// Whatever chance does to a file of any format: it is read without a crash, what is wrong has its place in the file, and
/// what was understood can be written and read again.
struct DamagedFormatsTests {
  static let all = FormatRegistry.all.filter(\.canRead).map(\.id)

  /// - Returns: whether the reading says that something is wrong.
  @discardableResult
  private func survive(_ bytes: [UInt8], _ format: NetworkFormat, isChecked: Bool, _ comment: @autoclosure () -> String)
    -> Bool
  {
    let file = "file.\(format.names.extensions.first ?? "x")"
    let found = format.read(bytes, file: file)
    for problem in found.problems where problem.place.file != file {
      Issue.record("\(problem.place) is no place in the file: \(comment())")
    }
    for problem in found.problems
    where problem.place.row.map({ $0 < 1 }) == true || problem.place.column.map({ $0 < 1 }) == true {
      Issue.record("\(problem.place) is no place in any file: \(comment())")
    }
    guard isChecked else { return found.problems.contains { $0.severity == .error } }
    let written = TableWriter().write(found.network)
    if TableWriter().write(TableReader().read(written).network) != written {
      Issue.record("not read again as it was written: \(comment())")
    }
    return found.problems.contains { $0.severity == .error }
  }

  @Test func `there is an honest file of every format to damage, and it has no errors`() throws {
    for id in Self.all {
      let format = try #require(FormatRegistry.format(id))
      let seeds = try Self.seeds(id)
      #expect(!seeds.isEmpty && FormatSeeds.words[id] != nil, "\(id)")
      for seed in seeds {
        let found = format.read(seed, file: "seed")
        #expect(found.errors == [], "\(id)")
        #expect(!found.network.actors.isEmpty, "\(id)")
        #expect(
          id == "csv" || id == "tsv" || id == "ncol" || id == "lgl"
            || FormatRegistry.format(of: seed, file: "seed")?.id == id, "\(id)")
      }
    }
  }

  private static func seeds(_ id: String) throws -> [[UInt8]] {
    let texts = FormatSeeds.texts(id).map { Array($0.utf8) }
    return texts.isEmpty ? [StoredZip.archive(try FormatSeeds.parts(id))] : texts
  }

  @Test(arguments: all)
  func `a file that is cut off at any byte is read to the cut, and says so where the format can tell`(id: String)
    throws
  {
    let format = try #require(FormatRegistry.format(id))
    for seed in try Self.seeds(id) {
      var unsaid = 0
      // Of a workbook the parts are cut below; of the archive itself some places do.
      let step = seed.count > 2_000 ? seed.count / 300 : 1
      for count in stride(from: 0, to: seed.count, by: step) {
        if !survive(Array(seed[..<count]), format, isChecked: true, "\(id) after \(count) bytes") { unsaid += 1 }
      }
      // Lists of lines may end after any of them, and in XML and JSON only the last blanks say nothing.
      guard !["csv", "tsv", "ncol", "lgl", "pajek", "dl", "gml", "dot"].contains(id) else { continue }
      #expect(unsaid <= 2, "\(id): \(unsaid) cuts were not told")
    }
  }

  @Test(arguments: all) func `twenty thousand damaged files are survived`(id: String) throws {
    let format = try #require(FormatRegistry.format(id))
    let words = FormatSeeds.words[id] ?? []
    let parts = FormatSeeds.texts(id).isEmpty ? try FormatSeeds.parts(id) : []
    let seeds = parts.isEmpty ? FormatSeeds.texts(id).map { Array($0.utf8) } : parts.map(\.bytes)
    for (number, mutant) in Mutants(of: seeds, words: words, count: 20_000, seed: 2018).enumerated() {
      var bytes = mutant
      if !parts.isEmpty {
        // The part that was damaged is not told apart; it takes its turn in each place.
        var damaged = parts
        damaged[number % parts.count].bytes = mutant
        bytes = StoredZip.archive(damaged)
      }
      survive(bytes, format, isChecked: number % 20 == 0, "\(id), mutant \(number)")
    }
  }

  @Test(arguments: all) func `noise is survived`(id: String) throws {
    let format = try #require(FormatRegistry.format(id))
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      survive((0..<random.below(400)).map { _ in UInt8(random.below(256)) }, format, isChecked: true, id)
    }
    for bytes in [
      [], [0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF, 0], Array("\n\n\n".utf8),
      [UInt8](repeating: 0, count: 100),
    ] {
      survive(bytes, format, isChecked: true, id)
    }
  }
}
