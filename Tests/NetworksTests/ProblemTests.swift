import Networks
import Testing

struct ProblemTests {
  /// The names that spreadsheets give to columns.
  @Test(arguments: [
    (1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD"),
  ])
  func `cells are named as a spreadsheet names them`(column: Int, letters: String) {
    #expect(Problem.Place(file: "ties.csv", row: 12, column: column).cell == "\(letters)12")
  }

  @Test func `a place is file, row and column as far as they are known`() {
    #expect(Problem.Place(file: "ties.csv", row: 12, column: 2).description == "ties.csv:12:2")
    #expect(Problem.Place(file: "ties.csv", row: 12).description == "ties.csv:12")
    #expect(Problem.Place(file: "ties.csv").description == "ties.csv")
    #expect(Problem.Place(file: "ties.csv").cell == nil)
  }

  @Test func `the line says where, what and what to do, in either language`() {
    let problem = Problem(
      .error, .badDate, at: Problem.Place(file: "sources.csv", row: 2, column: 4, columnName: "date"),
      Phrase(sv: "Fel.", en: "Wrong."), remedy: Phrase(sv: "Rätta.", en: "Mend."))
    #expect(problem.text(in: .swedish) == "sources.csv:2:4 (D2, kolumnen “date”): Fel. Rätta.")
    #expect(problem.text(in: .english) == "sources.csv:2:4 (D2, column “date”): Wrong. Mend.")
  }
}
