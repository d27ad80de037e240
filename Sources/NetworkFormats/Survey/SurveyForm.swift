public import Networks
import Spreadsheets

/// A form for asking the actors of a network whom they work with: a workbook with a row for each who answers and a column
/// for each whom the answer is about. Filled in, it is read as any survey is, and the actors keep their ids.
public struct SurveyForm: Sendable {
  public enum Failure: Error, Sendable, Hashable {
    /// There is nobody to ask about.
    case tooFewActors(Int)
    /// Two actors of one name: their answers could not be told apart.
    case sameName(String)
    /// A workbook has 16,384 columns.
    case tooManyActors(Int)
    case notWritten(String)
  }

  /// What is asked, over all columns.
  public var question: String
  /// The answers to choose from, the first of which means no.
  public var scale: [String]
  public var language: Language

  /// The answers that a form has where nobody names others: 0 is no.
  public static let standardScale = ["0", "1", "2", "3"]

  public init(question: String = "", scale: [String] = standardScale, language: Language = .swedish) {
    self.language = language
    self.question =
      question.isEmpty
      ? Phrase(
        sv: "Hur ofta har er organisation samverkat med de andra under det senaste året?",
        en: "How often has your organisation worked with the others during the last year?"
      ).text(in: language) : question
    self.scale = scale
  }

  /// The form as an `.xlsx` workbook.
  public func workbook(for network: Network) throws(Failure) -> [UInt8] {
    let actors = network.actors
    guard actors.count >= 2 else { throw .tooFewActors(actors.count) }
    guard actors.count <= 16_000 else { throw .tooManyActors(actors.count) }
    var seen: Set<String> = []
    for actor in actors where !seen.insert(Spelling.folded(actor.name(in: language))).inserted {
      throw .sameName(actor.name(in: language))
    }
    do throws(XLSXWriter.Failure) {
      return try XLSXWriter().write(WorkbookPlan(sheets: [instructions(actors.count), survey(actors), list(actors)]))
    } catch {
      throw .notWritten(error.limits.map { "\($0.reason)" }.joined(separator: "; "))
    }
  }

  private func phrase(sv: String, en: String) -> String { Phrase(sv: sv, en: en).text(in: language) }

  private func instructions(_ count: Int) -> SheetPlan {
    let last = scale.last ?? ""
    let lines = [
      question, "",
      phrase(
        sv: "På bladet “Enkät” har varje organisation en rad. Fyll i er rad: en cell för var och en av de andra.",
        en: "On the sheet “Survey” each organisation has a row. Fill in yours: a cell for each of the others."),
      phrase(
        sv:
          "Välj ur listan i cellen: \(scale.joined(separator: ", ")). \(scale.first ?? "") betyder nej, \(last) betyder mest.",
        en:
          "Choose from the list in the cell: \(scale.joined(separator: ", ")). \(scale.first ?? "") means no, \(last) means most."
      ),
      phrase(
        sv: "Lämna cellen tom om ni inte vet. En tom cell är inget nej: det som ingen svarat på är okänt.",
        en: "Leave the cell empty if you do not know. An empty cell is no “no”: what nobody answered is unknown."),
      phrase(
        sv: "Den som inte svarar alls lämnar hela sin rad tom. Gråa celler är organisationen själv.",
        en: "Who does not answer at all leaves the whole row empty. Grey cells are the organisation itself."),
      phrase(
        sv:
          "Läs in svaren: samverkan convert SVAR.xlsx MAPP. Det går att lägga till rader och kolumner för fler organisationer.",
        en:
          "Read the answers: samverkan convert ANSWERS.xlsx FOLDER. Rows and columns for more organisations can be added."
      ),
    ]
    return SheetPlan(name: WorkbookNames.instructions.text(in: language), rows: lines.map { [$0] }, hasHeader: false)
  }

  private func survey(_ actors: [NetworkActor]) -> SheetPlan {
    let names = actors.map { $0.name(in: language) }
    return SheetPlan(
      name: phrase(sv: "Enkät", en: "Survey"),
      rows: [[phrase(sv: "Svarande", en: "Respondent")] + names] + names.map { [$0] },
      numberColumns: Set(1...names.count),
      choices: [SheetPlan.Choice(columns: 1...names.count, words: scale, isClosed: true, hint: question)], emptyRows: 0,
      frozenColumns: 1, blocked: Set(names.indices.map { SheetPlan.Place(row: $0 + 1, column: $0 + 1) }),
      hasUprightHeader: true)
  }

  /// Who the names are, so that the answers come back to the same actors.
  private func list(_ actors: [NetworkActor]) -> SheetPlan {
    SheetPlan(
      name: phrase(sv: "Aktörer", en: "Actors in the survey"),
      rows: [["id", "name", "kind", "level", "county"]]
        + actors.map { [$0.id.rawValue, $0.name(in: language), $0.kind.rawValue, $0.level?.rawValue ?? "", $0.county] },
      frozenColumns: 1)
  }
}
