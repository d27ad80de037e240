import Foundation
import TestSupport
import Testing

struct ExportTests {
  /// The same network under its own plan of pictures.
  private static func planned(_ lines: String...) -> [String: String] {
    TinyNetworks.river.merging([
      "network.yaml": TinyNetworks.profile + "diagrams:\n" + lines.map { "  - \($0)\n" }.joined()
    ]) { $1 }
  }

  private static let council = "{diagram: collaboration, file: radet, collaborations: [radet]}"
  private static let project =
    "{diagram: collaboration, file: projektet, title: \"Projektet | älven\", collaborations: [projektet]}"

  private func pictures(_ home: String, _ slug: String) throws -> [String] {
    try names(in: "\(home)/Exports/\(slug)")
  }

  /// Sets the date of every file to one long gone, so that those that are written again stand out.
  private func age(_ folder: String) throws {
    for name in try names(in: folder) {
      try FileManager.default.setAttributes([.modificationDate: Self.longGone], ofItemAtPath: "\(folder)/\(name)")
    }
  }

  private static let longGone = Date(timeIntervalSince1970: 1_000_000_000)

  private func written(_ folder: String) throws -> [String] {
    try names(in: folder).filter { name in
      let date = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.modificationDate] as? Date
      return date != Self.longGone
    }
  }

  @Test func `every network gets its pictures, planned or usual, and a gallery`() throws {
    try withHome(["plan": Self.planned(Self.council, Self.project)]) { tool, home in
      let answer = try tool.run("export")
      #expect(answer.status == 0 && answer.output == "", "\(answer)")
      #expect(answer.remarks.contains("alv: ") && answer.remarks.contains("plan: "))
      #expect(!answer.remarks.contains(home), "\(answer)")
      #expect(try names(in: "\(home)/Exports") == ["README.md", "alv", "plan"])
      #expect(try pictures(home, "plan") == ["projektet.svg", "radet.svg"])
      #expect(
        try pictures(home, "alv") == ["around-ostfors.svg", "around-vastfors.svg", "levels.svg", "network.svg"])
      for slug in ["alv", "plan"] {
        for name in try pictures(home, slug) {
          let picture = try text(at: "\(home)/Exports/\(slug)/\(name)")
          #expect(picture.hasPrefix("<?xml") && picture.contains("</svg>"))
        }
      }
    }
  }

  @Test func `the gallery shows each picture once, and its links lead there`() throws {
    let plan = Self.planned(Self.council, Self.project, "{diagram: around, file: lan, around_each: region}")
    try withHome(["plan": plan, "på tur #1": TinyNetworks.river]) { tool, home in
      #expect(try tool.run("export").status == 0)
      let gallery = try text(at: "\(home)/Exports/README.md")
      let links = gallery.matches(of: /href="([^"]+)"/).compactMap { String($0.output.1).removingPercentEncoding }
      let images = gallery.matches(of: /src="([^"]+)"/).compactMap { String($0.output.1).removingPercentEncoding }
      #expect(links == images)
      var expected: Set<String> = []
      for slug in ["alv", "plan", "på tur #1"] {
        for name in try pictures(home, slug) { expected.insert("\(slug)/\(name)") }
      }
      #expect(Set(links) == expected && links.count == expected.count)
      #expect(!gallery.contains("href=\"på") && !gallery.contains(" #1/"))
      // Every picture has a name for those who do not see it, and no title breaks its table.
      #expect(gallery.matches(of: /alt="[^"]+"/).count == images.count)
      for row in gallery.split(separator: "\n") where row.hasPrefix("| ") {
        #expect(row.replacing("\\|", with: "").filter { $0 == "|" }.count == 4, "\(row)")
      }
    }
  }

  @Test func `a second time nothing is drawn, and with force everything the same`() throws {
    try withHome(["plan": Self.planned(Self.council, Self.project)]) { tool, home in
      #expect(try tool.run("export").status == 0)
      let folder = "\(home)/Exports/plan"
      let before = try pictures(home, "plan").map { try bytes(at: "\(folder)/\($0)") }
      let gallery = try bytes(at: "\(home)/Exports/README.md")
      try age(folder)
      try age("\(home)/Exports/alv")
      #expect(try tool.run("export").status == 0)
      #expect(try written(folder) == [] && written("\(home)/Exports/alv") == [])
      #expect(try bytes(at: "\(home)/Exports/README.md") == gallery)

      #expect(try tool.run("export", "plan", "--force").status == 0)
      #expect(try written(folder) == ["projektet.svg", "radet.svg"] && written("\(home)/Exports/alv") == [])
      #expect(try pictures(home, "plan").map { try bytes(at: "\(folder)/\($0)") } == before)
    }
  }

  @Test(arguments: [
    ("actors.csv", ",Västfors,", ",Sydvästfors,"), ("collaborations.csv", ",Projektet,", ",Storprojektet,"),
    ("memberships.csv", "vastfors,projektet,participant", "vastfors,projektet,funder"),
    ("network.yaml", "Projektet | älven", "Projektet och älven"),
  ])
  func `a changed network redraws what changed and nothing else`(file: String, old: String, new: String) throws {
    let plan = Self.planned(Self.council, Self.project)
    try withHome(["plan": plan]) { tool, home in
      #expect(try tool.run("export").status == 0)
      for slug in ["alv", "plan"] { try age("\(home)/Exports/\(slug)") }
      let text = try #require(plan[file])
      try #require(text.contains(old))
      try TinyNetworks.write([file: text.replacing(old, with: new)], to: "\(home)/Networks/plan")
      #expect(try tool.run("export").status == 0)
      #expect(try written("\(home)/Exports/plan") == ["projektet.svg"])
      #expect(try written("\(home)/Exports/alv") == [])
    }
  }

  @Test(arguments: [
    ("actors.csv", ",regional,Hallands", ",local,Hallands"),
    ("actors.csv", ",Norrby,,", ",Norrby,North Town,"), ("collaborations.csv", ",project,", ",forum,"),
    ("collaborations.csv", ",analys,", ",validering,"), ("memberships.csv", "participant", "observer"),
    ("memberships.csv", "participant,,active,implied", "participant,2021,active,implied"),
    ("memberships.csv", "participant,,active,implied", "participant,,planned,implied"),
    ("memberships.csv", "participant,,active,implied", "participant,,active,assumed"),
    ("memberships.csv", "implied,,rapport §3;samtal", "implied,Ny anmärkning,samtal"),
    ("ties.csv", "funds,2021", "steers,2021"), ("ties.csv", "funds,2021", "funds,2019"),
    ("ties.csv", "rapport §4", "samtal"), ("ties.csv", "verket,norrby", "norrby,verket"),
    ("sources.csv", "Samtal vid", "Ett samtal vid"), ("sources.csv", ",,2022", ",Kommunen,2023"),
    ("network.yaml", "vid älven", "vid ån"), ("network.yaml", "language: sv", "language: en"),
  ])
  func `whatever has changed, what is skipped is as it would be drawn`(file: String, old: String, new: String) throws {
    try withHome { tool, home in
      #expect(try tool.run("export").status == 0)
      let text = try #require(TinyNetworks.river[file])
      try #require(text.contains(old))
      try TinyNetworks.write([file: text.replacing(old, with: new)], to: "\(home)/Networks/alv")
      let folder = "\(home)/Exports/alv"
      func drawn(_ arguments: String...) throws -> [[UInt8]] {
        #expect(try tool.run(arguments).status == 0)
        return try pictures(home, "alv").map { try bytes(at: "\(folder)/\($0)") }
      }
      let skipping = try drawn("export")
      #expect(try skipping == drawn("export", "--force"))
    }
  }

  @Test func `a picture that is no longer asked for goes, and other people's files stay`() throws {
    try withHome(["plan": Self.planned(Self.council, Self.project)]) { tool, home in
      #expect(try tool.run("export").status == 0)
      let folder = "\(home)/Exports/plan"
      let own = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"
      try TinyNetworks.write(["eget.svg": own, "anteckning.txt": "min"], to: folder)
      try TinyNetworks.write(Self.planned(Self.council), to: "\(home)/Networks/plan")
      #expect(try tool.run("export").status == 0)
      #expect(try names(in: folder) == ["anteckning.txt", "eget.svg", "radet.svg"])
      #expect(try text(at: "\(folder)/eget.svg") == own)
      #expect(try !text(at: "\(home)/Exports/README.md").contains("projektet"))
    }
  }

  @Test func `a network that wants no pictures any more loses those it had`() throws {
    try withHome(["plan": Self.planned(Self.council)]) { tool, home in
      #expect(try tool.run("export").status == 0)
      try TinyNetworks.write(["network.yaml": TinyNetworks.profile + "diagrams: []\n"], to: "\(home)/Networks/plan")
      let answer = try tool.run("export")
      #expect(answer.status == 0, "\(answer)")
      #expect(try pictures(home, "plan") == [])
      #expect(try !text(at: "\(home)/Exports/README.md").contains("plan/"))
    }
  }

  @Test(arguments: [
    ("{diagram: karta, file: a}", ["karta", "levels"]), ("{diagram: levels, file: a, page: a5}", ["a5", "a4"]),
    ("{diagram: levels, file: a, selection: {level: [natinal]}}", ["natinal", "national"]),
    ("{diagram: levels, file: a, selection: {levels: [national]}}", ["levels", "level"]),
    ("{diagram: around, file: a, around: [Verkte]}", ["Verkte", "Verket"]), ("{diagram: around, file: a}", ["around"]),
    ("{diagram: collaboration, file: a, collaborations: [radett]}", ["radett"]),
    ("{diagram: collaboration, file: a}", ["collaborations"]),
  ])
  func `a plan that cannot be carried out is said to be so, and where`(line: String, words: [String]) throws {
    for locale in ["C", "sv_SE.UTF-8"] {
      try withHome(["plan": Self.planned(Self.council, line)], locale: locale) { tool, home in
        let answer = try tool.run("export", "plan")
        #expect(answer.status == 1 && answer.output == "", "\(answer)")
        for word in words + ["plan/network.yaml", "“a”"] {
          #expect(answer.remarks.contains(word), "\(word) in \(answer)")
        }
        #expect(!exists("\(home)/Exports/plan/a.svg"))
      }
    }
  }

  @Test func `two pictures cannot have one file`() throws {
    try withHome(["plan": Self.planned(Self.council, Self.council)]) { tool, _ in
      let answer = try tool.run("export", "plan")
      #expect(answer.status == 1 && answer.remarks.contains("radet.svg"), "\(answer)")
    }
  }

  @Test func `a diagram of nothing is named`() throws {
    let plan = Self.planned("{diagram: levels, file: tom, selection: {level: [international]}}")
    try withHome(["plan": plan]) { tool, home in
      let answer = try tool.run("export")
      #expect(answer.status == 1)
      #expect(answer.remarks.contains("plan/tom.svg") && answer.remarks.contains("inget att rita"), "\(answer)")
      #expect(!answer.remarks.contains(home))
    }
  }

  @Test func `one network can be exported alone, and somewhere else`() throws {
    try withHome(["plan": Self.planned(Self.council)]) { tool, home in
      #expect(try tool.run("export", "plan").status == 0)
      #expect(try names(in: "\(home)/Exports") == ["plan"])
      #expect(try tool.run("export", "plan", "--output", "på annan plats").status == 0)
      #expect(try names(in: "\(home)/på annan plats/plan") == ["radet.svg"])
      let unknown = try tool.run("export", "plann")
      #expect(unknown.status == 1 && unknown.remarks.contains(" plan."), "\(unknown)")
    }
  }

  @Test func `without networks the user is told where to put one`() throws {
    try withTemporaryFolder { home in
      let answer = try Tool(home: home, folder: home).run("export")
      #expect(answer.status == 1 && answer.remarks.contains("Networks/"), "\(answer)")
      #expect(try names(in: home) == [])
    }
  }

  @Test func `the plan of the real networks can be carried out`() throws {
    try withTemporaryFolder { home in
      let source = URL(filePath: "\(Repository.path)/Networks")
      try FileManager.default.copyItem(at: source, to: URL(filePath: "\(home)/Networks"))
      let answer = try Tool(home: home, folder: home).run("export")
      #expect(answer.status == 0, "\(answer)")
      let made = try Set(pictures(home, "kompetensforsorjning"))
      let plan = try text(at: "\(home)/Networks/kompetensforsorjning/network.yaml")
      let files = plan.matches(of: /- \{diagram: \w+, file: ([\w-]+)/).map { String($0.output.1) }
      // Sweden has 21 regions, each with its picture.
      #expect(made.filter { $0.hasPrefix("lan-") }.count == 21)
      #expect(
        Set(files).subtracting(["lan"]) == Set(made.filter { !$0.hasPrefix("lan-") }.map { String($0.dropLast(4)) }))
      #expect(try names(in: "\(home)/Exports") == ["README.md", "kompetensforsorjning", "sverige"])
    }
  }
}
