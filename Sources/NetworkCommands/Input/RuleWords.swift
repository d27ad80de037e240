import Networks

/// Rules of a network by their ids.
enum RuleWords {
  static func rules(_ names: [String], of network: Network, _ language: Language) throws -> [Expectation] {
    let all = network.profile.expectations
    if all.isEmpty {
      throw Failure(
        in: language, sv: "Nätverket har inga regler. Skriv dem under “expectations” i network.yaml.",
        en: "The network has no rules. Write them under “expectations” in network.yaml.")
    }
    return try names.map { name in
      if let found = all.first(where: { $0.id.rawValue == name }) { return found }
      throw unknown(name, known: all.map(\.id.rawValue), Phrase(sv: "ingen regel", en: "no rule"), language)
    }
  }

  static func unknown(_ word: String, known: [String], _ what: Phrase, _ language: Language) -> Failure {
    let nearest = Spelling.nearest(to: word, among: known)
    let list = (nearest.isEmpty ? known : nearest).joined(separator: ", ")
    return Failure(
      in: language, status: 2,
      sv: "“\(word)” är \(what.swedish). \(nearest.isEmpty ? "Det finns" : "Närmast"): \(list).",
      en: "“\(word)” is \(what.english). \(nearest.isEmpty ? "There are" : "Nearest"): \(list).")
  }
}
