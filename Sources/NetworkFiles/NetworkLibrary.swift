import NetworkFormats
public import Networks

/// The folder `Networks/`, where networks are found by their slugs.
public struct NetworkLibrary: Sendable {
  /// The folder that holds `Networks/` and `Exports/`.
  public let home: String

  public init(home: String) { self.home = home }

  public var networksPath: String { "\(home)/Networks" }
  public var exportsPath: String { "\(home)/Exports" }

  /// The slugs of all networks, sorted.
  public func slugs() -> [String] {
    guard let names = try? Folder.contents(of: networksPath) else { return [] }
    return names.filter { NetworkFolder("\(networksPath)/\($0)").isNetwork }
  }

  public func folder(_ slug: String) -> NetworkFolder { NetworkFolder("\(networksPath)/\(slug)") }

  /// The register of Sweden's counties and municipalities, where the library has it.
  public func placeRegister() -> PlaceRegister? {
    let folder = folder("sverige")
    guard folder.isNetwork, let network = try? folder.read().network else { return nil }
    return PlaceRegister(network)
  }
}
