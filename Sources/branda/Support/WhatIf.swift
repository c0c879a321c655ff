import Clusters
import Diagnostics
import DisplayWidth
import Interview
import Language
import Questionnaire
import Reporting
import Results
import Scoring

/// Answers tried out on an assessment: `--set question=answer …`.
struct WhatIf {
  private let settings: [String]
  private let responses: [Int: Response]

  /// Reads the settings as an answers file has them, one on each line; what is wrong is shown.
  init(_ settings: [String], on model: Questionnaire, _ console: Console) throws(Failure) {
    var lines: [String] = []
    for setting in settings {
      guard let sign = setting.firstIndex(of: "="), sign != setting.startIndex else {
        throw Failure("exit.set-form", ["text": .text(setting.madeVisible)], exit: .usage)
      }
      lines.append(setting[..<sign] + ": " + setting[setting.index(after: sign)...])
    }
    self.settings = settings
    let file = SourceFile(name: "--set", text: lines.joined(separator: "\n") + "\n")
    let read = AnswersFile.read(file, on: model)
    console.show(read.diagnostics)
    guard let answers = read.value, !read.hasErrors else { throw .silent(.badData) }
    responses = answers.responses
  }

  /// The assessment as if answered so; writes nothing.
  func applied(to assessed: AssessedCluster, _ console: Console) -> AssessedCluster {
    var assessed = assessed
    let standing = Set(assessed.interview.problems)
    for (question, response) in responses.sorted(by: { $0.key < $1.key }) {
      _ = assessed.interview.record(response.answer, for: question)
    }
    console.show(findings(in: assessed.interview, standing))
    assessed.score = score(
      assessed.interview,
      background: assessed.background)
    console.say("score.as-if", ["answers": .list(settings.map(\.madeVisible))])
    return assessed
  }

  /// What the answers together make wrong, and which of them do not count.
  private func findings(in interview: Interview, _ standing: Set<Problem>) -> [Diagnostic] {
    let model = interview.questionnaire
    let language = Texts.spoken.language.rawValue
    let violated = interview.problems.filter { !standing.contains($0) }.compactMap { problem in
      problem.message.map { message in
        Diagnostic(
          .init("fill.answer-constraint"), .warning, at: nil,
          [
            "question": .text(model.questions[problem.question].id),
            "message": .text(message(language)),
          ])
      }
    }
    let parked = responses.keys.sorted().filter { interview.isParked($0) }.map { question in
      Diagnostic(
        .init("fill.answer-parked"), .note, at: nil,
        ["question": .text(model.questions[question].id)])
    }
    return violated + parked
  }
}
