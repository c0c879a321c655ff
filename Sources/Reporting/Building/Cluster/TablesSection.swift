import Clusters
import Documents
import Language
import Questionnaire
import Scoring
import Wording

extension Document {
  /// What the sections before leave out: scores of all parts, what every level asks for, facts about
  /// the cluster.
  mutating func addTables(of assessed: AssessedCluster, _ words: Words) {
    let texts = words.texts
    let score = assessed.score
    let model = score.questionnaire
    add(heading: texts("report.tables"), anchor: "tables")
    if model.nodes.count > model.capacities.count || !model.aspects.isEmpty {
      add(heading: texts("report.tables.scores"), depth: 2)
      add(words.capacityTable(score))
    }
    add(heading: texts("report.tables.levels"), depth: 2)
    add(words.levelTable(score))
    if !model.profile.isEmpty {
      add(heading: texts("report.facts"), depth: 2)
      addAnswers(to: model.profile, of: assessed, showsPoints: false, words)
    }
  }
}

extension Words {
  /// Every condition of every level, from the lowest on, and how the assessment stands to it.
  fileprivate func levelTable(_ score: AssessmentScore) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.level")), .init(texts("table.condition")), .init(texts("table.state")),
      ],
      rows: score.levels.indices.flatMap { place -> [[Document.Cell]] in
        let level = score.levels[place].level
        let title = "\(level.number). " + self(level.title)
        let conditions = LevelConditions(of: place, score).all
        guard !conditions.isEmpty else {
          return [
            [.text(title), .text(texts("report.tables.no-conditions")), self.cell(Status.met)]
          ]
        }
        return conditions.map { condition in
          [.text(title), .text(need(condition.need, score)), self.cell(condition.status)]
        }
      }, keyColumns: 2)
  }
}
