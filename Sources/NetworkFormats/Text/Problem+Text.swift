import Networks

/// What can be wrong with a text before anything is known of what it says.
extension TextDecoding {
  /// What is to be said of the encoding: the guess, and the lines that are in another one than the rest.
  func problems(file: String) -> [Problem] {
    let guess: [Problem] = encoding == .utf8 ? [] : [.guessed(encoding, file: file)]
    let limit = 20
    return guess + damagedLines.prefix(limit).map { .otherEncoding(at: Problem.Place(file: file, row: $0)) }
      + damagedLines.dropFirst(limit).prefix(1).map {
        .otherEncoding(at: Problem.Place(file: file, row: $0), andMore: damagedLines.count - limit - 1)
      }
  }
}

extension Problem {
  static func guessed(_ encoding: TextDecoding.Encoding, file: String) -> Problem {
    Problem(
      .remark, .encodingGuessed, at: Place(file: file),
      Phrase(
        sv: "Filen är inte UTF-8 och lästes som \(encoding.rawValue).",
        en: "The file is not UTF-8 and was read as \(encoding.rawValue)."),
      remedy: Phrase(
        sv: "Kontrollera att å, ä och ö blev rätt. Excel: Spara som “CSV UTF-8”.",
        en: "Check that å, ä and ö came out right. Excel: save as “CSV UTF-8”."))
  }

  /// - Parameter more: how many later rows it is true of as well.
  static func otherEncoding(at place: Place, andMore more: Int = 0) -> Problem {
    Problem(
      .error, .mojibake, at: place,
      more == 0
        ? Phrase(
          sv: "Raden är i en annan teckenkodning än resten av filen.",
          en: "The row is in another encoding than the rest of the file.")
        : Phrase(
          sv: "Den här raden och \(more) till efter den är i en annan teckenkodning än resten av filen.",
          en: "This row and \(more) more after it are in another encoding than the rest of the file."),
      remedy: Phrase(
        sv: "Skriv om raden, eller spara hela filen som UTF-8 på nytt.",
        en: "Write the row again, or save the whole file as UTF-8 anew."))
  }

  init(_ fault: CSVTable.Fault, at place: Place) {
    switch fault {
    case .unterminatedQuote:
      self.init(
        .error, .unterminatedQuote, at: place,
        Phrase(
          sv: "Cellen börjar med ett citattecken som aldrig avslutas; allt efter det hamnade i den.",
          en: "The cell begins with a quote that never ends; everything after it fell into the cell."),
        remedy: Phrase(
          sv: "Avsluta cellen med ett citattecken. Citattecken inne i en cell skrivs dubbelt.",
          en: "End the cell with a quote. Quotes inside a cell are written twice."))
    case .textAfterQuote:
      self.init(
        .error, .textAfterQuote, at: place,
        Phrase(
          sv: "Det står text efter cellens avslutande citattecken.", en: "There is text after the cell's closing quote."
        ),
        remedy: Phrase(
          sv: "Citattecken inne i en cell skrivs dubbelt (\"\").", en: "Quotes inside a cell are written twice (\"\").")
      )
    case .strayQuote:
      self.init(
        .remark, .strayQuote, at: place,
        Phrase(sv: "Ett citattecken inne i cellen togs som text.", en: "A quote inside the cell was taken as text."),
        remedy: Phrase(sv: "Kontrollera att cellen är hel.", en: "Check that the cell is whole."))
    case .nulCharacter:
      self.init(
        .error, .nulCharacter, at: place,
        Phrase(sv: "Cellen innehåller ett NUL-tecken.", en: "The cell holds a NUL character."),
        remedy: Phrase(
          sv: "Filen är troligen skadad; hämta den på nytt från där den kom.",
          en: "The file is probably damaged; get it anew from where it came."))
    }
  }
}
