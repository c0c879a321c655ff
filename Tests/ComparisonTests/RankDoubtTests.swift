import Numbers
import Questionnaire
import Scoring
import Testing

@testable import Comparison

/// Ranks with doubt: ties, leaving out, other views, coverage, against a second computation.
@Suite struct RankDoubtTests {
  private func cluster(_ id: String, _ score: AssessmentScore) -> ComparedCluster {
    ComparedCluster(id: id, name: id.uppercased(), period: "2026", score: score)
  }

  private var terms: RankDoubt.Terms {
    var terms = RankDoubt.Terms()
    terms.draws = 400
    return terms
  }

  @Test func standings() throws {
    let sample = try DoubtSample()
    let answers: [(String, [Int?])] = [
      ("low", [0, 0, 0, 0, 0, 0]), ("tied2", [60, 60, 60, 60, 60, 60]),
      ("top", [100, 100, 100, 100, 100, 100]), ("tied1", [60, 60, 60, 60, 60, 60]),
      ("half", [80, nil, nil, nil, nil, 80]), ("none", [nil, nil, nil, nil, nil, nil]),
      ("close", [100, 0, 60, 60, 60, 60]),
    ]
    let clusters = answers.map { cluster($0.0, sample.score($0.1)) }
    let doubt = try RankDoubt(
      sample.model, clusters, terms,
      views: clusters.map { $0.id == "low" ? [100] : [] })
    let rows = doubt.standings.map { row in
      "\(row.cluster.id) \(row.rank.value) =\(row.tiedWith) left \(row.leavingOut.best)–"
        + "\(row.leavingOut.worst) views \(row.views?.best ?? 0)–\(row.views?.worst ?? 0) "
        + "drawn \(row.drawn.low)–\(row.drawn.high) ahead \(row.surelyAheadOf.count)"
    }
    #expect(
      rows == [
        "top 1 =[] left 1–1 views 1–1 drawn 1.0–1.0 ahead 4",
        "close 2 =[] left 2–4 views 2–3 drawn 2.0–2.0 ahead 3",
        "tied1 3 =[\"tied2\"] left 2–3 views 3–4 drawn 3.0–3.0 ahead 1",
        "tied2 3 =[\"tied1\"] left 2–3 views 3–4 drawn 3.0–3.0 ahead 1",
        "low 5 =[] left 5–5 views 1–5 drawn 5.0–5.0 ahead 0",
      ])
    #expect(
      doubt.unranked.map { "\($0.cluster.id) \($0.exclusion)" }
        == ["half tooLittleAnswered", "none noTotal"])
    #expect(doubt.standings[0].levels == [0, 0, 0, 1])
    let other = try RankDoubt(sample.model, clusters.reversed(), terms)
    #expect(other.standings.map(\.cluster.id) == doubt.standings.map(\.cluster.id))
    #expect(other.standings.map(\.drawn.high) == doubt.standings.map(\.drawn.high))
  }

  /// Without a question: scored by the scorer itself with that question left out.
  @Test func leavingOutAsTheScorerDoes() throws {
    let sample = try DoubtSample()
    let scores = sample.randomScores(14, seed: 31)
    let leavingOut = try LeavingOut(RollUpTree(sample.model), scores)
    #expect(leavingOut.effects.count == 6 + 2)
    let own = LeavingOut.ranks(scores.map(\.total.value)).map { $0 ?? 0 }
    var ranges = own.map { RankRange(best: $0, worst: $0) }
    for effect in leavingOut.effects {
      let omitted: Set<Int> =
        switch effect.subject {
        case .question(let question): [question]
        case .capacity(let capacity): Set(sample.model.capacities[capacity].questions)
        }
      // The same answers, read back from the scores.
      let without = scores.map { score -> Rational? in
        sample.score(
          (0..<6).map { question in
            omitted.contains(question)
              ? nil : score.questions[question]?.score.map { Int($0.numerator) }
          }
        ).total(leaving: omitted)
      }
      let ranks = LeavingOut.ranks(without)
      let changes = zip(own, ranks).compactMap { own, rank in rank.map { abs($0 - own) } }
      for place in ranges.indices where ranks[place] != nil {
        ranges[place] = RankRange(
          best: min(ranges[place].best, ranks[place]!),
          worst: max(ranges[place].worst, ranks[place]!))
      }
      #expect(
        effect.meanChange
          == Rational(
            numerator: Int128(changes.reduce(0, +)), denominator: Int128(changes.count)))
    }
    #expect(leavingOut.ranks == ranges)
  }
}

extension AssessmentScore {
  /// The total by the sample's weights when questions leave it.
  fileprivate func total(leaving omitted: Set<Int>) -> Rational? {
    func mean(_ parts: [(Rational, Rational?)]) -> Rational? {
      var (top, bottom) = (Rational.zero, Rational.zero)
      for (weight, share) in parts {
        guard let share, let part = try? weight.multiplied(by: share) else { continue }
        top = (try? top.adding(part)) ?? top
        bottom = (try? bottom.adding(weight)) ?? bottom
      }
      return try? top.divided(by: bottom)
    }
    let shares = (0..<6).map { omitted.contains($0) ? nil : questions[$0]?.score }
    let a = mean([(3, shares[0]), (1, shares[1]), (2, shares[2])])
    let c = mean([(1, shares[3]), (1, shares[4])])
    let b = mean([(2, c), (1, shares[5])])
    return mean([(2, a), (1, b)])
  }
}
