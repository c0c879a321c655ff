import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

/// The range beside a score against every way of answering what is open.
@Suite struct RangeTests {
  /// A question of a random model, and how an assessment stands to it.
  struct RandomQuestion {
    enum Fate: CaseIterable { case answered, unanswered, noData, notApplicable, hiddenForNow }

    var id: String
    var points: [Int]
    var weight: Int
    var fate: Fate
    var step: Int

    func yaml() -> String {
      let show = fate == .hiddenForNow ? ", show_if: show_\(id) == 'yes'" : ""
      return ladder(
        id, steps: points.count,
        "points: \(points), weight: \(weight), not_applicable: allowed\(show)")
    }

    /// The answers to it in the assessment as it stands.
    var answer: [String: String] {
      switch fate {
      case .answered: [id: "\(step)"]
      case .unanswered, .hiddenForNow: [:]
      case .noData: [id: "-"]
      case .notApplicable: [id: "n/a"]
      }
    }

    /// Every way of answering it that is open.
    func outcomes(blocked: Bool) -> [[String: String]] {
      let steps = (1...points.count).map { [id: "\($0)"] }
      return switch fate {
      case .answered: [answer]
      case .unanswered, .noData: steps
      case .notApplicable: blocked ? steps : [answer]
      case .hiddenForNow:
        [["show_\(id)": "no"]]
          + steps.map { $0.merging(["show_\(id)": "yes"]) { a, _ in a } }
      }
    }
  }

  struct RandomModel {
    var rollUp: RollUp
    var total: RollUp
    var missing: [MissingPolicy]
    var capacityWeights: [Int]
    var capacities: [[RandomQuestion]]

    init(_ random: inout SplitMix) {
      func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }
      rollUp = pick([.mean, .mean, .minimum, .harmonicMean, .sum])
      total = pick([.mean, .mean, .minimum])
      missing = (0..<3).map { _ in pick(MissingPolicy.allCases) }
      capacityWeights = [
        Int.random(in: 1...3, using: &random), Int.random(in: 0...3, using: &random),
      ]
      capacities = (0..<2).map { capacity in
        (0..<Int.random(in: 1...4, using: &random)).map { number in
          let points = (0..<Int.random(in: 2...3, using: &random)).map { _ in
            Int.random(in: 1...5, using: &random)
          }
          return RandomQuestion(
            id: "q\(capacity)_\(number)", points: points,
            weight: Int.random(in: 1...3, using: &random),
            fate: pick([.answered] + RandomQuestion.Fate.allCases),
            step: Int.random(in: 1...points.count, using: &random))
        }
      }
    }

    func questionnaire() throws -> Questionnaire {
      let all = capacities.flatMap { $0 }
      let triggers = all.filter { $0.fate == .hiddenForNow }.map {
        "  - {id: show_\($0.id), ask: S, answer: yes_no}"
      }
      let sections = capacities.enumerated().map { index, questions in
        "  - {id: c\(index), title: C, weight: \(capacityWeights[index]), questions: ["
          + questions.map { $0.yaml() }.joined(separator: ", ") + "]}"
      }
      return try model(
        scoring: "roll_up: \(rollUp.name), total: \(total.name), unanswered: \(missing[0]), "
          + "no_data: \(missing[1]), not_applicable: \(missing[2]), minimum_coverage: 0",
        ((triggers.isEmpty ? [] : ["profile:"]) + triggers + ["capacities:"] + sections)
          .joined(separator: "\n"))
    }
  }

  @Test func isTight() throws {
    var random = SplitMix(seed: 7)
    var mistakes: [String] = []
    for round in 0..<500 {
      let drawn = RandomModel(&random)
      let questionnaire = try drawn.questionnaire()
      let scorer = Scorer(questionnaire)
      let now = drawn.capacities.flatMap { $0 }.reduce(into: [String: String]()) {
        $0.merge($1.answer) { a, _ in a }
      }
      let result = try scorer.score(questionnaire.interview(now))
      var attainable: [Set<Rational?>] = []
      for (index, questions) in drawn.capacities.enumerated() {
        var ways: [[String: String]] = [[:]]
        for question in questions {
          ways = ways.flatMap { way in
            question.outcomes(blocked: drawn.missing[2] == .block).map {
              way.merging($0) { a, _ in a }
            }
          }
        }
        var values = try Set(
          ways.map { try scorer.score(questionnaire.interview($0)).capacities[index].value })
        if let asItIs = result.capacities[index].value { values.insert(asItIs) }
        attainable.append(values)
        let found = values.compactMap(\.self)
        if result.capacities[index].low != found.min()
          || result.capacities[index].high != found.max()
        {
          mistakes.append(
            "round \(round), capacity \(index): \(describe(result.capacities[index]))")
        }
      }
      let totals = try Self.totals(attainable, drawn)
      if result.total.low != totals.min() || result.total.high != totals.max() {
        mistakes.append("round \(round), total: \(describe(result.total))")
      }
    }
    #expect(mistakes == [])
  }

  /// Every total that the attainable scores of the two capacities make, by the formula written out.
  private static func totals(
    _ attainable: [Set<Rational?>], _ drawn: RandomModel
  ) throws -> [Rational] {
    try attainable[0].flatMap { first in
      try attainable[1].compactMap { second in
        let parts = zip([first, second], drawn.capacityWeights).filter { $0 != nil && $1 > 0 }
        guard !parts.isEmpty else { return nil }
        if drawn.total == .minimum { return parts.compactMap(\.0).min() }
        let weights = Rational(parts.map(\.1).reduce(0, +))
        let sum = try Rational.sum(parts.compactMap { try $0?.multiplied(by: Rational($1)) })
        return try sum.divided(by: weights)
      }
    }
  }
}
