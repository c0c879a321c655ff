public import Comparison
import Numbers
import Questionnaire
import Scoring

/// A comparison as other programs read it, schema `branda.comparison/1`; see `docs/json.md`.
public struct EncodedComparison: Encodable, Sendable {
  let schema = "branda.comparison/1"
  let questionnaire: EncodedQuestionnaire
  @OrNull var period: String?
  let minimum: Int
  let peers: EncodedPeers
  let clusters: [Cluster]
  let distribution: [String: EncodedDistribution?]
  let groups: [Group]
  /// What stands below the capacities; absent where it was not asked for.
  let detail: Detail?
  /// Where two clusters differ; absent unless two were named.
  let differences: Differences?
  @OrNull var selection: EncodedSelection?
  let leftOut: [String]
  /// Versions answered other than that of `questionnaire`: how many assessments each.
  let answeredVersions: [String: Int]

  enum CodingKeys: String, CodingKey {
    case schema, questionnaire, period, minimum, peers, clusters, distribution, groups, detail
    case differences
    case selection
    case leftOut = "left_out"
    case answeredVersions = "answered_versions"
  }

  struct Cluster: Encodable, Sendable {
    let cluster: String
    @OrNull var name: String?
    let period: String
    @OrNull var status: String?
    let form: String
    @OrNull var answeredVersion: String?
    @OrNull var total: Double?
    @OrNull var rank: EncodedRank?
    @OrNull var percentile: Double?
    let coverage: EncodedCoverage
    @OrNull var level: String?
    let capacities: [String: Double?]
    let peers: EncodedPeers
    /// Below the best of the group, by `total` and capacity.
    let toBest: [String: Double?]
    /// Positions by capacity; only in what is told to one cluster.
    let percentiles: [String: Double?]?

    enum CodingKeys: String, CodingKey {
      case cluster, name, period, status, form, total, rank, percentile, coverage, level,
        capacities, peers
      case answeredVersion = "answered_version"
      case toBest = "to_best"
      case percentiles
    }
  }

  struct EncodedRank: Encodable, Sendable {
    let value: Int
    let best: Int
    let worst: Int
  }

  struct Group: Encodable, Sendable {
    let by: String
    @OrNull var group: String?
    let n: Int
    let distribution: [String: EncodedDistribution?]
  }

  struct Detail: Encodable, Sendable {
    let by: String
    let items: [Item]

    struct Item: Encodable, Sendable {
      let id: String
      /// By cluster and period, `alfa 2026`.
      let scores: [String: Double?]
      @OrNull var distribution: EncodedDistribution?
    }
  }

  struct Differences: Encodable, Sendable {
    let from: String
    let to: String
    let questions: [Question]

    struct Question: Encodable, Sendable {
      let id: String
      let from: Double
      let to: Double
      let difference: Double
    }
  }

  /// Everyone's scores, for those who may see them.
  ///
  /// - Parameter pair: The two clusters of the table, where two were named.
  public init(_ table: ComparisonTable, _ scope: ComparisonScope, pair: PairDifference? = nil) {
    differences = pair.map { Differences($0) }
    let model = table.questionnaire
    leftOut = scope.leftOut
    answeredVersions = scope.answeredVersions
    selection = scope.encodedSelection(in: model)
    questionnaire = EncodedQuestionnaire(model)
    period = scope.period
    minimum = table.groups.minimum
    peers = EncodedPeers(table)
    let measures = [Measure.total] + table.measures.prefix(model.capacities.count)
    clusters = table.rows.map { row in
      let profile = table.profile(of: row)
      return Cluster(
        row.cluster, rank: row.rank, percentile: row.percentile, peers: row.peers,
        toBest: byIdentifier(measures, model) { measure in
          guard let own = row.cluster.score.share(measure) else { return nil }
          let distance = try? profile?.distribution(of: measure)?.distanceToBest(from: own)
          return distance.map { length($0, on: measure.scale(in: model)) }
        },
        percentiles: nil)
    }
    func distributions(_ profile: GroupProfile?) -> [String: EncodedDistribution?] {
      byIdentifier(measures, model) { measure in
        profile?.distribution(of: measure).map {
          EncodedDistribution($0, on: measure.scale(in: model))
        }
      }
    }
    distribution = distributions(table.everyone)
    groups = table.profiles.filter { $0.group.grouping != .all }.map { profile in
      Group(
        by: profile.group.grouping.word(in: model), group: profile.group.word(in: model),
        n: profile.group.members.count, distribution: distributions(profile))
    }
    detail = Detail(table)
  }

  /// One cluster's scores and its group in bands, for that cluster.
  public init(_ position: PublishedPosition, _ scope: ComparisonScope) {
    let model = position.questionnaire
    leftOut = scope.leftOut
    answeredVersions = scope.answeredVersions
    selection = scope.encodedSelection(in: model)
    questionnaire = EncodedQuestionnaire(model)
    period = scope.period
    minimum = position.minimum
    peers = EncodedPeers(position.peers, in: model)
    let detailed = position.standings.dropFirst(1 + model.capacities.count)
    let standings = Dictionary(
      position.standings.map { ($0.measure, $0) }, uniquingKeysWith: { first, _ in first })
    let measures = [Measure.total] + Breakdown.capacity.measures(of: model)
    clusters = [
      Cluster(
        position.cluster, rank: nil, percentile: standings[.total]?.percentile,
        peers: position.peers,
        toBest: byIdentifier(measures, model) { measure in
          standings[measure]?.toBest.flatMap { bounds in
            guard let middle = try? bounds.low.adding(bounds.high).divided(by: 2) else {
              return nil
            }
            return length(middle, on: measure.scale(in: model))
          }
        },
        percentiles: byIdentifier(measures, model) { standings[$0]?.percentile?.doubleValue })
    ]
    distribution = byIdentifier(measures, model) { measure in
      standings[measure].map {
        EncodedDistribution($0.peers, on: measure.scale(in: model))
      }
    }
    groups = []
    differences = nil
    detail =
      detailed.isEmpty
      ? nil
      : Detail(
        by: Detail.word(detailed.first?.measure),
        items: detailed.map { standing in
          Detail.Item(
            id: standing.measure.identifier(in: model),
            scores: [
              position.cluster.id + " " + position.cluster.period:
                standing.measure.shown(standing.own, in: model)
            ],
            distribution: EncodedDistribution(
              standing.peers, on: standing.measure.scale(in: model)))
        })
  }
}

extension EncodedComparison.Cluster {
  init(
    _ cluster: ComparedCluster, rank: Rank?, percentile: Rational?, peers: PeerStanding,
    toBest: [String: Double?], percentiles: [String: Double?]?
  ) {
    let score = cluster.score
    let model = score.questionnaire
    self.init(
      cluster: cluster.id, name: cluster.givenName, period: cluster.period,
      status: cluster.status, form: score.formIdentifier,
      answeredVersion: cluster.answeredVersion, total: score.total.shown?.doubleValue,
      rank: rank.map { .init(value: $0.value, best: $0.best, worst: $0.worst) },
      percentile: percentile?.doubleValue, coverage: EncodedCoverage(score.total.coverage),
      level: score.levelReached?.level.id,
      capacities: byIdentifier(Breakdown.capacity.measures(of: model), model) { measure in
        measure.shown(score.share(measure), in: model)
      },
      peers: EncodedPeers(peers, in: model), toBest: toBest, percentiles: percentiles)
  }
}

extension EncodedComparison.Detail {
  fileprivate init?(_ table: ComparisonTable) {
    guard !table.detail.isEmpty else { return nil }
    let model = table.questionnaire
    self.init(
      by: Self.word(table.detail.first),
      items: table.detail.map { measure in
        Item(
          id: measure.identifier(in: model),
          scores: Dictionary(
            table.rows.map { row in
              let share = row.cluster.score.share(measure)
              return (row.cluster.id + " " + row.cluster.period, measure.shown(share, in: model))
            }, uniquingKeysWith: { first, _ in first }),
          distribution: table.everyone?.distribution(of: measure).map {
            EncodedDistribution($0, on: measure.scale(in: model))
          })
      })
  }

  fileprivate static func word(_ measure: Measure?) -> String {
    if case .question? = measure { Breakdown.question.rawValue } else { Breakdown.area.rawValue }
  }
}

extension EncodedComparison.Differences {
  fileprivate init(_ pair: PairDifference) {
    let model = pair.questionnaire
    self.init(
      from: pair.first.id, to: pair.second.id,
      questions: pair.questions.compactMap { line in
        guard let from = line.first, let to = line.second, let difference = line.difference else {
          return nil
        }
        return Question(
          id: line.measure.identifier(in: model), from: from.doubleValue, to: to.doubleValue,
          difference: difference.doubleValue)
      })
  }
}

/// How long a difference of shares is on a scale, whichever way it runs.
private func length(_ share: Rational, on scale: Scale) -> Double {
  let end = (try? scale.shown(share).subtracting(scale.from)) ?? share
  return end.magnitude.doubleValue
}

private func byIdentifier<Value>(
  _ measures: some Sequence<Measure>, _ model: Questionnaire, _ value: (Measure) -> Value?
) -> [String: Value?] {
  // `updateValue` keeps the key of a missing value, which a subscript would remove.
  var result: [String: Value?] = [:]
  for measure in measures {
    result.updateValue(value(measure), forKey: measure.identifier(in: model))
  }
  return result
}
