import Networks
import XMLStreams

/// What readers of several formats find wrong.
extension Problem {
  /// The file breaks its format's rules.
  static func badSyntax(_ format: FormatNames, at place: Place, _ what: Phrase) -> Problem {
    Problem(
      .error, .badSyntax, at: place, what,
      remedy: Phrase(
        sv: "Spara filen på nytt som \(format.name) i programmet som den kommer från, eller rätta stället.",
        en: "Save the file anew as \(format.name) in the program that it comes from, or mend the place."))
  }

  static func beyondLimits(at place: Place, _ what: Phrase) -> Problem {
    Problem(
      .error, .beyondLimits, at: place, what,
      remedy: Phrase(
        sv: "Inget program skriver så; filen är skadad eller gjord för att skada. Hämta den på nytt.",
        en: "No program writes that; the file is damaged or made to do damage. Get it anew."))
  }

  static func farTooEmpty(at place: Place) -> Problem {
    .beyondLimits(
      at: place,
      Phrase(
        sv: "Tabellen skulle få miljontals celler, nästan alla tomma; den läses inte.",
        en: "The table would have millions of cells, nearly all of them empty; it is not read."))
  }

  /// A thing that a network has no place for.
  static func leftOut(at place: Place, _ what: Phrase) -> Problem {
    Problem(
      .remark, .leftOut, at: place, what,
      remedy: Phrase(
        sv: "Inget behöver göras om det inte behövs i nätverket.", en: "Nothing to do unless the network needs it."))
  }

  /// A link's end, or a node's parent, that is not in the file.
  static func unknownNode(_ id: String, at place: Place) -> Problem {
    Problem(
      .error, .unknownNode, at: place,
      Phrase(sv: "Noden “\(id)” finns inte i filen.", en: "The node “\(id)” is not in the file."),
      remedy: Phrase(sv: "Lägg till noden, eller ta bort länken.", en: "Add the node, or remove the link."))
  }

  static func repeatedNode(_ id: String, at place: Place) -> Problem {
    Problem(
      .error, .duplicateIdentifier, at: place,
      Phrase(
        sv: "Noden “\(id)” står två gånger; det som den senare säger gäller.",
        en: "The node “\(id)” stands twice; what the later one says holds."),
      remedy: Phrase(sv: "Ge den ena ett annat id, eller ta bort den.", en: "Give one another id, or remove it."))
  }

  /// What stopped the reading of an XML document.
  init(_ fault: XMLFault, _ format: FormatNames, file: String) {
    let place = Place(file: file, row: fault.line, column: fault.column > 0 ? fault.column : nil)
    switch fault.reason {
    case .malformed(let message):
      self = .badSyntax(
        format, at: place,
        Phrase(sv: "Filen är inte hel XML: \(message).", en: "The file is not whole XML: \(message)."))
    case .tooDeep:
      self = .beyondLimits(
        at: place, Phrase(sv: "Elementen står för djupt i varandra.", en: "Elements stand too deep in each other."))
    case .ownEntities:
      self = .beyondLimits(
        at: place,
        Phrase(
          sv: "Filen definierar egna entiteter, som kan växa utan gräns eller hämta andra filer; de läses inte.",
          en:
            "The file defines entities of its own, which can grow without bound or fetch other files; they are not read."
        ))
    case .tooLong:
      self = .beyondLimits(
        at: place, Phrase(sv: "Filen är två gigabyte eller mer.", en: "The file is two gigabytes or more."))
    }
  }
}
