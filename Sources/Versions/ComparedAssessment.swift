/// One stored assessment under two versions.
public struct ComparedAssessment: Sendable {
  /// The cluster's identifier.
  public let cluster: String
  /// What people call it.
  public let name: String
  /// The round.
  public let period: String
  /// What becomes of it.
  public let difference: AssessmentDifference

  /// An assessment and what becomes of it.
  public init(cluster: String, name: String, period: String, difference: AssessmentDifference) {
    self.cluster = cluster
    self.name = name
    self.period = period
    self.difference = difference
  }
}
