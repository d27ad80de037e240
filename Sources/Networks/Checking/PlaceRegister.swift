/// The names of Sweden's counties and municipalities, made from a network that lists its regions and municipalities.
public struct PlaceRegister: Sendable {
  public let countyNames: [String]
  public let municipalityNames: [String]
  private let counties: Names
  private let municipalities: Names

  /// Finds a name by what people write for it: as it is spelled, else without regard to case and diacritics (“Habo”
  /// and “Håbo” are two municipalities).
  private struct Names {
    private var spelled: [String: String] = [:]
    private var folded: [String: String] = [:]

    mutating func add(_ texts: [String], for name: String) {
      for text in texts where !text.isEmpty {
        spelled[text.lowercased()] = name
        folded[Spelling.folded(text)] = name
      }
    }

    subscript(text: String) -> String? { spelled[text.lowercased()] ?? folded[Spelling.folded(text)] }
  }

  public init(_ network: Network) {
    var counties = Names()
    var municipalities = Names()
    var countyNames: Set<String> = []
    var municipalityNames: Set<String> = []
    for actor in network.actors {
      let texts = [actor.extras["code"] ?? "", actor.name] + actor.aliases
      if actor.kind == .region, !actor.county.isEmpty {
        countyNames.insert(actor.county)
        counties.add([actor.county] + texts, for: actor.county)
      }
      if actor.kind == .municipality, !actor.municipality.isEmpty {
        municipalityNames.insert(actor.municipality)
        municipalities.add([actor.municipality] + texts, for: actor.municipality)
      }
    }
    for name in countyNames {
      // “Skåne” and “Västmanland” for “Skåne län” and “Västmanlands län”.
      let short = name.hasSuffix(" län") ? String(name.dropLast(4)) : name
      for form in [short, short.hasSuffix("s") ? String(short.dropLast()) : short] where counties[form] == nil {
        counties.add([form], for: name)
      }
    }
    self.counties = counties
    self.municipalities = municipalities
    self.countyNames = countyNames.sorted()
    self.municipalityNames = municipalityNames.sorted()
  }

  /// The county's name for a name, a short form, a code or its region's name.
  public func county(_ text: String) -> String? { counties[text] }

  /// Whether the text is a county's or municipality's code and not a name.
  static func isCode(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) } }

  /// The municipality's name for a name, an alias or a code.
  public func municipality(_ text: String) -> String? { municipalities[text] }
}
