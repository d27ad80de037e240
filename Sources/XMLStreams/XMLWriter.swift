import CLibXML2

/// Writes an XML document in memory by libxml2: UTF-8, indented, with everything escaped that must be.
public final class XMLWriter {
  private let buffer: xmlBufferPtr?
  private let writer: xmlTextWriterPtr?

  /// How many characters XML has no way to hold (most control characters); each became U+FFFD.
  public private(set) var replacedCharacters = 0

  public init() {
    buffer = xmlBufferCreate()
    writer = buffer.flatMap { xmlNewTextWriterMemory($0, 0) }
    xmlTextWriterSetIndent(writer, 1)
    xmlTextWriterSetIndentString(writer, "  ")
    xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)
  }

  deinit {
    if let writer { xmlFreeTextWriter(writer) }
    if let buffer { xmlBufferFree(buffer) }
  }

  /// Opens an element, writes what is in it, and closes it.
  public func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: () -> Void = {}) {
    xmlTextWriterStartElement(writer, name)
    for (name, value) in attributes { attribute(name, value) }
    content()
    xmlTextWriterEndElement(writer)
  }

  /// An element with text only.
  public func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
    element(name, attributes) { self.text(text) }
  }

  /// An attribute of the element that was opened last; before its content.
  public func attribute(_ name: String, _ value: String) {
    xmlTextWriterWriteAttribute(writer, name, legal(value))
  }

  public func text(_ text: String) { xmlTextWriterWriteString(writer, legal(text)) }

  public func comment(_ text: String) {
    xmlTextWriterWriteComment(
      writer, legal(text).split(separator: "-", omittingEmptySubsequences: false).joined(separator: "‐"))
  }

  /// The whole document; nothing can be written after it.
  public func bytes() -> [UInt8] {
    xmlTextWriterEndDocument(writer)
    xmlTextWriterFlush(writer)
    guard let buffer, let text = samverkan_xml_buffer_text(buffer) else { return [] }
    return Array(UnsafeBufferPointer(start: text, count: Int(samverkan_xml_buffer_length(buffer))))
  }

  /// The text with U+FFFD for what XML cannot hold.
  private func legal(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0xEF }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if XMLWriter.isLegal(scalar) {
        result.append(scalar)
      } else {
        replacedCharacters += 1
        result.append("\u{FFFD}")
      }
    }
    return String(result)
  }

  /// Whether XML 1.0 can hold the character.
  public static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
