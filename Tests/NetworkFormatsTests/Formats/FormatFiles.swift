import Foundation
import NetworkFormats
import Networks
import Testing

/// Files of all formats, read as the commands read them.
enum FormatFiles {
  /// A file that another program wrote.
  static func dialect(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: "Resources/dialects/\(name)", withExtension: nil))
    return Array(try Data(contentsOf: url))
  }

  static func read(_ bytes: [UInt8], _ file: String, _ options: ReadingOptions = ReadingOptions()) throws -> Import {
    let format = try #require(FormatRegistry.format(of: bytes, file: file), "\(file): no format")
    return format.read(bytes, file: file, options: options)
  }

  static func read(_ text: String, _ file: String, _ options: ReadingOptions = ReadingOptions()) throws -> Import {
    try read(Array(text.utf8), file, options)
  }
}

extension Import {
  var errors: [Problem] { problems.filter { $0.severity == .error } }

  /// Where the errors are, as people read it.
  var errorPlaces: [String] { errors.map { $0.place.description } }

  private func name(_ id: NetworkActor.ID) -> String { network.actors.first { $0.id == id }?.name ?? id.rawValue }
  private func name(_ id: Collaboration.ID) -> String {
    network.collaborations.first { $0.id == id }?.name ?? id.rawValue
  }

  /// `A > B funds 2` for a directed tie, `A – B dialogue` for one without a direction.
  var ties: [String] {
    network.ties.map { tie in
      let isDirected = network.vocabularies.isDirected(tie.kind)
      let ends = isDirected ? [name(tie.from), name(tie.to)] : [name(tie.from), name(tie.to)].sorted()
      return
        ([ends.joined(separator: isDirected ? " > " : " – "), tie.kind.rawValue, tie.strength] + [
          tie.period.description
        ])
        .filter { !$0.isEmpty }.joined(separator: " ")
    }.sorted()
  }

  /// `A in C`, with the role where it is told.
  var memberships: [String] {
    network.memberships.map { "\(name($0.actor)) in \(name($0.collaboration))" }.sorted()
  }

  /// `A` or `A (region, regional)`.
  var actors: [String] {
    network.actors.map { actor in
      let words = [actor.kind.rawValue == "other" ? "" : actor.kind.rawValue, actor.level?.rawValue ?? ""].filter {
        !$0.isEmpty
      }
      return actor.name + (words.isEmpty ? "" : " (\(words.joined(separator: ", ")))")
    }.sorted()
  }

  var collaborations: [String] { network.collaborations.map(\.name).sorted() }

  /// What was said of the file, in English.
  func says(_ words: String) -> Bool {
    problems.contains { $0.summary.text(in: .english).contains(words) }
  }
}
