import Graphs
import TestSupport
import Testing

struct WorkPartTests {
  @Test func `progress rises through all parts to the whole`() throws {
    let twoMode = try TwoModeSketch.random(seed: 6, largest: 300).twoMode
    let heard = Heard()
    _ = try TwoModeClustering().scores(in: twoMode, work: Work(coreCount: 1) { heard.add($0) })
    #expect(heard.shares.last == 1)
    #expect(heard.shares.count > 10)
    #expect(heard.shares == heard.shares.sorted())
  }

  @Test func `cancelled in a part it stops as a whole`() throws {
    let twoMode = try TwoModeSketch.random(seed: 6, largest: 300).twoMode
    let canceller = Canceller()
    let work = Work(coreCount: 1) { if $0 > 0.6 { canceller.work?.cancel() } }
    canceller.work = work
    #expect(throws: CancellationError.self) { try TwoModeClustering().scores(in: twoMode, work: work) }
  }

  private final class Heard: @unchecked Sendable {
    private(set) var shares: [Double] = []

    func add(_ share: Double) { shares.append(share) }
  }

  private final class Canceller: @unchecked Sendable {
    weak var work: Work?
  }
}
