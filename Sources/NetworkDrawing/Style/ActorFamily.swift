import Networks

/// The families that kinds of actors are drawn in: each has a shape and a colour of its own. The colours can be told
/// apart with every colour vision, and stand out from white and from their own fills as WCAG 2.2 AA asks.
enum ActorFamily: Int, CaseIterable, Hashable {
  case state
  case region
  case municipality
  case education
  case business
  case labour
  case association
  case other
  case collaboration

  init(_ kind: ActorKind) {
    self = Self.byKind[kind.rawValue] ?? .other
  }

  var look: Look {
    switch self {
    case .state: Look(shape: .deepBox, fill: Color(0xEEE8F7), stroke: Color(0x5B3A8C))
    case .region: Look(shape: .thickBox, fill: Color(0xDDEBF8), stroke: Color(0x005A9C))
    case .municipality: Look(shape: .component, fill: Color(0xDFF3EB), stroke: Color(0x00694F))
    case .education: Look(shape: .folder, fill: Color(0xFCEFD9), stroke: Color(0x8F5400))
    case .business: Look(shape: .slanted, fill: Color(0xFCE6DC), stroke: Color(0xA83C06))
    case .labour: Look(shape: .note, fill: Color(0xF8E3EE), stroke: Color(0x963268))
    case .association: Look(shape: .cylinder, fill: Color(0xE3EFF1), stroke: Color(0x2F6170))
    case .other: Look(shape: .box, fill: Color(0xF0F0F0), stroke: Color(0x555555))
    case .collaboration: Look(shape: .rounded, fill: Color(0xFFF8CC), stroke: Color(0x6B5F00))
    }
  }

  /// The shape where there is no room for text in it.
  var markShape: Look.Shape {
    switch self {
    case .state: .deepBox
    case .region: .thickBox
    case .municipality: .triangle
    case .education: .hexagon
    case .business: .octagon
    case .labour: .note
    case .association: .ellipse
    case .other: .box
    case .collaboration: .circle
    }
  }

  var name: Phrase {
    switch self {
    case .state: Phrase(sv: "Stat", en: "State")
    case .region: Phrase(sv: "Region", en: "Region")
    case .municipality: Phrase(sv: "Kommun", en: "Municipality")
    case .education: Phrase(sv: "Utbildning och forskning", en: "Education and research")
    case .business: Phrase(sv: "Näringsliv och bransch", en: "Business and branch")
    case .labour: Phrase(sv: "Arbetsmarknadens parter", en: "Social partners")
    case .association: Phrase(sv: "Förening, förbund eller fond", en: "Association, federation or fund")
    case .other: Phrase(sv: "Annan aktör", en: "Other actor")
    case .collaboration: Phrase(sv: "Samverkan", en: "Collaboration")
    }
  }

  /// For narrow headings.
  var shortName: Phrase {
    switch self {
    case .education: Phrase(sv: "Utbildning", en: "Education")
    case .business: Phrase(sv: "Näringsliv", en: "Business")
    case .labour: Phrase(sv: "Parter", en: "Partners")
    case .association: Phrase(sv: "Förbund m.m.", en: "Federations")
    case .other: Phrase(sv: "Andra", en: "Others")
    case .state, .region, .municipality, .collaboration: name
    }
  }

  private static let byKind: [String: ActorFamily] = [
    "region": .region, "regions": .region, "county": .region,
    "municipality": .municipality, "municipalities": .municipality,
    "agency": .state, "county-administrative-board": .state, "government": .state, "ministry": .state,
    "commission": .state,
    "university": .education, "folk-high-school": .education, "school": .education, "education-providers": .education,
    "college-network": .education, "learning-centre": .education, "library": .education,
    "research-institute": .education,
    "branch": .business, "branch-organisation": .business, "employers": .business, "company": .business,
    "cluster": .business, "business-support": .business,
    "employer-organisation": .labour, "union": .labour,
    "association": .association, "federation": .association, "fund": .association,
  ]
}
