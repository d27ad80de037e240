/// Finds actors and collaborations by id, name or alias, without regard to case and diacritics.
public struct NameFinder: Sendable {
  /// What a name was found to mean.
  public enum Subject: Sendable, Hashable {
    case actor(NetworkActor.ID)
    case collaboration(Collaboration.ID)
  }

  /// Nothing, or more than one thing, answers to a name.
  public enum Failure: Error, Sendable, Hashable {
    /// With the nearest names there are.
    case unknown(String, nearest: [String])
    /// With the ids of all that answer to it.
    case ambiguous(String, ids: [String])

    public var message: Phrase {
      switch self {
      case .unknown(let name, let nearest) where nearest.isEmpty:
        Phrase(
          sv: "Ingen aktör eller samverkan heter “\(name)”.", en: "No actor or collaboration is called “\(name)”.")
      case .unknown(let name, let nearest):
        Phrase(
          sv: "Ingen aktör eller samverkan heter “\(name)”. Närmast: \(nearest.joined(separator: ", ")).",
          en: "No actor or collaboration is called “\(name)”. Nearest: \(nearest.joined(separator: ", ")).")
      case .ambiguous(let name, let ids):
        Phrase(
          sv: "Flera heter “\(name)”. Skriv id:t för den som menas: \(ids.joined(separator: ", ")).",
          en: "Several are called “\(name)”. Write the id of the one that is meant: \(ids.joined(separator: ", ")).")
      }
    }
  }

  private let ids: [String: [Subject]]
  private let names: [String: [Subject]]
  private let aliases: [String: [Subject]]
  /// By name or alias in lower case, as it is spelled.
  private let spelled: [String: Set<Subject>]
  private let allNames: [(text: String, subject: Subject)]

  /// - Complexity: linear in the number of names.
  public init(_ network: Network) {
    var ids: [String: [Subject]] = [:]
    var names: [String: [Subject]] = [:]
    var aliases: [String: [Subject]] = [:]
    var spelled: [String: Set<Subject>] = [:]
    var allNames: [(text: String, subject: Subject)] = []
    func add(_ subject: Subject, id: String, name: String, english: String, others: [String]) {
      if !ids[Spelling.folded(id), default: []].contains(subject) {
        ids[Spelling.folded(id), default: []].append(subject)
      }
      for (text, isOwn) in [(name, true), (english, true)] + others.map({ ($0, false) }) where !text.isEmpty {
        allNames.append((text, subject))
        spelled[text.lowercased(), default: []].insert(subject)
        let key = Spelling.folded(text)
        if isOwn {
          if !names[key, default: []].contains(subject) { names[key, default: []].append(subject) }
        } else if !aliases[key, default: []].contains(subject) {
          aliases[key, default: []].append(subject)
        }
      }
    }
    for actor in network.actors {
      add(.actor(actor.id), id: actor.id.rawValue, name: actor.name, english: actor.englishName, others: actor.aliases)
    }
    for collaboration in network.collaborations {
      add(
        .collaboration(collaboration.id), id: collaboration.id.rawValue, name: collaboration.name,
        english: collaboration.englishName, others: collaboration.aliases)
    }
    self.ids = ids
    self.names = names
    self.aliases = aliases
    self.spelled = spelled
    self.allNames = allNames
  }

  /// What the text means: an id before a name, a name before an alias.
  public func find(_ text: String) throws(Failure) -> Subject {
    try find(text) { _ in true }
  }

  public func findActor(_ text: String) throws(Failure) -> NetworkActor.ID {
    let found = try find(text) { if case .actor = $0 { true } else { false } }
    guard case .actor(let id) = found else { throw .unknown(text, nearest: []) }
    return id
  }

  public func findCollaboration(_ text: String) throws(Failure) -> Collaboration.ID {
    let found = try find(text) { if case .collaboration = $0 { true } else { false } }
    guard case .collaboration(let id) = found else { throw .unknown(text, nearest: []) }
    return id
  }

  private func find(_ text: String, where isWanted: @escaping (Subject) -> Bool) throws(Failure) -> Subject {
    let key = Spelling.folded(text)
    if let exact = ids[key, default: []].first(where: { Self.id($0) == text && isWanted($0) }) { return exact }
    for known in [ids, names, aliases] {
      let subjects = known[key, default: []].filter(isWanted)
      if subjects.count == 1 { return subjects[0] }
      // “Habo kommun” and “Håbo kommun” are two.
      let exact = subjects.filter { spelled[text.lowercased(), default: []].contains($0) }
      if exact.count == 1 { return exact[0] }
      if subjects.count > 1 { throw .ambiguous(text, ids: subjects.map(Self.id)) }
    }
    let candidates = allNames.lazy.filter { isWanted($0.subject) }.map(\.text)
    throw .unknown(text, nearest: Spelling.nearest(to: text, among: candidates, count: 5))
  }

  private static func id(_ subject: Subject) -> String {
    switch subject {
    case .actor(let id): id.rawValue
    case .collaboration(let id): id.rawValue
    }
  }
}
