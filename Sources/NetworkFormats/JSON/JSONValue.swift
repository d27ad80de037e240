import CJansson

/// A JSON document's value. Objects keep the order of their members.
enum JSONValue {
  case null
  case truth(Bool)
  /// As plain text, so that whole numbers of any size stay what they are.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object(JSONObject)

  /// The text of a scalar; `nil` for what is nothing, a list or an object.
  var scalar: String? {
    switch self {
    case .truth(let truth): truth ? "true" : "false"
    case .number(let text), .text(let text): text
    case .null, .list, .object: nil
    }
  }

  var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
  var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

  /// The value of a column's cell: a number where the column has numbers and this one reads back as the same text.
  init(_ text: String, _ kind: AttributeTable.Kind) {
    switch kind {
    case .number, .wholeNumber:
      if let number = Double(text), number.isFinite, PlainNumber.text(number) == text {
        self = .number(text)
      } else {
        self = .text(text)
      }
    case .truth: self = text == "true" || text == "false" ? .truth(text == "true") : .text(text)
    case .text: self = .text(text)
    }
  }
}

/// A JSON object's members in their order.
struct JSONObject {
  struct Member {
    var name: String
    var value: JSONValue
  }

  private(set) var members: [Member] = []
  private var positions: [String: Int] = [:]

  init(_ members: [(String, JSONValue)] = []) { for (name, value) in members { self[name] = value } }

  subscript(name: String) -> JSONValue? {
    get { positions[name].map { members[$0].value } }
    set {
      guard let newValue else { return }
      if let position = positions[name] {
        members[position].value = newValue
      } else {
        positions[name] = members.count
        members.append(Member(name: name, value: newValue))
      }
    }
  }

  /// The text of a member that is a scalar, empty where there is none.
  func text(_ name: String) -> String { self[name]?.scalar ?? "" }
  func truth(_ name: String) -> Bool? { if case .truth(let truth)? = self[name] { truth } else { nil } }
}

extension JSONValue {
  /// How deep values may stand in each other; each step takes a piece of the stack.
  static let depthLimit = 128

  /// - Returns: `nil` where values stand too deep in each other.
  init?(_ value: UnsafeMutablePointer<json_t>?, depth: Int = 0) {
    guard let value, depth < Self.depthLimit else { return nil }
    switch json_type(UInt32(samverkan_json_type(value))) {
    case JSON_OBJECT:
      var object = JSONObject()
      var member = json_object_iter(value)
      while let current = member {
        guard let inner = JSONValue(json_object_iter_value(current), depth: depth + 1) else { return nil }
        object[Self.text(json_object_iter_key(current), json_object_iter_key_len(current))] = inner
        member = json_object_iter_next(value, current)
      }
      self = .object(object)
    case JSON_ARRAY:
      var values: [JSONValue] = []
      let count = json_array_size(value)
      values.reserveCapacity(count)
      for position in 0..<count {
        guard let inner = JSONValue(json_array_get(value, position), depth: depth + 1) else { return nil }
        values.append(inner)
      }
      self = .list(values)
    case JSON_STRING: self = .text(Self.text(json_string_value(value), json_string_length(value)))
    case JSON_INTEGER: self = .number(String(json_integer_value(value)))
    case JSON_REAL: self = .number(PlainNumber.text(json_real_value(value)))
    case JSON_TRUE: self = .truth(true)
    case JSON_FALSE: self = .truth(false)
    default: self = .null
    }
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let start else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The value as the library's own, to be released by who asked for it.
  func made() -> UnsafeMutablePointer<json_t>? {
    switch self {
    case .null: return json_null()
    case .truth(let truth): return truth ? json_true() : json_false()
    case .number(let text):
      if let whole = Int64(text), String(whole) == text { return json_integer(json_int_t(whole)) }
      return json_real(Double(text) ?? 0)
    case .text(let text):
      return Array(text.utf8).withCharacters { json_stringn($0, $1) }
    case .list(let values):
      let array = json_array()
      for value in values { json_array_append_new(array, value.made()) }
      return array
    case .object(let object):
      let made = json_object()
      for member in object.members {
        let (name, value) = (member.name, member.value)
        Array(name.utf8).withCharacters { _ = json_object_setn_new(made, $0, $1, value.made()) }
      }
      return made
    }
  }
}

extension [UInt8] {
  /// Lends the bytes as C's characters, with their count; there is always something to point at.
  func withCharacters<Result>(_ body: (UnsafePointer<CChar>, Int) -> Result) -> Result {
    withUnsafeBytes { bytes in
      guard let start = bytes.bindMemory(to: CChar.self).baseAddress else {
        return withUnsafePointer(to: CChar(0)) { body($0, 0) }
      }
      return body(start, bytes.count)
    }
  }
}
