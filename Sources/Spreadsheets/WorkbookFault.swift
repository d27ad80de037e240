/// What is wrong with a workbook, or what was left out of it, with its place.
public struct WorkbookFault: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// The file is no zip archive, or a damaged one; what the library says of it.
    case notAnArchive(String)
    /// An older or encrypted workbook, which is no archive at all.
    case olderOrEncrypted
    /// A part that every workbook has is not in the archive.
    case missingPart(String)
    /// A part is not whole XML.
    case damagedPart(String, String)
    /// The archive would unpack to more than it can honestly hold.
    case tooLarge
    /// The cell's formula has no stored value.
    case formulaWithoutValue
    /// The cell holds an error such as `#REF!`, and became empty.
    case errorValue(String)
    /// A cell's place or text cannot be found; the cell was left out.
    case badCell(String)
  }

  public let reason: Reason
  /// The sheet's name; `nil` where the fault is the file's.
  public let sheet: String?
  /// Counted from 1.
  public let row: Int?
  /// Counted from 1.
  public let column: Int?

  public init(_ reason: Reason, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.reason = reason
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// Whether the workbook cannot be relied on.
  public var isError: Bool {
    switch reason {
    case .formulaWithoutValue, .errorValue: false
    default: true
    }
  }
}
