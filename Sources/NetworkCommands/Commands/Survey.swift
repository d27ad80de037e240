import ArgumentParser
import NetworkFiles
import NetworkFormats
import Networks

/// Asking the actors themselves.
struct Survey: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      sv: "Frågar aktörerna själva: enkäter om vem som samverkar.",
      en: "Asks the actors themselves: surveys of who works with whom."),
    discussion: say(
      sv: "Svaren läses in med “samverkan convert”, och läggs till ett nätverk med “samverkan merge”.",
      en: "The answers are read by “samverkan convert”, and added to a network by “samverkan merge”.") + "\n\n"
      + examples("samverkan survey new kompetensforsorjning enkät.xlsx --kind region"),
    subcommands: [SurveyNew.self])
}

/// Writes the form of a survey.
struct SurveyNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: say(
      sv: "Skriver en enkät som en arbetsbok: en rad för var och en som svarar, en kolumn för var och en det gäller.",
      en: "Writes a survey as a workbook: a row for each who answers, a column for each whom it is about."),
    discussion: examples(
      "samverkan survey new kompetensforsorjning enkät.xlsx --kind region",
      "samverkan survey new kompetensforsorjning enkät.xlsx --county Dalarna \\",
      "  --question \"Vem planerar ni utbildning med?\" --scale nej,ibland,ofta"))

  @OptionGroup var input: NetworkInput

  @Argument(
    help: ArgumentHelp(
      say(sv: "Arbetsboken som ska skrivas (.xlsx).", en: "The workbook to write (.xlsx)."),
      valueName: say(sv: "ut", en: "out")),
    completion: .file(extensions: ["xlsx"]))
  var output: String

  @Option(
    help: ArgumentHelp(
      say(sv: "Frågan som ställs.", en: "The question that is asked."), valueName: say(sv: "text", en: "text")))
  var question = ""

  @Option(
    help: ArgumentHelp(
      say(sv: "Svaren att välja på, det första betyder nej.", en: "The answers to choose from, the first means no."),
      valueName: say(sv: "svar,svar", en: "answer,answer")))
  var scale = SurveyForm.standardScale.joined(separator: ",")

  @Flag(help: ArgumentHelp(say(sv: "Skriv över filen om den finns.", en: "Overwrite the file if it is there.")))
  var force = false

  @OptionGroup(title: say(sv: "Urval", en: "Selection")) var selection: SelectionOptions

  func run() throws {
    let loaded = try input.load()
    let language = loaded.language
    func failure(_ sv: String, _ en: String, status: Int32 = 1) -> Failure {
      Failure(in: language, status: status, sv: sv, en: en)
    }
    guard output.lowercased().hasSuffix(".xlsx") else {
      throw failure(
        "\(output): enkäten är en arbetsbok; låt namnet sluta på .xlsx.",
        "\(output): the survey is a workbook; end the name in .xlsx.", status: 2)
    }
    guard force || !Folder.fileExists(output) else {
      // Somebody may have answered in it.
      throw failure(
        "\(output) finns redan. Välj ett annat namn, eller skriv över den med --force.",
        "\(output) is there already. Choose another name, or overwrite it with --force.")
    }
    let words = scale.split(separator: ",").map { String($0).withoutOuterBlanks }.filter { !$0.isEmpty }
    guard words.count >= 2, Set(words.map(Spelling.folded)).count == words.count, SurveyAnswers.areUnderstood(words)
    else {
      throw failure(
        "--scale \(scale): minst två olika svar, det första ett nej (0, nej, aldrig), resten tal eller ord som sällan, ibland, ofta.",
        "--scale \(scale): at least two different answers, the first a no (0, no, never), the rest numbers or words such as seldom, sometimes, often.",
        status: 2)
    }
    var network = loaded.network
    if selection.isGiven {
      network = try selection.selection(in: network, language: language, defaultStatuses: Set(Status.allCases)).applied(
        to: network
      ).network
    }
    do throws(SurveyForm.Failure) {
      let bytes = try SurveyForm(question: question, scale: words, language: language).workbook(for: network)
      try write(bytes, language)
    } catch {
      switch error {
      case .tooFewActors(let count):
        throw failure(
          "Urvalet har \(count) aktörer; en enkät behöver minst två.",
          "The selection has \(count) actors; a survey needs at least two.")
      case .sameName(let name):
        throw failure(
          "Två aktörer heter “\(name)”; deras svar går inte att skilja åt. Ge den ena ett annat namn.",
          "Two actors are called “\(name)”; their answers could not be told apart. Give one another name.")
      case .tooManyActors(let count):
        throw failure(
          "\(count) aktörer är fler än ett blad har kolumner. Välj ut färre.",
          "\(count) actors are more than a sheet has columns. Select fewer.")
      case .notWritten(let text):
        throw failure("Enkäten kunde inte skrivas: \(text)", "The survey could not be written: \(text)")
      }
    }
    let count = network.actors.count
    if count > 60 {
      StandardError.print(
        Phrase(
          sv:
            "\(count) frågor till var och en är mycket att svara på; välj ut färre med --kind, --level eller --county.",
          en: "\(count) questions to each are a lot to answer; select fewer by --kind, --level or --county."
        ).text(in: language))
    }
    print(
      Phrase(
        sv: "Skrev \(output): en enkät till \(count) aktörer. Läs in svaren med “samverkan convert \(output) MAPP”.",
        en: "Wrote \(output): a survey for \(count) actors. Read the answers by “samverkan convert \(output) FOLDER”."
      ).text(in: language))
  }

  private func write(_ bytes: [UInt8], _ language: Language) throws(SurveyForm.Failure) {
    do {
      try AtomicFile.write(bytes, to: output)
    } catch {
      throw .notWritten(error.message.text(in: language))
    }
  }
}
