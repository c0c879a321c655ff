import CEL
import Interview
import Numbers
import Questionnaire
import TestKit
import Testing

/// After every step of a random interview on a random model, everything must be as if it had been
/// worked out anew from the stored answers by the plainest way.
@Suite struct RandomWalkTests {
  @Test(arguments: 0..<40) func stepsAgreeWithANaiveReEvaluation(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let scenario = try Scenario(Self.model(&random))
    var interview = scenario.interview
    for _ in 0..<60 {
      let question = Int.random(in: interview.questionnaire.questions.indices, using: &random)
      let before = interview
      let answer: Answer? =
        switch Int.random(in: 0..<8, using: &random) {
        case 0: nil
        case 1: .noData
        case 2: .notApplicable(reason: nil)
        default: .value(.number(.init(Int.random(in: 0...3, using: &random))))
        }
      let change = interview.record(answer, for: question)
      let naive = Naive(interview)
      #expect(interview.asked == naive.asked)
      #expect(Set(interview.problems.filter { $0.code == .constraint }) == naive.violations)
      let (was, now) = (Set(before.asked), Set(interview.asked))
      #expect(Set(change.shown) == now.subtracting(was))
      #expect(Set(change.hidden) == was.subtracting(now))
      #expect(
        Set(before.problems).subtracting(change.cleared).union(change.raised)
          == Set(interview.problems))
      // A fresh interview on the same responses is the same interview.
      let responses = interview.questionnaire.questions.indices.compactMap { index in
        interview.response(to: index).map { (index, $0) }
      }
      let fresh = Interview(
        interview.questionnaire, context: interview.context,
        responses: Dictionary(uniqueKeysWithValues: responses))
      #expect(fresh.values == interview.values && fresh.problems == interview.problems)
      #expect(fresh.progress == interview.progress && fresh.asked == interview.asked)
      let places = interview.questionnaire.questions.indices
      #expect(places.map(fresh.visibilityIsOpen) == places.map(interview.visibilityIsOpen))
    }
  }

  /// Questions whose conditions read any of the earlier ones, and constraints that read any.
  private static func model(_ random: inout SplitMix) -> String {
    let count = Int.random(in: 3...9, using: &random)
    return (0..<count).map { index in
      var line = "{id: q\(index), ask: Q, answer: integer, not_applicable: allowed"
      if index > 0, Bool.random(using: &random) {
        let terms = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          let other = Int.random(in: 0..<index, using: &random)
          let limit = Int.random(in: 0...3, using: &random)
          return
            "q\(other) \(["<", ">=", "==", "!="].randomElement(using: &random) ?? "<") \(limit)"
        }
        let join = Bool.random(using: &random) ? " && " : " || "
        line += ", show_if: \"\(terms.joined(separator: join))\""
      }
      if Bool.random(using: &random) {
        let other = Int.random(in: 0..<count, using: &random)
        line += ", require: [{if: \"this <= q\(other)\", say: no more than q\(other)}]"
      }
      return line + "}"
    }.joined(separator: "\n")
  }
}

/// The plainest way: walks the questions in their order, which in these models no condition reads
/// against, and keeps nothing.
private struct Naive {
  var asked: [Int] = []
  var violations: Set<Problem> = []

  init(_ interview: Interview) {
    let model = interview.questionnaire
    var values = interview.values
    for question in model.questions {
      values[question.index] = .unknown(.init(.init(index: question.index)))
    }
    for question in model.questions {
      if let condition = question.showIf, condition.program.evaluate(values) != .bool(true) {
        continue
      }
      asked.append(question.index)
      if case .value(.number(let number)) = interview.response(to: question.index)?.answer {
        values[question.index] = .int(number.significand)
      }
    }
    for question in asked {
      guard case .int = values[question] else { continue }
      for constraint in model.questions[question].constraints
      where constraint.condition.program.evaluate(values) == .bool(false) {
        violations.insert(Problem(.constraint, question, message: constraint.say))
      }
    }
  }
}
