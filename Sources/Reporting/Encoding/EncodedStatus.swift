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
    let answered: Int
    let asked: Int
    @OrNull var updated: String?
    @OrNull var level: String?
  }

  /// In the order given.
  public init(_ assessments: [AssessmentProgress]) {
    self.assessments = assessments.map { assessment in
      let cluster = assessment.cluster
      return Assessment(
        cluster: cluster.id, name: cluster.name, questionnaire: cluster.score.questionnaire.id,
        period: cluster.period, status: cluster.status,
        answered: cluster.interview.progress.answered, asked: cluster.interview.progress.asked,
        updated: assessment.updated?.description, level: cluster.score.levelReached?.level.id)
    }
  }
}

extension Records {
  /// One row for each assessment: how far it has come.
  public static func status(_ assessments: [AssessmentProgress]) -> Records {
    Records(
      heads: [
        "cluster", "name", "questionnaire", "period", "status", "answered", "asked", "updated",
        "level",
      ],
      rows: EncodedStatus(assessments).assessments.map {
        [
          .text($0.cluster), .text($0.name), .text($0.questionnaire), .text($0.period),
          .text($0.status), .number($0.answered), .number($0.asked), .text($0.updated),
          .text($0.level),
        ]
      })
  }
}
