import ArgumentParser
import GraphvizRendering
import NetworkDrawing
import NetworkFiles
import Networks

/// Renders every network under `Networks/` into `Exports/`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Ritar alla nätverk under Networks/ till Exports/.", en: "Renders every network under Networks/ into Exports/."),
    discussion: say(
      sv: "Bilder vars innehåll inte har ändrats hoppas över. Exports/README.md blir ett galleri.",
      en: "Pictures whose content has not changed are skipped. Exports/README.md becomes a gallery.")
      + "\n\n" + examples("samverkan export", "samverkan export kompetensforsorjning --force"))

  @Argument(help: ArgumentHelp(say(sv: "Vilka nätverk; annars alla.", en: "Which networks; otherwise all."), valueName: say(sv: "nätverk", en: "network")))
  var networks: [String] = []

  @Option(help: ArgumentHelp(say(sv: "Mappen som bilderna skrivs till; annars Exports/.", en: "The folder that the pictures are written to; otherwise Exports/."), valueName: "folder"))
  var output: String?

  @Flag(help: ArgumentHelp(say(sv: "Rita även det som inte har ändrats.", en: "Draw what has not changed too.")))
  var force = false

  func run() async throws {
    let library = Home.library
    let slugs = networks.isEmpty ? library.slugs() : networks
    guard !slugs.isEmpty else {
      throw Failure(
        text: say(
          sv: "Det finns inga nätverk i \(library.networksPath). Lägg en mapp med actors.csv där.",
          en: "There are no networks in \(library.networksPath). Put a folder with actors.csv there."))
    }
    var chapters: [Gallery.Chapter] = []
    for slug in slugs {
      let loaded = try NetworkInput.parse([slug]).load()
      let planner = ExportPlan(loaded.network, language: loaded.language)
      let pictures = try planner.pictures()
      if pictures.isEmpty { continue }
      let folder = "\(output ?? library.exportsPath)/\(slug)"
      let outcome = try await ExportRun(folder: folder, force: force).run(pictures, named: loaded.network.profile.title)
      StandardError.print(
        Phrase(
          sv: "\(slug): \(outcome.drawn) bilder ritade, \(outcome.skipped) oförändrade, i \(folder)",
          en: "\(slug): \(outcome.drawn) pictures drawn, \(outcome.skipped) unchanged, in \(folder)"
        ).text(in: loaded.language))
      chapters.append(Gallery.Chapter(slug: slug, network: loaded.network, pictures: pictures))
    }
    if networks.isEmpty {
      do {
        try Gallery(chapters: chapters).write(to: "\(output ?? library.exportsPath)/README.md")
      } catch {
        throw Failure(error, UserLanguage.current)
      }
    }
  }
}
