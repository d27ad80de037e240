/// Graphviz's SVG made fit for everybody: with title, description and language, a role and a name for every actor and
/// link, a reading order, and fonts that the reader's machine has.
///
/// Graphviz writes one element a line in a form that has been the same for twenty years; this reads its lines and
/// changes the few that matter.
struct AccessibleSVG {
  let scene: Scene

  func finished(_ bytes: [UInt8]) -> [UInt8] {
    let names = Dictionary(
      scene.nodes.map { ($0.id, $0.name) } + scene.links.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    let linkIDs = Set(scene.links.map(\.id))
    var output: [String] = []
    var isInRoot = false
    var isRootDone = false
    var pendingName: String?
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!--") || line == " -->" || line.hasPrefix("<!DOCTYPE")
        || line.hasPrefix(" \"http://www.w3.org/Graphics")
      {
        continue
      }
      if line.hasPrefix("<?xml") {
        output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        continue
      }
      if line.hasPrefix("<svg") {
        isInRoot = true
        output.append(root())
        continue
      }
      if isInRoot {
        // The root's attributes can run over two lines; ours replace them all.
        if line.hasPrefix("<g ") { isInRoot = false } else { continue }
      }
      if !isRootDone, line.hasPrefix("<g ") {
        isRootDone = true
        output.append(head())
        output.append(String(line).replacing("class=\"graph\"", with: "class=\"graph\" role=\"presentation\""))
        pendingName = ""
        continue
      }
      if line.hasPrefix("<g id=\""), let id = Self.identifier(line), let name = names[id] {
        pendingName = name
        var group = String(line)
        if name.isEmpty {
          // The legend's samples; the words beside them say it all.
          if linkIDs.contains(id) { group = group.replacing(">", with: " aria-hidden=\"true\">") }
        } else {
          group = group.replacing(">", with: " role=\"listitem\">")
        }
        output.append(group)
        continue
      }
      if line.hasPrefix("<title>") {
        if let name = pendingName, !name.isEmpty { output.append("<title>\(Self.escaped(name))</title>") }
        pendingName = nil
        continue
      }
      output.append(Self.withFonts(String(line)))
    }
    return Array(output.joined(separator: "\n").utf8)
  }

  private func root() -> String {
    let (width, height) = (Int(scene.page.width), Int(scene.height))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="\(width)pt" \
      height="\(height)pt" viewBox="0 0 \(width) \(height)" lang="\(scene.language)" xml:lang="\(scene.language)" \
      role="graphics-document" aria-labelledby="picture-title" aria-describedby="picture-description">
      """
  }

  /// Title, description, and what is to be read in which order: first the actors and collaborations, then the links.
  private func head() -> String {
    let actors = scene.nodes.filter { !$0.name.isEmpty }.map(\.id)
    let links = scene.links.filter { !$0.name.isEmpty }.map(\.id)
    var lines = [
      "<title id=\"picture-title\">\(Self.escaped(scene.title))</title>",
      "<desc id=\"picture-description\">\(Self.escaped(scene.summary))</desc>",
    ]
    let isSwedish = scene.language == "sv"
    if !actors.isEmpty {
      let label =
        scene.nodes.contains { $0.role == .cell }
        ? (isSwedish ? "Rad för rad" : "Row by row")
        : (isSwedish ? "Aktörer och samverkan" : "Actors and collaborations")
      lines.append(
        "<g role=\"list\" aria-label=\"\(label)\" "
          + "aria-owns=\"\(actors.joined(separator: " "))\"/>")
    }
    if !links.isEmpty {
      lines.append(
        "<g role=\"list\" aria-label=\"\(isSwedish ? "Länkar" : "Links")\" aria-owns=\"\(links.joined(separator: " "))\"/>"
      )
    }
    return lines.joined(separator: "\n")
  }

  private static func identifier(_ line: Substring) -> String? {
    let rest = line.dropFirst("<g id=\"".count)
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    // Graphviz writes hyphens as entities in some versions.
    return String(rest[..<end]).replacing("&#45;", with: "-")
  }

  /// Arial where there is one, what is drawn like it elsewhere.
  private static func withFonts(_ line: String) -> String {
    guard line.hasPrefix("<text") else { return line }
    let family = "font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\""
    return
      line
      .replacing("font-family=\"\(DOTDocument.boldFont)\"", with: family + " font-weight=\"bold\"")
      .replacing("font-family=\"\(DOTDocument.font)\"", with: family)
  }

  private static func escaped(_ text: String) -> String {
    LineBreaking.printable(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
