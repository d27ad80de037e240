import Networks
import TestSupport
import Testing

struct SelectionTests {
  /// A selection by chance, out of the words that the network uses.
  private static func selection(_ network: Network, _ random: inout SplitMix64) -> Selection {
    func some<Item: Hashable>(_ items: [Item]) -> Set<Item> {
      random.below(3) > 0 || items.isEmpty
        ? [] : Set((0...random.below(2)).map { _ in items[random.below(items.count)] })
    }
    var selection = Selection()
    selection.levels = some(network.actors.compactMap(\.level))
    selection.actorKinds = some(network.actors.map(\.kind))
    selection.collaborationKinds = some(network.collaborations.map(\.kind))
    selection.counties = some(network.actors.map(\.county))
    selection.collaborations = some(network.collaborations.map(\.id))
    selection.focusAreas = some(network.ties.flatMap(\.focus) + network.collaborations.flatMap(\.focus))
    selection.tieKinds = some(network.ties.map(\.kind))
    selection.keepsMemberships = random.below(4) > 0
    if random.below(3) == 0 {
      selection.during = Period.Interval(
        start: CalendarDate(year: 1990 + random.below(30)), end: CalendarDate(year: 2020))
    }
    selection.statuses =
      random.below(2) == 0 ? Set(Status.allCases) : Set(Status.allCases.shuffled(using: &random).prefix(2))
    if random.below(3) == 0 { selection.around = network.actors[random.below(network.actors.count)].id }
    selection.steps = random.below(4)
    return selection
  }

  @Test(arguments: UInt64(1)...100) func `everything keeps all`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    let selected = Selection.everything.applied(to: network)
    #expect(selected.network == network)
    #expect(selected.leftOutByStatus.isEmpty)
  }

  @Test(arguments: UInt64(1)...300) func `selecting twice is selecting once`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    var random = SplitMix64(seed: seed &+ 1000)
    let selection = Self.selection(network, &random)
    let once = selection.applied(to: network).network
    #expect(selection.applied(to: once).network == once, "\(selection)")
  }

  @Test(arguments: UInt64(1)...300) func `links have both their ends, and nothing is new`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    var random = SplitMix64(seed: seed &+ 2000)
    let selection = Self.selection(network, &random)
    let part = selection.applied(to: network).network
    let actors = Set(part.actors.map(\.id))
    let collaborations = Set(part.collaborations.map(\.id))
    #expect(part.memberships.allSatisfy { actors.contains($0.actor) && collaborations.contains($0.collaboration) })
    #expect(part.ties.allSatisfy { actors.contains($0.from) && actors.contains($0.to) })
    #expect(part.ties.allSatisfy { $0.collaboration.map(collaborations.contains) ?? true })
    #expect(Set(part.actors).isSubset(of: network.actors))
    #expect(Set(part.collaborations).isSubset(of: network.collaborations))
    #expect(Set(part.memberships).isSubset(of: network.memberships))
    #expect(Set(part.ties).isSubset(of: network.ties))
    #expect(part.profile == network.profile && part.sources == network.sources)
  }

  @Test(arguments: UInt64(1)...300) func `a wider selection never has fewer links`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    var random = SplitMix64(seed: seed &+ 3000)
    let narrow = Self.selection(network, &random)
    var wide = narrow
    switch random.below(11) {
    case 0: wide.levels = wide.levels.isEmpty ? [] : wide.levels.union([.national, .regional, .local])
    case 1: wide.levels = []
    case 2: wide.actorKinds = []
    case 3: wide.collaborationKinds = []
    case 4: wide.counties = []
    case 5: wide.collaborations = []
    case 6: wide.focusAreas = []
    case 7: wide.tieKinds = []
    case 8: wide.during = nil
    case 9: wide.statuses = Set(Status.allCases)
    default: wide.steps += 1
    }
    wide.keepsMemberships = true
    let (less, more) = (narrow.applied(to: network).network, wide.applied(to: network).network)
    #expect(Set(less.memberships).isSubset(of: more.memberships), "\(narrow)")
    #expect(Set(less.ties).isSubset(of: more.ties), "\(narrow)")
    #expect(less.linkCount <= more.linkCount)
  }

  @Test(arguments: UInt64(1)...100) func `what is left out for its status is counted`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    for status in Status.allCases {
      var selection = Selection()
      selection.statuses = [status]
      let selected = selection.applied(to: network)
      #expect(selected.network.linkCount + selected.leftOutByStatus.values.reduce(0, +) == network.linkCount)
      #expect(selected.leftOutByStatus[status] == nil)
    }
  }

  /// The actors that are so many steps away, by asking every pair in every round.
  @Test(arguments: UInt64(1)...100) func `around an actor lies what can be walked to`(seed: UInt64) {
    let network = RandomNetworks.network(seed: seed)
    let centre = network.actors[0].id
    var reached: Set<NetworkActor.ID> = [centre]
    for steps in 0...3 {
      var selection = Selection.everything
      selection.around = centre
      selection.steps = steps
      let part = selection.applied(to: network).network
      #expect(Set(part.actors.map(\.id)) == reached, "\(steps) steps")
      let before = reached
      for tie in network.ties {
        if before.contains(tie.from) { reached.insert(tie.to) }
        if before.contains(tie.to) { reached.insert(tie.from) }
      }
      for one in network.memberships where before.contains(one.actor) {
        for other in network.memberships where other.collaboration == one.collaboration { reached.insert(other.actor) }
      }
    }
  }

  private func part(_ change: (inout Selection) -> Void) -> (network: Network, selected: SelectedNetwork) {
    var selection = Selection.everything
    change(&selection)
    let selected = selection.applied(to: NetworkFixtures.small)
    return (selected.network, selected)
  }

  @Test func `several words of a part mean any, several parts mean all`() {
    #expect(part { $0.levels = [.local, .national] }.network.actors.map(\.id) == ["amal-kommun", "skolverket"])
    #expect(
      part {
        $0.levels = [.local, .regional]; $0.counties = ["Västra Götalands län"]
      }.network.actors.map(\.id) == ["amal-kommun", "region-vast"])
    #expect(
      part {
        $0.levels = [.local]; $0.actorKinds = [.agency]
      }.network.actors.isEmpty)
  }

  @Test func `tie kinds keep the ties of those kinds`() {
    let network = part {
      $0.tieKinds = ["ferries"]; $0.keepsMemberships = false
    }.network
    #expect(network.ties.map(\.kind) == ["ferries"])
    #expect(network.memberships.isEmpty && network.collaborations.isEmpty)
    #expect(network.actors.map(\.id) == ["amal-kommun", "farjan-i-alven"])
  }

  @Test func `a focus area keeps the collaborations and ties about it`() {
    let network = part { $0.focusAreas = ["analys"] }.network
    #expect(network.collaborations.map(\.id) == ["radet-for-validering"])
    #expect(network.memberships.map(\.actor) == ["enheten-for-analys", "region-vast"])
    #expect(network.ties.map(\.from) == ["skolverket"])
  }

  @Test func `a time keeps the links that can have held then, and says how many have no date`() {
    let (network, selected) = part { $0.during = .init(start: CalendarDate(year: 2022), end: CalendarDate(year: 2022)) }
    #expect(network.ties.map(\.from) == ["region-vast", "skolverket"])
    #expect(network.memberships.map(\.actor) == ["skolverket"])
    #expect(selected.undatedCount == 2)
  }

  @Test func `a membership is no more active than its collaboration`() {
    var network = NetworkFixtures.small
    network.memberships[1].status = .active
    let selected = Selection().applied(to: network)
    #expect(selected.network.memberships.map(\.actor) == ["amal-kommun", "skolverket"])
    #expect(selected.leftOutByStatus == [.ended: 2, .lost: 1, .absent: 1])
  }
}
