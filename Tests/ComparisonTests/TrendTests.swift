import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

@testable import Comparison

/// Changes in parts that add up, transitions between levels, and standing still.
@Suite struct TrendTests {
  @Test(arguments: [
    "roll_up: mean", "roll_up: minimum", "roll_up: harmonic_mean", "roll_up: median",
  ])
  func partsAddUpToTheChange(_ rollUp: String) throws {
    let sample = try DoubtSample(rollUp: rollUp)
    let before = sample.randomScores(25, seed: 40)
    let after = sample.randomScores(25, seed: 41)
    var mistakes: [String] = []
    for (earlier, later) in zip(before, after) {
      guard let change = try ChangeDecomposition(from: earlier, to: later),
        let start = earlier.total.value, let end = later.total.value
      else { continue }
      let total = try end.subtracting(start)
      let parts = try Rational.sum(change.parts.map(\.effect))
      let kinds = try Rational.sum([change.answers, change.coverage, change.caps])
      let capacities = try Rational.sum(change.capacities)
      if change.total != total || parts != total || kinds != total || capacities != total {
        mistakes.append("\(total): \(parts) \(kinds) \(capacities)")
      }
      // The way back undoes the way there, part by part.
      let back = try #require(try ChangeDecomposition(from: later, to: earlier))
      for (part, reverse) in zip(change.parts, back.parts)
      where part.effect != reverse.effect.negated {
        mistakes.append("\(part.subject): \(part.effect) and \(reverse.effect)")
      }
    }
    #expect(mistakes == [])
  }

  /// Of a weighted mean each part does weight × change; what comes and goes is apart.
  @Test func partsOfAWeightedMean() throws {
    let sample = try DoubtSample()
    let change = try #require(
      try ChangeDecomposition(
        from: sample.score([40, 40, 40, 50, 50, 20]), to: sample.score([60, 20, 40, 50, 50, 80])))
    #expect(
      change.parts.map { "\($0.subject) \($0.effect)" }
        == ["question(0) 20/3", "question(1) -20/9", "question(5) 20/3"])
    #expect(
      change.capacities == [
        Rational(numerator: 40, denominator: 9)!, Rational(numerator: 20, denominator: 3)!,
      ])
    #expect(change.improved == [0, 5] && change.kept == [2, 3, 4] && change.fell == [1])
    #expect(change.coverage == .zero && change.caps == .zero)

    let answered = try #require(
      try ChangeDecomposition(
        from: sample.score([40, nil, 40, 50, 50, 20]), to: sample.score([40, 100, 40, 50, 50, 20])))
    #expect(answered.answers == .zero && answered.coverage == answered.total)
    #expect(answered.parts.map(\.isCoverage) == [true])
  }

  /// Rounds by different versions are compared by the later one only, or not at all.
  @Test func changesOfTheModelAreNoChanges() throws {
    let old = try DoubtSample()
    let new = try DoubtSample(rollUp: "roll_up: minimum")
    let answers = [40, 40, 40, 80, 50, 20]
    let (earlier, rescored) = (old.score(answers), new.score(answers))
    let later = new.score([60, 40, 40, 80, 50, 20])
    #expect(try Trend(from: earlier, to: later) == nil)
    #expect(try ChangeDecomposition(from: earlier, to: later) == nil)
    func trend(_ rescored: AssessmentScore?) throws -> ClusterTrend {
      try PortfolioTrend(
        new.model,
        [
          ClusterRounds(
            id: "a", name: "A",
            rounds: [
              .init(period: "2025", score: earlier, rescored: rescored),
              .init(period: "2026", score: later),
            ])
        ]
      ).clusters[0]
    }
    let blind = try trend(nil)
    #expect(
      blind.compared != nil && blind.before == nil && blind.trend == nil && blind.change == nil)
    let seeing = try trend(rescored)
    let change = try #require(seeing.change)
    #expect(change.total == Rational(numerator: 20, denominator: 3))
    #expect(seeing.trend?.total == change.total && change.answers == change.total)
  }

  @Test func portfolio() throws {
    let sample = try DoubtSample()
    func rounds(_ id: String, _ values: [Int]) -> ClusterRounds {
      ClusterRounds(
        id: id, name: id,
        rounds: values.enumerated().map { place, value in
          .init(
            period: String(2022 + 2 * place),
            score: sample.score(Array(repeating: value, count: 6)))
        })
    }
    let clusters = [
      rounds("still", [40, 41, 40]), rounds("rising", [40, 41, 80]), rounds("new", [70]),
      rounds("fallen", [80, 70, 30]), rounds("short", [40, 40]),
    ]
    let trend = try PortfolioTrend(sample.model, clusters)
    let rows = trend.clusters.map { trend in
      "\(trend.cluster.id) \(trend.earlier?.period ?? "–") \(trend.later?.period ?? "–") "
        + "\(trend.change?.total.description ?? "–") \(trend.isStagnant)"
    }
    #expect(
      rows == [
        "fallen 2024 2026 -40 false", "new – – – false", "rising 2024 2026 39 false",
        "short 2022 2024 0 false", "still 2024 2026 -1 true",
      ])
    #expect([trend.improved, trend.kept, trend.fell] == [1, 1, 2])
    #expect(
      trend.transitions.counts == [[0, 0, 0, 0], [0, 2, 0, 1], [0, 0, 0, 0], [0, 1, 0, 0]])
    #expect(trend.transitions.before(1) == 3 && trend.transitions.now(1) == 3)

    let wide = try PortfolioTrend(sample.model, clusters.reversed(), from: "2022", to: "2026")
    #expect(
      wide.clusters.map { $0.change?.total.description ?? "–" } == ["-50", "–", "40", "–", "0"])
  }
}
