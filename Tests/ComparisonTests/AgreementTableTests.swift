import Diagnostics
import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

@testable import Comparison

/// Managers, members and facilitators side by side, question by question.
@Suite struct AgreementTableTests {
  private static let text = """
    questionnaire: rated
    version: 1.0.0
    languages: [en]
    title: Rated
    profile: [{id: founded, ask: Y, answer: {year: {min: 1990}}}]
    capacities:
      - id: a
        title: A
        questions:
          - {id: trust, ask: T, asked_of: [manager, members], answer: {ladder: [A, B, C, D, E]}}
          - {id: plan, ask: P, answer: {ladder: [A, B, C, D, E]}}
    """

  /// Ratings of `trust`: the manager's, the members' mean, and those of facilitators.
  private static func table(
    _ ratings: [(manager: Double?, members: Double?, facilitators: [Double])]
  ) throws -> AgreementTable {
    let checked = Questionnaire.load(SourceFile(name: "rated.yaml", text: text))
    let model = try #require(checked.value, "\(checked.diagnostics)")
    let (founded, trust) = (
      try #require(model.index(of: "founded")), try #require(model.index(of: "trust"))
    )
    let score = Scorer(model).score(Interview(model, context: .init(reportingYear: 2026)))
    return AgreementTable(
      model,
      ratings.map { rating in
        RatedAssessment(
          score: score, manager: rating.manager.map { [trust: $0] } ?? [:],
          members: rating.members.map { [trust: $0] } ?? [:],
          facilitators: rating.facilitators.map { [trust: $0, founded: 2001] })
      })
  }

  /// Each figure against the coefficient of the ratings it is said to be of.
  @Test func eachSideIsMeasuredAgainstTheManager() throws {
    let ratings: [(manager: Double?, members: Double?, facilitators: [Double])] = [
      (5, 4.25, [4]), (3, 3, [3, 2]), (2, 2.5, []), (4, 2.75, [4]), (1, 1.25, [2]), (4, 3.5, [3]),
      (3, nil, [3]), (nil, 2, [2]), (5, nil, []),
    ]
    let table = try Self.table(ratings)
    #expect(table.members.map(\.question) == [1])
    // Facts are not rated, nor is what nobody rated.
    #expect(table.facilitators.map(\.question) == [1])
    let members = try #require(table.members.first)
    let pairs: [[Double]] = [[5, 4.25], [3, 3], [2, 2.5], [4, 2.75], [1, 1.25], [4, 3.5]]
    #expect(members.clusters == 6 && members.alpha == KrippendorffAlpha.value(pairs, .ordinal))
    #expect(members.icc == IntraclassCorrelation(pairs))
    // (−0.75 + 0 + 0.5 − 1.25 + 0.25 − 0.5) ÷ 6
    #expect(((members.difference ?? 0) + 1.75 / 6).magnitude < 1e-12)
    let facilitators = try #require(table.facilitators.first)
    let means: [[Double]] = [[5, 4], [3, 2.5], [4, 4], [1, 2], [4, 3], [3, 3]]
    #expect(facilitators.clusters == 6)
    #expect(facilitators.alpha == KrippendorffAlpha.value(means, .ordinal))
    // Of 2.5 the nearest step upward is 3.
    #expect(
      facilitators.kappa
        == WeightedKappa.value([(4, 3), (2, 2), (3, 3), (0, 1), (3, 2), (2, 2)], steps: 5))
    #expect(facilitators.icc == IntraclassCorrelation(means))
    let together = try #require(table.together.first)
    let units: [[Double]] = [
      [5, 4.25, 4], [3, 3, 3, 2], [2, 2.5], [4, 2.75, 4], [1, 1.25, 2], [4, 3.5, 3], [3, 3],
      [2, 2],
    ]
    #expect(together.clusters == 8 && together.complete == 5)
    #expect(together.alpha == KrippendorffAlpha.value(units, .ordinal))
    #expect(
      together.icc
        == IntraclassCorrelation([
          [5, 4.25, 4], [3, 3, 2.5], [4, 2.75, 4], [1, 1.25, 2], [4, 3.5, 3],
        ]))
  }

  @Test func fewerThanFiveHaveNoFigures() throws {
    let table = try Self.table([
      (5, 4, [4]), (3, 3, [2]), (2, 2, [2]), (4, 3, [4]), (1, nil, []),
    ])
    for row in table.members + table.facilitators {
      #expect(row.isSuppressed && row.alpha == nil && row.kappa == nil && row.icc == nil)
    }
    let together = try #require(table.together.first)
    #expect(together.isSuppressed && together.lacksComplete)
    #expect(together.alpha == nil && together.icc == nil)
  }

  @Test func fullAgreementIsTold() throws {
    let same = try Self.table((0..<5).map { (Double($0), nil, [Double($0)]) })
    #expect(same.facilitators.map(\.isFull) == [true])
    // Nothing varies: undefined, and yet all say the same.
    let constant = try Self.table((0..<5).map { _ in (3, nil, [3]) })
    #expect(constant.facilitators.map(\.isFull) == [true])
    let turned = try Self.table(
      [(1, nil, [2]), (2, nil, [1])] + (3..<6).map { (Double($0), nil, [Double($0)]) })
    #expect(turned.facilitators.map(\.isFull) == [false])
  }
}
