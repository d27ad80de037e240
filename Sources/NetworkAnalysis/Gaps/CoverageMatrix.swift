public import Networks

/// Rows and columns with what is recorded where they meet.
public struct CoverageMatrix: Sendable {
  /// What a row or a column is about.
  public enum Subject: Sendable, Hashable {
    case actor(NetworkActor.ID)
    case focusArea(FocusArea)
    /// With all kinds that count as one with it.
    case actorKind(ActorKind)
    /// `nil` for those that belong to no level.
    case level(Level?)

    /// What it is called; kinds in the plural.
    public func name(in index: NetworkIndex, _ vocabularies: Vocabularies, _ language: Language) -> String {
      switch self {
      case .actor(let id): index.actor(id)?.name(in: language) ?? id.rawValue
      case .focusArea(let area): vocabularies.name(of: area, in: language)
      case .actorKind(let kind): vocabularies.actorKinds[kind]?.plural.text(in: language) ?? kind.rawValue
      case .level(let level): vocabularies.name(of: level, in: language)
      }
    }
  }

  /// How far something is covered, from nothing known to holding.
  public enum State: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// Nobody recorded anything, which does not say that there is nothing.
    case unknown
    /// A source says that there is none, and no source says more.
    case absent
    /// There was something, which ended or was lost.
    case lost
    /// There is to be something.
    case planned
    /// Something holds.
    case covered

    public init(_ status: Status) {
      self =
        switch status {
        case .active: .covered
        case .planned: .planned
        case .ended, .lost: .lost
        case .absent: .absent
        }
    }

    public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

    public var name: Phrase {
      switch self {
      case .unknown: Phrase(sv: "inget uppgivet", en: "nothing recorded")
      case .absent: Phrase(sv: "saknas enligt källan", en: "absent according to the source")
      case .lost: Phrase(sv: "avslutat eller förlorat", en: "ended or lost")
      case .planned: Phrase(sv: "planerat", en: "planned")
      case .covered: Phrase(sv: "pågår", en: "active")
      }
    }
  }

  public enum Link: Sendable, Hashable {
    case collaboration(Collaboration.ID)
    case tie(Tie)
  }

  /// One link that says something about a cell.
  public struct Evidence: Sendable, Hashable {
    public let link: Link
    /// Never ``State/unknown``.
    public let state: State
    /// Which of the row's actors the link is of: itself, its units, or who represents it. Sorted.
    public let holders: [NetworkActor.ID]
    /// With whom, as far as recorded: the organisations of the other side that are in it as firmly. Sorted.
    public let partners: [NetworkActor.ID]

    /// The sources that say so, each once: of the tie, or of the holders' part in the collaboration.
    public func sources(in index: NetworkIndex) -> [SourceReference] {
      switch link {
      case .tie(let tie): return tie.sources
      case .collaboration(let id):
        let own = holders.flatMap { index.memberships(of: $0) }.filter { $0.collaboration == id }
        return Set(own.flatMap(\.sources)).sorted()
      }
    }

    func joined(with other: Evidence) -> Evidence {
      Evidence(
        link: link, state: state, holders: Set(holders + other.holders).sorted(),
        partners: Set(partners + other.partners).sorted())
    }
  }

  /// What is recorded about a row and a column.
  public struct Cell: Sendable, Hashable {
    /// The firmest first; collaborations before ties.
    public let evidence: [Evidence]

    /// The firmest of what is recorded.
    public var state: State { evidence.first?.state ?? .unknown }

    /// What makes the cell what it is: the links that are as firm as the firmest.
    public var decisive: ArraySlice<Evidence> { evidence.prefix { $0.state == state } }

    /// How many different collaborations make the cell what it is.
    public var collaborationCount: Int {
      decisive.count { if case .collaboration = $0.link { true } else { false } }
    }

    /// How many ties make the cell what it is.
    public var tieCount: Int { decisive.count - collaborationCount }

    /// How many collaborations and ties make the cell what it is.
    public var strength: Int { decisive.count }

    /// In which forums: the collaborations that make the cell what it is.
    public var collaborations: [Collaboration.ID] {
      decisive.compactMap { if case .collaboration(let id) = $0.link { id } else { nil } }
    }

    /// With whom, through what makes the cell what it is. Sorted.
    public var partners: [NetworkActor.ID] { Set(decisive.flatMap(\.partners)).sorted() }

    /// Several cells as one: each link counts once, as firm as it is in the firmest of them.
    public static func merged(_ cells: some Sequence<Cell>) -> Cell {
      var byLink: [Link: Evidence] = [:]
      for evidence in cells.lazy.flatMap(\.evidence) {
        guard let known = byLink[evidence.link] else {
          byLink[evidence.link] = evidence
          continue
        }
        if evidence.state > known.state {
          byLink[evidence.link] = evidence
        } else if evidence.state == known.state {
          byLink[evidence.link] = known.joined(with: evidence)
        }
      }
      return Cell(evidence: byLink.values.sorted())
    }
  }

  /// What a row or a column comes to, or all of them.
  public struct Margin: Sendable, Hashable {
    /// How many cells there are of each state.
    public let cellCounts: [State: Int]
    /// How many different collaborations hold in its cells; one that is in several cells counts once.
    public let collaborationCount: Int
    /// How many ties hold in its cells, each counted once.
    public let tieCount: Int

    public var coveredCount: Int { cellCounts[.covered, default: 0] }
    public var strength: Int { collaborationCount + tieCount }
  }

  public let rows: [Subject]
  public let columns: [Subject]
  public let rowMargins: [Margin]
  public let columnMargins: [Margin]
  public let total: Margin
  /// How many links of the rows hold but are about no focus area of the matrix, and so in no cell.
  public let unplacedCount: Int
  /// How many collaborations of the rows were left out for their kind.
  public let leftOut: [CollaborationKind: Int]
  /// Row by row.
  private let cells: [Cell]

  public subscript(row: Int, column: Int) -> Cell { cells[row * columns.count + column] }

  init(
    rows: [Subject], columns: [Subject], cells: [Cell], unplacedCount: Int, leftOut: [CollaborationKind: Int]
  ) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.unplacedCount = unplacedCount
    self.leftOut = leftOut
    let width = columns.count
    rowMargins = rows.indices.map { row in Self.margin(of: cells[(row * width)..<(row * width + width)]) }
    columnMargins = columns.indices.map { column in Self.margin(of: rows.indices.map { cells[$0 * width + column] }) }
    total = Self.margin(of: cells)
  }

  /// What the cells of several rows or columns come to.
  public static func margin(of cells: some Sequence<Cell>) -> Margin {
    var counts: [State: Int] = [:]
    var links: Set<Link> = []
    for cell in cells {
      counts[cell.state, default: 0] += 1
      if cell.state == .covered { links.formUnion(cell.decisive.map(\.link)) }
    }
    let collaborationCount = links.count { if case .collaboration = $0 { true } else { false } }
    return Margin(
      cellCounts: counts, collaborationCount: collaborationCount, tieCount: links.count - collaborationCount)
  }

  /// The same with rows and columns in another order, or some of them only.
  func selecting(rows chosenRows: [Int], columns chosenColumns: [Int]) -> CoverageMatrix {
    CoverageMatrix(
      rows: chosenRows.map { rows[$0] }, columns: chosenColumns.map { columns[$0] },
      cells: chosenRows.flatMap { row in chosenColumns.map { self[row, $0] } }, unplacedCount: unplacedCount,
      leftOut: leftOut)
  }
}

extension CoverageMatrix.Evidence: Comparable {
  /// The firmer first, collaborations before ties, then by what they link.
  public static func < (first: Self, second: Self) -> Bool {
    if first.state != second.state { return first.state > second.state }
    switch (first.link, second.link) {
    case (.collaboration(let a), .collaboration(let b)): return a < b
    case (.collaboration, .tie): return true
    case (.tie, .collaboration): return false
    case (.tie(let a), .tie(let b)):
      if (a.kind, a.from, a.to) != (b.kind, b.from, b.to) { return (a.kind, a.from, a.to) < (b.kind, b.from, b.to) }
      return (a.note, a.period.description, a.sources.description) < (
        b.note, b.period.description, b.sources.description
      )
    }
  }
}
