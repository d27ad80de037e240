import CLibXML2

/// Who hears what an XML document says, in its order. Names come without prefixes.
public protocol XMLListener: AnyObject {
  func start(_ name: XMLText, _ attributes: XMLAttributes, line: Int)
  func end(_ name: XMLText)
  /// A piece of the text inside the element; a text may come in several pieces.
  func text(_ text: XMLText)
}

/// What stopped the reading of a document.
public struct XMLFault: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// Not well formed; what the parser says of it, in English.
    case malformed(String)
    /// Elements stand deeper in each other than any honest document has them.
    case tooDeep
    /// The document defines entities of its own, which can grow without bound or reach for other files.
    case ownEntities
    /// Two gigabytes or more.
    case tooLong
  }

  public let reason: Reason
  /// Counted from 1.
  public let line: Int
  /// Counted from 1; 0 where it is not known.
  public let column: Int
}

/// Reads XML as a stream of events by libxml2: in memory that does not grow with the document, without loading anything
/// from anywhere else, and without the document's own entities.
public struct XMLReader: Sendable {
  /// How deep elements may stand in each other.
  public var depthLimit = 256

  public init() {}

  /// - Returns: what stopped the reading, or `nil` where the document was read to its end.
  /// - Complexity: O(bytes).
  public func read(_ bytes: [UInt8], to listener: any XMLListener) -> XMLFault? {
    bytes.withUnsafeBytes { read($0, to: listener) }
  }

  public func read(_ bytes: UnsafeRawBufferPointer, to listener: any XMLListener) -> XMLFault? {
    // The parser counts in Int32.
    guard bytes.count < Int(Int32.max) else { return XMLFault(reason: .tooLong, line: 1, column: 0) }
    let session = XMLSession(listener: listener, depthLimit: depthLimit)
    guard
      let context = xmlCreateMemoryParserCtxt(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(truncatingIfNeeded: bytes.count))
    else {
      return XMLFault(reason: .malformed("the document is empty"), line: 1, column: 0)
    }
    defer { xmlFreeParserCtxt(context) }
    // Before the handlers are set: the options put the standard ones in place.
    xmlCtxtUseOptions(
      context,
      Int32(
        truncatingIfNeeded: XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_NOERROR.rawValue
          | XML_PARSE_NOWARNING.rawValue))
    session.context = context
    XMLSession.install(in: context)
    context.pointee._private = Unmanaged.passUnretained(session).toOpaque()
    // Keeps both alive for as long as the parser holds a pointer.
    return withExtendedLifetime(session) {
      let status = xmlParseDocument(context)
      if let fault = session.fault { return fault }
      guard status != 0 || context.pointee.wellFormed == 0 else { return nil }
      let message = samverkan_xml_error_message(context).map { String(cString: $0) } ?? "not well formed"
      return XMLFault(
        reason: .malformed(message.split(whereSeparator: \.isNewline).joined(separator: " ")),
        line: max(1, Int(samverkan_xml_error_line(context))), column: Int(samverkan_xml_error_column(context)))
    }
  }
}

/// One reading: what the parser's callbacks need.
private final class XMLSession {
  let listener: any XMLListener
  let depthLimit: Int
  var depth = 0
  var fault: XMLFault?
  var context: xmlParserCtxtPtr?

  init(listener: any XMLListener, depthLimit: Int) {
    self.listener = listener
    self.depthLimit = depthLimit
  }

  func stop(_ reason: XMLFault.Reason) {
    guard fault == nil, let context else { return }
    fault = XMLFault(reason: reason, line: Int(samverkan_xml_line(context)), column: 0)
    xmlStopParser(context)
  }

  /// Calls the body with the context's session, unless it was stopped. The reader holds on to the session, so that nothing
  /// need be counted for every event.
  @inline(__always)
  static func with(_ context: UnsafeMutableRawPointer?, _ body: (XMLSession) -> Void) {
    guard let pointer = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else { return }
    Unmanaged<XMLSession>.fromOpaque(pointer)._withUnsafeGuaranteedRef { if $0.fault == nil { body($0) } }
  }

  static func install(in context: xmlParserCtxtPtr) {
    guard let handler = context.pointee.sax else { return }
    handler.pointee = xmlSAXHandler()
    handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    handler.pointee.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      XMLSession.with(context) { session in
        session.depth += 1
        if session.depth > session.depthLimit { return session.stop(.tooDeep) }
        session.listener.start(
          XMLText(cString: name), XMLAttributes(start: attributes, count: Int(count)),
          line: Int(samverkan_xml_line(context)))
      }
    }
    handler.pointee.endElementNs = { context, name, _, _ in
      XMLSession.with(context) { session in
        session.depth -= 1
        session.listener.end(XMLText(cString: name))
      }
    }
    handler.pointee.characters = { context, text, count in
      XMLSession.with(context) { $0.listener.text(XMLText(start: text, count: Int(count))) }
    }
    handler.pointee.cdataBlock = handler.pointee.characters
    handler.pointee.entityDecl = { context, _, _, _, _, _ in XMLSession.with(context) { $0.stop(.ownEntities) } }
    handler.pointee.unparsedEntityDecl = { context, _, _, _, _ in XMLSession.with(context) { $0.stop(.ownEntities) } }
  }
}
