import Comparison
import Diagnostics
import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

/// Tables of invented clusters against a second computation, written out.
@Suite struct ComparisonTests {
  /// Three questions of equal weight, answered in per cent and scored as answered, in two
  /// capacities of equal weight: the total is (2p + q + r) / 4.
  static let text = """
    questionnaire: test
    version: 1.0.0
    languages: [en]
    title: T
    scoring: {minimum_coverage: 50}
    capacities:
      - id: a
        title: A
        questions: [{id: p, ask: P, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}]
      - id: b
        title: B
        questions:
          - {id: q, ask: Q, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}
          - {id: r, ask: R, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}
    levels:
      - {id: l1, title: L1}
      - {id: l2, title: L2, requires: {total: 50}}
      - {id: l3, title: L3, requires: {total: 80}}
    """

  private func load(_ text: String) throws -> Questionnaire {
    try #require(Questionnaire.load(SourceFile(name: "test.yaml", text: text)).value)
  }

  /// An assessment with the given answers in per cent, `nil` for none.
  private func assess(_ model: Questionnaire, _ answers: [Int?]) -> AssessmentScore {
    let given = answers.enumerated().compactMap { index, answer in
      answer.map { (index, Response(answer: .value(.number(DecimalNumber($0))))) }
    }
    return score(
      Interview(
        model, context: Interview.Context(reportingYear: 2026),
        responses: Dictionary(uniqueKeysWithValues: given)))
  }

  private func cluster(_ id: String, _ score: AssessmentScore) -> ComparedCluster {
    ComparedCluster(id: id, name: id.uppercased(), period: "2026", score: score)
  }

  @Test func order() throws {
    let model = try load(Self.text)
    let answers: [(String, [Int?])] = [
      ("none", [nil, nil, nil]), ("c", [50, 50, 50]), ("b", [80, 70, nil]), ("a", [50, 40, 60]),
      ("half", [nil, 10, 10]), ("d", [90, 90, 90]),
    ]
    let table = try ComparisonTable(
      model, answers.map { cluster($0.0, assess(model, $0.1)) }, minimum: 4)
    let rows = table.rows.map { row in
      let rank = row.rank.map { "\($0.value) (\($0.best)–\($0.worst))" } ?? "–"
      let percentile = row.percentile.map(\.description) ?? "–"
      return "\(row.cluster.id) \(rank) \(percentile) \(row.cluster.score.level ?? -1)"
    }
    #expect(
      rows == [
        "d 1 (1–1) 175/2 2", "b 2 (2–2) 125/2 1", "a 3 (3–3) 25 1",
        "c 3 (3–3) 25 1", "half – – 0", "none – – 0",
      ])
    let everyone = try #require(table.everyone)
    #expect(everyone.group.members.count == 6)
    #expect(everyone.total?.count == 4)
    #expect(table.measures.map { everyone.distribution(of: $0)?.count } == [4, 5])
    #expect(try ComparisonTable(model, []).everyone == nil)
  }

  /// Ranks, their intervals, percentiles and quartiles of random groups.
  @Test func againstNaiveComputations() throws {
    let model = try load(Self.text)
    var random = SplitMix(seed: 11)
    var mistakes: [String] = []
    for round in 0..<60 {
      let answers = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<3).map { question -> Int? in
          let value = Int.random(in: 0...4, using: &random) * 25
          return question == 2 && Bool.random(using: &random) ? nil : value
        }
      }
      // Fourths: the low, the value and the high of each total.
      let ranges = answers.map { answer -> [Int] in
        let known = 2 * (answer[0] ?? 0) + (answer[1] ?? 0)
        guard let third = answer[2] else {
          return [known, known + (answer[1] ?? 0), known + 100]
        }
        return Array(repeating: known + third, count: 3)
      }
      let table = try ComparisonTable(
        model, answers.enumerated().map { cluster("c\($0)", assess(model, $1)) }, minimum: 1)
      for row in table.rows {
        guard let index = Int(row.cluster.id.dropFirst()), let rank = row.rank else { continue }
        let values = ranges.map { $0[1] }
        let own = values[index]
        let ends = Self.ranks(of: index, ranges)
        let expected =
          "\(1 + values.count { $0 > own }) \(ends.best) \(ends.worst) "
          + Self.text(
            100 * values.count { $0 < own } + 50 * values.count { $0 == own }, values.count)
        let found =
          "\(rank.value) \(rank.best) \(rank.worst) \(row.percentile?.description ?? "–")"
        if found != expected { mistakes.append("round \(round): \(found), not \(expected)") }
      }
      let quartiles = try #require(table.everyone?.total)
      let found = [
        quartiles.minimum, quartiles.firstQuartile, quartiles.median, quartiles.thirdQuartile,
        quartiles.maximum,
      ].map(\.description)
      let expected = Self.quartiles(ranges.map { $0[1] })
      if found != expected { mistakes.append("round \(round): \(found), not \(expected)") }
    }
    #expect(mistakes == [])
  }

  /// The best and the worst rank over every way in which each total stands at one of its ends.
  private static func ranks(of index: Int, _ ranges: [[Int]]) -> (best: Int, worst: Int) {
    let ranks = (0..<(1 << ranges.count)).map { ways in
      let values = ranges.enumerated().map { $1[ways >> $0 & 1 == 0 ? 0 : 2] }
      return 1 + values.count { $0 > values[index] }
    }
    return (ranks.min() ?? 0, ranks.max() ?? 0)
  }

  /// Five numbers of totals in fourths, by (4 − f)·xⱼ + f·xⱼ₊₁ in sixteenths.
  private static func quartiles(_ values: [Int]) -> [String] {
    let sorted = values.sorted()
    return (0...4).map { quarter in
      let (place, fraction) = ((sorted.count - 1) * quarter).quotientAndRemainder(dividingBy: 4)
      let next = sorted[min(place + 1, sorted.count - 1)]
      return text((4 - fraction) * sorted[place] + fraction * next, 16)
    }
  }

  private static func text(_ numerator: Int, _ denominator: Int) -> String {
    Rational(numerator: Int128(numerator), denominator: Int128(denominator))?.description ?? "–"
  }

  @Test func trends() throws {
    let model = try load(Self.text)
    let changed = try load(
      Self.text.replacing("id: a\n", with: "id: z\n").replacing(
        "version: 1.0.0", with: "version: 2.0.0"))
    let earlier = assess(model, [40, 40, 41])
    let later = assess(model, [80, 90, nil])
    let trend = try #require(try Trend(from: earlier, to: later))
    #expect(trend.total == Rational(numerator: 179, denominator: 4))
    #expect(trend.capacities == [40, Rational(numerator: 99, denominator: 2)])
    #expect(trend.levels == 2)
    #expect(try Trend(from: earlier, to: assess(changed, [10, 20, 30])) == nil)

    let mixed = [cluster("a", earlier), cluster("b", assess(changed, [10, 20, 30]))]
    #expect(throws: ComparisonFailure.differentModel(clusters: ["b"])) {
      try ComparisonTable(model, mixed)
    }
  }
}
