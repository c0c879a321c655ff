public import Comparison
import Numbers
import Questionnaire
import Scoring

/// A comparison as other programs read it, schema `branda.comparison/1`; see `docs/json.md`.
public struct EncodedComparison: Encodable, Sendable {
  let schema = "branda.comparison/1"
  let questionnaire: EncodedQuestionnaire
  @OrNull var period: String?
  let peers: EncodedPeers
  let clusters: [Cluster]
  let distribution: [String: EncodedDistribution?]
  let leftOut: [String]

  enum CodingKeys: String, CodingKey {
    case schema, questionnaire, period, peers, clusters, distribution
    case leftOut = "left_out"
  }

  struct EncodedPeers: Encodable, Sendable {
    let by: String
    @OrNull var group: String?
    let n: Int
    let fallback: [String]
    let suppressed: Bool
  }

  struct Cluster: Encodable, Sendable {
    let cluster: String
    let period: String
    let form: String
    @OrNull var total: Double?
    @OrNull var rank: EncodedRank?
    @OrNull var percentile: Double?
    let coverage: EncodedCoverage
    @OrNull var level: String?
    let capacities: [String: Double?]
  }

  struct EncodedRank: Encodable, Sendable {
    let value: Int
    let best: Int
    let worst: Int
  }

  struct EncodedDistribution: Encodable, Sendable {
    let n: Int
    let min: Double
    let q1: Double
    let median: Double
    let q3: Double
    let max: Double

    /// - Parameter scale: On which the numbers are written.
    init(_ distribution: Distribution, on scale: Scale) {
      func shown(_ share: Rational) -> Double { ((try? scale.shown(share)) ?? share).doubleValue }
      n = distribution.count
      min = shown(distribution.minimum)
      q1 = shown(distribution.firstQuartile)
      median = shown(distribution.median)
      q3 = shown(distribution.thirdQuartile)
      max = shown(distribution.maximum)
    }
  }

  /// - Parameters:
  ///   - period: The round compared; `nil` when each cluster stands with its latest.
  ///   - leftOut: Assessments that could not be read.
  public init(_ table: ComparisonTable, period: String?, leftOut: [String] = []) {
    self.leftOut = leftOut
    let model = table.questionnaire
    questionnaire = EncodedQuestionnaire(model)
    self.period = period
    peers = EncodedPeers(
      by: table.peers.by.rawValue, group: nil, n: table.peers.count, fallback: [],
      suppressed: false)
    clusters = table.rows.map { row in
      let score = row.cluster.score
      return Cluster(
        cluster: row.cluster.id, period: row.cluster.period,
        form: score.formIdentifier, total: score.total.shown?.doubleValue,
        rank: row.rank.map { EncodedRank(value: $0.value, best: $0.best, worst: $0.worst) },
        percentile: row.percentile?.doubleValue,
        coverage: EncodedCoverage(score.total.coverage), level: score.levelReached?.level.id,
        capacities: byIdentifier(model, score.capacities.map { $0.shown?.doubleValue }))
    }
    var distribution = byIdentifier(
      model,
      zip(model.capacities, table.capacities).map { capacity, distribution in
        distribution.map { EncodedDistribution($0, on: capacity.rule.scale) }
      })
    // `updateValue` keeps the key of a missing distribution, which a subscript would remove.
    distribution.updateValue(
      table.total.map { EncodedDistribution($0, on: model.scoring.total.scale) }, forKey: "total")
    self.distribution = distribution
  }
}

private func byIdentifier<Value>(
  _ questionnaire: Questionnaire, _ values: [Value]
) -> [String: Value] {
  Dictionary(
    zip(questionnaire.capacities.map(\.id), values), uniquingKeysWith: { first, _ in first })
}
