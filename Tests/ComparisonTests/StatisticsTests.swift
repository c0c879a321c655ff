import Foundation
import Testing

@testable import Comparison

/// Distributions against published tables, and drawn numbers against what their laws say.
@Suite struct StatisticsTests {
  /// Upper points of F as any printed table has them: 95 % and 97.5 %.
  @Test(arguments: [
    (0.95, 1.0, 1.0, 161.45), (0.95, 1, 10, 4.965), (0.95, 5, 10, 3.326), (0.95, 10, 5, 4.735),
    (0.95, 30, 30, 1.841), (0.975, 5, 15, 3.576), (0.975, 1, 2, 38.51), (0.95, 120, 120, 1.352),
    (0.99, 4, 20, 4.431),
  ])
  func fQuantiles(_ p: Double, _ first: Double, _ second: Double, _ expected: Double) {
    let found = FDistribution.quantile(p, first, second)
    #expect((found / expected - 1).magnitude < 2e-4)
    // The lower point is the inverse of the upper one with degrees exchanged.
    #expect((FDistribution.quantile(1 - p, second, first) * found - 1).magnitude < 1e-9)
  }

  @Test func elementaryFunctionsAgreeWithTheSystems() {
    for step in 0..<2000 {
      let x = pow(10, Double(step - 1000) / 50)
      #expect((Elementary.log(x) - log(x)).magnitude <= 4e-16 * max(1, log(x).magnitude))
      let y = Double(step - 1000) / 2
      #expect((Elementary.exp(y) / exp(y) - 1).magnitude < 1e-15)
      let z = Double(step + 1) / 7
      #expect((Elementary.logGamma(z) - lgamma(z)).magnitude < 1e-13 * max(1, lgamma(z)))
    }
    #expect(Elementary.log(0) == -.infinity && Elementary.log(-1).isNaN)
  }

  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959_963_984_540_054), (0.05, -1.644_853_626_951_472_7),
    (0.0001, -3.719_016_485_455_709), (1e-12, -7.034_483_8),
  ])
  func normalQuantiles(_ p: Double, _ expected: Double) {
    #expect((NormalDistribution.quantile(p) - expected).magnitude < 1e-7)
  }

  /// The first numbers of xoshiro256** from the state 1, 2, 3, 4, as its authors' code gives them.
  @Test func generator() {
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    #expect(
      (0..<4).map { _ in generator.next() } == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
    var (one, other) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1, stream: 1))
    #expect(one.next() != other.next())
  }

  /// Means and variances of a hundred thousand numbers, within five standard errors.
  @Test(arguments: [0.3, 1.0, 2.5, 40.0])
  func gamma(_ shape: Double) {
    var generator = SeededGenerator(seed: 6)
    let count = 100_000
    let numbers = (0..<count).map { _ in generator.gamma(shape: shape) }
    let mean = numbers.reduce(0, +) / Double(count)
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
    #expect((mean - shape).magnitude < 5 * (shape / Double(count)).squareRoot())
    // The fourth central moment of the gamma distribution is 3·shape² + 6·shape.
    let error = ((2 * shape * shape + 6 * shape) / Double(count)).squareRoot()
    #expect((variance - shape).magnitude < 5 * error)
    #expect(numbers.allSatisfy { $0 > 0 })
  }
}
