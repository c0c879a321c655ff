public import Clusters
public import Documents
import Interview
import Numbers
import Questionnaire
import Scoring

extension Records {
  /// One row for each assessment of one model: who, level, total, coverage, every capacity.
  public static func scores(_ assessments: [AssessedCluster]) -> Records {
    let capacities = assessments.first?.score.questionnaire.capacities ?? []
    return Records(
      heads: scoreHeads(capacities),
      rows: assessments.map {
        scoreFields(
          $0.score, of: $0.id, $0.name, $0.period, status: $0.status,
          answeredVersion: $0.answeredVersion)
      })
  }

  static func scoreHeads(_ capacities: [ScoreNode]) -> [String] {
    [
      "cluster", "name", "period", "status", "questionnaire", "version", "answered_version", "form",
      "level", "level_number", "total", "low", "high", "answered", "applicable",
    ] + capacities.flatMap { [$0.id, $0.id + "_low", $0.id + "_high"] }
  }

  static func scoreFields(
    _ score: AssessmentScore, of cluster: String, _ name: String?, _ period: String,
    status: String?, answeredVersion: String?
  ) -> [Field] {
    let level = score.levelReached?.level
    return [
      .text(cluster), .text(name), .text(period), .text(status),
      .text(score.questionnaire.id), .text(score.questionnaire.version),
      .text(answeredVersion), .text(score.formIdentifier), .text(level?.id), .number(level?.number),
    ] + numbers(score.total) + [
      .number(score.total.coverage.answered), .number(score.total.coverage.applicable),
    ] + score.capacities.flatMap(numbers)
  }

  /// One row for each question of one assessment, whatever became of it.
  public static func answers(_ assessed: AssessedCluster) -> Records {
    Records(
      heads: [
        "question", "code", "capacity", "status", "confidential", "value", "band_from",
        "band_below",
        "reason", "points", "score", "comment", "has_evidence", "evidence", "confirmed_by",
        "confirmed_on",
      ],
      rows: assessed.interview.questionnaire.questions.map { question in
        let answer = EncodedAnswer(question, of: assessed)
        return [
          .text(answer.question), .text(answer.code), .text(answer.capacity),
          .text(answer.status), word(answer.confidential), field(answer.value),
          .number(answer.band?.from), .number(answer.band?.below), .text(answer.reason),
          .number(answer.points), .number(answer.score), .text(answer.comment),
          word(answer.hasEvidence), evidence(answer.evidence), .text(answer.confirmedBy),
          .text(answer.confirmedOn),
        ]
      })
  }

  private static func numbers(_ score: Score) -> [Field] {
    [score.shown, score.shownLow, score.shownHigh].map { .number($0?.doubleValue) }
  }

  private static func word(_ isSo: Bool) -> Field { .text(isSo ? "yes" : "no") }

  /// All proofs in one cell, each on a line of its own.
  private static func evidence(_ proofs: [EncodedAnswer.EncodedEvidence]) -> Field {
    let lines = proofs.map { $0.text + ($0.validUntil.map { " (\($0))" } ?? "") }
    return lines.isEmpty ? .empty : .text(lines.joined(separator: "\n"))
  }

  private static func field(_ value: PlainValue?) -> Field {
    switch value {
    case nil: .empty
    case .integer(let integer): .number(integer)
    case .decimal(let number): .number(number.description)
    case .text(let text): .text(text)
    case .list(let items): .text(items.joined(separator: " "))
    }
  }
}
