internal import CGraphviz
import Synchronization

/// Catches what Graphviz would have printed. It sends a message in pieces, through a C function without context,
/// so there is one log for the process; only the holder of the door's lock reads it.
enum MessageLog {
  private static let pieces = Mutex<[UInt8]>([])

  /// Takes Graphviz's messages over from standard error.
  static func capture() {
    agseterrf { piece in
      guard let piece else { return 0 }
      MessageLog.append(piece)
      return 0
    }
  }

  private static func append(_ piece: UnsafePointer<CChar>) {
    pieces.withLock { bytes in
      var next = piece
      while next.pointee != 0 {
        bytes.append(UInt8(bitPattern: next.pointee))
        next += 1
      }
    }
  }

  /// Everything said since the last call, as one line of text.
  static func take() -> String {
    let bytes = pieces.withLock { bytes in
      defer { bytes = [] }
      return bytes
    }
    return String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .map { $0.trimmingPrefix(while: \.isWhitespace) }
      .joined(separator: " ")
  }
}
