import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it.
struct Tool {
  /// What one run gave.
  struct Answer: Sendable, CustomStringConvertible {
    var status: Int32
    var output: String
    var remarks: String

    var description: String { "exit \(status)\n--- output\n\(output)\n--- remarks\n\(remarks)" }
    var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }
  }

  /// The folder that the networks are found in, if the tool is told.
  var home: String? = Repository.path
  var folder = FileManager.default.temporaryDirectory.path
  /// The language of the user's machine.
  var locale = "C"
  /// More of the environment.
  var environment: [String: String] = [:]

  static let swedish = Tool(locale: "sv_SE.UTF-8")

  func run(_ arguments: String...) throws -> Answer { try run(arguments) }

  /// Both outputs go to files: those take everything at once, so that nobody waits for anybody.
  func run(_ arguments: [String]) throws -> Answer {
    try withTemporaryFolder { box in
      var variables = ["LANG": locale]
      variables["SAMVERKAN_HOME"] = home
      for name in ["PATH", "HOME", "LD_LIBRARY_PATH"] { variables[name] = ProcessInfo.processInfo.environment[name] }
      let program = StartedProgram(
        try Self.program().path, arguments, environment: variables.merging(environment) { $1 }, in: folder,
        output: "\(box)/output", remarks: "\(box)/remarks")
      let end = program.run()
      guard case .exit(let status) = end else {
        Issue.record("\(arguments) ended with \(end)")
        return Answer(status: -1, output: "", remarks: "")
      }
      return Answer(
        status: status, output: try text(at: "\(box)/output"),
        remarks: try text(at: "\(box)/remarks"))
    }
  }

  /// Beside the bundle of the tests.
  private static func program() throws -> URL {
    #if canImport(Darwin)
      let bundle = try #require(Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") })
      return bundle.bundleURL.deletingLastPathComponent().appending(path: "samverkan")
    #else
      return Bundle.main.bundleURL.appending(path: "samverkan")
    #endif
  }
}

/// The file's text, which must be UTF-8.
func text(at path: String) throws -> String {
  try #require(String(data: try Data(contentsOf: URL(filePath: path)), encoding: .utf8), "\(path) is not UTF-8")
}

func bytes(at path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

/// The names in a folder, hidden ones too.
func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// A JSON array of objects whose values are all texts.
func objects(_ json: String) throws -> [[String: String]] {
  try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]], "\(json)")
}

/// A CSV table as one dictionary a row; every row must have as many cells as the header.
func records(_ csv: String) throws -> [[String: String]] {
  let rows = NaiveCSV.rows(csv, separator: ",")
  let header = try #require(rows.first)
  return try rows.dropFirst().map { row in
    try #require(row.count == header.count, "\(row)")
    return Dictionary(uniqueKeysWithValues: zip(header, row))
  }
}
