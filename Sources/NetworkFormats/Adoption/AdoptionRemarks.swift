import Networks

/// What an adoption guessed or kept elsewhere, each sort told once with how many there are and where the first is.
struct AdoptionRemarks {
  enum Sort: Hashable {
    case kindOfActors
    case kindOfCollaborations
    case newWord(String)
    case actorFromLink
    case collaborationFromMembership
    case ambiguousName
    case otherID
    case keptElsewhere(String)
    case noDirection
    case madeSource
    case linkBetweenCollaborations
    case emptyRow
    case repeatedLink
  }

  private var counts: [Sort: Int] = [:]
  private var firsts: [Sort: (place: Problem.Place, example: String)] = [:]
  private var order: [Sort] = []

  mutating func add(_ sort: Sort, at place: Problem.Place, _ example: String = "") {
    counts[sort, default: 0] += 1
    guard firsts[sort] == nil else { return }
    firsts[sort] = (place, example)
    order.append(sort)
  }

  func count(_ sort: Sort) -> Int { counts[sort, default: 0] }

  var problems: [Problem] {
    order.compactMap { sort in firsts[sort].map { problem(sort, $0.place, $0.example, counts[sort, default: 0]) } }
  }

  private func problem(_ sort: Sort, _ place: Problem.Place, _ example: String, _ count: Int) -> Problem {
    func remark(_ code: Problem.Code, sv: String, en: String, remedySv: String, remedyEn: String) -> Problem {
      Problem(.remark, code, at: place, Phrase(sv: sv, en: en), remedy: Phrase(sv: remedySv, en: remedyEn))
    }
    switch sort {
    case .kindOfActors:
      return remark(
        .guessed, sv: "\(count) aktörer har ingen typ och blev “other”.",
        en: "\(count) actors have no kind and became “other”.",
        remedySv: "Lägg till en kolumn “kind” (typ), eller ange den med --map.",
        remedyEn: "Add a column “kind”, or name it with --map.")
    case .kindOfCollaborations:
      return remark(
        .guessed, sv: "\(count) samverkan har ingen typ och blev “other”.",
        en: "\(count) collaborations have no kind and became “other”.",
        remedySv: "Lägg till en kolumn “kind” (typ), eller ange den med --map.",
        remedyEn: "Add a column “kind”, or name it with --map.")
    case .newWord(let word):
      return remark(
        .guessed, sv: "“\(example)” är ett nytt ord i nätverket och fick id:t “\(word)”.",
        en: "“\(example)” is a new word in the network and got the id “\(word)”.",
        remedySv: "Inget, om det är rätt; annars ändra till ett av standardorden.",
        remedyEn: "Nothing, if that is right; otherwise change it to one of the standard words.")
    case .actorFromLink:
      return remark(
        .guessed, sv: "\(count) aktörer finns bara i länkarna, den första är “\(example)”; de lades till.",
        en: "\(count) actors are only in the links, the first is “\(example)”; they were added.",
        remedySv: "Kontrollera stavningen, eller lägg till dem bland aktörerna.",
        remedyEn: "Check the spelling, or add them among the actors.")
    case .collaborationFromMembership:
      return remark(
        .guessed, sv: "\(count) samverkan finns bara bland deltagandena, den första är “\(example)”; de lades till.",
        en: "\(count) collaborations are only in the memberships, the first is “\(example)”; they were added.",
        remedySv: "Inget, om det är rätt; annars kontrollera stavningen.",
        remedyEn: "Nothing, if that is right; otherwise check the spelling.")
    case .ambiguousName:
      return remark(
        .guessed, sv: "Flera heter “\(example)”; länken gick till den första (\(count) gånger).",
        en: "Several are called “\(example)”; the link went to the first (\(count) times).",
        remedySv: "Skriv id:t i länken, eller ge dem olika namn.",
        remedyEn: "Write the id in the link, or give them different names.")
    case .otherID:
      return remark(
        .keptElsewhere,
        sv: "\(count) id kan inte vara id här, det första är “\(example)”; de står kvar i en egen kolumn.",
        en: "\(count) ids cannot be ids here, the first is “\(example)”; they stay in a column of their own.",
        remedySv: "Inget behöver göras. Ett id har inga blanksteg, semikolon eller §.",
        remedyEn: "Nothing to do. An id has no blanks, semicolons or §.")
    case .keptElsewhere(let column):
      return remark(
        .keptElsewhere,
        sv:
          "\(count) celler i “\(column)” gick inte att läsa, den första är “\(example)”; de står kvar i en egen kolumn.",
        en:
          "\(count) cells of “\(column)” could not be read, the first is “\(example)”; they stay in a column of their own.",
        remedySv: "Skriv om dem i “\(column)”, eller låt dem stå.",
        remedyEn: "Write them anew in “\(column)”, or let them stay.")
    case .noDirection:
      return remark(
        .guessed, sv: "Inget säger vilka länkar som är riktade; \(count) lästes som oriktade.",
        en: "Nothing says which links have a direction; \(count) were read as undirected.",
        remedySv: "Lägg till en kolumn “directed” (riktad) med ja eller nej.",
        remedyEn: "Add a column “directed” with yes or no.")
    case .madeSource:
      return remark(
        .guessed, sv: "\(count) länkar anger ingen källa; filen själv blev deras källa.",
        en: "\(count) links name no source; the file itself became their source.",
        remedySv: "Skriv i “sources” varifrån uppgiften kommer, om du vet det.",
        remedyEn: "Write in “sources” where the statement comes from, if you know.")
    case .linkBetweenCollaborations:
      return remark(
        .leftOut, sv: "\(count) länkar går mellan två samverkan, som inte kan ha länkar, och utelämnades.",
        en: "\(count) links are between two collaborations, which cannot have links, and were left out.",
        remedySv: "Gör den ena till aktör, om den är en organisation.",
        remedyEn: "Make one of them an actor, if it is an organisation.")
    case .repeatedLink:
      return remark(
        .guessed,
        sv: "\(count) länkar står mer än en gång mellan samma två av samma slag; var och en är kvar som en egen rad.",
        en:
          "\(count) links stand more than once between the same two and of the same kind; each is kept as a row of its own.",
        remedySv: "Inget, om de är olika tillfällen; annars ta bort de överflödiga.",
        remedyEn: "Nothing, if they are different occasions; otherwise remove those too many.")
    case .emptyRow:
      return remark(
        .leftOut, sv: "\(count) rader har varken id eller namn och utelämnades.",
        en: "\(count) rows have neither id nor name and were left out.",
        remedySv: "Fyll i namnet, eller ta bort raden.", remedyEn: "Fill in the name, or remove the row.")
    }
  }
}
