internal import CGraphviz
import Synchronization

/// The only door to the Graphviz library, which keeps global state and is not thread-safe: calls wait for each other.
public final class Graphviz: Sendable {
  /// The one instance there is, since the library's state is the process's.
  public static let shared = Graphviz()

  /// What a drawing gave: the picture, and what Graphviz remarked on the way.
  public struct Image: Sendable, Hashable {
    public let bytes: [UInt8]
    /// Graphviz's warnings, empty when it had none.
    public let warnings: String
  }

  private struct Context: @unchecked Sendable {
    var pointer: OpaquePointer?
  }

  private let context = Mutex(Context())

  private init() {}

  /// Draws DOT text.
  ///
  /// - Throws: ``GraphvizError``, with Graphviz's own words for what it did not understand.
  /// - Complexity: that of the engine; `positioned` without routing is linear in the size of the text.
  public func draw(_ dot: String, engine: Engine, as format: ImageFormat) throws(GraphvizError) -> Image {
    try draw(dot, engine: engine, as: [format])[0]
  }

  /// Draws DOT text once and writes it in several formats, in their order.
  public func draw(_ dot: String, engine: Engine, as formats: [ImageFormat]) throws(GraphvizError) -> [Image] {
    try context.withLock { (held) throws(GraphvizError) in
      let pointer = try Self.start(&held)
      let drawing = try Drawing(dot: dot, engine: engine, context: pointer)
      var images: [Image] = []
      for format in formats {
        let bytes = try drawing.bytes(in: format)
        images.append(Image(bytes: bytes, warnings: MessageLog.take()))
      }
      return images
    }
  }

  /// The installed library's version, as it says it.
  public var version: String {
    context.withLock { held in
      guard let pointer = try? Self.start(&held), let text = gvcVersion(pointer) else { return "?" }
      return String(cString: text)
    }
  }

  /// Loads the plugins on the first use, which takes some milliseconds.
  private static func start(_ held: inout Context) throws(GraphvizError) -> OpaquePointer {
    _ = MessageLog.take()
    if let pointer = held.pointer { return pointer }
    MessageLog.capture()
    guard let pointer = gvContext() else { throw .unavailable }
    held.pointer = pointer
    return pointer
  }
}
