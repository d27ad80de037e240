/// Text that was read in the wrong encoding once and saved that way: “KommunfÃ¶rbundet” for “Kommunförbundet”.
enum Mojibake {
  /// Whether the bytes can hold any, cheaply: all of it shows as Ã, Â, â or the replacement character.
  static func isPossible(in utf8: some Sequence<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if previous == 0xC3, byte == 0x83 || byte == 0x82 || byte == 0xA2 { return true }
      if previous == 0xBF, byte == 0xBD { return true }
      previous = byte
    }
    return false
  }

  /// The text as it must have been, or `nil` where it is not mojibake; the replacement character has no remedy.
  static func repaired(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = windows1252[scalar.value] ?? (scalar.value < 0x100 ? UInt8(scalar.value) : nil) else {
        return nil
      }
      bytes.append(byte)
    }
    guard let repaired = String(validating: bytes, as: UTF8.self), repaired != text else { return nil }
    return repaired
  }

  private static let windows1252: [UInt32: UInt8] = {
    var codes: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0x9F {
      var utf8: [UInt8] = []
      TextDecoding.append(windows1252: byte, to: &utf8)
      if let scalar = String(decoding: utf8, as: UTF8.self).unicodeScalars.first, scalar != "\u{FFFD}" {
        codes[scalar.value] = byte
      }
    }
    return codes
  }()
}
