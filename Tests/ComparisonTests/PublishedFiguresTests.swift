import Numbers
import Testing

@testable import Comparison

/// Figures that others have published, beside the naive second computations.
@Suite struct PublishedFiguresTests {
  /// Quartiles of type 7: the first of eight numbers is 3.5 in the documentation of QUARTILE.INC; the
  /// others by hand, h = 10·p and h = 5·p.
  @Test(arguments: [
    ([1, 2, 4, 7, 8, 9, 10, 12], [35, 75, 92.5]),
    ([6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], [255, 400, 425]),
    ([7, 15, 36, 39, 40, 41], [202.5, 375, 397.5]),
  ])
  func quartiles(_ values: [Int], _ tenfold: [Double]) throws {
    let found = try #require(try Distribution(values.reversed().map { Rational($0) }))
    #expect(
      [found.firstQuartile, found.median, found.thirdQuartile].map { $0.doubleValue * 10 }
        == tenfold)
  }

  /// Percentiles by the mean of “below” and “at most”: SciPy's documentation has 60 for 3 among
  /// 1, 2, 3, 3, 4.
  @Test func percentiles() {
    let values = [1, 2, 3, 3, 4].map {
      Ranking.Standing(total: Rational($0), low: Rational($0), high: Rational($0))
    }
    let ranking = Ranking(values)
    // 100 × (0 + ½) ÷ 5, (1 + ½) ÷ 5, (2 + 1) ÷ 5 twice, (4 + ½) ÷ 5: 50 on average, ties or not.
    #expect(values.map { ranking.percentile(of: $0) } == [10, 30, 60, 60, 90])
  }
}
