/// A PDF without the moment at which it was made, so that the same picture is the same file.
enum UndatedPDF {
  /// Spaces in the place of `/CreationDate (D:…)`: the file's table of offsets stays true.
  static func bytes(_ pdf: [UInt8]) -> [UInt8] {
    let entry = Array("/CreationDate (D:".utf8)
    guard let start = pdf.firstRange(of: entry)?.lowerBound, let end = pdf[start...].firstIndex(of: UInt8(ascii: ")"))
    else { return pdf }
    var undated = pdf
    for position in start...end { undated[position] = UInt8(ascii: " ") }
    return undated
  }
}
