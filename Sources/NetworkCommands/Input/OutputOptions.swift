import ArgumentParser
import NetworkFiles
import Networks

/// Where a network that a command makes is written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      say(sv: "Mappen eller filen som ska skrivas.", en: "The folder or file to write."),
      valueName: say(sv: "ut", en: "out")),
    completion: .file())
  var output: String

  @OptionGroup var overwriting: OverwriteOption
}

/// Whether a network that is there already may be written over: it is not ours to replace without a word.
struct OverwriteOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      say(sv: "Skriv över ett nätverk som finns i mappen.", en: "Overwrite a network that is in the folder.")))
  var force = false

  func check(_ folder: NetworkFolder, at path: String, _ language: Language) throws {
    guard folder.isNetwork, !force else { return }
    throw Failure(
      in: language, sv: "I \(path) finns redan ett nätverk. Välj en annan mapp, eller skriv över det med --force.",
      en: "There is a network in \(path) already. Choose another folder, or overwrite it with --force.")
  }
}
