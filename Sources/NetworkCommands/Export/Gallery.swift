import NetworkFiles
import Networks

/// `Exports/README.md`: every picture with a preview.
struct Gallery {
  struct Chapter {
    let slug: String
    let network: Network
    let pictures: [ExportPlan.Picture]
  }

  let chapters: [Chapter]

  func write(to path: String) throws(FileError) {
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  var text: String {
    var lines = [
      "# Diagram", "",
      "Alla bilder är gjorda med `./samverkan export` av nätverken under `Networks/`. Ändra dem inte här.",
      "Klicka på en bild för att öppna den i full storlek; i Word: Infoga → Bild.", "",
    ]
    for chapter in chapters where !chapter.pictures.isEmpty {
      lines += ["## \(escaped(chapter.network.profile.title))", ""]
      var small: [ExportPlan.Picture] = []
      let sizes = Dictionary(grouping: chapter.pictures, by: \.family).mapValues(\.count)
      for picture in chapter.pictures {
        if sizes[picture.family, default: 0] > 1 {
          small.append(picture)
        } else {
          lines += ["### \(escaped(picture.title))", "", preview(picture, chapter.slug, width: 800), ""]
        }
      }
      lines += table(small, chapter.slug)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Pictures of one family, three in a row.
  private func table(_ pictures: [ExportPlan.Picture], _ slug: String) -> [String] {
    guard !pictures.isEmpty else { return [] }
    var lines = ["| | | |", "|---|---|---|"]
    for start in stride(from: 0, to: pictures.count, by: 3) {
      let row = pictures[start..<min(start + 3, pictures.count)]
      let cells = row.map { "\(preview($0, slug, width: 260))<br>\(escaped($0.title))" }
      lines.append("| " + (cells + Array(repeating: "", count: 3 - cells.count)).joined(separator: " | ") + " |")
    }
    return lines + [""]
  }

  private func preview(_ picture: ExportPlan.Picture, _ slug: String, width: Int) -> String {
    let path = Self.address("\(slug)/\(picture.file).svg")
    let alternative = escaped(picture.title).replacing("\"", with: "&quot;")
    return "<a href=\"\(path)\"><img src=\"\(path)\" width=\"\(width)\" alt=\"\(alternative)\"></a>"
  }

  /// The path as a part of a web address.
  private static func address(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "") { text, byte in
      let letter = Character(UnicodeScalar(byte))
      if byte < 0x80, letter.isLetter || letter.isNumber || "-._~/".contains(letter) {
        text.append(letter)
      } else {
        text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("|", with: "\\|").replacing(
      "\n", with: " ")
  }
}
