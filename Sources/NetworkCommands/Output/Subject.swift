import Networks

/// What people want to know beside a number: who it is about. Actors come first, then collaborations, as in the graphs.
struct Subject {
  let id: String
  let name: String
  let level: String
  let kind: String
  let county: String

  /// Somebody of whom only the name is known.
  init(name: String) { (id, self.name, level, kind, county) = (name, name, "", "", "") }

  init(_ place: Int, in index: NetworkIndex, _ language: Language) {
    let network = index.network
    let words = network.vocabularies
    if place < network.actors.count {
      let actor = network.actors[place]
      (id, name) = (actor.id.rawValue, actor.name(in: language))
      (kind, county) = (words.name(of: actor.kind, in: language), actor.county)
      level = actor.level.map { words.name(of: $0, in: language) } ?? ""
    } else {
      let collaboration = network.collaborations[place - network.actors.count]
      (id, name) = (collaboration.id.rawValue, collaboration.name(in: language))
      (kind, county) = (words.name(of: collaboration.kind, in: language), "")
      level = collaboration.level.map { words.name(of: $0, in: language) } ?? ""
    }
  }
}
