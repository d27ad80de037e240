public import Networks
import Yams

/// Writes a network as the tables of a folder, canonically: UTF-8, commas, LF, sorted by what the rows are about, so
/// that an unchanged network gives unchanged bytes.
public struct TableWriter: Sendable {
  public init() {}

  /// The files by name. Tables without rows are left out, but for `actors.csv`.
  public func write(_ network: Network) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for table in Table.allCases {
      let extras = network.extraColumns[table, default: []]
      let rows = rows(of: table, in: network, extras: extras)
      guard !rows.isEmpty || !extras.isEmpty || table == .actors else { continue }
      var writer = CSVWriter()
      writer.write(TableNames.columns(of: table) + extras)
      for row in rows { writer.write(row) }
      files[table.fileName] = writer.bytes
    }
    if let profile = Self.text(of: network.profile) { files[TableNames.profileFile] = Array(profile.utf8) }
    return files
  }

  /// The rows of a table as they are written: the cells of ``TableNames/columns(of:)`` and of the extra columns.
  func rows(of table: Table, in network: Network, extras: [String]) -> [[String]] {
    switch table {
    case .actors: sorted(network.actors.map { cells($0) + extras.map($0.extras) })
    case .collaborations: sorted(network.collaborations.map { cells($0) + extras.map($0.extras) })
    case .memberships: sorted(network.memberships.map { cells($0) + extras.map($0.extras) })
    case .ties: sorted(network.ties.map { cells($0) + extras.map($0.extras) })
    case .sources: sorted(network.sources.map { cells($0) + extras.map($0.extras) })
    case .verdicts: sorted(network.verdicts.map { cells($0) + extras.map($0.extras) })
    }
  }

  /// By the cells from the first on, comparing UTF-8 bytes, so that the order depends on the rows alone.
  private func sorted(_ rows: [[String]]) -> [[String]] {
    rows.sorted { first, second in
      for position in first.indices where !first[position].utf8.elementsEqual(second[position].utf8) {
        return first[position].utf8.lexicographicallyPrecedes(second[position].utf8)
      }
      return false
    }
  }

  private func cells(_ actor: NetworkActor) -> [String] {
    [
      actor.id.rawValue, actor.name, actor.englishName, list(actor.aliases), actor.kind.rawValue,
      actor.level?.rawValue ?? "", actor.county, actor.municipality, actor.partOf?.rawValue ?? "",
      actor.period.description, number(actor.latitude), number(actor.longitude), list(actor.tags), actor.note,
      list(actor.sources),
    ]
  }

  private func cells(_ collaboration: Collaboration) -> [String] {
    [
      collaboration.id.rawValue, collaboration.name, collaboration.englishName, list(collaboration.aliases),
      collaboration.kind.rawValue, collaboration.level?.rawValue ?? "", list(collaboration.focus),
      collaboration.period.description, collaboration.status?.rawValue ?? "",
      collaboration.amount.map(String.init) ?? "", number(collaboration.meetingsPerYear), collaboration.note,
      list(collaboration.sources),
    ]
  }

  private func cells(_ membership: Membership) -> [String] {
    [
      membership.actor.rawValue, membership.collaboration.rawValue, membership.role.rawValue,
      membership.period.description, membership.status.rawValue, membership.confidence.rawValue, membership.note,
      list(membership.sources),
    ]
  }

  private func cells(_ tie: Tie) -> [String] {
    [
      tie.from.rawValue, tie.to.rawValue, tie.kind.rawValue, tie.collaboration?.rawValue ?? "", list(tie.focus),
      tie.period.description, tie.strength, tie.status.rawValue, tie.confidence.rawValue, tie.note, list(tie.sources),
    ]
  }

  private func cells(_ source: Source) -> [String] {
    [source.id.rawValue, source.title, source.publisher, source.date?.description ?? "", source.url, source.note]
  }

  private func cells(_ verdict: Verdict) -> [String] {
    [
      verdict.from.rawValue, verdict.to.rawValue, verdict.verdict, verdict.reason, verdict.by,
      verdict.date?.description ?? "",
    ]
  }

  private func list(_ items: [some CustomStringConvertible]) -> String {
    items.map(\.description).joined(separator: ";")
  }

  private func number(_ value: Double?) -> String {
    value.map(PlainNumber.text) ?? ""
  }

  /// The profile's own text where it still says the same, otherwise the profile written anew.
  private static func text(of profile: NetworkProfile) -> String? {
    if !profile.text.isEmpty, ProfileReader().read(Array(profile.text.utf8)).profile == profile { return profile.text }
    var unread = profile
    unread.text = ""
    return unread == NetworkProfile() ? nil : ProfileWriter().text(of: profile)
  }
}

extension [String] {
  fileprivate func map(_ extras: [String: String]) -> [String] { map { extras[$0, default: ""] } }
}
