public import Clusters
import Interview
import Numbers
import Questionnaire
import Scoring

/// How far assessments have come, as other programs read it, schema `branda.status/1`; see
/// `docs/json.md`.
public struct EncodedStatus: Encodable, Sendable {
  let schema = "branda.status/1"
  let assessments: [Assessment]

  struct Assessment: Encodable, Sendable {
    let cluster: String
    @OrNull var name: String?
    let questionnaire: String
    /// The one that was answered.
    let version: String
    let period: String
    let status: String
    @OrNull var since: String?
    @OrNull var by: String?
    let answered: Int
    let asked: Int
    @OrNull var updated: String?
    let confirmed: Int
    let toConfirm: Int
    let returned: Int
    let members: Int
    let facilitators: Int
    @OrNull var level: String?

    enum CodingKeys: String, CodingKey {
      case cluster, name, questionnaire, version, period, status, since, by, answered, asked,
        updated
      case confirmed, returned, members, facilitators, level
      case toConfirm = "to_confirm"
    }
  }

  /// In the order given.
  public init(_ assessments: [AssessmentProgress]) {
    self.assessments = assessments.map { assessment in
      let cluster = assessment.cluster
      return Assessment(
        cluster: cluster.id, name: cluster.name, questionnaire: cluster.score.questionnaire.id,
        version: cluster.answeredVersion ?? cluster.score.questionnaire.version,
        period: cluster.period, status: cluster.status,
        since: assessment.changed?.description, by: assessment.changedBy,
        answered: cluster.interview.progress.answered, asked: cluster.interview.progress.asked,
        updated: assessment.updated?.description, confirmed: assessment.confirmed.count,
        toConfirm: assessment.confirmed.of, returned: assessment.returned,
        members: assessment.members, facilitators: assessment.facilitators,
        level: cluster.score.levelReached?.level.id)
    }
  }
}
