import Interview
public import Language
public import Numbers
import Questionnaire
import Scoring

/// How far one assessment has come.
public struct AssessmentProgress: Sendable {
  /// Whose assessment of which round; a cluster stands here once for each round.
  public var cluster: AssessedCluster
  /// The day of the last change; `nil` where nothing is answered.
  public var updated: Day?

  /// An assessment and its last change.
  public init(_ cluster: AssessedCluster, updated: Day?) {
    self.cluster = cluster
    self.updated = updated
  }
}

extension Document {
  /// What `branda status` shows: one row for each assessment, in the order given.
  ///
  /// - Parameter folder: The results folder, as the user named it.
  public static func status(
    _ assessments: [AssessmentProgress], folder: String, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    var document = Document(
      title: texts("status.title", ["folder": .text(folder)]), language: texts.language)
    if assessments.isEmpty {
      document.add(paragraph: texts("status.empty", ["folder": .text(folder)]))
    }
    document.add(words.statusTable(assessments))
    return document
  }
}

extension Words {
  func statusTable(_ assessments: [AssessmentProgress]) -> Document.Table {
    // One questionnaire needs no column of its own.
    let models = Set(assessments.map(\.cluster.interview.questionnaire.id))
    var columns = [Document.Table.Column(texts("table.cluster"))]
    if models.count > 1 { columns.append(.init(texts("table.questionnaire"))) }
    columns += [
      .init(texts("table.period")), .init(texts("table.status")),
      .init(texts("table.answered"), .number), .init(texts("table.updated")),
      .init(texts("table.level")),
    ]
    let rows = assessments.map { assessment in
      let cluster = assessment.cluster
      let progress = cluster.interview.progress
      var cells = [Document.Cell.text(cluster.shownName)]
      if models.count > 1 { cells.append(.text(self(cluster.interview.questionnaire.title))) }
      cells += [
        .text(cluster.period), .text(texts("status.\(cluster.status)")),
        .text(part(progress.answered, of: progress.asked)),
        assessment.updated.map { .text($0.description) } ?? .missing("–"),
        cluster.score.levelReached.map { .text("\($0.level.number) " + self($0.level.title)) }
          ?? .missing("–"),
      ]
      return cells
    }
    // A cluster has several rounds, so a folded table names both on every row.
    return Document.Table(columns: columns, rows: rows, keyColumns: columns.count - 4)
  }
}
