import Numbers
import Questionnaire

/// Collects the rules that failed, in the order in which they are applied.
struct FailureList {
  private(set) var list: [ScoringFailure] = []
  private let questionnaire: Questionnaire

  init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
  }

  mutating func add(
    _ subject: ScoringFailure.Subject, _ reason: RuleFailure?, at expression: Expression
  ) {
    guard let reason else { return }
    list.append(ScoringFailure(subject: subject, reason: reason, place: expression.place))
  }

  mutating func add(questions: [QuestionScore?], capacities: [Score], total: Score) {
    for (index, score) in questions.enumerated() {
      guard let reason = score?.failure else { continue }
      let question = questionnaire.questions[index]
      list.append(
        ScoringFailure(
          subject: .question(index), reason: reason,
          place: question.points.expression?.place ?? question.place))
    }
    for (index, score) in capacities.enumerated() {
      guard let reason = score.failure else { continue }
      list.append(
        ScoringFailure(
          subject: .capacity(index), reason: .arithmetic(reason),
          place: questionnaire.capacities[index].place))
    }
    // A capacity that failed takes the total with it and has been told of already.
    if let reason = total.failure, capacities.allSatisfy({ $0.failure == nil }) {
      list.append(ScoringFailure(subject: .total, reason: .arithmetic(reason), place: nil))
    }
  }

  mutating func add(levels: [LevelResult], checks: [CheckResult]) {
    for (index, level) in levels.enumerated() {
      for gate in level.gates where gate.failure != nil {
        guard let expression = gate.condition.expressions.first else { continue }
        add(.gate(level: index, id: gate.condition.id), gate.failure, at: expression)
      }
    }
    for (index, check) in checks.enumerated() {
      for result in check.conditions where result.failure != nil {
        guard let expression = result.condition.expressions.first else { continue }
        add(.check(index, condition: result.condition.id), result.failure, at: expression)
      }
    }
  }
}
