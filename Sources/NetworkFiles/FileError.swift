public import Networks

/// A file or folder that could not be read or written, with what to do about it.
public struct FileError: Error, Sendable, Hashable {
  public var path: String
  public var message: Phrase

  public init(_ path: String, _ message: Phrase) {
    self.path = path
    self.message = message
  }
}
