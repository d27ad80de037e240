import ArgumentParser
import NetworkAnalysis
import Networks

/// Which two networks, or which two times of one, are compared.
struct ChangesRequest {
  let input: NetworkInput
  let other: String?
  let between: [String]
  let selection: SelectionOptions

  /// What can be said before any network is read.
  func check() throws {
    guard other != nil || !between.isEmpty else {
      throw Failure(
        status: 2,
        text: say(
          sv: "Ange ett nätverk till, eller två tider med --between 2018 2021.",
          en: "Name another network, or two times with --between 2018 2021."))
    }
    guard other == nil || between.isEmpty else {
      throw Failure(
        status: 2,
        text: say(
          sv: "Ange ett nätverk till eller --between, inte båda.",
          en: "Name another network or give --between, not both."))
    }
  }

  func changes(_ loaded: NetworkInput.Loaded) throws -> NetworkChanges {
    try check()
    if let other { return try inNetworks(loaded, other, loaded.language) }
    return try Self.changes(of: loaded.network, between: between, selection: selection, language: loaded.language)
  }

  /// Between two times of one network.
  static func changes(
    of network: Network, between: [String], selection: SelectionOptions, language: Language
  ) throws -> NetworkChanges {
    try Said.requireActors(network, language)
    let times = try ComparedTimes(between, language: language)
    guard selection.at == nil, selection.during == nil else {
      throw Failure(
        in: language, status: 2, sv: "--between säger redan vilka tider det gäller. Utelämna --at och --during.",
        en: "--between says the times already. Leave --at and --during out.")
    }
    // What has ended since then held then.
    let selected = try selection.selection(in: network, language: language, defaultStatuses: Set(Status.allCases))
      .applied(to: network).network
    return NetworkChanges(of: selected, between: times.first, and: times.last)
  }

  private func inNetworks(
    _ loaded: NetworkInput.Loaded, _ other: String, _ language: Language
  ) throws -> NetworkChanges {
    let second = try NetworkInput.parse([other, "--language", language.rawValue]).load().network
    let first = loaded.network
    let ids = (Set(first.actors.map(\.id.rawValue)), Set(second.actors.map(\.id.rawValue)))
    let forums = (Set(first.collaborations.map(\.id.rawValue)), Set(second.collaborations.map(\.id.rawValue)))
    guard first.isEmpty || second.isEmpty || !ids.0.isDisjoint(with: ids.1) || !forums.0.isDisjoint(with: forums.1)
    else {
      throw Failure(
        in: language,
        sv:
          "\(input.network) och \(other) har inget id gemensamt, så allt vore nytt. Ge samma aktörer samma id i båda.",
        en:
          "\(input.network) and \(other) share no id, so that all would be new. Give the same actors the same ids in both."
      )
    }
    // The words are understood if either network has them.
    var both = second
    both.profile.vocabularies = first.profile.vocabularies.extended(with: second.profile.vocabularies)
    both.actors += first.actors.filter { !ids.1.contains($0.id.rawValue) }
    both.collaborations += first.collaborations.filter { !forums.1.contains($0.id.rawValue) }
    both.memberships += first.memberships
    both.ties += first.ties
    let chosen = try selection.selection(in: both, language: language, defaultStatuses: Set(Status.allCases))
    let holding: Set<Status> = selection.status.isEmpty ? [.active, .planned] : chosen.statuses
    return NetworkChanges(
      from: chosen.applied(to: first).network, to: chosen.applied(to: second).network, holding: holding)
  }
}
