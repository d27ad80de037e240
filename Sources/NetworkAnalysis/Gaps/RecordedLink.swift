public import Networks

/// A link as it is recorded: the records that state it, by their positions in the network.
public enum RecordedLink: Sendable, Hashable {
  case tie(Int)
  /// One actor takes part in a collaboration.
  case membership(Int)
  /// Two actors take part in the same collaboration.
  case shared(Int, Int)

  /// Whether a link holds, as its records say; what has no record at all is unknown and has no standing.
  public enum Standing: Int, Sendable, Hashable, CaseIterable, Comparable {
    case holds
    case planned
    /// It was there, and has ended or was lost.
    case lost
    /// A source says that it is not there.
    case absent

    public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  /// What the records cite, in their order, each once.
  public func sources(in network: Network) -> [SourceReference] {
    var seen: Set<SourceReference> = []
    let all =
      switch self {
      case .tie(let tie): network.ties[tie].sources
      case .membership(let membership): network.memberships[membership].sources
      case .shared(let first, let second): network.memberships[first].sources + network.memberships[second].sources
      }
    return all.filter { seen.insert($0).inserted }
  }
}

extension RecordedLink.Standing {
  /// What a record's status and period say about a time.
  ///
  /// What has ended held while its period says so; what was lost is lost. A record whose period cannot reach the time was
  /// lost before it or, if it begins later, says nothing about it. A record without a period can hold at any time.
  ///
  /// - Parameters:
  ///   - during: the time that is asked about; `nil` for the time that the network is about.
  ///   - endedCounts: whether what has ended holds, as a report does that is written.
  init?(_ status: Status, _ periods: [Period], during: Period.Interval?, endedCounts: Bool = false) {
    if let during, status != .absent, let unreached = periods.first(where: { !$0.canOverlap(during) }) {
      guard let start = during.start, unreached.intervals.contains(where: { $0.endsBefore(start) }) else { return nil }
      self = .lost
      return
    }
    if status == .absent, let during, periods.contains(where: { !$0.canOverlap(during) }) { return nil }
    switch status {
    case .active: self = .holds
    case .planned: self = .planned
    case .ended: self = endedCounts || during != nil && periods.contains { !$0.isUnknown } ? .holds : .lost
    case .lost: self = .lost
    case .absent: self = .absent
    }
  }
}

extension Period.Interval {
  fileprivate func endsBefore(_ date: CalendarDate) -> Bool { end.map { $0.lastDay < date.firstDay } ?? false }
}
