import GraphvizRendering
import NetworkDrawing
import NetworkFiles
import Networks

/// Draws the pictures of a network into a folder. They are laid out side by side on all cores; Graphviz, which can do
/// only one thing at a time, draws them one after the other. Pictures whose content is the same as last time stay.
struct ExportRun {
  let folder: String
  let force: Bool

  struct Outcome: Sendable {
    var drawn = 0
    var skipped = 0
  }

  func run(_ pictures: [ExportPlan.Picture], named title: String) async throws -> Outcome {
    try makeFolder()
    let version = Graphviz.shared.version
    var outcome = Outcome()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for picture in pictures { group.addTask { try draw(picture, graphviz: version) } }
      for try await isDrawn in group {
        if isDrawn { outcome.drawn += 1 } else { outcome.skipped += 1 }
        let done = outcome.drawn + outcome.skipped
        Progress.show("\(title): \(done)/\(pictures.count)", isLast: done == pictures.count)
      }
    }
    try tidy(besides: Set(pictures.map { $0.file + ".svg" }))
    return outcome
  }

  private func makeFolder() throws {
    do {
      try Folder.make(folder)
    } catch {
      throw Failure(error, UserLanguage.current)
    }
  }

  private func tidy(besides wanted: Set<String>) throws {
    do {
      try removeStale(besides: wanted)
    } catch {
      throw Failure(error, UserLanguage.current)
    }
  }

  private func draw(_ picture: ExportPlan.Picture, graphviz version: String) throws -> Bool {
    do {
      return try drawIfChanged(picture, graphviz: version)
    } catch {
      throw Failure(
        error, picture.options.language, in: "\(folder.split(separator: "/").last ?? "")/\(picture.file).svg")
    }
  }

  private func drawIfChanged(_ picture: ExportPlan.Picture, graphviz version: String) throws -> Bool {
    let scene = try picture.diagram.scene(of: picture.network, options: picture.options)
    let mark = Self.mark(of: scene, graphviz: version)
    let path = "\(folder)/\(picture.file).svg"
    if !force, Folder.fileExists(path) {
      let old = try AtomicFile.read(path)
      if old.hasSuffix(mark) { return false }
    }
    let image = try scene.image(as: .svg)
    try AtomicFile.write(image + mark, to: path)
    return true
  }

  /// Pictures of ours that nothing asks for any more.
  private func removeStale(besides wanted: Set<String>) throws(FileError) {
    for name in try Folder.contents(of: folder) where name.hasSuffix(".svg") && !wanted.contains(name) {
      let bytes = try AtomicFile.read("\(folder)/\(name)")
      let tail = String(decoding: bytes.suffix(80), as: UTF8.self)
      if tail.contains("<!-- samverkan ") { Folder.removeFile("\(folder)/\(name)") }
    }
  }

  /// A comment for the end of the file that says what it was drawn from, so that the same need not be drawn again.
  static func mark(of scene: Scene, graphviz version: String) -> [UInt8] {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 {
        hash ^= UInt64(byte)
        hash &*= 0x100_0000_01B3
      }
    }
    add(DOTDocument(scene).text)
    for node in scene.nodes { add(node.name) }
    for link in scene.links { add(link.name) }
    add(scene.title + scene.summary + version + SamverkanCommand.version)
    return Array("<!-- samverkan \(String(hash, radix: 16)) -->\n".utf8)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
