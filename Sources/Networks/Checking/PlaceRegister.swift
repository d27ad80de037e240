/// The names of Sweden's counties and municipalities, made from a network that lists its regions and municipalities.
public struct PlaceRegister: Sendable {
  public let countyNames: [String]
  public let municipalityNames: [String]
  private let counties: [String: String]
  private let municipalities: [String: String]

  public init(_ network: Network) {
    var counties: [String: String] = [:]
    var municipalities: [String: String] = [:]
    var countyNames: Set<String> = []
    var municipalityNames: Set<String> = []
    for actor in network.actors {
      let code = actor.extras["code"]
      if actor.kind == .region, !actor.county.isEmpty {
        countyNames.insert(actor.county)
        counties[Spelling.folded(actor.county)] = actor.county
        if let code { counties[Spelling.folded(code)] = actor.county }
        for name in [actor.name] + actor.aliases { counties[Spelling.folded(name)] = actor.county }
      }
      if actor.kind == .municipality, !actor.municipality.isEmpty {
        municipalityNames.insert(actor.municipality)
        municipalities[Spelling.folded(actor.municipality)] = actor.municipality
        if let code { municipalities[Spelling.folded(code)] = actor.municipality }
        for name in [actor.name] + actor.aliases { municipalities[Spelling.folded(name)] = actor.municipality }
      }
    }
    for name in countyNames {
      // “Skåne” and “Västmanland” for “Skåne län” and “Västmanlands län”.
      let short = name.hasSuffix(" län") ? String(name.dropLast(4)) : name
      for form in [short, short.hasSuffix("s") ? String(short.dropLast()) : short]
      where counties[Spelling.folded(form)] == nil {
        counties[Spelling.folded(form)] = name
      }
    }
    self.counties = counties
    self.municipalities = municipalities
    self.countyNames = countyNames.sorted()
    self.municipalityNames = municipalityNames.sorted()
  }

  /// The county's name for a name, a short form, a code or its region's name.
  public func county(_ text: String) -> String? { counties[Spelling.folded(text)] }

  /// The municipality's name for a name, an alias or a code.
  public func municipality(_ text: String) -> String? { municipalities[Spelling.folded(text)] }
}
