import Interview
public import Numbers
import Questionnaire
import Scoring

/// How far one assessment has come.
public struct AssessmentProgress: Sendable {
  /// Whose assessment of which round; a cluster stands here once for each round.
  public var cluster: AssessedCluster
  /// The day of the last change; `nil` where nothing is answered.
  public var updated: Day?
  /// The day of the last change of its state, and who made it, as histories name people; `nil` where
  /// that is not known.
  public var changed: Day?
  /// See `changed`.
  public var changedBy: String?
  /// How many of the cluster's members have answered.
  public var members: Int

  /// By default one whose state has not changed and in which no member takes part.
  public init(
    _ cluster: AssessedCluster, updated: Day?, changed: Day? = nil, changedBy: String? = nil,
    members: Int = 0
  ) {
    self.cluster = cluster
    self.updated = updated
    self.changed = changed
    self.changedBy = changedBy
    self.members = members
  }

  /// How many of the answers that a facilitator goes through are confirmed, of how many asked.
  public var confirmed: (count: Int, of: Int) {
    let interview = cluster.interview
    let asked = interview.questionnaire.questionsToReview.filter(interview.isAsked)
    return (asked.count(where: interview.isConfirmed), asked.count)
  }

  /// How many facilitators have answered beside the manager; none where their answers were not read.
  public var facilitators: Int { cluster.facilitators.count { $0.progress.answered > 0 } }

  /// How many answers wait for a correction.
  public var returned: Int {
    let interview = cluster.interview
    return interview.asked.count { interview.response(to: $0)?.returned != nil }
  }
}
