import Networks

/// Every format there is: what finds out a file's format, the commands' help and the documentation go by.
public enum FormatRegistry {
  /// How much of a file's beginning is looked at to find out its format.
  public static let headLength = 4096

  /// Those that are told by their content come before those that a plain text could be.
  public static let all: [NetworkFormat] = workbooks + graphs + texts

  private static let workbooks = [
    NetworkFormat(
      names: WorkbookNames.format, recogniser: { WorkbookReader.recognises($0) },
      reader: { WorkbookReader().read($0, file: $1, options: $2) }, writer: { try WorkbookWriter().write($0) }),
    NetworkFormat(
      names: KumuNames.workbook, recogniser: { _ in false }, reader: nil, writer: { try KumuWorkbookWriter().write($0) }
    ),
    NetworkFormat(
      names: WorkbookNames.openDocument, recogniser: { WorkbookReader.recognisesOpenDocument($0) },
      reader: { WorkbookReader().read(openDocument: $0, file: $1, options: $2) }, writer: nil),
  ]

  private static let graphs: [NetworkFormat] = [
    .graph(GraphMLReader.self, GraphMLWriter.self),
    .graph(GEXFReader.self, GEXFWriter.self),
    .graph(CXReader.self, CXWriter.self),
    .graph(CytoscapeJSReader.self, CytoscapeJSWriter.self),
    .graph(KumuReader.self, KumuWriter.self),
    .graph(JSONGraphReader.self, JSONGraphWriter.self),
    .graph(NodeLinkReader.self, NodeLinkWriter.self),
    .graph(GMLReader.self, GMLWriter.self),
    .graph(DOTReader.self, DOTWriter.self),
    .graph(PajekReader.self, PajekWriter.self),
    .graph(UCINETReader.self, UCINETWriter.self),
    .graph(NCOLReader.self, NCOLWriter.self),
    .graph(LGLReader.self),
  ]

  private static let texts = [
    NetworkFormat(
      names: TextSheet.csv, recogniser: { _ in false }, reader: { TextSheet.read($0, file: $1, options: $2) },
      writer: { LinkListWriter().write($0) }),
    NetworkFormat(
      names: TextSheet.tsv, recogniser: { _ in false }, reader: { TextSheet.read($0, file: $1, options: $2) },
      writer: { LinkListWriter(separator: 0x09).write($0) }),
    text("nodes-csv", Phrase(sv: "CSV: aktörer och samverkan", en: "CSV: actors and collaborations")) {
      NodeListWriter().write($0)
    },
    text("matrix-csv", Phrase(sv: "CSV: matris aktörer × aktörer", en: "CSV: matrix of actors by actors")) {
      try MatrixWriter(isAffiliation: false).write($0)
    },
    text(
      "affiliation-csv", Phrase(sv: "CSV: matris aktörer × samverkan", en: "CSV: matrix of actors by collaborations")
    ) {
      try MatrixWriter(isAffiliation: true).write($0)
    },
  ]

  /// A table of text that is written under its own word, and read as any text.
  private static func text(
    _ id: String, _ tools: Phrase, _ writer: @escaping @Sendable (Network) throws -> FormatWriting
  ) -> NetworkFormat {
    NetworkFormat(
      names: FormatNames(id: id, name: "CSV", extensions: [], tools: tools), recogniser: { _ in false }, reader: nil,
      writer: writer)
  }

  /// The format by its word for the command line or by an extension.
  public static func format(_ name: String) -> NetworkFormat? {
    let name = name.lowercased()
    return all.first { $0.id == name } ?? all.first { $0.names.extensions.contains(name) }
  }

  /// The format of a file: by its content, then by its extension.
  public static func format(of bytes: [UInt8], file: String) -> NetworkFormat? {
    let head = bytes.prefix(headLength)
    let extended = format(ofFile: file)
    // Several may take the same bytes for theirs; the extension decides between them.
    let recognised = all.filter { $0.canRead && $0.recogniser(head) }
    return recognised.first { $0.id == extended?.id } ?? recognised.first ?? extended
  }

  /// The format by the file's extension.
  public static func format(ofFile file: String) -> NetworkFormat? { all.first { $0.isExtension(of: file) } }
}
