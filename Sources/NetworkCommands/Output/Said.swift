import Networks

/// What must be said about any answer: what it is about, and what it leaves out.
enum Said {
  /// The network's title and the date of its records.
  static func title(of network: Network, in language: Language) -> String {
    var title = network.profile.title(in: language)
    if title.isEmpty { title = Phrase(sv: "Nätverk utan titel", en: "Network without a title").text(in: language) }
    if let date = network.profile.date {
      title += Phrase(sv: ", uppgifter per \(date)", en: ", as of \(date)").text(in: language)
    }
    return title + "."
  }

  /// Refuses to answer a question about nobody, since “nothing” would look like an answer.
  static func requireActors(_ network: Network, _ language: Language) throws {
    guard network.actors.isEmpty else { return }
    throw Failure(
      in: language, sv: "Nätverket har inga aktörer att svara om. Skriv en rad för var och en i actors.csv.",
      en: "The network has no actors to answer about. Write a row for each in actors.csv.")
  }

  /// The links that were left out for their status, if there are any.
  static func leftOut(of selected: SelectedNetwork, in language: Language) -> [String] {
    leftOutList(of: selected, in: language).map { [$0 + "."] } ?? []
  }

  /// The same without a full stop, as it stands among other remarks.
  static func leftOutList(of selected: SelectedNetwork, in language: Language) -> String? {
    let counts = Status.allCases.filter { selected.leftOutByStatus[$0] != nil }
      .map { $0.counted(selected.leftOutByStatus[$0, default: 0], language) }
    if counts.isEmpty { return nil }
    let list = counts.joined(separator: ", ")
    return Phrase(sv: "Ej med: \(list)", en: "Left out: \(list)").text(in: language)
  }

  /// That not all are shown.
  static func cut(at limit: Int, in language: Language) -> String {
    Phrase(
      sv: limit == 1 ? "Bara den första visas; --top visar fler." : "De \(limit) första visas; --top visar fler.",
      en: limit == 1 ? "Only the first is shown; --top shows more." : "The first \(limit) are shown; --top shows more."
    ).text(in: language)
  }
}
