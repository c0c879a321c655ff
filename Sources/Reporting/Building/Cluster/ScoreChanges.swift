import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

/// The scores of two rounds by one version, by capacity and in all.
struct ScoreChanges {
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

  /// How many capacities have risen, stayed and fallen, towards better and worse.
  var directions: (rose: Int, same: Int, fell: Int) {
    let pairs = rows.dropLast().compactMap { row in
      row.before.flatMap { before in row.now.map { (before, $0) } }
    }
    return (
      pairs.count { $0.1 > $0.0 }, pairs.count { $0.1 == $0.0 }, pairs.count { $0.1 < $0.0 }
    )
  }
}

extension Words {
  /// Before, now, by how much, and what that does to the total.
  func table(of changes: ScoreChanges, caption: Bool) -> Document.Table {
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
  func slopes(
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
}
