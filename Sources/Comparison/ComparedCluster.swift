public import Numbers
public import Scoring

/// One cluster's assessment of one round.
public struct ComparedCluster: Sendable {
  /// The cluster's identifier; rows with equal totals are ordered by it.
  public let id: String
  /// What people call the cluster; it plays no part in the order.
  public let name: String
  /// The round, such as `2026` or `2026-H1`.
  public let period: String
  /// The version of the questionnaire that was answered, where another one scored the answers and that
  /// may be told.
  public let answeredVersion: String?
  /// The state of the work, by the word of the results format, such as `draft`; `nil` where that may not
  /// be told.
  public let status: String?
  /// By a model with the digest of the table's, or the table is refused.
  public let score: AssessmentScore
  /// In which groups it is.
  public let facts: ClusterFacts

  /// One row's worth; a cluster may come with several rounds. By default in the group of all alone.
  public init(
    id: String, name: String, period: String, answeredVersion: String? = nil,
    status: String? = nil, score: AssessmentScore, facts: ClusterFacts = ClusterFacts()
  ) {
    self.id = id
    self.name = name
    self.period = period
    self.answeredVersion = answeredVersion
    self.status = status
    self.score = score
    self.facts = facts
  }
}

/// Why clusters cannot be compared.
public enum ComparisonFailure: Error, Sendable, Equatable {
  /// These clusters were scored by another version of the model, or by another model.
  case differentModel(clusters: [String])
  case arithmetic(ArithmeticFailure)
}
