import Networks

/// The actors and collaborations of a foreign file under ids of ours, and who is meant by the words that its links use.
struct AdoptedActors {
  enum Subject: Hashable {
    case actor(String)
    case collaboration(String)

    var id: String {
      switch self {
      case .actor(let id), .collaboration(let id): id
      }
    }
  }

  /// Whether foreign ids are no more than places in the file.
  var idsArePlaces = false
  private var used: Set<String> = []
  private var byForeignID: [String: Subject] = [:]
  private var byName: [String: [Subject]] = [:]

  /// An id for a record: the foreign one where it can be, else one made of the name.
  ///
  /// - Returns: the id, and whether the foreign one had to be left.
  mutating func add(foreignID: String, names: [String], isActor: Bool) -> (id: String, isOther: Bool) {
    let isValid =
      !foreignID.isEmpty && !idsArePlaces && !foreignID.contains { $0 == ";" || $0 == "§" || $0.isWhitespace }
    // The same id once more is the file's fault, and is told as that; the one of the other table's must differ.
    let isOfOther = used.contains(foreignID) && byForeignID[foreignID].map { $0 == .actor(foreignID) } != isActor
    let id = isValid && !isOfOther ? foreignID : unused(names.first ?? foreignID, isActor)
    used.insert(id)
    let subject = isActor ? Subject.actor(id) : .collaboration(id)
    if !foreignID.isEmpty, byForeignID[foreignID] == nil { byForeignID[foreignID] = subject }
    for name in names where !name.isEmpty {
      let key = Spelling.folded(name)
      if !key.isEmpty, !byName[key, default: []].contains(subject) { byName[key, default: []].append(subject) }
    }
    return (id, id != foreignID && !foreignID.isEmpty && !idsArePlaces)
  }

  /// An id that nothing has, made of a name.
  private func unused(_ name: String, _ isActor: Bool) -> String {
    let slug = Spelling.slug(name)
    let base = slug.isEmpty ? (isActor ? "actor" : "collaboration") : slug
    var id = base
    var number = 2
    while used.contains(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  /// Whom a text means: the one of that id, else of that name or alias.
  func find(_ text: String) -> (subject: Subject, isAmbiguous: Bool)? {
    if let subject = byForeignID[text] { return (subject, false) }
    guard let subjects = byName[Spelling.folded(text)], let first = subjects.first else { return nil }
    return (first, subjects.count > 1)
  }
}
