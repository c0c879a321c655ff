public import Clusters
public import Documents
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
      case cluster, name, questionnaire, period, status, since, by, answered, asked, updated
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

extension Records {
  /// One row for each assessment: how far it has come.
  public static func status(_ assessments: [AssessmentProgress]) -> Records {
    Records(
      heads: [
        "cluster", "name", "questionnaire", "period", "status", "since", "by", "answered",
        "asked", "updated", "confirmed", "to_confirm", "returned", "members", "level",
        "facilitators",
      ],
      rows: EncodedStatus(assessments).assessments.map {
        [
          .text($0.cluster), .text($0.name), .text($0.questionnaire), .text($0.period),
          .text($0.status), .text($0.since), .text($0.by), .number($0.answered),
          .number($0.asked), .text($0.updated), .number($0.confirmed), .number($0.toConfirm),
          .number($0.returned), .number($0.members), .text($0.level),
          .number($0.facilitators),
        ]
      })
  }
}
