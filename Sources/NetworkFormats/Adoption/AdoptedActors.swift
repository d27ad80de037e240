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
  private var ids = UniqueNames()
  private var byForeignID: [String: Subject] = [:]
  private var byName: [String: [Subject]] = [:]

  /// An id for a record: the foreign one where it can be, else one made of the name.
  ///
  /// - Returns: the id, and whether the foreign one had to be left.
  mutating func add(foreignID: String, names: [String], isActor: Bool) -> (id: String, isOther: Bool) {
    let isValid =
      !foreignID.isEmpty && !idsArePlaces && !foreignID.contains { $0 == ";" || $0 == "§" || $0.isWhitespace }
    // The same id once more is the file's fault, and is told as that; the one of the other table's must differ.
    let isOfOther = ids.contains(foreignID) && byForeignID[foreignID].map { $0 == .actor(foreignID) } != isActor
    let id: String
    if isValid, !isOfOther {
      id = foreignID
      ids.insert(id)
    } else {
      let slug = Spelling.slug(names.first ?? foreignID)
      id = ids.take(slug.isEmpty ? (isActor ? "actor" : "collaboration") : slug)
    }
    let subject = isActor ? Subject.actor(id) : .collaboration(id)
    if !foreignID.isEmpty, byForeignID[foreignID] == nil { byForeignID[foreignID] = subject }
    for name in names where !name.isEmpty {
      let key = Spelling.folded(name)
      // A subject's names come one after the other.
      if !key.isEmpty, byName[key]?.last != subject { byName[key, default: []].append(subject) }
    }
    return (id, id != foreignID && !foreignID.isEmpty && !idsArePlaces)
  }

  /// Whom a text means: the one of that id, else of that name or alias.
  func find(_ text: String) -> (subject: Subject, isAmbiguous: Bool)? {
    if let subject = byForeignID[text] { return (subject, false) }
    guard let subjects = byName[Spelling.folded(text)], let first = subjects.first else { return nil }
    return (first, subjects.count > 1)
  }
}
