import ArgumentParser

/// How answers are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case csv
  case json
  case markdown
}
