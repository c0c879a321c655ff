import ArgumentParser
import Diagnostics
import DisplayWidth
import Language
import Questionnaire
import TestVectors

/// `branda test FILE…`: runs the test vectors beside models, and tells which rules they miss.
struct TestCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "test", abstract: Texts.spoken("command.test"))
  }

  @Argument(help: .text("argument.models", valueName: "option.file"))
  var files: [String]

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  func run() throws {
    let console = try Console(common)
    var runs: [EncodedTests.Run] = []
    var isClean = true
    for file in files {
      let (suite, outcome) = try run(file, console)
      let differences = outcome.results.flatMap(\.differences)
      let missed = outcome.reach.findings
      isClean = isClean && differences.isEmpty && missed.isEmpty
      switch format {
      case .text:
        console.show(differences + missed)
        try console.print(summary(file, outcome, differences.count, console.texts))
      case .json:
        runs.append(
          EncodedTests.Run(file, suite, outcome, printer: DiagnosticPrinter(texts: console.texts)))
      }
    }
    if format == .json { try console.print(json: EncodedTests(questionnaires: runs)) }
    if !isClean { throw Failure.silent(.finding) }
  }

  private func run(
    _ path: String, _ console: Console
  ) throws(Failure) -> (TestSuite, TestSuite.Outcome) {
    let model = Questionnaire.load(try Files.read(path))
    console.show(model.diagnostics.filter { $0.severity == .error })
    guard let questionnaire = model.value else { throw .silent(.badData) }
    let suite = TestSuite.read(try Files.read(TestSuite.path(besideModel: path)), on: questionnaire)
    console.show(suite.diagnostics)
    guard let suite = suite.value else { throw .silent(.badData) }
    return (suite, suite.run())
  }

  private func summary(
    _ file: String, _ outcome: TestSuite.Outcome, _ differences: Int, _ texts: Texts
  ) -> String {
    texts(
      "test.summary",
      [
        "file": .text(file.madeVisible),
        "vectors": .counted("test.vectors", outcome.results.count, texts),
        "expectations": .counted("test.expectations", outcome.expectations, texts),
        "differences": .counted("test.differences", differences, texts),
        "reached": .text(String(outcome.reach.reached)),
        "outcomes": .text(String(outcome.reach.count)),
      ]) + "\n"
  }
}

/// The outcome of test vectors as other programs read it.
private struct EncodedTests: Encodable {
  struct Run: Encodable {
    struct Vector: Encodable {
      var name: String
      var passed: Bool
      var differences: [EncodedDiagnostic]
    }

    struct Rules: Encodable {
      var reached: Int
      var outcomes: Int
      var missed: [EncodedDiagnostic]
    }

    var file: String
    var questionnaire: String
    var vectors: [Vector]
    var rules: Rules

    init(
      _ file: String, _ suite: TestSuite, _ outcome: TestSuite.Outcome, printer: DiagnosticPrinter
    ) {
      func encoded(_ findings: [Diagnostic]) -> [EncodedDiagnostic] {
        findings.sorted.map { EncodedDiagnostic($0, printer: printer) }
      }
      self.file = file
      questionnaire = suite.questionnaire.id
      vectors = outcome.results.map {
        Vector(
          name: $0.vector.name, passed: $0.differences.isEmpty,
          differences: encoded($0.differences))
      }
      rules = Rules(
        reached: outcome.reach.reached, outcomes: outcome.reach.count,
        missed: encoded(outcome.reach.findings))
    }
  }

  var schema = "branda.tests/1"
  var questionnaires: [Run]
}
