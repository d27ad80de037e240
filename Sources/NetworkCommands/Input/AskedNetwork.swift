import NetworkAnalysis
import Networks

/// What a question about gaps is asked of: a selection of actors chooses whom it is about, while everybody's records stay
/// evidence; a selection of links chooses what counts.
struct AskedNetwork {
  let index: NetworkIndex
  /// `nil` for all actors.
  let scope: Set<NetworkActor.ID>?
  let during: Period.Interval?
  /// What it is about, as sentences.
  let remarks: [String]

  init(_ options: SelectionOptions, of network: Network, language: Language) throws {
    try Said.requireActors(network, language)
    let all = Set(Status.allCases)
    let selection = try options.selection(in: network, language: language, defaultStatuses: all)
    // Time is asked about record by record, because what was there before is part of the answer.
    var links = Selection.everything
    links.collaborations = selection.collaborations
    links.collaborationKinds = selection.collaborationKinds
    links.focusAreas = selection.focusAreas
    links.tieKinds = selection.tieKinds
    links.keepsMemberships = selection.keepsMemberships
    links.statuses = selection.statuses
    var asked = network
    if links.restrictsLinks || links.statuses != all { asked = links.applied(to: network).network }
    // Nobody disappears for having no link left: that is what is asked about.
    asked.actors = network.actors
    asked.collaborations = network.collaborations
    index = NetworkIndex(asked)
    during = selection.during
    var remarks = [Said.title(of: network, in: language)]
    if selection.restrictsActors {
      var actors = Selection.everything
      (actors.levels, actors.actorKinds, actors.counties) = (selection.levels, selection.actorKinds, selection.counties)
      (actors.around, actors.steps) = (selection.around, selection.steps)
      let chosen = Set(actors.applied(to: network).network.actors.map(\.id))
      guard !chosen.isEmpty else {
        throw Failure(
          in: language, sv: "Urvalet har inga aktörer. Välj något vidare.",
          en: "The selection has no actors. Choose something wider.")
      }
      scope = chosen
      remarks.append(
        Phrase(
          sv:
            "Frågorna gäller \(chosen.count) av \(network.actors.count) aktörer; alla andras uppgifter räknas som belägg.",
          en:
            "The questions are about \(chosen.count) of \(network.actors.count) actors; the records of all others count as evidence."
        ).text(in: language))
    } else {
      scope = nil
    }
    if let during = selection.during {
      remarks.append(Phrase(sv: "Tid: \(during).", en: "Time: \(during).").text(in: language))
    }
    self.remarks = remarks
  }
}
