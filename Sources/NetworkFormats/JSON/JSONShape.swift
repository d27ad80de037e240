/// What the beginning of a JSON file shows: the names of its members, and how deep they stand. A beginning may break off
/// anywhere.
struct JSONShape {
  /// Whether the document is a list; else it is an object.
  let isList: Bool
  private var names: [Set<String>] = [[], [], [], []]
  /// Members of the outermost object whose value is a list.
  private(set) var lists: Set<String> = []

  /// - Returns: `nil` where it is no JSON.
  init?(_ head: ArraySlice<UInt8>) {
    let bytes = TextDecoding(Array(head)).utf8
    var position = 0
    func blanks() { while position < bytes.count, bytes[position] <= 0x20 { position += 1 } }
    blanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "[") else {
      return nil
    }
    isList = bytes[position] == UInt8(ascii: "[")
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
          position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < bytes.count else { return }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        position += 1
        blanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { continue }
        if names.indices.contains(depth - 1) { names[depth - 1].insert(text) }
        position += 1
        blanks()
        if depth == 1, position < bytes.count, bytes[position] == UInt8(ascii: "[") { lists.insert(text) }
      default: continue
      }
    }
  }

  /// Whether the name stands at a depth, counted from 1 for the outermost object or list.
  func has(_ name: String, at depth: Int) -> Bool {
    names.indices.contains(depth - 1) && names[depth - 1].contains(name)
  }
}
