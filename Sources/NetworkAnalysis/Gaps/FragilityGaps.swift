public import Graphs
public import Networks

/// What hangs on one actor, one collaboration or one link, and what hangs on nothing at all.
///
/// Rule: an island is a part of the network that no recorded way joins to the largest; an actor or a collaboration is a
/// cut point if others would be cut off from the largest part without it; a bridge is a single link with the same effect.
public struct FragilityGaps: GapQuestion {
  public static let name = "fragility"
  public static let title = Phrase(sv: "Vad som är skört", en: "What is fragile")
  public static let rule = Phrase(
    sv:
      "En ö har ingen antecknad väg till resten. En aktör är en sårbar punkt om andra skulle tappa kontakten med resten "
      + "utan den. --without visar vad som går förlorat om en viss aktör försvinner.",
    en: "An island has no recorded way to the rest. An actor is a cut point if others would lose contact with the rest "
      + "without it. --without shows what is lost if a given actor leaves.")

  public init() {}

  public func findings(in context: GapContext, work: Work) throws(CancellationError) -> [Finding] {
    try work.check()
    return cutActors(context) + islands(context)
  }

  private func cutActors(_ context: GapContext) -> [Finding] {
    let actors = context.network.actors
    let cuts = CutNodes(of: context.holding.twoMode).nodes.map { Int($0.position) }
      .filter { $0 < actors.count && context.scope.contains(actors[$0].id) }
      .map { (actor: $0, parts: Removal.Parts(without: $0, in: context)) }
      .filter { !$0.parts.cutOff.isEmpty }
    return cuts.sorted { ($1.parts.cutOff.count, $0.actor) < ($0.parts.cutOff.count, $1.actor) }.map { cut in
      let name = context.name(actors[cut.actor].id)
      let lost = cut.parts.cutOff.map { actors[$0].id }
      let list = context.list(lost, limit: 4)
      return Finding(
        question: Self.name, sort: .fragile, actors: [actors[cut.actor].id] + lost,
        summary: lost.count == 1
          ? Phrase(
            sv: "\(list.swedish) når resten bara genom \(name.swedish).",
            en: "\(list.english) reaches the rest only through \(name.english).")
          : Phrase(
            sv: "\(lost.count) aktörer når resten bara genom \(name.swedish): \(list.swedish).",
            en: "\(lost.count) actors reach the rest only through \(name.english): \(list.english)."),
        remedy: Phrase(
          sv: "En länk till från någon av dem till resten tar bort beroendet.",
          en: "One more link from one of them to the rest removes the dependence."))
    }
  }

  private func islands(_ context: GapContext) -> [Finding] {
    let actors = context.network.actors
    let components = Components(of: context.holding.twoMode)
    var members = [[Int]](repeating: [], count: components.count)
    for actor in actors.indices { members[components.componentOf[actor]].append(actor) }
    let parts = members.filter { !$0.isEmpty }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    return parts.dropFirst().filter { part in part.contains { context.scope.contains(actors[$0].id) } }.map { part in
      let ids = part.map { actors[$0].id }
      let list = context.list(ids, limit: 4)
      return Finding(
        question: Self.name, sort: .unknown, actors: ids,
        summary: ids.count == 1
          ? Phrase(sv: "\(list.swedish) har ingen antecknad länk.", en: "\(list.english) has no recorded link.")
          : Phrase(
            sv: "\(ids.count) aktörer har ingen antecknad väg till resten: \(list.swedish).",
            en: "\(ids.count) actors have no recorded way to the rest: \(list.english)."),
        remedy: Phrase(
          sv: "Fråga vilka de samverkar med, eller ta bort dem om de inte hör hit.",
          en: "Ask whom they collaborate with, or remove them if they do not belong here."))
    }
  }
}
