public import Comparison
public import Documents
import Numbers
import Questionnaire
import Scoring

extension Records {
  /// One row for each cluster of a comparison: its scores, its rank, its position among its peers, and
  /// what stands below the capacities, where the comparison has it.
  public static func comparison(_ table: ComparisonTable, order: ComparisonOrder) -> Records {
    let model = table.questionnaire
    let capacities = Set(Breakdown.capacity.measures(of: model))
    // The capacities stand in the row already.
    let detail = table.detail.filter { !capacities.contains($0) }
    let heads =
      scoreHeads(model.capacities) + [
        "rank", "rank_best", "rank_worst", "peers_by", "peers_group", "peers_n", "percentile",
      ] + detail.map { $0.identifier(in: model) }
    return Records(
      heads: heads,
      rows: table.rows(in: order).map { row in
        let cluster = row.cluster
        let group = row.peers.group
        return scoreFields(
          cluster.score, of: cluster.id, cluster.givenName, cluster.period, status: cluster.status,
          answeredVersion: cluster.answeredVersion) + [
            .number(row.rank?.value), .number(row.rank?.best), .number(row.rank?.worst),
            .text(group?.grouping.word(in: model)), .text(group?.word(in: model)),
            .number(group?.members.count), .number(row.percentile?.doubleValue),
          ] + detail.map { .number($0.shown(cluster.score.share($0), in: model)) }
      })
  }

  /// One row for each score of one cluster, beside its peers in bands.
  public static func position(_ position: PublishedPosition) -> Records {
    let model = position.questionnaire
    let heads = [
      "cluster", "name", "period", "status", "score", "own", "percentile", "n", "q1_low", "q1_high",
      "median_low",
      "median_high", "q3_low", "q3_high", "best_low", "best_high", "peers_by", "peers_group",
    ]
    let group = position.peers.group
    return Records(
      heads: heads,
      rows: position.standings.map { standing in
        let measure = standing.measure
        let spread = standing.peers.spread
        let bounds = [
          spread?.firstQuartile, standing.peers.median, spread?.thirdQuartile, spread?.best,
        ]
        return [
          .text(position.cluster.id), .text(position.cluster.givenName),
          .text(position.cluster.period), .text(position.cluster.status),
          .text(measure.identifier(in: model)), .number(measure.shown(standing.own, in: model)),
          .number(standing.percentile?.doubleValue), .number(standing.peers.count),
        ] + bounds.flatMap { [$0?.low, $0?.high] }.map { .number(measure.shown($0, in: model)) } + [
          .text(group?.grouping.word(in: model)), .text(group?.word(in: model)),
        ]
      })
  }
}

extension ComparedCluster {
  /// The name, where the assessment gives one.
  var givenName: String? { name == id ? nil : name }
}
