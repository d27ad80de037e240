/// The plainest reader and writer of CSV there is, to hold the real ones against.
public enum NaiveCSV {
  /// The rows of a text, character by character; a quote that never ends holds the rest.
  public static func rows(_ text: String, separator: Unicode.Scalar) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var isFresh = true
    var rowHasBegun = false
    let letters = Array(text.unicodeScalars)
    var position = 0
    func end() {
      row.append(String(cell))
      cell.removeAll()
      isFresh = true
    }
    while position < letters.count {
      let letter = letters[position]
      position += 1
      rowHasBegun = true
      if isQuoted {
        if letter != "\"" {
          cell.append(letter)
        } else if position < letters.count, letters[position] == "\"" {
          cell.append(letter)
          position += 1
        } else {
          isQuoted = false
        }
      } else if letter == "\"", isFresh {
        isQuoted = true
        isFresh = false
      } else if letter == separator {
        end()
      } else if letter == "\n" || letter == "\r" {
        if letter == "\r", position < letters.count, letters[position] == "\n" { position += 1 }
        end()
        rows.append(row)
        row = []
        rowHasBegun = false
      } else {
        cell.append(letter)
        isFresh = false
      }
    }
    if rowHasBegun {
      end()
      rows.append(row)
    }
    return rows
  }

  /// The rows as text, every cell in quotes or only those that need them.
  public static func text(
    _ rows: [[String]], separator: String, lineEnd: String, quotingAll: Bool, endsLastLine: Bool = true
  ) -> String {
    let special = Set((separator + "\"\r\n").unicodeScalars)
    let lines = rows.map { row in
      row.map { cell in
        guard quotingAll || cell.unicodeScalars.contains(where: special.contains) else { return cell }
        var quoted = "\""
        for scalar in cell.unicodeScalars { quoted += scalar == "\"" ? "\"\"" : String(scalar) }
        return quoted + "\""
      }.joined(separator: separator)
    }
    return lines.joined(separator: lineEnd) + (endsLastLine ? lineEnd : "")
  }
}
