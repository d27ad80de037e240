/// Every format there is: what finds out a file's format, the commands' help and the documentation go by.
public enum FormatRegistry {
  /// How much of a file's beginning is looked at to find out its format.
  public static let headLength = 4096

  /// Those that are told by their content come before those that a plain text could be.
  public static let all: [NetworkFormat] = graphs

  private static let graphs: [NetworkFormat] = [
  ]

  /// The format by its word for the command line or by an extension.
  public static func format(_ name: String) -> NetworkFormat? {
    let name = name.lowercased()
    return all.first { $0.id == name } ?? all.first { $0.names.extensions.contains(name) }
  }

  /// The format of a file: by its content, then by its extension.
  public static func format(of bytes: [UInt8], file: String) -> NetworkFormat? {
    let head = bytes.prefix(headLength)
    let extended = format(ofFile: file)
    // Several may take the same bytes for theirs; the extension decides between them.
    let recognised = all.filter { $0.canRead && $0.recogniser(head) }
    return recognised.first { $0.id == extended?.id } ?? recognised.first ?? extended
  }

  /// The format by the file's extension.
  public static func format(ofFile file: String) -> NetworkFormat? { all.first { $0.isExtension(of: file) } }
}
