import NetworkFormats
import Networks
import TestSupport
import Testing

/// Tables of text, matrices and the answers to surveys.
struct SheetTests {
  @Test func `a wish about a column comes first, and what it is not about is kept`() throws {
    let text = "Hos;Hen;Anm\nRegion A;Stad B;hej\n"
    let plain = try FormatFiles.read(text, "x.csv")
    #expect(plain.network.ties.isEmpty)
    let options = ReadingOptions(columns: ["Hos": "from", "hen": "to", "Anm": ""])
    let found = try FormatFiles.read(text, "x.csv", options)
    #expect(found.errors == [] && found.ties.first?.hasPrefix("Region A – Stad B") == true)
    #expect(found.network.ties.first?.extras["Anm"] == "hej" && found.network.ties.first?.note == "")
  }

  @Test func `matrices of marks, of weights and of who takes part in what`() throws {
    let marks = try FormatFiles.read(";A;B;C\nA;;x;\nB;x;;x\nC;;x;\n", "m.csv")
    #expect(
      marks.ties.map { $0.replacing("link", with: "").split(separator: " ").joined(separator: " ") } == [
        "A – B 1", "B – C 1",
      ])
    let weights = try FormatFiles.read(";A;B\nA;5;0,5\nB;0;0\n", "w.csv")
    #expect(weights.ties.map { $0.replacing("directed-link ", with: "") } == ["A > B 0.5"])
    #expect(weights.says("diagonal"))
    let members = try FormatFiles.read("Aktör,Rådet,Forumet\nA,1,0\nB,1,1\n", "a.csv")
    #expect(members.memberships == ["A in Rådet", "B in Forumet", "B in Rådet"])
  }

  @Test func `a text that a spreadsheet would run is written so that it does not, and read as it was`() throws {
    var network = Network()
    network.actors = [
      NetworkActor(id: "a", name: "=cmd|' /C calc'!A0", kind: .region),
      NetworkActor(id: "b", name: "@SUM(A1)", kind: .region),
      NetworkActor(id: "c", name: "-5", kind: .region),
    ]
    network.ties = [Tie(from: "a", to: "b", kind: TieKind("dialogue"), note: "+1+1")]
    for id in ["csv", "nodes-csv", "matrix-csv"] {
      let format = try #require(FormatRegistry.format(id))
      let bytes = try format.write(network).bytes
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        for cell in line.split(separator: ",") {
          let start = cell.drop { $0 == "\"" }.first.map(String.init) ?? ""
          #expect(!["=", "@", "+"].contains(start), "\(id): \(cell)")
        }
      }
      let found = try FormatFiles.read(bytes, "x.csv")
      #expect(found.network.actors.contains { $0.name == "=cmd|' /C calc'!A0" }, "\(id)")
    }
  }

  @Test func `a million columns, NULs and numbers out of range are problems with places`() throws {
    let wide = try FormatFiles.read("from,to" + String(repeating: ",x", count: 1_000_000) + "\na,b\n", "wide.csv")
    #expect(wide.errorPlaces == ["wide.csv:1"])
    let nul = try FormatFiles.read(Array("from,to\na\u{0}b,c\n".utf8), "nul.csv")
    #expect(nul.errorPlaces == ["nul.csv:2:1"])
    let far = try FormatFiles.read("namn,latitud,budget\nA,999,1e400\nB,59,12\n", "far.csv")
    #expect(far.errors == [])
    #expect(far.network.actors.first { $0.name == "A" }?.latitude == nil)
    #expect(far.network.actors.first { $0.name == "A" }?.extras.values.contains("999") == true)
  }

  // MARK: Surveys

  @Test func `what is unknown and what is absent stay apart in the answers of a survey`() throws {
    let found = try FormatFiles.read(
      "Svarande,A,B,C,D\nA,,3,0,\nB,2,,,1\nC,,,,\n", "survey.csv")
    #expect(found.errors == [])
    let ties = Dictionary(uniqueKeysWithValues: found.network.ties.map { ("\($0.from)\($0.to)", $0) })
    // Both say so: the lower grade, confirmed by both.
    #expect(ties["ab"]?.strength == "2" && ties["ab"]?.status == .active && ties["ab"]?.extras["confirmed"] == "both")
    // A says no; C did not answer.
    #expect(ties["ac"]?.status == .absent && ties["ac"]?.extras["confirmed"] == "one-other-silent")
    #expect(ties["bd"]?.status == .active && ties["bd"]?.extras["confirmed"] == "one-other-silent")
    // Nobody said anything of B and C, A and D, C and D: nothing is recorded.
    #expect(found.network.ties.count == 3)
    #expect(
      found.says("have not answered") && found.problems.contains { $0.summary.text(in: .english).contains("C, D") })
  }

  @Test func `what one affirms and the other denies is kept as two statements`() throws {
    let found = try FormatFiles.read("Respondent,A,B\nA,,2\nB,0,\n", "survey.csv")
    #expect(found.network.ties.map(\.status).sorted { $0.rawValue < $1.rawValue } == [.absent, .active])
    #expect(found.network.ties.allSatisfy { $0.extras["confirmed"] == "contradicted" })
  }

  @Test func `marks alone make the empty cells of those who answered an implied no`() throws {
    let found = try FormatFiles.read("Svarande,A,B,C\nA,,x,\nB,x,,\nC,,,\n", "marks.csv")
    let absent = found.network.ties.filter { $0.status == .absent }
    #expect(absent.count == 2 && absent.allSatisfy { $0.confidence == .implied })
    #expect(found.says("implied"))
  }

  @Test func `columns for whom the respondent names`() throws {
    let found = try FormatFiles.read(
      "Din organisation;Samverkar med 1;Samverkar med 2\nRegion A;Stad B;Forum C\nStad B;Region A;\nOm D;;\n",
      "alters.csv")
    #expect(found.errors == [])
    #expect(found.network.ties.count == 2)
    #expect(found.network.ties.contains { $0.extras["confirmed"] == "both" })
    #expect(found.says("have not answered"))
  }

  @Test func `a survey's form, filled in, comes back to the same actors`() throws {
    var network = Network()
    network.actors = [
      NetworkActor(id: "skane", name: "Region Skåne", kind: .region, level: .regional, county: "Skåne län"),
      NetworkActor(id: "malmo", name: "Malmö stad", kind: .municipality, level: .local),
      NetworkActor(id: "tvv", name: "Tillväxtverket, =1+1", kind: .agency, level: .national),
    ]
    let bytes = try SurveyForm(question: "Vem?", scale: ["nej", "ibland", "ofta"]).workbook(for: network)
    let empty = try FormatFiles.read(bytes, "form.xlsx")
    #expect(empty.errors == [] && empty.network.ties.isEmpty)
    #expect(empty.network.actors.map(\.id).sorted() == ["malmo", "skane", "tvv"])
    #expect(empty.network.actors.first { $0.id == "skane" }?.county == "Skåne län")
    #expect(
      SurveyAnswers.areUnderstood(["nej", "ibland", "ofta"]) && SurveyAnswers.areUnderstood(SurveyForm.standardScale))
    #expect(!SurveyAnswers.areUnderstood(["ofta", "nej"]) && !SurveyAnswers.areUnderstood(["0", "purpur"]))
    network.actors.append(NetworkActor(id: "again", name: "REGION SKANE", kind: .region))
    #expect(throws: SurveyForm.Failure.self) { try SurveyForm().workbook(for: network) }
    #expect(throws: SurveyForm.Failure.tooFewActors(0)) { try SurveyForm().workbook(for: Network()) }
  }
}

struct KumuWorkbookTests {
  @Test func `a workbook for Kumu has its sheets and words, and is read again`() throws {
    var network = Network()
    network.actors = [
      NetworkActor(id: "a", name: "Region A", kind: .region, level: .regional, tags: ["x", "y"], note: "Om A"),
      NetworkActor(id: "b", name: "Stad B", kind: .municipality),
    ]
    network.collaborations = [Collaboration(id: "r", name: "Rådet", kind: .project)]
    network.memberships = [Membership(actor: "a", collaboration: "r")]
    network.ties = [Tie(from: "a", to: "b", kind: TieKind("funds"), strength: "2")]
    let writing = try #require(FormatRegistry.format("kumu-xlsx")).write(network)
    let found = try FormatFiles.read(writing.bytes, "kumu.xlsx")
    #expect(found.errors == [])
    #expect(found.actors == ["Region A (region, regional)", "Stad B (municipality)"] || found.actors.count >= 2)
    #expect(found.ties.contains { $0.hasPrefix("Region A > Stad B funds 2") }, "\(found.ties)")
    #expect(found.network.actors.first { $0.name == "Region A" }?.tags == ["x", "y"])
    #expect(found.network.actors.first { $0.name == "Region A" }?.note == "Om A")
  }

  @Test func `links that stand twice are kept apart, counted and told`() throws {
    let found = try FormatFiles.read("from,to,kind\nA,B,dialogue\nB,A,dialogue\nA,B,funds\nB,A,funds\n", "twice.csv")
    #expect(found.network.ties.count == 4)
    #expect(found.says("1 links stand more than once"))
  }

  @Test func `a list with tabs is written for tsv, and a comma is no separator in it`() throws {
    var network = Network()
    network.actors = [
      NetworkActor(id: "a", name: "A, ett", kind: .region), NetworkActor(id: "b", name: "B\tett", kind: .region),
    ]
    network.ties = [Tie(from: "a", to: "b", kind: TieKind("funds"))]
    let bytes = try #require(FormatRegistry.format("tsv")).write(network).bytes
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("from\tto\tkind"))
    let found = try FormatFiles.read(bytes, "x.tsv")
    #expect(found.actors == ["A, ett", "B\tett"])
  }
}
