public import ArgumentParser
public import CEL
import Diagnostics
import Encoding
import Language
import Questionnaire
import Reporting
import Scoring

/// `branda eval 'EXPR'`: tries an expression out, alone or on somebody's answers.
struct EvalCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "eval", abstract: Texts.spoken("command.eval"))
  }

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: .text("argument.expression", valueName: "argument.expression.value"))
  var expression: String

  @Option(help: .text("option.eval-questionnaire", valueName: "option.file"))
  var questionnaire: String?

  @Option(help: .text("option.eval-answers", valueName: "option.file"))
  var answers: String?

  @Option(help: .text("option.eval-cluster", valueName: "option.cluster.value"))
  var cluster: String?

  @Option(help: .text("option.eval-period", valueName: "option.period.value"))
  var period: String?

  @Option(help: .text("option.results", valueName: "option.folder"))
  var results = "results"

  @Option(help: .text("option.profile", valueName: "option.profile.value"))
  var profile: Profile = .survey

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let subject = try subject(console)
    let file = SourceFile(name: console.texts("eval.source"), text: expression)
    let compiled = (subject?.model.environment(profile) ?? Environment(profile: profile))
      .compile(expression, place: { Place(file, $0) }, expecting: .any)
    let trial = compiled.value.map { program in
      subject.map {
        Scorer($0.model).trial(of: program, on: $0.interview, background: $0.background)
      } ?? Trial(program)
    }
    var findings = compiled.diagnostics
    if case .error(let error)? = trial?.value {
      findings.append(Diagnostic(error.code, at: Place(file, error.range), error.arguments))
    }
    try show(trial, findings, subject?.model, console)
    if trial == nil { throw Failure.silent(.badData) }
    if findings.contains(where: { $0.severity == .error }) { throw Failure.silent(.finding) }
  }

  private func subject(_ console: Console) throws -> TrialSubject? {
    if answers != nil, cluster != nil { throw Failure("exit.answers-and-cluster", exit: .usage) }
    let model = try questionnaire.map { try Questionnaire.named($0, console) }
    if let cluster {
      let models = if let model { Models(model) } else { try Models(named: [], console) }
      let assessments = try Assessments(
        of: [cluster], .init(period), by: models, takesAnyModel: model == nil, in: results,
        console)
      return TrialSubject(try assessments.one())
    }
    if let model {
      return try TrialSubject(model, answers: answers, period: period, console)
    }
    if answers != nil || period != nil {
      throw Failure("exit.no-questionnaire-named", exit: .usage)
    }
    return nil
  }

  private func show(
    _ trial: Trial?, _ findings: [Diagnostic], _ model: Questionnaire?, _ console: Console
  ) throws(Failure) {
    switch format {
    case .text:
      if let trial {
        let text = TrialText(
          trial: trial, model: model, texts: console.texts, width: console.width,
          painter: console.painter)
        try console.print(text.lines.joined(separator: "\n") + "\n")
      }
      console.show(findings)
    case .json:
      let printer = DiagnosticPrinter(texts: console.texts)
      try console.print(
        json: EncodedTrial(
          expression, trial, of: model,
          findings: findings.sorted.map { EncodedDiagnostic($0, printer: printer) }))
    }
  }
}

extension Profile: ExpressibleByArgument {}
