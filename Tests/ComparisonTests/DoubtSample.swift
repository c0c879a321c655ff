import Diagnostics
import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

/// A model with groups of several weights, depths and roll-ups, and invented answers in per cent.
struct DoubtSample {
  static let text = """
    questionnaire: test
    version: 1.0.0
    languages: [en]
    title: T
    scoring: {minimum_coverage: 0}
    capacities:
      - id: a
        title: A
        weight: 2
        questions:
          - {id: p, ask: P, weight: 3, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}
          - {id: q, ask: Q, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}
          - {id: r, ask: R, weight: 2, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}
      - id: b
        title: B
        ROLL_UP
        parts:
          - id: c
            title: C
            weight: WEIGHT
            questions:
              - {id: s, ask: S, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}
              - {id: t, ask: T, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}
          - id: d
            title: D
            questions:
              - {id: u, ask: U, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}
    levels:
      - {id: l1, title: L1}
      - {id: l2, title: L2, requires: {total: 50}}
      - {id: l3, title: L3, requires: {total: 60, every_capacity: 40}, gates: [{id: g, if: p >= 50, say: P}]}
    """

  let model: Questionnaire

  /// - Parameter rollUp: Of one of the capacities, such as `roll_up: minimum`.
  init(rollUp: String = "roll_up: mean") throws {
    let isRanking = rollUp.contains("median") || rollUp.contains("best")
    let text = Self.text.replacing("ROLL_UP", with: rollUp)
      .replacing("WEIGHT", with: isRanking ? "1" : "2")
    let loaded = Questionnaire.load(SourceFile(name: "test.yaml", text: text))
    model = try #require(loaded.value, "\(loaded.diagnostics)")
  }

  func score(_ answers: [Int?]) -> AssessmentScore {
    let given = answers.enumerated().compactMap { index, answer in
      answer.map { (index, Response(answer: .value(.number(DecimalNumber($0))))) }
    }
    return Scoring.score(
      Interview(
        model, context: Interview.Context(reportingYear: 2026),
        responses: Dictionary(uniqueKeysWithValues: given)))
  }

  /// Answers in steps, some of them missing, at least one in each capacity.
  func randomScores(_ count: Int, seed: UInt64) -> [AssessmentScore] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in
      score(
        (0..<6).map { question in
          let value = 20 * random.below(6)
          return question % 3 > 0 && random.below(5) == 0 ? nil : value
        })
    }
  }
}
