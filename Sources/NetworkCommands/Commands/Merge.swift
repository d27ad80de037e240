public import ArgumentParser
import NetworkFiles
public import NetworkFormats
import Networks

/// Brings networks together.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Slår ihop nätverk: vem som är samma hittas, och det som säger emot behålls.",
      en: "Brings networks together: who is the same is found, and what contradicts is kept."),
    discussion: say(
      sv: """
        Samma aktör hittas på id, namn, alias och i registret över regioner och kommuner. Det första nätverket ger \
        namnen, orden och reglerna. Med --base slås två ändringar av samma nätverk ihop cell för cell.
        """,
      en: """
        The same actor is found by id, name, alias and in the register of regions and municipalities. The first network \
        gives the names, the words and the rules. With --base, two edits of the same network merge cell by cell.
        """) + "\n\n"
      + examples(
        "samverkan merge mitt-natverk svar.xlsx -o ./ihop",
        "samverkan merge mitt-natverk gamla.xlsx -o ./ihop \\",
        "  --same \"Mälardalens universitet=Mälardalens högskola\"",
        "samverkan merge min.xlsx din.xlsx --base ursprung.xlsx -o ./ihop"))

  @Argument(
    help: ArgumentHelp(
      say(
        sv: "Nätverken, minst två: mappar, filer eller namn.",
        en: "The networks, at least two: folders, files or names."),
      valueName: say(sv: "nätverk", en: "network")))
  var networks: [String]

  @OptionGroup var out: OutputOptions

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Två som är samma: \"A=B\" (kan upprepas); B blir alias.",
        en: "Two that are the same: \"A=B\" (repeatable); B becomes an alias."),
      valueName: "A=B"))
  var same: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Två som inte är samma: \"A=B\" (kan upprepas); sparas i verdicts.csv.",
        en: "Two that are not the same: \"A=B\" (repeatable); kept in verdicts.csv."), valueName: "A=B"))
  var different: [String] = []

  @Option(
    help: ArgumentHelp(
      say(sv: "Vem som bestämt det, med --different.", en: "Who decided it, with --different."),
      valueName: say(sv: "vem", en: "who")))
  var by = ""

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Det som båda ändrade från: slå ihop två ändringar av det.",
        en: "What both were changed from: merge two edits of it."),
      valueName: say(sv: "nätverk", en: "network")))
  var base: String?

  @Option(
    help: ArgumentHelp(
      say(sv: "Vilken sida som gäller i konflikter, med --base.", en: "Which side holds in conflicts, with --base."),
      valueName: "ours|theirs"))
  var prefer: ThreeWayMerge.Side?

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Vilken sida som gäller i en cell, med --base (kan upprepas).",
        en: "Which side holds in one cell, with --base (repeatable)."),
      valueName: "actors/id/level=theirs"))
  var cell: [String] = []

  @OptionGroup var answer: LanguageOption

  func validate() throws {
    if networks.count < 2 {
      throw ValidationError(say(sv: "Ange minst två nätverk.", en: "Name at least two networks."))
    }
    if base != nil, networks.count != 2 {
      throw ValidationError(
        say(sv: "Med --base slås exakt två nätverk ihop.", en: "With --base exactly two networks are merged."))
    }
    if base == nil, prefer != nil || !cell.isEmpty {
      throw ValidationError(
        say(sv: "--prefer och --cell hör till --base.", en: "--prefer and --cell belong to --base."))
    }
  }

  func run() throws {
    let arguments = answer.language.map { ["--language", $0.rawValue] } ?? []
    func load(_ network: String) throws -> NetworkInput.Loaded { try NetworkInput.parse([network] + arguments).load() }
    let loaded = try networks.map(load)
    let language = loaded[0].language
    let target = try ConversionTarget(out.output, language: language)
    try target.check(out.overwriting, language)
    let merged: Import
    if let base {
      merged = try mergeThreeWays(try load(base).network, loaded, language)
    } else {
      merged = try mergeTwoWays(loaded, language)
    }
    let errors = merged.problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw Failure(text: errors.prefix(20).map { $0.text(in: language) }.joined(separator: "\n"))
    }
    for loss in try target.losses(of: merged.network, language) {
      StandardError.print("\(target.name): \(loss.summary.text(in: language)).")
    }
    do {
      try target.write(merged.network)
    } catch {
      throw Failure(error, language)
    }
    let network = merged.network
    let contents = [Phrase.actors(network.actors.count), .collaborations(network.collaborations.count)].map {
      $0.text(in: language)
    }
    let links = Phrase(sv: "\(network.linkCount) länkar", en: "\(network.linkCount) links").text(in: language)
    print(
      Phrase(
        sv: "Skrev \(out.output): \((contents + [links]).joined(separator: ", ")).",
        en: "Wrote \(out.output): \((contents + [links]).joined(separator: ", "))."
      ).text(in: language))
  }

  // MARK: Two ways

  private func mergeTwoWays(_ loaded: [NetworkInput.Loaded], _ language: Language) throws -> Import {
    let decisions = NetworkMerge.Decisions(
      same: try same.map { try Self.pair($0, "--same", language) },
      different: try different.map { try Self.pair($0, "--different", language) },
      by: by)
    let folder = Home.library.folder("sverige")
    let register = folder.isNetwork ? try? folder.read().network : nil
    var result = Import(network: loaded[0].network, problems: [], origins: Origins())
    var unknown = Set((same + different).flatMap { $0.split(separator: "=").map { String($0).withoutOuterBlanks } })
    for (number, other) in loaded.enumerated().dropFirst() {
      let merge = NetworkMerge(result.network, other.network, register: register, decisions: decisions)
      unknown.formIntersection(merge.unknownNames)
      tell(merge, networks[number], language)
      result = merge.result
      if number == loaded.count - 1 { tellOffers(merge.offers, language) }
    }
    guard unknown.isEmpty else {
      let list = unknown.sorted().map { "“\($0)”" }.joined(separator: ", ")
      throw Failure(
        in: language, sv: "Ingen i nätverken heter \(list) (--same, --different). Inget skrevs.",
        en: "Nobody in the networks is called \(list) (--same, --different). Nothing was written.")
    }
    return result
  }

  private static func pair(_ text: String, _ option: String, _ language: Language) throws -> [String] {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map { String($0).withoutOuterBlanks }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw Failure(
        in: language, status: 2,
        sv: "\(option) “\(text)”: skriv två namn eller id med likhetstecken emellan: \(option) \"A=B\".",
        en: "\(option) “\(text)”: write two names or ids with an equals sign between: \(option) \"A=B\".")
    }
    return parts
  }

  /// What was matched how, what was not, and what contradicts.
  private func tell(_ merge: NetworkMerge, _ name: String, _ language: Language) {
    func line(_ sv: String, _ en: String) { print(Phrase(sv: sv, en: en).text(in: language)) }
    let counts = NetworkMerge.Reason.allCases.compactMap { reason -> Phrase? in
      let count = merge.matches.count { $0.reason == reason }
      guard count > 0 else { return nil }
      switch reason {
      case .decision: return Phrase(sv: "\(count) för att du sagt det", en: "\(count) because you said so")
      case .id: return Phrase(sv: "\(count) på id", en: "\(count) by id")
      case .name: return Phrase(sv: "\(count) på namn", en: "\(count) by name")
      case .alias: return Phrase(sv: "\(count) på alias", en: "\(count) by alias")
      case .register: return Phrase(sv: "\(count) i registret", en: "\(count) in the register")
      }
    }.map { $0.text(in: language) }
    let how = counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"
    let matched = merge.matches.count { $0.reason != .decision }
    line(
      "\(name): \(matched) är samma som i det första\(how), \(merge.newCount) är nya.",
      "\(name): \(matched) are the same as in the first\(how), \(merge.newCount) are new.")
    for match in merge.matches where match.reason != .id && match.firstID != match.secondID {
      line(
        "  \(match.secondID) → \(match.firstID) (\(match.name))",
        "  \(match.secondID) → \(match.firstID) (\(match.name))")
    }
    for (table, from, to) in merge.renamed {
      line(
        "  \(table.fileName): \(from) var en annans id och blev \(to)",
        "  \(table.fileName): \(from) was another's id and became \(to)")
    }
    guard !merge.contradictions.isEmpty else { return }
    let differing = Phrase.counted(
      merge.contradictions.count, sv: "uppgift", "uppgifter", en: "statement", "statements")
    line("\(differing.swedish) skiljer sig; båda är kvar:", "\(differing.english): both are kept, for they differ:")
    for item in merge.contradictions.prefix(50) {
      print("  \(item.table.fileName), \(item.subject), \(item.column): “\(item.first)” / “\(item.second)”")
    }
    if merge.contradictions.count > 50 {
      line("  … och \(merge.contradictions.count - 50) till", "  … and \(merge.contradictions.count - 50) more")
    }
  }

  private func tellOffers(_ offers: [NetworkMerge.Offer], _ language: Language) {
    guard !offers.isEmpty else { return }
    print(
      Phrase(
        sv: "\(offers.count) par kan vara samma under två namn. Bestäm, och kör om med --force:",
        en: "\(offers.count) pairs may be the same under two names. Decide, and run again with --force:"
      ).text(in: language))
    for offer in offers.prefix(30) {
      print("  “\(offer.firstName)” = “\(offer.secondName)”? (\(offer.why.text(in: language)))")
      print("    --same \"\(offer.firstID)=\(offer.secondID)\"   --different \"\(offer.firstID)=\(offer.secondID)\"")
    }
    if offers.count > 30 {
      print(Phrase(sv: "  … och \(offers.count - 30) till", en: "  … and \(offers.count - 30) more").text(in: language))
    }
  }

  // MARK: Three ways

  private func mergeThreeWays(_ base: Network, _ loaded: [NetworkInput.Loaded], _ language: Language) throws -> Import {
    var decisions: [String: ThreeWayMerge.Side] = [:]
    for text in cell {
      guard let mark = text.lastIndex(of: "="),
        let side = ThreeWayMerge.Side(rawValue: String(text[text.index(after: mark)...]))
      else {
        throw Failure(
          in: language, status: 2,
          sv: "--cell “\(text)”: skriv cellen som konflikten heter, likhetstecken och ours eller theirs.",
          en: "--cell “\(text)”: write the cell as the conflict is called, an equals sign, and ours or theirs.")
      }
      decisions[String(text[..<mark])] = side
    }
    let merge = ThreeWayMerge(
      base: base, ours: loaded[0].network, theirs: loaded[1].network, preferred: prefer, decisions: decisions)
    guard merge.conflicts.isEmpty else {
      var lines = [
        Phrase(
          sv: "\(merge.conflicts.count) celler är ändrade på olika sätt. Inget skrevs.",
          en: "\(merge.conflicts.count) cells were changed in different ways. Nothing was written."
        ).text(in: language)
      ]
      for conflict in merge.conflicts {
        lines.append(
          "  \(conflict.name): “\(conflict.base)” → “\(conflict.ours)” (ours) / “\(conflict.theirs)” (theirs)")
      }
      lines.append(
        Phrase(
          sv:
            "Välj för alla med --prefer ours|theirs, eller för en cell i taget: --cell \"\(merge.conflicts[0].name)=theirs\".",
          en:
            "Choose for all by --prefer ours|theirs, or for one cell at a time: --cell \"\(merge.conflicts[0].name)=theirs\"."
        ).text(in: language))
      throw Failure(text: lines.joined(separator: "\n"))
    }
    print(
      Phrase(
        sv: "Inga konflikter; \(merge.takenCount) ändringar kom från \(networks[1]).",
        en: "No conflicts; \(merge.takenCount) changes came from \(networks[1])."
      ).text(in: language))
    return merge.result
  }
}

extension ThreeWayMerge.Side: ExpressibleByArgument {}
