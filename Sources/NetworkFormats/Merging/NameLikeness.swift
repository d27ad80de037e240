import Networks

/// Finds records that may be the same under several names: same kind, and the same words but for those that say what sort
/// of organisation it is (“Mälardalens högskola” and “Mälardalens universitet”), or a slip of the pen apart.
enum NameLikeness {
  /// Words that say what something is and not which, folded.
  private static let general: Set<String> = [
    "hogskola", "hogskolan", "universitet", "universitetet", "kommun", "kommunen", "stad", "region", "regionen",
    "landsting",
    "landstinget", "lan", "lans", "ab", "aktiebolag", "forbund", "forbundet", "kommunforbund", "kommunalforbund", "i",
    "och",
    "for", "av", "pa", "the", "of", "university", "college", "municipality", "county", "regionforbund",
    "regionforbundet",
    "naringsliv", "foretag", "sverige", "swedish", "svenska", "svensk", "myndigheten", "styrelsen", "radet",
    "projektet",
    "projekt", "forum", "natverk", "natverket", "city", "agency", "council",
  ]

  /// How many records may share words before they say nothing.
  private static let shareLimit = 4

  static func offers(in network: Network, different: (Table, String, String) -> Bool) -> [NetworkMerge.Offer] {
    let actors = network.actors.map {
      Record(id: $0.id.rawValue, name: $0.name, kind: $0.kind.rawValue, county: $0.county, isPart: $0.partOf != nil)
    }
    let collaborations = network.collaborations.map {
      Record(id: $0.id.rawValue, name: $0.name, kind: $0.kind.rawValue, county: "", isPart: false)
    }
    return offers(.actors, actors, different) + offers(.collaborations, collaborations, different)
  }

  private struct Record {
    var id: String
    var name: String
    var kind: String
    var county: String
    var isPart: Bool

    /// The words that tell which it is.
    var core: [String] {
      Spelling.folded(name).split(separator: " ").map(String.init).filter { !NameLikeness.general.contains($0) }
    }
  }

  private static func offers(
    _ table: Table, _ records: [Record], _ different: (Table, String, String) -> Bool
  ) -> [NetworkMerge.Offer] {
    var byCore: [[String]: [Int]] = [:]
    for (place, record) in records.enumerated() {
      let core = record.core.sorted()
      // Without any word of its own, or with a single short one, a name says too little.
      if core.contains(where: { $0.count >= 4 }) { byCore[core, default: []].append(place) }
    }
    var offers: [NetworkMerge.Offer] = []
    func offer(_ one: Int, _ two: Int, _ why: Phrase) {
      let (first, second) = (records[one], records[two])
      guard first.kind == second.kind || first.kind == "other" || second.kind == "other",
        first.county.isEmpty || second.county.isEmpty || first.county == second.county,
        !different(table, first.id, second.id)
      else { return }
      offers.append(
        NetworkMerge.Offer(
          table: table, firstID: first.id, firstName: first.name, secondID: second.id, secondName: second.name, why: why
        ))
    }
    for places in byCore.values.sorted(by: { $0[0] < $1[0] }) where places.count > 1 && places.count <= shareLimit {
      for (number, one) in places.enumerated() {
        for two in places.dropFirst(number + 1) {
          offer(one, two, Phrase(sv: "samma egna ord i namnet", en: "the same words of their own in the name"))
        }
      }
    }
    offers += slips(table, records, byCore, different)
    return offers
  }

  /// Long names that a letter or two apart, found among those that begin alike.
  private static func slips(
    _ table: Table, _ records: [Record], _ byCore: [[String]: [Int]], _ different: (Table, String, String) -> Bool
  ) -> [NetworkMerge.Offer] {
    var byStart: [String: [Int]] = [:]
    let folded = records.map { Spelling.folded($0.name) }
    for (place, name) in folded.enumerated() where name.utf8.count >= 10 {
      byStart[String(name.prefix(5)) + records[place].kind, default: []].append(place)
    }
    var offers: [NetworkMerge.Offer] = []
    for places in byStart.values.sorted(by: { $0[0] < $1[0] }) where places.count > 1 && places.count <= 60 {
      for (number, one) in places.enumerated() {
        for two in places.dropFirst(number + 1) where records[one].core.sorted() != records[two].core.sorted() {
          // Names that differ in a number are two of a series.
          guard folded[one].filter(\.isNumber) == folded[two].filter(\.isNumber),
            Spelling.distance(Array(folded[one].utf8), Array(folded[two].utf8), atMost: 1) != nil,
            records[one].county.isEmpty || records[two].county.isEmpty || records[one].county == records[two].county,
            !different(table, records[one].id, records[two].id)
          else { continue }
          offers.append(
            NetworkMerge.Offer(
              table: table, firstID: records[one].id, firstName: records[one].name, secondID: records[two].id,
              secondName: records[two].name, why: Phrase(sv: "en bokstav skiljer", en: "a letter apart")))
        }
      }
    }
    return offers
  }
}
