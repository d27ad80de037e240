import Foundation
import TestSupport

/// Networks small enough to know by heart.
enum TinyNetworks {
  static let profile = """
    title: "Nätverket vid älven"
    title_en: "The network by the river"
    language: sv
    vocabularies:
      focus_areas:
        validering: {sv: validering, en: validation}
        analys: {sv: analys, en: analysis}

    """

  /// Two councils, a tie that holds and one that has ended, and one who is alone.
  ///
  /// ```
  /// Verket ──Rådet── Östfors (2018–2019)      Ensam
  ///   │ funds (2021)      ┊ dialogue, ended
  /// Norrby ──Projektet── Västfors
  /// ```
  static let river: [String: String] = [
    "network.yaml": profile,
    "actors.csv": """
    id,name,name_en,aliases,kind,level,county,sources
    ensam,Ensam,,,association,local,,rapport §1
    norrby,Norrby,,,municipality,local,Kalmar län,rapport §1
    vastfors,Västfors,Westforce,Forsen,region,regional,Hallands län,rapport §1
    verket,Verket,The Agency,V,agency,national,,rapport §1
    ostfors,Östfors,,Forsen,region,regional,Kalmar län,rapport §1

    """,
    "collaborations.csv": """
    id,name,name_en,kind,level,focus,sources
    projektet,Projektet,The Project,project,regional,analys,rapport §2
    radet,Rådet,The Council,council,national,validering,rapport §2

    """,
    "memberships.csv": """
    actor,collaboration,role,period,status,confidence,note,sources
    norrby,projektet,coordinator,,active,stated,,rapport §3
    ostfors,radet,member,2018/2019,active,stated,"Med ""egna"" pengar, sägs det",rapport §3
    vastfors,projektet,participant,,active,implied,,rapport §3;samtal
    verket,radet,owner,,active,stated,,rapport §3.1

    """,
    "ties.csv": """
    from,to,kind,period,status,sources
    ostfors,vastfors,dialogue,,ended,samtal §slutet
    verket,norrby,funds,2021,active,rapport §4

    """,
    "sources.csv": """
    id,title,publisher,date
    rapport,Rapport om älven,Länet,2021
    samtal,Samtal vid älven,,2022

    """,
  ]

  /// With an error of each of several kinds, at places that are known: file, row and column, as a spreadsheet has them.
  static let damaged: [String: String] = river.merging([
    "memberships.csv": """
    actor,collaboration,role,period,status,confidence,note,sources
    norrby,projektet,coordinator,2019/2018,active,stated,,rapport §3
    okand,radet,member,,active,stated,,rapport §3
    verket,radet,owner,,active,stated,,

    """,
    "ties.csv": """
    from,to,kind,period,status,sources
    ostfors,vastfors,dialogue,i somras,ended,samtal
    verket,norrby,funds,2021,active,ingen-kalla

    """,
  ]) { $1 }

  static let damage = [
    "memberships.csv:2:4", "memberships.csv:3:1", "memberships.csv:4:8", "ties.csv:2:4", "ties.csv:3:6",
  ]

  static func write(_ files: [String: String], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
  }
}

/// A home with `Networks/alv` (the river) and whatever else, and a tool that is at home there.
func withHome<Result>(
  _ others: [String: [String: String]] = [:], locale: String = "C",
  _ work: (_ tool: Tool, _ home: String) throws -> Result
) throws -> Result {
  try withTemporaryFolder { home in
    for (slug, files) in others.merging(["alv": TinyNetworks.river], uniquingKeysWith: { own, _ in own }) {
      try TinyNetworks.write(files, to: "\(home)/Networks/\(slug)")
    }
    return try work(Tool(home: home, folder: home, locale: locale), home)
  }
}
