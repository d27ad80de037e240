/// Gives names that nothing else has: the name itself, else the first of `name-2`, `name-3` … that is free. How far each
/// name has been counted is kept, so that a thousand of one name take a thousand steps and not a million.
public struct UniqueNames: Sendable {
  private var used: Set<String>
  private var next: [String: Int] = [:]
  private let key: @Sendable (_ name: String) -> String
  private let numbered: @Sendable (_ name: String, _ number: Int) -> String

  /// - Parameters:
  ///   - key: what makes two names the same.
  ///   - numbered: how a name and a number make another name.
  public init(
    _ used: some Sequence<String> = [], key: @escaping @Sendable (_ name: String) -> String = { $0 },
    numbered: @escaping @Sendable (_ name: String, _ number: Int) -> String = { "\($0)-\($1)" }
  ) {
    self.used = Set(used.map(key))
    self.key = key
    self.numbered = numbered
  }

  public func contains(_ name: String) -> Bool { used.contains(key(name)) }

  /// Marks a name as used.
  public mutating func insert(_ name: String) { used.insert(key(name)) }

  /// The name, or the next that is free; it is used from now on.
  public mutating func take(_ name: String) -> String {
    if used.insert(key(name)).inserted { return name }
    var number = next[name] ?? 2
    var other = numbered(name, number)
    while !used.insert(key(other)).inserted {
      number += 1
      other = numbered(name, number)
    }
    next[name] = number + 1
    return other
  }
}
