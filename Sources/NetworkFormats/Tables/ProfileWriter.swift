import Networks
import Yams

/// Writes a profile as `network.yaml`. Keys of the old text that the reader does not know are carried over.
struct ProfileWriter {
  func text(of profile: NetworkProfile) -> String {
    var pairs: [(Node, Node)] = []
    func add(_ key: String, _ value: String) {
      if !value.isEmpty { pairs.append((Node(key), text(value))) }
    }
    add("title", profile.title)
    add("title_en", profile.englishTitle)
    pairs.append((Node("language"), Node(profile.language.rawValue)))
    add("description", profile.description)
    add("date", profile.date?.description ?? "")
    let words = vocabularies(profile.vocabularies)
    if !words.isEmpty { pairs.append((Node("vocabularies"), Node(words))) }
    if !profile.diagrams.isEmpty {
      pairs.append((Node("diagrams"), Node(profile.diagrams.map { Node(diagram($0)) })))
    }
    if !profile.expectations.isEmpty {
      pairs.append((Node("expectations"), Node(profile.expectations.map { Node(expectation($0)) })))
    }
    let known: Set<String> = [
      "title", "title_en", "language", "description", "date", "vocabularies", "diagrams", "expectations",
      // Each rule has been given what they say.
      "expectation_defaults",
    ]
    if let old = try? Yams.compose(yaml: profile.text), let mapping = old.mapping {
      for (key, value) in mapping where !known.contains(key.string ?? "") { pairs.append((key, value)) }
    }
    return (try? Yams.serialize(node: Node(pairs), width: 100, allowUnicode: true)) ?? ""
  }

  private func vocabularies(_ words: Vocabularies) -> [(Node, Node)] {
    var pairs: [(Node, Node)] = []
    func add(_ key: String, _ entries: [(Node, Node)]) {
      if !entries.isEmpty { pairs.append((Node(key), Node(entries))) }
    }
    add("actor_kinds", words.actorKinds.sorted { $0.key < $1.key }.map { (Node($0.rawValue), entry($1)) })
    add(
      "collaboration_kinds", words.collaborationKinds.sorted { $0.key < $1.key }.map { (Node($0.rawValue), entry($1)) })
    add(
      "tie_kinds",
      words.tieKinds.sorted { $0.key < $1.key }.map {
        (
          Node($0.rawValue),
          Node(names($1.name) + [(Node("directed"), Node($1.isDirected ? "true" : "false", Tag(.bool)))])
        )
      })
    add(
      "levels",
      words.levels.map {
        (Node($0.rawValue), Node(names(words.levelNames[$0] ?? Phrase(sv: $0.rawValue, en: $0.rawValue))))
      })
    add("focus_areas", words.focusAreas.sorted { $0.key < $1.key }.map { (Node($0.rawValue), Node(names($1))) })
    return pairs
  }

  private func entry(_ entry: Vocabularies.Entry) -> Node {
    Node(
      names(entry.name) + [
        (Node("sv_plural"), text(entry.plural.swedish)), (Node("en_plural"), text(entry.plural.english)),
      ])
  }

  private func names(_ phrase: Phrase) -> [(Node, Node)] {
    [(Node("sv"), text(phrase.swedish)), (Node("en"), text(phrase.english))]
  }

  private func diagram(_ planned: PlannedDiagram) -> [(Node, Node)] {
    var pairs = [(Node("diagram"), Node(planned.diagram)), (Node("file"), Node(planned.file))]
    if !planned.title.isEmpty { pairs.append((Node("title"), text(planned.title))) }
    if !planned.page.isEmpty { pairs.append((Node("page"), Node(planned.page))) }
    if !planned.around.isEmpty { pairs.append((Node("around"), list(planned.around))) }
    if let kind = planned.aroundEach { pairs.append((Node("around_each"), Node(kind.rawValue))) }
    if !planned.collaborations.isEmpty { pairs.append((Node("collaborations"), list(planned.collaborations))) }
    if !planned.selection.isEmpty {
      let options = planned.selection.sorted { $0.key < $1.key }.map { (Node($0), list($1)) }
      pairs.append((Node("selection"), Node(options)))
    }
    return pairs
  }

  func list(_ items: [String]) -> Node { Node(items.map { text($0) }) }

  /// A text that stays one: `no` and `2021` would be read as something else without quotes.
  func text(_ value: String) -> Node { Node(value, Tag(.str), .doubleQuoted) }
}
