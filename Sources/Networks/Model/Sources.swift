/// A document or an interview that statements are taken from.
public struct Source: Sendable, Hashable, Identifiable {
  public struct ID: VocabularyTerm {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  public var id: ID
  public var title: String
  public var publisher: String
  public var date: CalendarDate?
  public var url: String
  public var note: String
  /// The cells of columns that the model does not know, by column name.
  public var extras: [String: String]

  public init(
    id: ID, title: String, publisher: String = "", date: CalendarDate? = nil, url: String = "", note: String = "",
    extras: [String: String] = [:]
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
    self.note = note
    self.extras = extras
  }
}

/// A place in a source: `ramboll-2021 §6.13`, or the whole of it: `ramboll-2021`.
public struct SourceReference: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var source: Source.ID
  /// The section as the source numbers or names it, without the §; empty for the whole source.
  public var place: String

  public init(source: Source.ID, place: String = "") {
    self.source = source
    self.place = place
  }

  /// Reads `id` or `id §place`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "§", maxSplits: 1, omittingEmptySubsequences: false)
    let id = parts.first.map { String($0).withoutOuterBlanks } ?? ""
    guard !id.isEmpty else { return nil }
    self.init(source: Source.ID(id), place: parts.count > 1 ? String(parts[1]).withoutOuterBlanks : "")
  }

  public var description: String {
    place.isEmpty ? source.rawValue : "\(source.rawValue) §\(place)"
  }

  public static func < (first: Self, second: Self) -> Bool {
    (first.source, first.place) < (second.source, second.place)
  }
}
