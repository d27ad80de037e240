/// Bytes of UTF-8 that the parser lends for the time of one call.
public typealias XMLText = UnsafeBufferPointer<UInt8>

extension XMLText {
  /// A text of its own.
  public var string: String { String(decoding: self, as: UTF8.self) }

  /// Whether the bytes are those of the word.
  public static func == (text: XMLText, word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for position in 0..<text.count where text[position] != word[position] { return false }
      return true
    }
  }

  public static func != (text: XMLText, word: StaticString) -> Bool { !(text == word) }

  /// The text without the blanks that XML takes for layout.
  public var withoutOuterBlanks: XMLText {
    var range = 0..<count
    while let first = range.first, self[first] <= 0x20 { range = first + 1..<range.upperBound }
    while let last = range.last, self[last] <= 0x20 { range = range.lowerBound..<last }
    return XMLText(rebasing: self[range])
  }
}

/// The attributes of an element, lent for the time of one call.
public struct XMLAttributes {
  let start: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  public let count: Int

  /// The value of an attribute by its name without prefix, or `nil` where the element does not have it.
  public subscript(_ name: StaticString) -> XMLText? {
    for position in 0..<count where self.name(position) == name { return value(position) }
    return nil
  }

  /// The name without prefix.
  public func name(_ position: Int) -> XMLText { XMLText(cString: start?[position * 5]) }

  /// The prefix, empty where there is none.
  public func prefix(_ position: Int) -> XMLText { XMLText(cString: start?[position * 5 + 1]) }

  public func value(_ position: Int) -> XMLText {
    guard let first = start?[position * 5 + 3], let end = start?[position * 5 + 4] else {
      return XMLText(start: nil, count: 0)
    }
    return XMLText(start: first, count: end - first)
  }
}

extension XMLText {
  /// The bytes up to the NUL.
  init(cString: UnsafePointer<UInt8>?) {
    guard let cString else {
      self.init(start: nil, count: 0)
      return
    }
    var count = 0
    while cString[count] != 0 { count += 1 }
    self.init(start: cString, count: count)
  }
}
