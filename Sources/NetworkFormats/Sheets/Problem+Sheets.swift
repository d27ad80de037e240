import Networks
import Spreadsheets

extension Problem {
  /// What is wrong with a workbook, in words.
  init(_ fault: WorkbookFault, file: String) {
    let place = Place(file: file, part: fault.sheet, row: fault.row, column: fault.column)
    func error(_ code: Code, _ sv: String, _ en: String, remedy: Phrase) -> Problem {
      Problem(fault.isError ? .error : .remark, code, at: place, Phrase(sv: sv, en: en), remedy: remedy)
    }
    let anew = Phrase(
      sv: "Öppna filen i Excel eller LibreOffice och spara den på nytt som .xlsx.",
      en: "Open the file in Excel or LibreOffice and save it anew as .xlsx.")
    switch fault.reason {
    case .notAnArchive(let text):
      self = error(
        .badSyntax, "Filen är ingen hel arbetsbok (\(text)).", "The file is no whole workbook (\(text)).", remedy: anew)
    case .olderOrEncrypted:
      self = error(
        .badSyntax, "Arbetsboken är lösenordsskyddad, eller sparad i ett äldre format (.xls).",
        "The workbook is protected by a password, or saved in an older format (.xls).", remedy: anew)
    case .missingPart(let part):
      self = error(
        .badSyntax, "Arbetsboken saknar delen \(part).", "The workbook lacks the part \(part).", remedy: anew)
    case .damagedPart(let part, let text):
      self = error(
        .badSyntax, "Arbetsbokens del \(part) är skadad (\(text)).",
        "The workbook's part \(part) is damaged (\(text)).",
        remedy: anew)
    case .tooLarge:
      self = .beyondLimits(
        at: place,
        Phrase(
          sv: "Arbetsboken packas upp till mer än den rimligen kan hålla; den läses inte.",
          en: "The workbook unpacks to more than it can reasonably hold; it is not read."))
    case .formulaWithoutValue:
      self = error(
        .leftOut, "Formeln har inget sparat värde; cellen lästes som tom.",
        "The formula has no stored value; the cell was read as empty.", remedy: anew)
    case .errorValue(let text):
      self = error(
        .leftOut, "Cellen visar felet \(text) och lästes som tom.",
        "The cell shows the error \(text) and was read as empty.",
        remedy: Phrase(sv: "Rätta formeln och spara.", en: "Mend the formula and save."))
    case .badCell(let text):
      self = error(
        .badSyntax, "En cell kan inte läsas (“\(text)”) och utelämnades.",
        "A cell cannot be read (“\(text)”) and was left out.",
        remedy: anew)
    }
  }
}
