extension Vocabularies {
  /// The words that every network has.
  public static let standard = Vocabularies(
    actorKinds: [
      "region": entry("region", "regioner", "region", "regions"),
      "regions": entry("regioner tillsammans", "regioner tillsammans", "regions together", "regions together"),
      "municipality": entry("kommun", "kommuner", "municipality", "municipalities"),
      "municipalities": entry(
        "kommuner tillsammans", "kommungrupper", "municipalities together", "groups of municipalities"),
      "county": entry("län", "län", "county", "counties"),
      "agency": entry("myndighet", "myndigheter", "agency", "agencies"),
      "county-administrative-board": entry(
        "länsstyrelse", "länsstyrelser", "county administrative board", "county administrative boards"),
      "government": entry(
        "regering eller riksdag", "regering och riksdag", "government or parliament", "government and parliament"),
      "ministry": entry("departement", "departement", "ministry", "ministries"),
      "university": entry("lärosäte", "lärosäten", "university", "universities"),
      "folk-high-school": entry("folkhögskola", "folkhögskolor", "folk high school", "folk high schools"),
      "school": entry("skola eller vuxenutbildning", "skolor och vuxenutbildningar", "school", "schools"),
      "education-providers": entry(
        "utbildningsanordnare", "utbildningsanordnare", "education providers", "education providers"),
      "college-network": entry("college", "college", "college network", "college networks"),
      "learning-centre": entry("lärcentrum", "lärcentrum", "learning centre", "learning centres"),
      "branch": entry("bransch", "branscher", "branch", "branches"),
      "branch-organisation": entry(
        "branschorganisation", "branschorganisationer", "branch organisation", "branch organisations"),
      "employer-organisation": entry(
        "arbetsgivarorganisation", "arbetsgivarorganisationer", "employer organisation", "employer organisations"),
      "employers": entry("näringsliv", "näringsliv", "employers", "employers"),
      "union": entry("facklig organisation", "fackliga organisationer", "union", "unions"),
      "company": entry("företag", "företag", "company", "companies"),
      "cluster": entry("kluster", "kluster", "cluster", "clusters"),
      "federation": entry("kommunalförbund", "kommunalförbund", "federation", "federations"),
      "business-support": entry(
        "företagsfrämjare", "företagsfrämjare", "business support", "business support organisations"),
      "fund": entry("fond", "fonder", "fund", "funds"),
      "association": entry("förening", "föreningar", "association", "associations"),
      "research-institute": entry(
        "forskningsinstitut", "forskningsinstitut", "research institute", "research institutes"),
      "commission": entry("delegation eller utredning", "delegationer och utredningar", "commission", "commissions"),
      "unit": entry("enhet eller nämnd", "enheter och nämnder", "unit or board", "units and boards"),
      "library": entry("bibliotek", "bibliotek", "library", "libraries"),
      "other": entry("annan aktör", "andra aktörer", "other actor", "other actors"),
    ],
    collaborationKinds: [
      "forum": entry("forum", "forum", "forum", "forums"),
      "council": entry("råd", "råd", "council", "councils"),
      "network": entry("nätverk", "nätverk", "network", "networks"),
      "working-group": entry("arbetsgrupp", "arbetsgrupper", "working group", "working groups"),
      "cooperation": entry("samarbete", "samarbeten", "cooperation", "cooperations"),
      "project": entry("projekt", "projekt", "project", "projects"),
      "programme": entry("program", "program", "programme", "programmes"),
      "agreement": entry("avtal", "avtal", "agreement", "agreements"),
      "mandate": entry("uppdrag", "uppdrag", "mandate", "mandates"),
      "grant": entry("bidrag", "bidrag", "grant", "grants"),
      "dialogue": entry("dialog", "dialoger", "dialogue", "dialogues"),
      "conference": entry("konferens", "konferenser", "conference", "conferences"),
      "steering-group": entry("styrgrupp", "styrgrupper", "steering group", "steering groups"),
      "strategy": entry("strategi", "strategier", "strategy", "strategies"),
      "joint-report": entry("gemensam rapport", "gemensamma rapporter", "joint report", "joint reports"),
      "platform": entry("plattform", "plattformar", "platform", "platforms"),
      "certification": entry("certifiering", "certifieringar", "certification", "certifications"),
      "event": entry("händelse", "händelser", "event", "events"),
      "other": entry("annan samverkan", "annan samverkan", "other collaboration", "other collaborations"),
    ],
    tieKinds: [
      "dialogue": tie("dialog", "dialogue"),
      "cooperation": tie("samarbete", "cooperation"),
      "agreement": tie("avtal", "agreement"),
      "joint-analysis": tie("gemensam analys", "joint analysis"),
      "funds": tie("finansierar", "funds", directed: true),
      "steers": tie("styr", "steers", directed: true),
      "owns": tie("äger", "owns", directed: true),
      "supports": tie("stöder", "supports", directed: true),
      "provides-data": tie("lämnar data till", "provides data to", directed: true),
      "commissions": tie("beställer av", "commissions", directed: true),
      "informs": tie("informerar", "informs", directed: true),
      "part-of": tie("är del av", "is part of", directed: true),
      "successor-of": tie("är efterträdare till", "is the successor of", directed: true),
      "coordinates": tie("samordnar", "coordinates", directed: true),
      "inspires": tie("är förebild för", "is a model for", directed: true),
      "represents": tie("företräder", "represents", directed: true),
      "employs": tie("anställer hos", "employs at", directed: true),
    ],
    levels: [.international, .national, .interregional, .regional, .subregional, .local],
    levelNames: [
      .international: Phrase(sv: "Internationell nivå", en: "International level"),
      .national: Phrase(sv: "Nationell nivå", en: "National level"),
      .interregional: Phrase(sv: "Mellanregional nivå", en: "Interregional level"),
      .regional: Phrase(sv: "Regional nivå", en: "Regional level"),
      .subregional: Phrase(sv: "Delregional nivå", en: "Subregional level"),
      .local: Phrase(sv: "Lokal nivå", en: "Local level"),
    ]
  )

  private static func entry(_ sv: String, _ svPlural: String, _ en: String, _ enPlural: String) -> Entry {
    Entry(Phrase(sv: sv, en: en), plural: Phrase(sv: svPlural, en: enPlural))
  }

  private static func tie(_ sv: String, _ en: String, directed: Bool = false) -> TieEntry {
    TieEntry(Phrase(sv: sv, en: en), isDirected: directed)
  }
}

extension VocabularyTerm where Self: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension ActorKind: ExpressibleByStringLiteral {}
extension CollaborationKind: ExpressibleByStringLiteral {}
extension TieKind: ExpressibleByStringLiteral {}
extension Level: ExpressibleByStringLiteral {}
extension FocusArea: ExpressibleByStringLiteral {}
extension NetworkActor.ID: ExpressibleByStringLiteral {}
extension Collaboration.ID: ExpressibleByStringLiteral {}
extension Source.ID: ExpressibleByStringLiteral {}
extension Expectation.ID: ExpressibleByStringLiteral {}
