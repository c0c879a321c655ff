import Diagnostics
import Foundation
import Interview
import Numbers
import Planning
import Questionnaire
import Scoring
import TestKit
import Testing

/// Plans against every combination of answers there is, on random small models of every rule.
@Suite struct BruteForceTests {
  private static let confirmation = Day(year: 2026, month: 1, day: 2).map {
    Confirmation(by: "F", on: $0)
  }

  /// The least effort, then the fewest questions, over all combinations that attain the level.
  static func least(
    _ random: RandomModel, _ scorer: Scorer, _ interview: Interview, to target: Int
  ) -> (effort: Int, questions: Int)? {
    let standing = Set(interview.problems)
    var best: (effort: Int, questions: Int)?
    var ways: [[(way: Int?, cost: Int)]] = []
    for item in random.items {
      let answers = item.ways.indices.compactMap { way -> (way: Int?, cost: Int)? in
        way == item.present ? nil : item.cost(of: way).map { (way, $0) }
      }
      ways.append([(nil, 0)] + answers)
    }
    var counter = Array(repeating: 0, count: ways.count)
    var isOver = false
    while !isOver {
      let effort = zip(ways, counter).reduce(0) { $0 + $1.0[$1.1].cost }
      let questions = counter.count { $0 > 0 }
      if best.map({ (effort, questions) < ($0.effort, $0.questions) }) ?? true {
        var trial = interview
        for (index, place) in counter.enumerated() {
          guard let way = ways[index][place].way else { continue }
          _ = trial.record(.value(random.items[index].ways[way]), for: index)
        }
        for index in random.items.indices { trial.confirm(confirmation, for: index) }
        let isSound = trial.problems.allSatisfy { $0.severity != .error || standing.contains($0) }
        if isSound, let level = scorer.score(trial).level, level >= target {
          best = (effort, questions)
        }
      }
      isOver = true
      for index in counter.indices {
        counter[index] += 1
        if counter[index] < ways[index].count {
          isOver = false
          break
        }
        counter[index] = 0
      }
    }
    return best
  }

  static let count = ProcessInfo.processInfo.environment["BRANDA_PLANS"].flatMap(Int.init) ?? 200

  @Test(arguments: 0..<8) func noCombinationOfAnswersIsCheaper(block: Int) throws {
    var failures: [String] = []
    var counts = (planned: 0, proved: 0, impossible: 0, reached: 0)
    for seed in stride(from: block, to: Self.count, by: 8) {
      let random = RandomModel(seed: UInt64(seed))
      let loaded = Questionnaire.load(SourceFile(name: "random.yaml", text: random.text))
      guard let model = loaded.value else {
        let reasons = loaded.diagnostics.map { "\($0.code.rawValue) \($0.arguments)" }
        failures.append("seed \(seed): \(reasons)\n\(random.text)")
        continue
      }
      let scorer = Scorer(model)
      let interview = random.interview(model, year: 2026)
      let plan = Planner(scorer).plan(interview, to: 1)
      var year = 2026
      if case .attainable(let ways) = plan.outcome { year = ways.reportingYear }
      let inYears = (2026...year).map {
        Self.least(random, scorer, random.interview(model, year: $0), to: 1)
      }
      let least = inYears.last.flatMap(\.self)
      if inYears.dropLast().contains(where: { $0 != nil }) {
        failures.append("seed \(seed): not before \(year)")
      }
      switch (plan.outcome, least) {
      case (.reached, let least?) where least == (0, 0): counts.reached += 1
      case (.impossible, nil): counts.impossible += 1
      case (.attainable(let ways), let least?):
        counts.planned += 1
        let best = ways.best
        counts.proved += ways.isProvedSmallest ? 1 : 0
        let cost = (best.effort, best.improvements.count)
        let isLeast = cost == (Rational(least.effort), least.questions)
        if ways.isProvedSmallest ? !isLeast : cost < (Rational(least.effort), least.questions) {
          failures.append(
            "seed \(seed): \(best.effort) with \(best.improvements.count), least \(least)\n\(best.improvements.map { "\(model.questions[$0.question].id) \($0.from) \($0.to) \($0.effort)" })\n\(random.text)"
          )
        }
        if (best.after.level ?? -1) < 1 { failures.append("seed \(seed): not attained") }
        for other in ways.alternatives
        where (other.after.level ?? -1) < 1 || other.effort != best.effort
          || other.improvements.count != best.improvements.count
        {
          failures.append("seed \(seed): an alternative that is none")
        }
      case (.attainable(let ways), nil):
        failures.append(
          "seed \(seed): \(ways.best.effort), though nothing attains it\n\(random.text)")
      case (.undecided, _): failures.append("seed \(seed): given up")
      case (_, let least):
        failures.append(
          "seed \(seed): not found, \(String(describing: least))\n\(random.text)")
      }
    }
    #expect(failures.isEmpty, "\(failures.prefix(12).joined(separator: "\n"))")
    #expect(counts.proved > 3 && counts.proved * 10 > counts.planned * 9 && counts.impossible > 0)
  }
}
