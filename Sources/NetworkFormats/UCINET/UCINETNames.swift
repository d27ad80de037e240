import Networks

/// The words of UCINET's DL files.
///
/// - SeeAlso: Borgatti, Everett & Freeman, “UCINET for Windows: User's Guide”, chapter on importing data.
enum UCINETNames {
  static let format = FormatNames(
    id: "dl", name: "UCINET DL", extensions: ["dl"],
    tools: Phrase(sv: "UCINET, NetDraw, Gephi", en: "UCINET, NetDraw, Gephi"))

  /// How the links stand in the file.
  enum Layout: String {
    case fullMatrix = "fullmatrix"
    case upperHalf = "upperhalf"
    case lowerHalf = "lowerhalf"
    case edgeList1 = "edgelist1"
    case edgeList2 = "edgelist2"
    case nodeList1 = "nodelist1"
    case nodeList2 = "nodelist2"
    case nodeList1Counted = "nodelist1b"
    case nodeList2Counted = "nodelist2b"
    case edgeArray1 = "edgearray1"
    case edgeArray2 = "edgearray2"

    init?(word: String) {
      switch word {
      case "matrix", "fm": self = .fullMatrix
      case "uh": self = .upperHalf
      case "lh": self = .lowerHalf
      case "edgelist", "el1": self = .edgeList1
      case "el2": self = .edgeList2
      case "nodelist", "nl1": self = .nodeList1
      case "nl2": self = .nodeList2
      case "edgearray": self = .edgeArray1
      default: self.init(rawValue: word)
      }
    }

    var isTwoMode: Bool { [.edgeList2, .nodeList2, .nodeList2Counted, .edgeArray2].contains(self) }
  }
}
