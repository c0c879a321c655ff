import TestKit
import Testing

@testable import Comparison

/// Coefficients against published worked examples and against other ways to the same number.
@Suite struct AgreementTests {
  /// Four observers, twelve units (Krippendorff, “Computing Krippendorff's alpha-reliability”).
  private static let observers: [[Double?]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
  ]

  @Test(arguments: [
    (KrippendorffAlpha.Metric.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849),
  ])
  func alphaOfKrippendorffsExample(
    _ metric: KrippendorffAlpha.Metric, _ expected: Double
  ) throws {
    let units = (0..<12).map { unit in Self.observers.compactMap { $0[unit] } }
    let alpha = try #require(KrippendorffAlpha.value(units, metric))
    #expect((alpha - expected).magnitude < 0.0005)
    let turned = try #require(
      KrippendorffAlpha.value(units.reversed().map { $0.reversed() }, metric))
    #expect((turned - alpha).magnitude < 1e-14)
  }

  @Test func undefinedWithoutVariance() {
    #expect(KrippendorffAlpha.value([[2, 2], [2, 2, 2]], .ordinal) == nil)
    #expect(KrippendorffAlpha.value([[1], [2], []], .ordinal) == nil)
    #expect(WeightedKappa.value([(1, 1), (1, 1)], steps: 3) == nil)
    #expect(WeightedKappa.value([], steps: 3) == nil)
    #expect(IntraclassCorrelation([[3, 3], [3, 3], [3, 3]]) == nil)
    #expect(IntraclassCorrelation([[1, 2]]) == nil)
    #expect(InternalConsistency.alpha([[1, 2], [1, 2], [1, 2]]) == nil)
    #expect(InternalConsistency.omega([[1, 2, 3], [2, 2, 1], [3, 2, 4], [1, 2, 2]]) == nil)
    #expect(InternalConsistency.itemRest([[1, 2, 3], [1, 4, 1], [1, 3, 5]])[0] == nil)
  }

  /// The interval alpha against one less the mean squared difference in units over that in all, by
  /// pairs of single ratings.
  @Test func alphaByPairs() throws {
    var random = SplitMix(seed: 9)
    for _ in 0..<40 {
      let units = (0..<8).map { _ in
        (0..<(random.below(4) + 1)).map { _ in Double(random.below(5)) }
      }
      let paired = units.filter { $0.count > 1 }
      let all = Array(paired.joined())
      var within = 0.0
      for unit in paired {
        for (i, a) in unit.enumerated() {
          for (j, b) in unit.enumerated() where i != j {
            within += (a - b) * (a - b) / Double(unit.count - 1)
          }
        }
      }
      var between = 0.0
      for a in all { for b in all { between += (a - b) * (a - b) } }
      let n = Double(all.count)
      let expected = between > 0 ? 1 - (within / n) / (between / (n * (n - 1))) : nil
      let found = KrippendorffAlpha.value(units, .interval)
      #expect(found.map { $0 * 1e9 }?.rounded() == expected.map { $0 * 1e9 }?.rounded())
    }
  }

  /// Cohen (1968): 200 cases in per cent, disagreements of weight 0, 1, 3 / 1, 0, 6 / 3, 6, 0.
  @Test func kappaOfCohensExample() throws {
    let counts = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    let weights = [[0.0, 1, 3], [1, 0, 6], [3, 6, 0]]
    var pairs: [(Int, Int)] = []
    for row in 0..<3 {
      for column in 0..<3 {
        pairs += Array(repeating: (row, column), count: counts[row][column])
      }
    }
    let weighted = try #require(
      WeightedKappa.value(pairs, steps: 3) { weights[$0][$1] })
    #expect((weighted - 0.348).magnitude < 0.0005)
    // Cohen (1960), the same with all disagreements alike.
    let plain = try #require(WeightedKappa.value(pairs, steps: 3) { $0 == $1 ? 0 : 1 })
    #expect((plain - 0.492).magnitude < 0.0005)
    // With squares it does not depend on where the scale begins.
    #expect(
      WeightedKappa.value(pairs, steps: 3)
        == WeightedKappa.value(pairs.map { ($0.0 + 1, $0.1 + 1) }, steps: 4))
  }

  /// Six targets, four judges (Shrout and Fleiss, 1979): .29 and .62; the intervals as R's psych
  /// prints them.
  @Test func correlationOfShroutAndFleiss() throws {
    let ratings: [[Double]] = [
      [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ]
    let found = try #require(IntraclassCorrelation(ratings))
    func text(_ estimate: Estimate) -> [Double] {
      [estimate.value, estimate.low, estimate.high].map { ($0 * 1000).rounded() / 1000 }
    }
    #expect(text(found.single) == [0.290, 0.019, 0.761])
    #expect(text(found.mean) == [0.620, 0.071, 0.927])
  }

  /// Whatever people answer, a figure is a number with its interval around it, or undefined.
  @Test func neverNotANumber() {
    var random = SplitMix(seed: 3)
    var (mistakes, defined): ([[[Double]]], Int) = ([], 0)
    for _ in 0..<1500 {
      let (units, raters, steps) = (2 + random.below(6), 2 + random.below(3), 2 + random.below(4))
      let ratings = (0..<units).map { _ in
        (0..<raters).map { _ in Double(random.below(steps)) }
      }
      let icc = IntraclassCorrelation(ratings)
      let estimates = [icc?.single, icc?.mean, InternalConsistency.alpha(ratings)].compactMap(
        \.self)
      let single =
        [
          KrippendorffAlpha.value(ratings, .ordinal), InternalConsistency.omega(ratings),
          WeightedKappa.value(ratings.map { (Int($0[0]), Int($0[1])) }, steps: steps),
        ].compactMap(\.self) + InternalConsistency.itemRest(ratings).compactMap(\.self)
      defined += estimates.count
      if !single.allSatisfy({ $0.isFinite && $0 <= 1 + 1e-9 })
        || !estimates.allSatisfy({
          $0.low.isFinite && $0.high.isFinite && $0.low <= $0.value && $0.value <= $0.high
            && $0.value <= 1 + 1e-9
        })
      {
        mistakes.append(ratings)
      }
    }
    #expect(mistakes == [] && defined > 2000, "\(defined)")
  }

  @Test func consistencyOfParallelQuestions() throws {
    // One thing measured three times, exactly: alpha and omega are 1.
    let same = (0..<10).map { unit in Array(repeating: Double(unit), count: 3) }
    let alpha = try #require(InternalConsistency.alpha(same))
    #expect((alpha.value - 1).magnitude < 1e-12 && (alpha.low - 1).magnitude < 1e-9)
    #expect(InternalConsistency.itemRest(same).map { $0 ?? 0 } == [1, 1, 1])
    // By the formula of Spearman and Brown for k questions that all correlate by r.
    let loadings = try #require(
      OneFactor.loadings((0..<4).map { a in (0..<4).map { a == $0 ? 1 : 0.36 } }))
    #expect(loadings.allSatisfy { ($0 - 0.6).magnitude < 1e-9 })
    // Correlations made by loadings give the loadings back.
    let made = [0.9, 0.7, 0.5, 0.3]
    let found = try #require(
      OneFactor.loadings(made.map { a in made.map { a == $0 ? 1 : a * $0 } }))
    #expect(zip(found, made).allSatisfy { ($0 - $1).magnitude < 1e-9 })
  }

  /// Alpha against the mean of all split halves by Rulon and Flanagan's formula (Cronbach, 1951).
  @Test func alphaIsTheMeanOfAllSplitHalves() throws {
    var random = SplitMix(seed: 12)
    let items = (0..<25).map { _ in
      let level = random.below(5)
      return (0..<4).map { _ in Double(level + random.below(3)) }
    }
    func variance(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / Double(values.count)
      return values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count - 1)
    }
    let halves = [(0, 1), (0, 2), (0, 3)].map { a, b in
      let first = items.map { $0[a] + $0[b] }
      let sums = items.map { $0.reduce(0, +) }
      let second = zip(sums, first).map { $0 - $1 }
      return 2 * (1 - (variance(first) + variance(second)) / variance(sums))
    }
    let alpha = try #require(InternalConsistency.alpha(items))
    #expect((alpha.value - halves.reduce(0, +) / 3).magnitude < 1e-12)
    #expect(alpha.low < alpha.value && alpha.value < alpha.high)
  }
}
