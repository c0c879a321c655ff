import ArgumentParser
import Diagnostics
import DisplayWidth
import Language
import Questionnaire
import Reporting
import Results

/// `branda verify [CLUSTER…]`: whether what is stored is readable, whole and in agreement with its
/// history, and whether scores written down come out again.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: Texts.spoken("command.verify"))
  }

  @Argument(help: .text("argument.clusters", valueName: "argument.clusters.value"))
  var clusters: [String] = []

  @Option(
    name: .customLong("score"), parsing: .upToNextOption,
    help: .text("option.verify-score", valueName: "option.file"))
  var scores: [String] = []

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: LintCommand.Format = .text

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    var verifier = Verifier(
      models: try Models(named: folders.questionnaire, console),
      folder: ResultsFolder(folders.results))
    // Scores alone are looked at alone, unless clusters are named, too.
    if scores.isEmpty || !clusters.isEmpty { try verifier.verify(clusters) }
    for file in scores { verifier.verify(scores: try Files.read(file)) }
    switch format {
    case .text: console.show(verifier.findings)
    case .json:
      let printer = DiagnosticPrinter(texts: console.texts)
      try console.print(
        json: EncodedVerification(
          assessments: verifier.assessments, scores: verifier.scores,
          findings: verifier.findings.sorted.map { EncodedDiagnostic($0, printer: printer) }))
    }
    let counts: [String: TextArgument] = [
      "assessments": .counted("verify.assessments", verifier.assessments, console.texts),
      "scores": .counted("verify.scores", verifier.scores, console.texts),
    ]
    guard let exit = verifier.exit else { return console.say("verify.sound", counts) }
    console.say(
      "verify.summary",
      counts.merging(
        ["findings": .counted("verify.findings", verifier.findings.count, console.texts)],
        uniquingKeysWith: { first, _ in first }))
    throw Failure.silent(exit)
  }
}

/// The outcome as other programs read it, schema `branda.verification/1`; see `docs/json.md`.
private struct EncodedVerification: Encodable {
  var schema = "branda.verification/1"
  var assessments: Int
  var scores: Int
  var findings: [EncodedDiagnostic]
}
