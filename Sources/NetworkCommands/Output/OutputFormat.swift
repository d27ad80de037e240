import ArgumentParser

/// How answers are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case csv
  case json
  case markdown

  /// The others are for programs.
  var isForPeople: Bool { self == .table || self == .markdown }
}
