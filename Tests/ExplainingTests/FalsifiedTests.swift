import Numbers
import Questionnaire
import Testing

@testable import Explaining

/// An evaluation of a derivation reads its inputs: another input gives another value.
@Suite struct FalsifiedTests {
  private func score(of shares: [Rational]) -> Derivation {
    Derivation(
      .total, .rollUp(.mean, scale: .share, minimumCoverage: 50),
      shares.enumerated().map { place, share in
        Derivation(.question(place), .given, .share(share), at: nil).taking(
          Derivation.Part(weight: Rational(place + 1), treatment: .counted))
      } + [
        Derivation(.question(9), .given, .none, at: nil).taking(
          Derivation.Part(weight: 3, treatment: .leftOut(.unanswered)))
      ], .share(50), at: nil)
  }

  @Test(
    arguments: [
      ([50, 50], Derivation.Outcome.share(50)),
      ([50, 51], .share(Rational(numerator: 152, denominator: 3) ?? 0)),
      ([50], .none),
    ] as [([Rational], Derivation.Outcome)])
  func valuesFollowFromInputs(_ shares: [Rational], _ value: Derivation.Outcome) {
    #expect(score(of: shares).recomputed == value)
  }
}
