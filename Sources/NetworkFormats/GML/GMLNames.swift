import Networks

/// The words of GML, as yEd, Gephi, NetworkX and igraph write it.
///
/// - SeeAlso: Himsolt, “GML: A portable Graph File Format”, 1997.
enum GMLNames {
  static let format = FormatNames(
    id: "gml", name: "GML", extensions: ["gml"],
    tools: Phrase(sv: "yEd, Gephi, NetworkX, igraph", en: "yEd, Gephi, NetworkX, igraph"))

  /// Our id of a node: those of GML are numbers.
  static let id = "ident"
  static let nodes = ReservedNames([:], taken: ["id", "label", "graphics", "LabelGraphics", "gid", "isGroup", id])
  static let links = ReservedNames(["strength": "weight"], taken: ["source", "target", "graphics", "LabelGraphics"])
  static let properties = ReservedNames([:], taken: ["node", "edge", "directed"])

  /// A key has letters and digits only; other characters by their numbers.
  static func key(_ name: String) -> String {
    var key = ""
    for (position, scalar) in name.unicodeScalars.enumerated() {
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      let isInner = position > 0 && (("0"..."9").contains(scalar) || scalar == "_" && !name.contains("_x"))
      if isLetter || isInner {
        key.unicodeScalars.append(scalar)
      } else {
        key += "_x\(String(scalar.value, radix: 16))_"
      }
    }
    // A key begins with a letter; no name gives this beginning otherwise.
    return key.hasPrefix("_") || key.isEmpty ? "x_x_" + key : key
  }

  /// The name that a key of ours was made of.
  static func name(_ key: String) -> String {
    guard key.contains("_x") else { return key }
    var name = ""
    var rest = key.hasPrefix("x_x_") ? key.dropFirst(4) : key[...]
    while let mark = rest.firstRange(of: "_x") {
      name += rest[..<mark.lowerBound]
      let tail = rest[mark.upperBound...]
      guard let end = tail.firstIndex(of: "_"),
        let scalar = UInt32(tail[..<end], radix: 16).flatMap(Unicode.Scalar.init)
      else {
        name += rest[mark]
        rest = tail
        continue
      }
      name.unicodeScalars.append(scalar)
      rest = tail[tail.index(after: end)...]
    }
    return name + rest
  }
}
