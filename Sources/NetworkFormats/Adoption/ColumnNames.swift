import Networks

/// What people call the columns of our tables, in Swedish and English, without regard to case and diacritics.
enum ColumnNames {
  /// Columns that a foreign table may have and that become part of ours: `start` and `end` make `period`, and
  /// `directed` tells which links have a direction.
  static let helpers: [Table: [String]] = [
    .actors: ["start", "end"], .collaborations: ["start", "end"], .memberships: ["start", "end"],
    .ties: ["start", "end", "directed"],
  ]

  /// The other names of a column, the surest first.
  static func synonyms(of column: String, in table: Table) -> [String] {
    foldedSpecial[table]?[column] ?? foldedGeneral[column] ?? []
  }

  private static let foldedGeneral = general.mapValues { $0.map(Spelling.folded) }
  private static let foldedSpecial = special.mapValues { $0.mapValues { $0.map(Spelling.folded) } }

  /// Columns of a survey that are about the respondent and nobody else.
  static let ofRespondents = [
    "id", "namn", "name", "titel", "roll", "role", "typ", "kind", "niva", "level", "lan", "county", "kommun", "datum",
    "date",
    "tidsstampel", "timestamp", "e post", "email", "kommentar", "comment", "starttid", "sluttid", "start time",
    "completion time", "sprak", "language",
  ]

  private static let general: [String: [String]] = [
    "id": ["id", "nod-id", "node id", "identifier", "nyckel", "key", "aktörs-id", "actor id", "identitet"],
    "name": [
      "namn", "label", "etikett", "aktör", "aktörsnamn", "actor", "organisation", "organization", "organisationsnamn",
      "node",
      "nod", "titel", "title", "benämning", "display name", "shared name",
    ],
    "name_en": ["engelskt namn", "english name", "namn engelska", "name english", "namn på engelska"],
    "aliases": [
      "alias", "andra namn", "other names", "även kallad", "förkortning", "kortnamn", "short name", "abbreviation",
      "aka",
    ],
    "kind": [
      "typ", "type", "slag", "kategori", "category", "aktörstyp", "actor type", "organisationstyp", "element type",
      "node type",
      "nodtyp", "sektor", "sector",
    ],
    "level": ["nivå", "administrativ nivå", "administrative level"],
    "county": ["län", "länsnamn"],
    "municipality": ["kommun", "kommunnamn"],
    "part_of": ["del av", "ingår i", "tillhör", "överordnad", "parent", "moderorganisation", "belongs to"],
    "period": ["tid", "tidsperiod", "år", "year", "when", "när"],
    "start": [
      "startdatum", "startår", "start date", "start year", "från och med", "fr o m", "from date", "början", "begin",
      "started",
    ],
    "end": ["slut", "slutdatum", "slutår", "end date", "end year", "till och med", "t o m", "to date", "ended"],
    "latitude": ["lat", "latitud"],
    "longitude": ["lon", "lng", "long", "longitud"],
    "tags": ["taggar", "tag", "tagg", "nyckelord", "keywords"],
    "note": [
      "anteckning", "anteckningar", "notes", "kommentar", "comment", "comments", "beskrivning", "description",
      "anmärkning",
    ],
    "sources": ["källa", "källor", "källhänvisning", "source", "reference", "references", "referens", "referenser"],
    "focus": ["fokus", "fokusområde", "fokusområden", "focus area", "focus areas", "ämne", "tema", "topic", "område"],
    "status": ["läge", "state"],
    "confidence": ["säkerhet", "tillförlitlighet", "certainty"],
    "amount_sek": ["belopp", "belopp kr", "belopp sek", "budget", "amount", "kronor"],
    "meetings_per_year": ["möten per år", "antal möten per år", "meetings"],
    "role": ["roll", "funktion", "roll i samverkan", "uppgift"],
    "actor": [
      "aktör", "medlem", "member", "organisation", "organization", "deltagare", "participant", "namn", "name",
      "aktörsnamn",
    ],
    "collaboration": [
      "samverkan", "forum", "projekt", "project", "grupp", "group", "nätverk", "network", "samarbete", "event",
      "aktivitet",
      "activity", "affiliation", "råd",
    ],
  ]

  private static let special: [Table: [String: [String]]] = [
    .ties: [
      "from": [
        "från", "source", "source id", "from id", "avsändare", "sender", "aktör 1", "aktör a", "actor 1", "actor a",
        "ego",
        "nod 1", "node 1", "node a", "från aktör", "part 1", "part a", "svarande", "respondent",
      ],
      "to": [
        "till", "target", "target id", "to id", "mottagare", "receiver", "aktör 2", "aktör b", "actor 2", "actor b",
        "alter",
        "nod 2", "node 2", "node b", "till aktör", "part 2", "part b", "mål",
      ],
      "kind": [
        "typ", "type", "slag", "relation", "relationstyp", "relation type", "relationship", "länktyp", "edge type",
        "link type",
        "connection type", "interaction", "kategori", "category", "label", "etikett",
      ],
      "strength": [
        "styrka", "weight", "vikt", "value", "värde", "tyngd", "grad", "frekvens", "frequency", "antal", "count",
        "edge weight",
      ],
      "collaboration": ["samverkan", "inom", "inom samverkan", "forum", "projekt", "project", "within"],
      "sources": ["källa", "källor", "källhänvisning", "reference", "references", "referens", "referenser"],
      "directed": ["riktad", "direction", "riktning", "is directed"],
    ],
    .collaborations: [
      "name": [
        "namn", "label", "etikett", "samverkan", "forum", "projekt", "project", "titel", "title", "benämning", "event",
      ]
    ],
    .memberships: [
      "kind": [],
      "sources": ["källa", "källor", "källhänvisning", "reference", "references", "referens", "referenser"],
    ],
  ]
}
