import Clusters
import Diagnostics
import DisplayWidth
import Interview
import Language
import Questionnaire
import Reporting
import Results
import Scoring
import YAML

/// Whose answers an expression is tried out on.
struct TrialSubject {
  let model: Questionnaire
  let interview: Interview
  var background = Background.none

  /// A questionnaire with the answers of a file, or without any.
  ///
  /// - Parameter period: The round that the answers are of; by default the one that the file names,
  ///   else the last that is over.
  init(
    _ model: Questionnaire, answers path: String?, period: String?, _ console: Console
  ) throws(Failure) {
    self.model = model
    let answers = try path.map { path throws(Failure) in try Self.read(path, model, console) }
    if let header = answers?.header, period == nil {
      let stored = StoredAssessment(header: header, responses: answers?.responses ?? [:])
      interview = stored.interview(on: model)
      return
    }
    let last = Clock.now?.day.flatMap { Period.lastFull(model.periodUnit, before: $0) }
    guard let year = try period.map(Self.period)?.year ?? last?.year else {
      throw Failure("exit.no-clock", exit: .usage)
    }
    interview = Interview(
      model, context: .init(reportingYear: year), responses: answers?.responses ?? [:])
  }

  /// An assessment of the results folder.
  init(_ assessed: AssessedCluster) {
    model = assessed.score.questionnaire
    interview = assessed.interview
    background = assessed.background
  }

  private static func period(_ text: String) throws(Failure) -> Period {
    if let period = Period(text: text) { return period }
    throw Failure("exit.not-a-period", ["period": .text(text.madeVisible)], exit: .usage)
  }

  private static func read(
    _ path: String, _ model: Questionnaire, _ console: Console
  ) throws(Failure) -> AnswersFile.Answers {
    let file = try Files.read(path)
    // Findings quote the file, so it is not even read.
    if YAML.parse(file).value?["member"] != nil {
      throw Failure("exit.members-file", ["path": .text(path.madeVisible)], exit: .finding)
    }
    let read = AnswersFile.read(file, on: model)
    console.show(read.diagnostics)
    guard let answers = read.value, !read.hasErrors else { throw .silent(.badData) }
    return answers
  }
}
