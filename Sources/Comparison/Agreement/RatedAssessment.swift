public import Scoring

/// One cluster's answers as its manager gave them, and what members and facilitators make of it.
///
/// All are numbers by place in `Questionnaire.questions`: steps, numbers, or 1 and 0 for yes and no;
/// absent where there is no such answer.
public struct RatedAssessment: Sendable {
  /// The manager's answers, scored.
  public let score: AssessmentScore
  /// The manager's answers.
  public let manager: [Int: Double]
  /// The means of the members' answers, where enough members answered.
  public let members: [Int: Double]
  /// Of each facilitator who has rated the cluster.
  public let facilitators: [[Int: Double]]

  /// By default no facilitator has rated the cluster.
  public init(
    score: AssessmentScore, manager: [Int: Double], members: [Int: Double],
    facilitators: [[Int: Double]] = []
  ) {
    self.score = score
    self.manager = manager
    self.members = members
    self.facilitators = facilitators
  }

  /// The mean of what the facilitators say; `nil` where none has.
  func facilitatorsMean(of question: Int) -> Double? {
    let ratings = facilitators.compactMap { $0[question] }
    return ratings.isEmpty ? nil : ratings.reduce(0, +) / Double(ratings.count)
  }
}
