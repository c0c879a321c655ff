public import Comparison
public import Documents
import Numbers
import Questionnaire
import Scoring

extension Records {
  /// One row for each ranked cluster: its rank and the ranks that remain possible.
  public static func doubt(_ doubt: RankDoubt) -> Records {
    Records(
      heads: [
        "cluster", "name", "period", "status", "answered_version", "total", "rank",
        "unanswered_best",
        "unanswered_worst", "drawn_q5",
        "drawn_median", "drawn_q95", "leaving_out_best", "leaving_out_worst", "surely_ahead_of",
      ],
      rows: EncodedDoubt(doubt, ComparisonScope()).clusters.map {
        [
          .text($0.cluster), .text($0.name), .text($0.period), .text($0.status),
          .text($0.answeredVersion), .number($0.total),
          .number($0.rank), .number($0.unanswered.best), .number($0.unanswered.worst),
          .number($0.drawn.q5),
          .number($0.drawn.median), .number($0.drawn.q95), .number($0.leavingOut.best),
          .number($0.leavingOut.worst), .number($0.surelyAheadOf.count),
        ]
      })
  }

  /// One row for each cluster with two rounds: how its total has changed, and by what.
  public static func trend(_ trend: PortfolioTrend) -> Records {
    Records(
      heads: [
        "cluster", "from", "to", "total_before", "total_now", "change", "answers", "coverage",
        "caps", "level_before", "level_now", "stagnant",
        "version_before", "version_now", "total_before_by_own_version",
      ],
      rows: trend.clusters.compactMap { row in
        guard let earlier = row.earlier, let later = row.later else { return nil }
        let change = row.change
        return [
          .text(row.cluster.id), .text(earlier.period), .text(later.period),
          .number(row.before?.total.shown?.doubleValue),
          .number(later.score.total.shown?.doubleValue), .number(change?.total.doubleValue),
          .number(change?.answers.doubleValue), .number(change?.coverage.doubleValue),
          .number(change?.caps.doubleValue), .text(row.before?.levelReached?.level.id),
          .text(later.score.levelReached?.level.id), .text(row.isStagnant ? "yes" : "no"),
          .text(earlier.versionAnswered), .text(later.versionAnswered),
          .number(earlier.ownTotal?.doubleValue),
        ]
      })
  }

  /// One row for each question that members are asked, or that facilitators have rated: how far they
  /// agree with managers, and all three together.
  public static func agreement(_ table: AgreementTable) -> Records {
    let encoded = EncodedAgreement(table, ComparisonScope())
    func rows(
      _ name: String, _ agreements: [EncodedAgreement.Agreement]
    ) -> [[Records.Field]] {
      agreements.map {
        [
          .text($0.question), .text(name), .number($0.clusters), .number($0.alpha),
          .number($0.kappa), .number($0.iccMean?.value), .number($0.iccMean?.low),
          .number($0.iccMean?.high), .number($0.difference),
        ]
      }
    }
    let together: [[Records.Field]] = encoded.together.map {
      [
        .text($0.question), .text("all"), .number($0.clusters), .number($0.alpha), .text(nil),
        .number($0.iccMean?.value), .number($0.iccMean?.low), .number($0.iccMean?.high), .text(nil),
      ]
    }
    return Records(
      heads: [
        "question", "with", "clusters", "alpha", "kappa", "icc", "icc_low", "icc_high",
        "difference",
      ],
      rows: rows("members", encoded.questions) + rows("facilitators", encoded.facilitators)
        + together)
  }
}
