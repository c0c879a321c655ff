import Diagnostics
import Questionnaire

/// Collects the rules that failed, in the order in which they are applied.
struct FailureList {
  private(set) var list: [ScoringFailure] = []
  private let questionnaire: Questionnaire

  init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
  }

  mutating func add(_ subject: ScoringFailure.Subject, _ reason: RuleFailure?, at place: Place?) {
    guard let reason else { return }
    list.append(ScoringFailure(subject: subject, reason: reason, place: place))
  }

  mutating func add(practices: [PracticeResult?]) {
    for case let result? in practices where result.failure != nil {
      let practice = questionnaire.questions[result.question].practice
      // Without a condition of its own it is the question's points that failed, told of below.
      guard let condition = practice?.condition else { continue }
      add(.practice(result.question), result.failure, at: condition.place)
    }
  }

  mutating func add(questions: [QuestionScore?], caps: [CapResult], _ scores: NodeScores) {
    for (index, score) in questions.enumerated() where score?.failure != nil {
      let question = questionnaire.questions[index]
      add(
        .question(index), score?.failure, at: question.points.expression?.place ?? question.place)
    }
    for cap in caps { add(.cap(id: cap.id), cap.failure, at: cap.place) }
    for node in questionnaire.nodes {
      guard let reason = scores.nodes[node.node].failure else { continue }
      // What failed below takes the scores above with it and is told of once.
      guard node.children.allSatisfy({ scores.nodes[$0].failure == nil }) else { continue }
      add(.node(node.node), .arithmetic(reason), at: node.place)
    }
    if let reason = scores.total.failure, scores.nodes.allSatisfy({ $0.failure == nil }) {
      add(.total, .arithmetic(reason), at: nil)
    }
  }

  mutating func add(levels: [LevelResult], caps: [CapResult], checks: [CheckResult]) {
    for (index, level) in levels.enumerated() {
      for gate in level.gates where gate.failure != nil {
        add(.gate(level: index, id: gate.condition.id), gate.failure, at: gate.failedAt)
      }
    }
    for cap in caps { add(.cap(id: cap.id), cap.failure, at: cap.place) }
    for (index, check) in checks.enumerated() {
      for result in check.conditions where result.failure != nil {
        add(
          .check(index, condition: result.condition.id), result.failure, at: result.failedAt)
      }
    }
  }
}
