import Foundation
import NetworkFormats
import Networks
import TestSupport
import Testing

/// The folders of tables that the tests read.
enum Tables {
  static func folder(_ path: String) throws -> [String: [UInt8]] {
    let folder = Bundle.module.bundleURL.appending(path: "Resources/tables/\(path)")
    var files: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      files[file.lastPathComponent] = Array(try Data(contentsOf: file))
    }
    return files
  }

  static func names(in path: String) throws -> [String] {
    let folder = Bundle.module.bundleURL.appending(path: "Resources/tables/\(path)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// The whole check as the program does it: reading, then what the records say about each other.
  static func check(_ files: [String: [UInt8]]) -> (found: Import, problems: [Problem]) {
    let found = TableReader().read(files)
    let validation = NetworkValidation(register: NetworkFixtures.register)
    return (found, found.problems + validation.problems(in: found.network, at: found.origins.locator))
  }

  /// How many rows with content a table has below its header, counted by a reader of its own; `nil` where columns
  /// that the table cannot be read without are missing.
  static func rowCount(_ table: Table, _ bytes: [UInt8]) -> Int? {
    let text = TextDecoding(bytes)
    let separator = Unicode.Scalar(CSVTable(utf8: text.utf8).separator)
    let rows = NaiveCSV.rows(String(decoding: text.utf8, as: UTF8.self), separator: separator)
    guard let header = rows.first else { return nil }
    let names = header.map { String($0.withoutOuterBlanks.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }) }
    let required =
      switch table {
      case .actors, .collaborations: ["id", "name", "kind"]
      case .memberships: ["actor", "collaboration"]
      case .ties: ["from", "to", "kind"]
      case .sources: ["id", "title"]
      case .verdicts: ["from", "to", "verdict"]
      }
    guard required.allSatisfy(names.contains) else { return nil }
    return rows.dropFirst().count { row in row.contains { !$0.isEmpty } }
  }

  /// Nothing may be dropped silently: every row with content is a record, or its table is reported as unreadable.
  static func expectNothingDropped(
    _ files: [String: [UInt8]], _ found: Import, _ comment: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for table in Table.allCases {
      guard let bytes = files[table.fileName] else { continue }
      if let count = rowCount(table, bytes) {
        if count != found.network.recordCount(of: table) {
          Issue.record(
            "\(table.fileName): \(count) rows, \(found.network.recordCount(of: table)) records; \(comment())",
            sourceLocation: sourceLocation)
        }
      } else if !found.problems.contains(where: { $0.code == .missingColumn && $0.place.file == table.fileName }) {
        Issue.record("\(table.fileName) was passed over; \(comment())", sourceLocation: sourceLocation)
      }
    }
  }
}
