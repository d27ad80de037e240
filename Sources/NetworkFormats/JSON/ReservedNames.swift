/// The names that a format has for itself: ours under its names, and ours that would be taken for its own with a mark.
struct ReservedNames {
  /// Our names and the format's for the same thing.
  private let ours: [String: String]
  private let theirs: [String: String]
  private let taken: Set<String>

  init(_ renamed: [String: String], taken: Set<String> = []) {
    ours = renamed
    theirs = Dictionary(renamed.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    self.taken = taken.union(renamed.values)
  }

  /// The format's name for an attribute.
  func written(_ name: String) -> String { ours[name] ?? (isTaken(name) ? name + "_" : name) }

  /// Our name for the format's.
  ///
  /// - Parameter isOwn: whether the file is one of ours, in which marks mean what they mean here.
  func read(_ name: String, isOwn: Bool) -> String {
    if let ours = theirs[name] { return ours }
    return isOwn && name.hasSuffix("_") && isTaken(name) ? String(name.dropLast()) : name
  }

  /// Whether the name is the format's own, but for marks.
  private func isTaken(_ name: String) -> Bool {
    var stem = name[...]
    while stem.hasSuffix("_") { stem = stem.dropLast() }
    return taken.contains(String(stem))
  }
}
