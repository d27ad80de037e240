import Networks
import TestSupport
import Testing

@testable import NetworkDrawing

struct BandLayoutTests {
  private static let room = Rectangle(x: 24, y: 60, width: 547, height: 700)

  private static func layout(_ seed: UInt64, count: Int, visible: Int, isFramed: Bool) -> (Cast, BandLayout) {
    let cast = Cast(DrawnNetworks.random(actorCount: count, seed: seed), language: .swedish)
    let contents = BandContents(cast, visible: visible, isFramed: isFramed)
    return (
      cast,
      BandLayout(
        contents, cast: cast, room: room, metrics: BandLayout.Metrics(), isFramed: isFramed, known: BrokenLines())
    )
  }

  @Test(arguments: UInt64(1)...8) func `every box lies in its frame, every frame in its band`(seed: UInt64) {
    let (_, layout) = Self.layout(seed, count: 60, visible: 40, isFramed: true)
    for (band, frames) in layout.contents.bands.enumerated() {
      for frame in frames {
        #expect(layout.bandBounds[band].encloses(frame.bounds))
        for cell in frame.cells {
          #expect(frame.bounds.encloses(cell.bounds))
          #expect(cell.bounds.minY >= frame.bounds.minY + layout.metrics.frameTitleHeight)
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...8) func `boxes, frames and bands lie apart, framed and free`(seed: UInt64) {
    for isFramed in [true, false] {
      let (_, layout) = Self.layout(seed, count: isFramed ? 60 : 15, visible: 50, isFramed: isFramed)
      let frames = layout.contents.bands.flatMap { $0 }
      func numbered(_ bounds: [Rectangle]) -> [(id: String, bounds: Rectangle)] {
        bounds.enumerated().map { ("\($0)", $1) }
      }
      #expect(overlaps(numbered(frames.flatMap(\.cells).map(\.bounds))) == [])
      #expect(overlaps(numbered(layout.bandBounds)) == [])
      if isFramed { #expect(overlaps(numbered(frames.map(\.bounds))) == []) }
    }
  }

  @Test(arguments: UInt64(1)...8) func `every item has one box, alone or in a fold`(seed: UInt64) {
    for visible in [0, 1, 20, 1000] {
      let (cast, layout) = Self.layout(seed, count: 50, visible: visible, isFramed: true)
      let cells = layout.contents.bands.flatMap { $0 }.flatMap(\.cells)
      #expect(cells.flatMap(\.items).sorted() == Array(cast.items.indices))
      #expect(cells.allSatisfy { $0.isFold || $0.items.count == 1 })
      #expect(layout.contents.visibleCount + layout.contents.foldedCount == cast.items.count)
    }
  }

  @Test(arguments: UInt64(1)...8) func `ordering moves boxes within their frame only, and loses none`(seed: UInt64) {
    let (cast, before) = Self.layout(seed, count: 20, visible: 100, isFramed: false)
    var after = before
    after.order(for: cast)
    for (old, new) in zip(before.contents.bands.flatMap { $0 }, after.contents.bands.flatMap { $0 }) {
      #expect(old.cells.flatMap(\.items).sorted() == new.cells.flatMap(\.items).sorted())
      #expect(Set(old.cells.map(\.bounds)) == Set(new.cells.map(\.bounds)))
    }
  }

  @Test(arguments: UInt64(1)...8) func `stretching fills no more than the room`(seed: UInt64) {
    var (_, layout) = Self.layout(seed, count: 30, visible: 20, isFramed: true)
    guard layout.height <= Self.room.height else { return }
    layout.stretch(to: Self.room)
    #expect(layout.height <= Self.room.height + 0.01)
  }
}
