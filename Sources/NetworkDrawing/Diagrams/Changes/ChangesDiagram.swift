import NetworkAnalysis
import Networks

/// Two dates, or two networks, in one picture: the levels diagram of what changes touch on either side, so that what
/// stays has one place, with the list of changes beside or below it. Whoever no change touches is counted.
struct ChangesDiagram {
  private let changes: NetworkChanges
  private let options: Diagram.Options

  init(_ changes: NetworkChanges, options: Diagram.Options) {
    self.changes = changes
    self.options = options
  }

  func scene() throws(DiagramError) -> Scene {
    let union = changes.union
    guard !union.network.isEmpty else { throw .nothingToDraw }
    guard let touched = union.touched else { throw .nothingChanged }
    var options = options
    if options.title == nil {
      options.title = union.network.profile.title(in: options.language) + heading.text(in: options.language)
    }
    if options.page == nil {
      let count = touched.network.actors.count + touched.network.collaborations.count
      options.page = count > 80 ? .a3 : count > 36 ? .a4 : .a4Landscape
    }
    let cast = Cast(touched, newSince: last, language: options.language)
    let untouched =
      union.network.actors.count + union.network.collaborations.count - touched.network.actors.count
      - touched.network.collaborations.count
    let listing = ChangeListing(cast, basis: changes.basis, untouched: untouched)
    return LevelsDiagram(cast: cast, options: options, listing: listing).scene()
  }

  private var last: CalendarDate? {
    if case .times(_, let last) = changes.basis { last } else { nil }
  }

  private var heading: Phrase {
    switch changes.basis {
    case .networks: Phrase(sv: ": vad som ändrats", en: ": what changed")
    case .times(let first, let last): Phrase(sv: ": \(first) och \(last)", en: ": \(first) and \(last)")
    }
  }
}
