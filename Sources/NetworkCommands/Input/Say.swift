import Networks

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The language of help and of messages before a network is read: that of the user's machine.
enum UserLanguage {
  static let current: Language = {
    for variable in ["SAMVERKAN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(variable) else { continue }
      let text = String(cString: value)
      if text.isEmpty { continue }
      return text.hasPrefix("sv") ? .swedish : .english
    }
    return .english
  }()
}

/// A text for help, in the language of the user's machine.
func say(sv swedish: String, en english: String) -> String {
  Phrase(sv: swedish, en: english).text(in: UserLanguage.current)
}

/// Help texts wrap at 80 columns by themselves; examples keep their lines.
func examples(_ lines: String...) -> String {
  say(sv: "Exempel:", en: "Examples:") + "\n" + lines.map { "  " + $0 }.joined(separator: "\n")
}

func counted(_ count: Int, _ one: String, _ several: String) -> String { "\(count) \(count == 1 ? one : several)" }

enum StandardError {
  static func print(_ text: String) {
    let line = Array((text + "\n").utf8)
    line.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
