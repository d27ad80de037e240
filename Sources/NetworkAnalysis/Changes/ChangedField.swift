public import Networks

/// A field of a record, by its column's name.
public enum ChangedField: String, Sendable, Hashable, CaseIterable {
  case name
  case kind
  case level
  case county
  case municipality
  case partOf = "part_of"
  case collaboration
  case role
  case focus
  case strength
  case status
  case period
  case amount = "amount_sek"
  case meetings = "meetings_per_year"
  case confidence
  case englishName = "name_en"
  case aliases
  case tags
  case latitude
  case longitude
  case note
  case sources
  /// Cells of columns that the model does not know.
  case others

  public var name: Phrase {
    switch self {
    case .name: Phrase(sv: "namn", en: "name")
    case .kind: Phrase(sv: "typ", en: "kind")
    case .level: Phrase(sv: "nivå", en: "level")
    case .county: Phrase(sv: "län", en: "county")
    case .municipality: Phrase(sv: "kommun", en: "municipality")
    case .partOf: Phrase(sv: "del av", en: "part of")
    case .collaboration: Phrase(sv: "inom", en: "within")
    case .role: Phrase(sv: "roll", en: "role")
    case .focus: Phrase(sv: "fokus", en: "focus")
    case .strength: Phrase(sv: "styrka", en: "strength")
    case .status: Phrase(sv: "status", en: "status")
    case .period: Phrase(sv: "period", en: "period")
    case .amount: Phrase(sv: "belopp", en: "amount")
    case .meetings: Phrase(sv: "möten per år", en: "meetings a year")
    case .confidence: Phrase(sv: "säkerhet", en: "confidence")
    case .englishName: Phrase(sv: "engelskt namn", en: "English name")
    case .aliases: Phrase(sv: "andra namn", en: "other names")
    case .tags: Phrase(sv: "etiketter", en: "tags")
    case .latitude: Phrase(sv: "latitud", en: "latitude")
    case .longitude: Phrase(sv: "longitud", en: "longitude")
    case .note: Phrase(sv: "anmärkning", en: "note")
    case .sources: Phrase(sv: "källor", en: "sources")
    case .others: Phrase(sv: "egna kolumner", en: "own columns")
    }
  }

  /// In the order in which fields are named.
  static func place(of field: ChangedField) -> Int { allCases.firstIndex(of: field) ?? 0 }

  /// Whether it says how something is recorded, and nothing of who works with whom.
  public var isAboutTheRecord: Bool {
    switch self {
    case .name, .kind, .level, .county, .municipality, .partOf, .collaboration, .role, .focus, .strength, .status,
      .period,
      .amount, .meetings:
      false
    case .confidence, .englishName, .aliases, .tags, .latitude, .longitude, .note, .sources, .others: true
    }
  }
}

/// What stands in a field. An empty field has no value.
public enum FieldValue: Sendable, Hashable {
  case text(String)
  case texts([String])
  case number(Double)
  case actorKind(ActorKind)
  case collaborationKind(CollaborationKind)
  case tieKind(TieKind)
  case level(Level)
  case focus([FocusArea])
  case actor(NetworkActor.ID)
  case collaboration(Collaboration.ID)
  case role(Role)
  case status(Status)
  case confidence(Confidence)
  case period(Period)
  case sources([SourceReference])
  case cells([String: String])

  init?(text: String) {
    if text.isEmpty { return nil }
    self = .text(text)
  }

  init?(number: Double) {
    // Which would differ from itself.
    if number.isNaN { return nil }
    self = .number(number)
  }

  /// The order of a list says nothing.
  init?(texts: [String]) {
    if texts.isEmpty { return nil }
    self = .texts(texts.sorted())
  }
}

/// One field of a record before and after; `nil` where it was or is empty.
public struct FieldDifference: Sendable, Hashable {
  public let field: ChangedField
  public let before: FieldValue?
  public let after: FieldValue?

  var reversed: FieldDifference { FieldDifference(field: field, before: after, after: before) }
}

/// A record that can be held against another one of its kind.
protocol ComparedRecord: Sendable, Hashable {
  var sources: [SourceReference] { get }
  /// All its fields but those that say which record it is.
  var fields: [ChangedField: FieldValue] { get }
}

extension ComparedRecord {
  /// In the order of the fields.
  func differences(to other: Self) -> [FieldDifference] {
    let (own, others) = (fields, other.fields)
    return ChangedField.allCases.compactMap { field in
      own[field] == others[field] ? nil : FieldDifference(field: field, before: own[field], after: others[field])
    }
  }

  /// The same for the same record wherever its row stands.
  var orderKey: String {
    let fields = fields
    return ChangedField.allCases.map { field in fields[field].map(Self.text) ?? "" }.joined(separator: "\u{1}")
  }

  private static func text(_ value: FieldValue) -> String {
    // A dictionary has no order of its own.
    if case .cells(let cells) = value {
      return cells.sorted { $0.key < $1.key }.map { "\($0.key)\u{2}\($0.value)" }.joined(separator: "\u{3}")
    }
    return "\(value)"
  }
}

private func fields(_ note: String, _ sources: [SourceReference], _ extras: [String: String]) -> [ChangedField:
  FieldValue]
{
  var fields: [ChangedField: FieldValue] = [:]
  fields[.note] = FieldValue(text: note)
  if !sources.isEmpty { fields[.sources] = .sources(Set(sources).sorted()) }
  let cells = extras.filter { !$0.value.isEmpty }
  if !cells.isEmpty { fields[.others] = .cells(cells) }
  return fields
}

private func focus(_ areas: [FocusArea]) -> FieldValue? { areas.isEmpty ? nil : .focus(Set(areas).sorted()) }

private func period(_ period: Period) -> FieldValue? { period.isUnknown ? nil : .period(period) }

extension NetworkActor: ComparedRecord {
  var fields: [ChangedField: FieldValue] {
    var fields = NetworkAnalysis.fields(note, sources, extras)
    fields[.name] = FieldValue(text: name)
    fields[.englishName] = FieldValue(text: englishName)
    fields[.aliases] = FieldValue(texts: aliases)
    fields[.kind] = .actorKind(kind)
    fields[.level] = level.map(FieldValue.level)
    fields[.county] = FieldValue(text: county)
    fields[.municipality] = FieldValue(text: municipality)
    fields[.partOf] = partOf.map(FieldValue.actor)
    fields[.period] = NetworkAnalysis.period(period)
    fields[.latitude] = latitude.flatMap(FieldValue.init(number:))
    fields[.longitude] = longitude.flatMap(FieldValue.init(number:))
    fields[.tags] = FieldValue(texts: tags)
    return fields
  }
}

extension Collaboration: ComparedRecord {
  var fields: [ChangedField: FieldValue] {
    var fields = NetworkAnalysis.fields(note, sources, extras)
    fields[.name] = FieldValue(text: name)
    fields[.englishName] = FieldValue(text: englishName)
    fields[.aliases] = FieldValue(texts: aliases)
    fields[.kind] = .collaborationKind(kind)
    fields[.level] = level.map(FieldValue.level)
    fields[.focus] = NetworkAnalysis.focus(focus)
    fields[.period] = NetworkAnalysis.period(period)
    fields[.status] = status.map(FieldValue.status)
    fields[.amount] = amount.map { .number(Double($0)) }
    fields[.meetings] = meetingsPerYear.flatMap(FieldValue.init(number:))
    return fields
  }
}

extension Membership: ComparedRecord {
  var fields: [ChangedField: FieldValue] {
    var fields = NetworkAnalysis.fields(note, sources, extras)
    fields[.role] = .role(role)
    fields[.period] = NetworkAnalysis.period(period)
    fields[.status] = .status(status)
    fields[.confidence] = .confidence(confidence)
    return fields
  }
}

extension Tie: ComparedRecord {
  var fields: [ChangedField: FieldValue] {
    var fields = NetworkAnalysis.fields(note, sources, extras)
    fields[.kind] = .tieKind(kind)
    fields[.collaboration] = collaboration.map(FieldValue.collaboration)
    fields[.focus] = NetworkAnalysis.focus(focus)
    fields[.strength] = FieldValue(text: strength)
    fields[.period] = NetworkAnalysis.period(period)
    fields[.status] = .status(status)
    fields[.confidence] = .confidence(confidence)
    return fields
  }
}
