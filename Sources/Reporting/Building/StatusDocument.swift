public import Clusters
public import Documents
import Interview
public import Language
import Numbers
import Questionnaire
import Scoring
import Wording

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
    document.add(words.statusTable(assessments, tellsReview: true))
    return document
  }
}

extension Words {
  /// - Parameter tellsReview: Whether there are columns about who changed the state when, what is
  ///   confirmed and returned, and how many members and facilitators answered.
  func statusTable(
    _ assessments: [AssessmentProgress], tellsReview: Bool = false
  ) -> Document.Table {
    // One questionnaire needs no column of its own.
    let models = Set(assessments.map(\.cluster.interview.questionnaire.id))
    var columns = [Document.Table.Column(texts("table.cluster"))]
    if models.count > 1 { columns.append(.init(texts("table.questionnaire"))) }
    columns.append(.init(texts("table.period")))
    let keyColumns = columns.count
    columns.append(.init(texts("table.status")))
    if tellsReview { columns += [.init(texts("table.since")), .init(texts("table.by"))] }
    columns += [.init(texts("table.answered"), .number), .init(texts("table.updated"))]
    if tellsReview {
      columns += [
        .init(texts("table.confirmed"), .number), .init(texts("table.returned"), .number),
        .init(texts("table.members"), .number),
      ]
    }
    // Few rounds have a second opinion; the others need no column for it.
    let hasFacilitators = tellsReview && assessments.contains { $0.facilitators > 0 }
    if hasFacilitators { columns.append(.init(texts("table.facilitators"), .number)) }
    columns.append(.init(texts("table.level")))
    let rows = assessments.map { assessment in
      let cluster = assessment.cluster
      let progress = cluster.interview.progress
      var cells = [Document.Cell.text(cluster.shownName)]
      if models.count > 1 { cells.append(.text(self(cluster.interview.questionnaire.title))) }
      cells += [.text(cluster.period), .text(texts("status.\(cluster.status)"))]
      if tellsReview {
        cells += [
          cell(assessment.changed?.description), cell(assessment.changedBy.map(person)),
        ]
      }
      cells += [
        .text(part(progress.answered, of: progress.asked)), cell(assessment.updated?.description),
      ]
      if tellsReview {
        cells += [
          .text(part(assessment.confirmed.count, of: assessment.confirmed.of)),
          count(assessment.returned), count(assessment.members),
        ]
      }
      if hasFacilitators { cells.append(count(assessment.facilitators)) }
      cells.append(
        cell(cluster.score.levelReached.map { "\($0.level.number) " + self($0.level.title) }))
      return cells
    }
    // A cluster has several rounds, so a folded table names both on every row.
    return Document.Table(columns: columns, rows: rows, keyColumns: keyColumns)
  }

  private func cell(_ text: String?) -> Document.Cell { text.map { .text($0) } ?? .missing("–") }

  private func count(_ count: Int) -> Document.Cell { cell(count > 0 ? String(count) : nil) }

  /// The manager by what they are, others by the name that histories have.
  private func person(_ name: String) -> String {
    name == "manager" ? texts("person.manager") : name
  }
}
