import CJansson
import Networks

/// A JSON file read whole by jansson, or what is wrong with it.
struct JSONDocument {
  /// `nil` where the file is no JSON.
  let value: JSONValue?
  let problems: [Problem]

  /// - Complexity: linear in the size of the file, in time and memory.
  init(_ bytes: [UInt8], file: String, _ format: FormatNames) {
    let decoding = TextDecoding(bytes)
    var found = decoding.problems(file: file)
    var error = json_error_t()
    let flags = Int(JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY)
    func load(_ more: Int) -> UnsafeMutablePointer<json_t>? {
      decoding.utf8.withCharacters { json_loadb($0, $1, flags | more, &error) }
    }
    // Whole numbers beyond 64 bits become decimal ones.
    guard let root = load(0) ?? load(Int(JSON_DECODE_INT_AS_REAL)) else {
      value = nil
      let message = withUnsafeBytes(of: error.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let place = Problem.Place(
        file: file, row: max(1, Int(error.line)), column: error.column > 0 ? Int(error.column) : nil)
      problems =
        found + [
          .badSyntax(
            format, at: place,
            Phrase(sv: "Filen är inte hel JSON: \(message).", en: "The file is not whole JSON: \(message)."))
        ]
      return
    }
    defer { samverkan_json_release(root) }
    value = JSONValue(root)
    if value == nil {
      found.append(
        .beyondLimits(
          at: Problem.Place(file: file),
          Phrase(sv: "Värdena står för djupt i varandra.", en: "Values stand too deep in each other.")))
    }
    problems = found
  }

  /// The bytes of a document: indented, in UTF-8, with a line end.
  static func bytes(_ value: JSONValue) -> [UInt8] {
    guard let made = value.made() else { return [] }
    defer { samverkan_json_release(made) }
    // Seventeen digits hold every number; fifteen look better, and hold those that people write.
    let precision = value.needsAllDigits ? 17 : 15
    let flags = 1 | precision << 11
    let size = json_dumpb(made, nil, 0, flags)
    var bytes = [UInt8](repeating: 0, count: size)
    _ = bytes.withUnsafeMutableBytes { json_dumpb(made, $0.bindMemory(to: CChar.self).baseAddress, size, flags) }
    return bytes + [0x0A]
  }
}

extension JSONValue {
  /// Whether some number has more than fifteen digits.
  fileprivate var needsAllDigits: Bool {
    switch self {
    case .number(let text): text.utf8.count { (0x30...0x39).contains($0) } > 15
    case .list(let values): values.contains(where: \.needsAllDigits)
    case .object(let object): object.members.contains { $0.value.needsAllDigits }
    case .null, .truth, .text: false
    }
  }

  /// The value as JSON on one line.
  var line: String {
    guard let made = made() else { return "" }
    defer { samverkan_json_release(made) }
    let flags = Int(JSON_ENCODE_ANY | JSON_COMPACT) | 17 << 11
    let size = json_dumpb(made, nil, 0, flags)
    var bytes = [UInt8](repeating: 0, count: size)
    _ = bytes.withUnsafeMutableBytes { json_dumpb(made, $0.bindMemory(to: CChar.self).baseAddress, size, flags) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
