import ArgumentParser
import GraphvizRendering
import NetworkDrawing
import NetworkFiles
import Networks

/// Renders every network under `Networks/` into `Exports/`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Ritar alla nätverk under Networks/ till Exports/.",
      en: "Renders every network under Networks/ into Exports/."),
    discussion: say(
      sv: "Bilder vars innehåll inte har ändrats hoppas över. Exports/README.md blir ett galleri.",
      en: "Pictures whose content has not changed are skipped. Exports/README.md becomes a gallery.")
      + "\n\n" + examples("samverkan export", "samverkan export kompetensforsorjning --force"))

  @Argument(
    help: ArgumentHelp(
      say(sv: "Vilka nätverk; annars alla.", en: "Which networks; otherwise all."),
      valueName: say(sv: "nätverk", en: "network")))
  var networks: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        sv: "Mappen som bilderna skrivs till; annars Exports/.",
        en: "The folder that the pictures are written to; otherwise Exports/."),
      valueName: say(sv: "mapp", en: "folder")))
  var output: String?

  @Flag(help: ArgumentHelp(say(sv: "Rita även det som inte har ändrats.", en: "Draw what has not changed too.")))
  var force = false

  func run() async throws {
    let library = Home.library
    let slugs = networks.isEmpty ? library.slugs() : networks
    guard !slugs.isEmpty else {
      throw Failure(
        text: say(
          sv: "Det finns inga nätverk under Networks/. Lägg en mapp med actors.csv där.",
          en: "There are no networks under Networks/. Put a folder with actors.csv there."))
    }
    var chapters: [Gallery.Chapter] = []
    for slug in slugs {
      let loaded = try NetworkInput.parse([slug]).load()
      let pictures = try pictures(of: loaded.network, slug, loaded.language)
      let folder = "\(output ?? library.exportsPath)/\(slug)"
      // Pictures from before still have to go.
      if pictures.isEmpty, !Folder.exists(folder) { continue }
      let outcome = try await ExportRun(folder: folder, force: force).run(pictures, named: loaded.network.profile.title)
      StandardError.print(
        Phrase(
          sv: "\(slug): \(outcome.drawn) av \(counted(pictures.count, "bild ritad", "bilder ritade")), "
            + "\(counted(outcome.skipped, "oförändrad", "oförändrade")), i \(output ?? "Exports")/\(slug)",
          en: "\(slug): \(outcome.drawn) of \(counted(pictures.count, "picture", "pictures")) drawn, "
            + "\(outcome.skipped) unchanged, in \(output ?? "Exports")/\(slug)"
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

  private func pictures(of network: Network, _ slug: String, _ language: Language) throws -> [ExportPlan.Picture] {
    do {
      return try ExportPlan(network, language: language).pictures()
    } catch let failure as Failure {
      throw Failure(text: "Networks/\(slug)/network.yaml: \(failure.text)")
    }
  }
}
