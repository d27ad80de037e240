import Networks

/// The words of LGL: each node once, with its neighbours under it.
enum LGLNames {
  static let format = FormatNames(
    id: "lgl", name: "LGL", extensions: ["lgl"], tools: Phrase(sv: "LGL, igraph", en: "LGL, igraph"))
}
