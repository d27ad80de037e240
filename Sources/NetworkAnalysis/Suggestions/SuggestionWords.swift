public import Networks

/// Says why a link is suggested.
public struct SuggestionWords: Sendable {
  private let context: GapContext
  private let levels: ReachGaps

  public init(_ context: GapContext, levels: ReachGaps = ReachGaps()) {
    self.context = context
    self.levels = levels
  }

  /// A sentence with its numbers.
  public func sentence(_ reason: SuggestionReason) -> Phrase {
    switch reason {
    case .rule(let gain): sentence(gain)
    case .partners(let gain): sentence(gain)
    case .alike(let gain): sentence(gain)
    case .reach(let gain): sentence(gain)
    case .cut(let gain): sentence(gain)
    case .bridge(let gain): sentence(gain)
    }
  }

  /// What a reason rests on, each source once.
  public func sources(_ reason: SuggestionReason) -> [SourceReference] {
    let network = context.network
    var seen: Set<SourceReference> = []
    let all: [SourceReference]
    switch reason {
    case .rule(let gain):
      let ground = network.profile.expectations.first { $0.id == gain.rule }?.ground ?? []
      all = ground + gain.records.flatMap { $0.record.sources(in: network) }
    case .partners(let gain): all = gain.evidence.flatMap { $0.sources(in: network) }
    case .bridge(let gain): all = gain.bridges.flatMap { $0.sources(in: network) }
    case .alike, .reach, .cut: all = []
    }
    return all.filter { seen.insert($0).inserted }
  }

  private func sentence(_ gain: SuggestionReason.RuleGain) -> Phrase {
    let name = context.name(gain.actor)
    let rule = context.network.profile.expectations.first { $0.id == gain.rule }
    let title = Phrase { rule?.title(in: $0) ?? gain.rule.rawValue }
    var text =
      gain.isMet
      ? Phrase(
        sv: "Uppfyller regeln ”\(title.swedish)” för \(name.swedish)",
        en: "Meets the rule “\(title.english)” for \(name.english)")
      : Phrase(
        sv: "Ett steg mot regeln ”\(title.swedish)” för \(name.swedish): \(gain.heldAfter) av \(gain.neededCount)",
        en: "A step towards the rule “\(title.english)” for \(name.english): \(gain.heldAfter) of \(gain.neededCount)")
    if gain.isRenewal {
      text.swedish += ". Länken fanns men har upphört; det vore att återuppta den"
      text.english += ". The link was there but has ended; this would renew it"
    } else {
      let now = outcome(gain)
      text.swedish += " (i dag: \(now.swedish))"
      text.english += " (today: \(now.english))"
    }
    if gain.candidateCount > 1 {
      text.swedish += ". \(gain.candidateCount) möjliga motparter duger lika bra"
      text.english += ". \(gain.candidateCount) possible counterparts would do as well"
    }
    return Phrase(sv: text.swedish + ".", en: text.english + ".")
  }

  private func outcome(_ gain: SuggestionReason.RuleGain) -> Phrase {
    switch gain.outcome {
    case .partly:
      Phrase(sv: "\(gain.heldBefore) av \(gain.neededCount)", en: "\(gain.heldBefore) of \(gain.neededCount)")
    case .lost: Phrase(sv: "förlorat", en: "lost")
    case .absent: Phrase(sv: "saknas enligt källan", en: "absent according to the source")
    default: Phrase(sv: "ingen uppgift", en: "nothing recorded")
    }
  }

  private func sentence(_ gain: SuggestionReason.PartnerGain) -> Phrase {
    var names = gain.partners.map(context.name)
    let rest = gain.partnerCount - names.count
    if rest > 0 { names.append(Phrase(sv: "\(rest) till", en: "\(rest) more")) }
    let list = Phrase.list(names, limit: names.count)
    let text =
      gain.partnerCount == 1
      ? Phrase(sv: "Har en gemensam partner: \(list.swedish).", en: "Share a partner: \(list.english).")
      : Phrase(
        sv: "Har \(gain.partnerCount) gemensamma partner: \(list.swedish).",
        en: "Share \(gain.partnerCount) partners: \(list.english).")
    guard gain.usual.linked > 0 else { return text }
    let (linked, pairs) = (gain.usual.linked, gain.usual.pairs)
    return Phrase(
      sv: text.swedish + " Av par som detta, till typ och län, är \(linked) av \(pairs) länkade.",
      en: text.english + " Of pairs like this one, by kind and county, \(linked) of \(pairs) are linked.")
  }

  private func sentence(_ gain: SuggestionReason.AlikeGain) -> Phrase {
    let (name, other) = (context.name(gain.actor), context.name(gain.other))
    let list = context.list(gain.having, limit: 3)
    let counties = [gain.actor, gain.other].map { context.index.actor($0)?.county ?? "" }
    let isOwnCounty = !counties[0].isEmpty && counties[0] == counties[1]
    return Phrase(
      sv: "\(gain.having.count) av de \(gain.comparedCount) som mest liknar \(name.swedish) har länk till "
        + "\(other.swedish)\(isOwnCounty ? " eller motsvarande i sitt eget län" : ""): \(list.swedish).",
      en: "\(gain.having.count) of the \(gain.comparedCount) most like \(name.english) have a link to "
        + "\(other.english)\(isOwnCounty ? " or its like in their own county" : ""): \(list.english).")
  }

  private func sentence(_ gain: SuggestionReason.ReachGain) -> Phrase {
    let words = context.network.vocabularies
    let (from, to) = (
      Phrase { words.name(of: levels.from, in: $0).lowercased() },
      Phrase { words.name(of: levels.to, in: $0).lowercased() }
    )
    var parts: [Phrase] = []
    if gain.shortenedPairs > 0 {
      parts.append(
        Phrase(
          sv: "kortar \(gain.shortenedPairs) av \(gain.pairCount) vägar mellan \(from.swedish) och \(to.swedish), med "
            + "\(gain.savedSteps) steg sammanlagt",
          en: "shortens \(gain.shortenedPairs) of \(gain.pairCount) ways between \(from.english) and \(to.english), by "
            + "\(gain.savedSteps) steps in all"))
    }
    if gain.newPairs > 0 {
      parts.append(
        Phrase(
          sv:
            "låter \(gain.newPairs) av \(gain.pairCount) par på \(from.swedish) och \(to.swedish) nå varandra, vilket de inte gör i dag",
          en:
            "lets \(gain.newPairs) of \(gain.pairCount) pairs of \(from.english) and \(to.english) reach each other, which they do not today"
        ))
    }
    return Phrase { language in
      let text = parts.map { $0.text(in: language) }.joined(separator: language == .swedish ? " och " : " and ")
      return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
  }

  private func sentence(_ gain: SuggestionReason.CutGain) -> Phrase {
    let (list, cut) = (context.list(gain.freed, limit: 4), context.name(gain.cut))
    return Phrase(
      sv: "\(list.swedish) hänger inte längre bara på \(cut.swedish)"
        + (gain.isLast ? ", som då inte är någon sårbar punkt alls." : "."),
      en: "\(list.english) no longer \(gain.freed.count == 1 ? "hangs" : "hang") on \(cut.english) alone"
        + (gain.isLast ? ", which is then no single point of failure at all." : "."))
  }

  private func sentence(_ gain: SuggestionReason.BridgeGain) -> Phrase {
    let (list, bridge) = (context.list(gain.freed, limit: 4), Phrase.list(gain.bridges.map(words), limit: 3))
    let isOne = gain.bridges.count == 1
    return Phrase(
      sv:
        "\(list.swedish) hänger inte längre på \(isOne ? "en enda länk" : "enstaka länkar i rad"): \(bridge.swedish).",
      en: "\(list.english) no longer \(gain.freed.count == 1 ? "hangs" : "hang") on "
        + "\(isOne ? "a single link" : "single links in a row"): \(bridge.english).")
  }

  /// Who a record is about: “A – B”, or “A i B”.
  public func words(for record: RecordedLink) -> Phrase {
    let network = context.network
    switch record {
    case .tie(let tie):
      let (from, to) = (context.name(network.ties[tie].from), context.name(network.ties[tie].to))
      let kind = Phrase { network.vocabularies.name(of: network.ties[tie].kind, in: $0) }
      return Phrase(
        sv: "\(from.swedish) – \(to.swedish) (\(kind.swedish))", en: "\(from.english) – \(to.english) (\(kind.english))"
      )
    case .membership(let membership), .shared(let membership, _):
      let actor = context.name(network.memberships[membership].actor)
      let collaboration = context.name(network.memberships[membership].collaboration)
      return Phrase(
        sv: "\(actor.swedish) i \(collaboration.swedish)", en: "\(actor.english) in \(collaboration.english)")
    }
  }

  /// What was there, or is denied, between the two; empty where nothing is recorded.
  public func remark(_ suggestion: Suggestion) -> Phrase {
    func list(_ standing: RecordedLink.Standing) -> Phrase {
      .list(suggestion.records.filter { $0.standing == standing }.map { words(for: $0.record) }, limit: 3)
    }
    let (lost, absent) = (list(.lost), list(.absent))
    var (swedish, english) = ([String](), [String]())
    if !lost.swedish.isEmpty {
      swedish.append("Fanns men har upphört: \(lost.swedish).")
      english.append("Was there but has ended: \(lost.english).")
    }
    if !absent.swedish.isEmpty {
      swedish.append("En källa säger att den saknas: \(absent.swedish).")
      english.append("A source says that it is absent: \(absent.english).")
    }
    if suggestion.isLinkedOtherwise {
      swedish.append("De har redan en annan länk, som regeln inte räknar.")
      english.append("They already have another link, which the rule does not count.")
    }
    return Phrase(sv: swedish.joined(separator: " "), en: english.joined(separator: " "))
  }
}
