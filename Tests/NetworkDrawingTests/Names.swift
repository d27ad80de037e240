/// Whether lines say a name, as a reader sees it: whole, or its beginning with an ellipsis.
enum NameReading: Equatable {
  case whole
  case cut
  case wrong

  /// Words parted by a hyphen count as joined again; any blanks and what cannot be printed count as one blank.
  init(_ lines: [String], of name: String) {
    let wanted = Self.characters(name)
    if Self.reaches(wanted, lines: lines).contains(wanted.count) || (wanted.isEmpty && lines == [""]) {
      self = .whole
    } else if let last = lines.last, last.hasSuffix("…"),
      Self.reaches(wanted, lines: lines.dropLast() + [String(last.dropLast())]).contains(where: { $0 < wanted.count })
    {
      self = .cut
    } else {
      self = .wrong
    }
  }

  /// How much of the name the lines can say.
  private static func reaches(_ wanted: [Character], lines: some Sequence<String>) -> Set<Int> {
    var starts: Set<Int> = [0]
    for line in lines {
      var ends: Set<Int> = []
      for start in starts {
        for text in [line, line.hasSuffix("-") ? String(line.dropLast()) : line] {
          let part = characters(text)
          if wanted[start...].starts(with: part) { ends.insert(start + part.count) }
        }
      }
      // The blank at which a line ends is not written.
      starts = Set(ends.flatMap { $0 < wanted.count && wanted[$0] == " " ? [$0 + 1, $0] : [$0] })
    }
    return starts
  }

  private static func characters(_ text: String) -> [Character] {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return Array(String(plain).split(separator: " ").joined(separator: " "))
  }
}
