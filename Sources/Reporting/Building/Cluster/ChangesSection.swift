import Clusters
import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// What has changed since the round before, and what did it; over three rounds or more the course of
  /// every score, too. Nothing in a first round.
  mutating func addChanges(_ reported: ReportedCluster, _ words: Words) {
    guard let trend = reported.trend, let earlier = trend.earlier, let later = trend.later else {
      return
    }
    let texts = words.texts
    let rounds = trend.cluster.rounds
    add(
      heading: texts("report.changes", ["period": .text(earlier.period)]), anchor: "changes")
    addVersions(
      of: rounds.map { ($0.period, $0) }, on: later.score.questionnaire, words)
    let hasCourse = rounds.count > 2
    guard let before = trend.before, let moved = trend.trend else {
      if hasCourse { add(words.courses(trend.cluster, later.score)) }
      return
    }
    addVersions(of: trend, words)
    let changes = ScoreChanges(trend, moved, before, words)
    let sentence = words.sentence(
      changes, before, later.score, hasLevels: trend.hasComparableLevels)
    if !sentence.isEmpty { add(paragraph: sentence) }
    if hasCourse {
      add(words.courses(trend.cluster, later.score))
      add(words.table(of: changes, caption: true))
    } else {
      add(words.slopes(changes, later.score))
    }
    guard let change = trend.change else {
      if moved.total != nil { add(paragraph: texts("trend.not-taken-apart")) }
      return
    }
    add(list: words.sources(of: change, later.score))
    let effects = words.effectTable(change, atMost: 10)
    guard !effects.rows.isEmpty else { return }
    add(heading: texts("trend.questions"), depth: 2)
    add(effects)
    add(paragraph: texts("report.changes.shares"))
  }
}

extension Words {
  /// `Total: 66.0 → 68.1 (+2.1). Level: Developing → Mature.`
  fileprivate func sentence(
    _ changes: ScoreChanges, _ earlier: AssessmentScore, _ later: AssessmentScore, hasLevels: Bool
  ) -> String {
    let level =
      hasLevels ? texts("report.changes.level", ["level": .text(levels(earlier, later))]) : ""
    guard let total = changes.rows.last, let before = shown(total.before, total.scale),
      let now = shown(total.now, total.scale), let change = total.change
    else { return hasLevels ? texts("report.changes.no-total") + " " + level : "" }
    let moved = texts(
      "report.changes.total",
      ["before": .text(before), "now": .text(now), "change": .text(self.change(change))])
    return moved + " " + level
  }

  private func shown(_ share: Rational?, _ scale: Scale) -> String? {
    share.map { score((try? scale.shown($0)) ?? $0) }
  }

  /// Three rounds or more: a small picture for each score, of the last eight rounds.
  fileprivate func courses(
    _ cluster: ClusterRounds, _ score: AssessmentScore
  ) -> Document.Figure {
    let rounds = cluster.rounds.suffix(8)
    let model = score.questionnaire
    let scores = rounds.map { $0.score(by: model) }
    typealias Course = (title: String, scale: Scale, shares: [Rational?])
    var courses: [Course] = model.capacities.map { capacity in
      (
        self(capacity.title), score.nodes[capacity.node].scale,
        scores.map { $0?.nodes[capacity.node].value }
      )
    }
    courses.append((texts("table.total"), score.total.scale, scores.map { $0?.total.value }))
    let axis = ScoreAxis(of: courses.map(\.scale))
    let levels = scores.map { score in
      score.map { Document.Cell.text(level(of: $0)) } ?? .missing("–")
    }
    let rows = courses.enumerated().map { place, course in
      [place == courses.count - 1 ? Document.Cell.strong(course.title) : .text(course.title)]
        + course.shares.map { share in
          cell(share.map { (try? course.scale.shown($0)) ?? $0 })
        }
    }
    return Document.Figure(
      title: texts(
        "report.changes.courses",
        ["from": .text(rounds.first?.period ?? ""), "to": .text(rounds.last?.period ?? "")]),
      description: texts("report.changes.courses-description", ["count": .count(rounds.count)]),
      chart: .lines(
        Document.LineCharts(
          axis: axis.axis(self), dates: rounds.map(\.period),
          panels: courses.enumerated().map { place, course in
            Document.LineCharts.Panel(
              course.title,
              values: course.shares.map { axis.reading($0, on: course.scale, self) },
              isEmphasised: place == courses.count - 1)
          }, absent: texts("report.no-score"))),
      table: Document.Table(
        columns: [.init(texts("table.capacity"))] + rounds.map { .init($0.period, .number) },
        rows: Array(rows.dropLast()),
        footer: rows.suffix(1) + [[.text(texts("table.level"))] + levels]))
  }

  /// What the change of the total is made of, where there is more than one thing.
  fileprivate func sources(
    of change: ChangeDecomposition, _ score: AssessmentScore
  ) -> [[Document.Span]] {
    let sources = [
      ("answers", change.answers), ("coverage", change.coverage), ("caps", change.caps),
    ].filter { $0.1 != .zero }
    return sources.map { name, effect in
      [
        .text(texts("report.changes.by-\(name)") + ": "),
        .strong(score.total.shown(change: effect).map(self.change) ?? "–"),
      ]
    }
  }
}
