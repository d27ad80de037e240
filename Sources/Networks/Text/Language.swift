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

extension Phrase {
  /// A number with what is counted: “1 aktör”, “12 aktörer”.
  public static func counted(
    _ count: Int, sv one: String, _ several: String, en oneEnglish: String, _ severalEnglish: String
  ) -> Phrase {
    Phrase(sv: "\(count) \(count == 1 ? one : several)", en: "\(count) \(count == 1 ? oneEnglish : severalEnglish)")
  }

  public static func actors(_ count: Int) -> Phrase {
    counted(count, sv: "aktör", "aktörer", en: "actor", "actors")
  }

  public static func collaborations(_ count: Int) -> Phrase {
    counted(count, sv: "samverkansform", "samverkansformer", en: "collaboration", "collaborations")
  }

  public static func links(_ count: Int) -> Phrase {
    counted(count, sv: "länk", "länkar", en: "link", "links")
  }
}
