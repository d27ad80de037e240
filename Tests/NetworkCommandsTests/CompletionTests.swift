import Foundation
import TestSupport
import Testing

struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"], ["C", "sv_SE.UTF-8"])
  func `the shells get a script that knows every command`(shell: String, locale: String) throws {
    let answer = try Tool(locale: locale).run("--generate-completion-script", shell)
    #expect(answer.status == 0 && answer.remarks == "")
    for word in HelpTests.commands + ["focus-area", "format"] { #expect(answer.output.contains(word), "\(word)") }
    #expect(!answer.output.contains(Repository.path))
  }

  /// `bash -n` reads without running.
  @Test(.enabled(if: exists("/bin/bash")), arguments: ["C", "sv_SE.UTF-8"])
  func `bash can read its script`(locale: String) throws {
    let script = try Tool(locale: locale).run("--generate-completion-script", "bash").output
    try withTemporaryFolder { folder in
      try Data(script.utf8).write(to: URL(filePath: "\(folder)/script"))
      #expect(StartedProgram("/bin/bash", ["-n", "\(folder)/script"]).run() == .exit(0))
    }
  }
}
