import NetworkFiles
import Networks

/// That a link between two actors is not to be suggested, as it is kept in verdicts.csv.
struct Dismissal {
  let first: String
  let second: String
  let reason: String
  let by: String
  let date: CalendarDate?

  static let word = "not-relevant"

  /// Writes it to the network's folder, unless a verdict on the two is there already, and says what was done.
  func write(to loaded: NetworkInput.Loaded) throws -> String {
    let language = loaded.language
    let finder = NameFinder(loaded.network)
    let from = try finder.actor(first, language)
    let to = try finder.actor(second, language)
    guard from != to else {
      throw Failure(
        in: language, status: 2, sv: "“\(first)” och “\(second)” är samma aktör.",
        en: "“\(first)” and “\(second)” are the same actor.")
    }
    let names = [from, to].map { id in
      loaded.network.actors.first { $0.id == id }?.name(in: language) ?? id.rawValue
    }
    let pair = "\(names[0]) – \(names[1])"
    guard case .folder(let folder) = loaded.location else {
      throw Failure(
        in: language,
        sv:
          "Ett avfärdande sparas i verdicts.csv, så nätverket måste vara en mapp. Gör en med “samverkan convert FIL MAPP”.",
        en:
          "A dismissal is kept in verdicts.csv, so that the network must be a folder. Make one by “samverkan convert FILE FOLDER”."
      )
    }
    let path = "\(folder.path)/\(Table.verdicts.fileName)"
    let known = loaded.network.verdicts.filter { $0.from == from && $0.to == to || $0.from == to && $0.to == from }
    if let old = known.first(where: { $0.reason == reason }) ?? known.first {
      guard old.reason == reason, by.isEmpty || by == old.by, date == nil || date == old.date else {
        throw Failure(
          in: language,
          sv:
            "\(pair) är redan avfärdat i \(path), med skälet “\(old.reason)”. Inget skrevs; ändra raden där om något är nytt.",
          en:
            "\(pair) is dismissed already in \(path), for the reason “\(old.reason)”. Nothing was written; change the row there if anything is new."
        )
      }
      return Phrase(
        sv: "Finns redan i \(path): \(pair), “\(old.reason)”. Inget skrevs.",
        en: "It is in \(path) already: \(pair), “\(old.reason)”. Nothing was written."
      ).text(in: language)
    }
    var network = loaded.network
    network.verdicts.append(Verdict(from: from, to: to, verdict: Self.word, reason: reason, by: by, date: date))
    do {
      try folder.write(.verdicts, of: network)
    } catch {
      throw Failure(error, language)
    }
    return Phrase(
      sv: "Skrev i \(path): \(pair) föreslås inte igen, “\(reason)”.",
      en: "Wrote to \(path): \(pair) will not be suggested again, “\(reason)”."
    ).text(in: language)
  }
}
