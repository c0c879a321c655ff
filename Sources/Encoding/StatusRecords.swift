public import Clusters
public import Documents

extension Records {
  /// One row for each assessment: how far it has come.
  public static func status(_ assessments: [AssessmentProgress]) -> Records {
    Records(
      heads: [
        "cluster", "name", "questionnaire", "version", "period", "status", "since", "by",
        "answered",
        "asked", "updated", "confirmed", "to_confirm", "returned", "members", "level",
        "facilitators",
      ],
      rows: EncodedStatus(assessments).assessments.map {
        [
          .text($0.cluster), .text($0.name), .text($0.questionnaire), .text($0.version),
          .text($0.period),
          .text($0.status), .text($0.since), .text($0.by), .number($0.answered),
          .number($0.asked), .text($0.updated), .number($0.confirmed), .number($0.toConfirm),
          .number($0.returned), .number($0.members), .text($0.level),
          .number($0.facilitators),
        ]
      })
  }
}
