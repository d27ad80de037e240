/// A language that names, messages and diagrams can be had in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case swedish = "sv"
  case english = "en"
}

/// The same words in each language.
public struct Phrase: Sendable, Hashable {
  public var swedish: String
  public var english: String

  public init(sv swedish: String, en english: String) {
    self.swedish = swedish
    self.english = english
  }

  public func text(in language: Language) -> String {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }
}
