public import Networks

/// Something of a network that a format cannot hold as it is.
public struct Loss: Sendable, Hashable {
  public enum Extent: Sendable, Hashable {
    /// It is there, in another form: a source becomes text. Reading the file again need not bring it back as it was.
    case changed
    /// It is not in the file.
    case lost
  }

  public var extent: Extent
  /// How many records or cells it concerns.
  public var count: Int
  /// What happens to how many of what: “12 sources on ties are left out”.
  public var summary: Phrase

  public init(_ extent: Extent, count: Int, _ summary: Phrase) {
    self.extent = extent
    self.count = count
    self.summary = summary
  }

  /// Of formats where every link has a weight.
  static func withoutStrength(_ count: Int) -> Loss {
    Loss(
      .changed, count: count,
      Phrase(sv: "\(count) länkar utan styrka får 1", en: "\(count) links without a strength get 1"))
  }
}
