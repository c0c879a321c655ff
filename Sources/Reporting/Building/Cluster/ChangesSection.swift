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

/// The scores of two rounds by one version, by capacity and in all.
private struct ScoreChanges {
  struct Row {
    let title: String
    let scale: Scale
    /// Shares of 0–100.
    let before: Rational?
    let now: Rational?
    /// On the scale.
    let change: Rational?
    /// What the capacity does to the total, on the scale of the total; `nil` where that is not known.
    let effect: Rational?
  }

  let before: String
  let now: String
  /// The total is the last.
  let rows: [Row]
  let hasEffects: Bool

  init(
    _ trend: ClusterTrend, _ moved: Trend, _ old: AssessmentScore, _ words: Words
  ) {
    before = trend.earlier?.period ?? ""
    now = trend.later?.period ?? ""
    let score = trend.later?.score ?? old
    let change = trend.change
    hasEffects = change != nil
    var rows = score.questionnaire.capacities.map { capacity in
      let own = score.nodes[capacity.node]
      return Row(
        title: words(capacity.title), scale: own.scale,
        before: old.nodes[capacity.node].value, now: own.value,
        change: own.shown(change: moved.capacities[capacity.capacity]),
        effect: score.total.shown(change: change?.capacities[capacity.capacity]))
    }
    rows.append(
      Row(
        title: words.texts("table.total"), scale: score.total.scale, before: old.total.value,
        now: score.total.value, change: score.total.shown(change: moved.total),
        effect: change.flatMap { score.total.shown(change: try? Rational.sum($0.capacities)) }))
    self.rows = rows
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

  fileprivate func table(of changes: ScoreChanges, caption: Bool) -> Document.Table {
    var columns: [Document.Table.Column] = [
      .init(texts("table.capacity")), .init(changes.before, .number), .init(changes.now, .number),
      .init(texts("table.change"), .number),
    ]
    if changes.hasEffects { columns.append(.init(texts("trend.effect"), .number)) }
    func number(_ share: Rational?, _ scale: Scale) -> Document.Cell {
      cell(share.map { (try? scale.shown($0)) ?? $0 })
    }
    let rows = changes.rows.enumerated().map { place, row in
      let isTotal = place == changes.rows.count - 1
      return [
        isTotal ? .strong(row.title) : .text(row.title), number(row.before, row.scale),
        number(row.now, row.scale),
      ]
        + [cell(change: row.change)] + (changes.hasEffects ? [cell(change: row.effect)] : [])
    }
    return Document.Table(
      caption: caption
        ? texts(
          "report.changes.caption",
          ["before": .text(changes.before), "now": .text(changes.now)]) : nil,
      columns: columns, rows: Array(rows.dropLast()), footer: Array(rows.suffix(1)))
  }

  /// Two rounds: a line for each score.
  fileprivate func slopes(
    _ changes: ScoreChanges, _ score: AssessmentScore
  ) -> Document.Figure {
    let axis = ScoreAxis(of: changes.rows.map(\.scale))
    let (rose, same, fell) = changes.directions
    return Document.Figure(
      title: texts(
        "report.changes.title", ["before": .text(changes.before), "now": .text(changes.now)]),
      description: texts(
        "report.changes.description",
        ["rose": .count(rose), "same": .count(same), "fell": .count(fell)]),
      chart: .slope(
        Document.SlopeChart(
          axis: axis.axis(self), before: changes.before, now: changes.now,
          lines: changes.rows.enumerated().map { place, row in
            Document.SlopeChart.Line(
              row.title, before: axis.reading(row.before, on: row.scale, self),
              now: axis.reading(row.now, on: row.scale, self),
              isEmphasised: place == changes.rows.count - 1)
          })),
      table: table(of: changes, caption: false))
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

extension ScoreChanges {
  /// How many capacities have risen, stayed and fallen, towards better and worse.
  fileprivate var directions: (rose: Int, same: Int, fell: Int) {
    let pairs = rows.dropLast().compactMap { row in
      row.before.flatMap { before in row.now.map { (before, $0) } }
    }
    return (
      pairs.count { $0.1 > $0.0 }, pairs.count { $0.1 == $0.0 }, pairs.count { $0.1 < $0.0 }
    )
  }
}
