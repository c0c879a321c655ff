import ArgumentParser
import Diagnostics
import Language
import Questionnaire
import TestVectors

/// `branda lint FILE…`: checks models; all findings of all files in one run.
struct LintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "lint", abstract: Texts.spoken("command.lint"))
  }

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: .text("argument.models", valueName: "option.file"))
  var files: [String]

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    var findings: [Diagnostic] = []
    var unread: [Failure] = []
    for file in files {
      do {
        findings += try check(file)
      } catch {
        unread.append(error)
      }
    }
    switch format {
    case .text: console.show(findings)
    case .json:
      let printer = DiagnosticPrinter(texts: console.texts)
      try console.print(
        json: EncodedFindings(
          findings: findings.sorted.map { EncodedDiagnostic($0, printer: printer) }))
    }
    summarise(findings, files: files.count - unread.count, console)
    // A file that cannot be read is said last, where it is not overlooked; the others are checked.
    for failure in unread.dropLast() { failure.report() }
    if let last = unread.last { throw last }
    if !findings.isEmpty { throw Failure.silent(.finding) }
  }

  /// A model's findings, or those of test vectors, which are checked against the model beside them.
  private func check(_ path: String) throws(Failure) -> [Diagnostic] {
    let file = try Files.read(path)
    guard let model = TestSuite.path(ofModelOf: path) else {
      return Questionnaire.load(file).diagnostics
    }
    // What is wrong with the model is found when the model is checked.
    let questionnaire = Questionnaire.load(try Files.read(model)).value
    return questionnaire.map { TestSuite.read(file, on: $0).diagnostics } ?? []
  }

  private func summarise(_ findings: [Diagnostic], files: Int, _ console: Console) {
    guard files > 0 else { return }
    if findings.isEmpty { return console.say("lint.clean", ["count": .count(files)]) }
    let errors = findings.count { $0.severity == .error }
    console.say(
      "lint.summary",
      [
        "files": .counted("common.files", files, console.texts),
        "errors": .counted("common.errors", errors, console.texts),
        "warnings": .counted("common.warnings", findings.count - errors, console.texts),
      ])
  }
}

/// The findings of a run as other programs read them.
private struct EncodedFindings: Encodable {
  var schema = "branda.findings/1"
  var findings: [EncodedDiagnostic]
}

extension TextArgument {
  /// “3 files”: a counted thing as part of a longer sentence.
  static func counted(_ name: String, _ count: Int, _ texts: Texts) -> TextArgument {
    .text(texts(name, ["count": .count(count)]))
  }
}
