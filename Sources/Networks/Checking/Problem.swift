/// Something wrong or odd in what was read: where, what, and what would mend it.
public struct Problem: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable {
    /// The network cannot be relied on until it is mended.
    case error
    /// Merely odd.
    case remark
  }

  /// What sort of problem it is, so that programs can tell them apart.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case missingFile = "missing-file"
    case missingColumn = "missing-column"
    case duplicateColumn = "duplicate-column"
    case unterminatedQuote = "unterminated-quote"
    case textAfterQuote = "text-after-quote"
    case strayQuote = "stray-quote"
    case tooManyCells = "too-many-cells"
    case tooFewCells = "too-few-cells"
    case nulCharacter = "nul-character"
    case mojibake
    case encodingGuessed = "encoding-guessed"
    case missingValue = "missing-value"
    case badIdentifier = "bad-identifier"
    case duplicateIdentifier = "duplicate-identifier"
    case sharedIdentifier = "shared-identifier"
    case unknownActor = "unknown-actor"
    case unknownCollaboration = "unknown-collaboration"
    case unknownSource = "unknown-source"
    case missingSource = "missing-source"
    case undefinedKind = "undefined-kind"
    case undefinedLevel = "undefined-level"
    case undefinedFocus = "undefined-focus"
    case undefinedWord = "undefined-word"
    case badPeriod = "bad-period"
    case periodEndsBeforeStart = "period-ends-before-start"
    case badNumber = "bad-number"
    case badDate = "bad-date"
    case badReference = "bad-reference"
    case badProfile = "bad-profile"
    case tieToItself = "tie-to-itself"
    case partOfItself = "part-of-itself"
    case repeatedRow = "repeated-row"
    case unusedActor = "unused-actor"
    case emptyCollaboration = "empty-collaboration"
    case unknownPlaceName = "unknown-place-name"
    case sharedName = "shared-name"
    case emptyNetwork = "empty-network"
    case idleExpectation = "idle-expectation"
    case impossibleExpectation = "impossible-expectation"
    case contradictoryExpectations = "contradictory-expectations"
    /// The file is not what its format demands, from this place on.
    case badSyntax = "bad-syntax"
    /// The file asks for more than an honest one does: depth, size, other files.
    case beyondLimits = "beyond-limits"
    /// Something that a format holds and a network does not.
    case leftOut = "left-out"
    /// Something that was not said and had to be guessed.
    case guessed
    /// A value that did not fit where it stood, and was kept elsewhere.
    case keptElsewhere = "kept-elsewhere"
    case unknownNode = "unknown-node"
    case unknownFormat = "unknown-format"
  }

  /// A place in a file. Rows and columns count from 1; the header is row 1, as a spreadsheet shows it.
  public struct Place: Sendable, Hashable, CustomStringConvertible {
    public var file: String
    /// The sheet of a workbook, or the path to a part of a document; `nil` where the file has no parts.
    public var part: String?
    public var row: Int?
    public var column: Int?
    /// The column's header.
    public var columnName: String?

    public init(
      file: String, part: String? = nil, row: Int? = nil, column: Int? = nil, columnName: String? = nil
    ) {
      self.file = file
      self.part = part
      self.row = row
      self.column = column
      self.columnName = columnName
    }

    /// `ties.csv:12:2`, or `workbook.xlsx[ties]:12:2`.
    public var description: String {
      var text = file
      if let part { text += "[\(part)]" }
      if let row { text += ":\(row)" }
      if let column { text += row == nil ? ":1:\(column)" : ":\(column)" }
      return text
    }

    /// The cell as a spreadsheet names it: `B12`; `nil` in files that no spreadsheet opens.
    public var cell: String? {
      guard let row, let column, column > 0, !file.hasSuffix(".yaml") else { return nil }
      var letters = ""
      var rest = column
      while rest > 0 {
        letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
        rest = (rest - 1) / 26
      }
      return letters + String(row)
    }
  }

  public var severity: Severity
  public var code: Code
  public var place: Place
  /// What is wrong.
  public var summary: Phrase
  /// What would mend it.
  public var remedy: Phrase

  public init(_ severity: Severity, _ code: Code, at place: Place, _ summary: Phrase, remedy: Phrase) {
    self.severity = severity
    self.code = code
    self.place = place
    self.summary = summary
    self.remedy = remedy
  }

  /// The problem as one line: place, what is wrong, what would mend it.
  public func text(in language: Language) -> String {
    var heading = place.description
    if let name = place.columnName {
      let column = Phrase(sv: "kolumnen", en: "column").text(in: language)
      heading += place.cell.map { " (\($0), \(column) “\(name)”)" } ?? " (\(column) “\(name)”)"
    }
    return "\(heading): \(summary.text(in: language)) \(remedy.text(in: language))"
  }
}
