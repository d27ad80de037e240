import Foundation
import NetworkFormats
import Networks
import struct Networks.Expectation

/// What is missing, what to suggest and what changed: on the real network, and on made-up ones of growing size with
/// fifty rules.
enum GapBenchmarks {
  static func run(home: String) throws {
    let binary = "\(home)/.build/release/samverkan"
    guard FileManager.default.isExecutableFile(atPath: binary) else {
      print("\(binary) is not built: start ./samverkan once.")
      return
    }
    let commands = [["gaps"], ["suggest"], ["compare", "--between", "2018", "2021"]]
    func time(_ name: String, _ network: String) {
      for command in commands {
        report(
          "samverkan \(command[0]), \(name)",
          Programs.median(of: 3, binary, [command[0], network] + command.dropFirst() + ["--format", "csv"], home: home))
      }
    }
    time("the real network", "kompetensforsorjning")
    let folder = NSTemporaryDirectory() + "samverkan-gaps-benchmark"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for actors in [500, 1000, 2000] {
      try write(network(actors: actors, links: actors * 10), to: folder)
      time("\(actors) actors, \(actors * 10) links, 50 rules", folder)
    }
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_CHILDREN, &usage)
      print("  memory of the largest process at the most: \(usage.ru_maxrss / 1_000_000) MB")
    #else
      getrusage(RUSAGE_CHILDREN.rawValue, &usage)
      print("  memory of the largest process at the most: \(usage.ru_maxrss / 1000) MB")
    #endif
  }

  private static func write(_ network: Network, to folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, bytes) in TableWriter().write(network) {
      try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }
  }

  /// Twenty counties with a region, municipalities, schools, employers and councils each, and agencies above them; half
  /// of the links are ties, half memberships in collaborations of about eight.
  private static func network(actors: Int, links: Int) -> Network {
    var generator = Generator(state: 7)
    var network = Network()
    let kinds: [ActorKind] = ["region", "municipality", "school", "employers", "university", "branch", "agency"]
    let source = SourceReference(source: "kalla", place: "1")
    network.profile.date = CalendarDate("2021")
    network.sources = [Source(id: "kalla", title: "Källan", date: CalendarDate("2021"))]
    for number in 0..<actors {
      let kind = number < 20 ? kinds[0] : kinds[1 + generator.below(6)]
      let level: Level = kind == "agency" ? .national : kind == "region" ? .regional : .local
      network.actors.append(
        NetworkActor(
          id: NetworkActor.ID("a\(number)"), name: "Aktör \(number)", kind: kind, level: level,
          county: kind == "agency" ? "" : "Län \(number < 20 ? number : generator.below(20))", sources: [source]))
    }
    let areas: [FocusArea] = ["validering", "yrkesvux", "larcentra", "analys"]
    for number in 0..<max(1, links / 16) {
      network.collaborations.append(
        Collaboration(
          id: Collaboration.ID("c\(number)"), name: "Samverkan \(number)", kind: ["council", "project", "network"][number % 3],
          level: .regional, focus: [areas[generator.below(4)]], sources: [source]))
    }
    let statuses: [Status] = [.active, .active, .active, .active, .planned, .ended, .lost, .absent]
    for number in 0..<links {
      let actor = NetworkActor.ID("a\(generator.below(actors))")
      let start = CalendarDate(year: 2014 + generator.below(8))
      let period = Period([Period.Interval(start: start, end: nil)])
      if number % 2 == 0 {
        network.memberships.append(
          Membership(
            actor: actor, collaboration: network.collaborations[generator.below(network.collaborations.count)].id,
            period: period, status: statuses[generator.below(8)], sources: [source]))
      } else {
        network.ties.append(
          Tie(
            from: actor, to: NetworkActor.ID("a\(generator.below(actors))"), kind: ["dialogue", "informs"][generator.below(2)],
            focus: [areas[generator.below(4)]], period: period, status: statuses[generator.below(8)], sources: [source]))
      }
    }
    for number in 0..<50 {
      let pair = (kinds[number % 7], kinds[(number * 3 + 1) % 7])
      network.profile.expectations.append(
        Expectation(
          id: Expectation.ID("r\(number)"), title: "Regel \(number)", subjects: ActorFilter(kinds: [pair.0]),
          counterparts: .actors([
            .init(ActorFilter(kinds: [pair.1]), proximity: number % 2 == 0 ? .sameCountyOrNone : .anywhere)
          ]),
          count: .atLeast(1 + number % 3), terms: LinkTerms(focusAreas: number % 4 == 0 ? [] : [areas[number % 4]]),
          indirectSteps: number % 3, ground: [source]))
    }
    return network
  }

  /// SplitMix64.
  private struct Generator {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((word ^ (word >> 31)) % UInt64(limit))
    }
  }
}
