import Clusters
import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// The scores as a dot plot with its table, and as a radar for those who are used to it.
  mutating func addProfile(_ reported: ReportedCluster, _ words: Words) {
    let texts = words.texts
    let assessed = reported.assessed
    let score = assessed.score
    let profile = Profile(reported, words)
    add(heading: texts("report.profile"), anchor: "profile", startsPage: true)
    let axis = ScoreAxis(of: profile.rows.map(\.score.scale))
    let drawn = axis.axis(words, thresholdsOf: score.questionnaire)
    let rows = profile.rows.map { row in
      DotPlot.Row(
        row.title, value: axis.reading(row.score, words), range: axis.range(row.score),
        reference: row.reference.flatMap { reference in
          axis.value(reference.place).map { Reading($0, reference.text) }
        }, isEmphasised: row.isTotal)
    }
    add(
      Figure(
        title: texts(
          "report.profile.title",
          ["cluster": .text(assessed.shownName), "period": .text(assessed.period)]),
        description: words.description(of: profile) + words.note(onMarksOf: drawn),
        chart: .dots(
          DotPlot(
            axis: drawn, rows: rows,
            valueName: assessed.period, rangeName: texts("report.profile.open"),
            referenceName: profile.referenceName, absent: texts("report.no-score"))),
        table: words.table(of: profile, score)))
    addRadar(profile, axis, words)
    add(list: words.scoreCaps(score))
  }

  /// Three to eight capacities on one scale: with fewer there is no shape, with more it cannot be read.
  private mutating func addRadar(_ profile: Profile, _ axis: ScoreAxis, _ words: Words) {
    let rows = profile.rows.filter { !$0.isTotal }
    guard axis.isShared, (3...8).contains(rows.count),
      rows.contains(where: { $0.score.value != nil }), case .figure(var figure)? = blocks.last
    else { return }
    figure.companion = Companion(
      title: words.texts("report.profile.radar", ["title": .text(figure.title)]),
      description: words.texts("report.profile.radar.description"),
      chart: .radar(
        RadarChart(
          axis: axis.axis(words),
          spokes: rows.map { row in
            RadarChart.Spoke(
              row.title, value: row.score.value.flatMap(axis.value),
              reference: row.reference.flatMap { axis.value($0.place) })
          },
          valueName: profile.period, referenceName: profile.referenceName,
          absent: words.texts("report.no-score"))))
    blocks[blocks.count - 1] = .figure(figure)
  }
}

/// What is drawn of a cluster's scores: the capacities, or the parts of the only one, then the total.
private struct Profile {
  struct Row {
    let title: String
    let score: Score
    let reference: Reference?
    let isTotal: Bool
  }

  /// What a score is compared with.
  struct Reference {
    /// The share at which it is drawn.
    let place: Rational
    /// A number, or the band that it lies in.
    let text: String
  }

  let period: String
  /// What the references are; `nil` where there are none.
  let referenceName: String?
  let rows: [Row]

  init(_ reported: ReportedCluster, _ words: Words) {
    let assessed = reported.assessed
    let score = assessed.score
    let model = score.questionnaire
    var nodes = model.capacities
    if let only = nodes.first, nodes.count == 1 {
      nodes += only.children.map { model.nodes[$0] }
    }
    let source = Source(reported)
    func row(_ title: String, _ own: Score, _ measure: Measure) -> Row {
      Row(
        title: title, score: own, reference: source.reference(measure, own, words),
        isTotal: measure == .total)
    }
    period = assessed.period
    let rows =
      nodes.map { row(words($0.title), score.nodes[$0.node], .node($0.node)) }
      + [row(words.texts("table.total"), score.total, .total)]
    self.rows = rows
    let hasAny = rows.contains { $0.reference != nil }
    referenceName = hasAny ? source.name(words) : nil
  }

  /// The round before where there is one, else the median of the peers where it may be told.
  private enum Source {
    case earlier(ClusterRounds.Round, ClusterTrend, AssessmentScore)
    case peers([PublishedPosition.Standing])
    case nothing

    init(_ reported: ReportedCluster) {
      if let trend = reported.trend, let earlier = trend.earlier, let before = trend.before {
        self = .earlier(earlier, trend, before)
      } else if let standings = reported.position?.standings {
        self = .peers(standings)
      } else {
        self = .nothing
      }
    }

    func name(_ words: Words) -> String? {
      switch self {
      case .earlier(let round, let trend, _): words.name(of: round, in: trend)
      case .peers: words.texts("report.profile.peers-median")
      case .nothing: nil
      }
    }

    func reference(_ measure: Measure, _ own: Score, _ words: Words) -> Reference? {
      switch self {
      case .earlier(_, _, let score):
        return score.share(measure).map {
          Reference(place: $0, text: words.score(own.shown($0) ?? $0))
        }
      case .peers(let standings):
        guard let median = standings.first(where: { $0.measure == measure })?.peers.median,
          let middle = median.middle
        else { return nil }
        return Reference(place: middle, text: words.fromTo(median, on: own.scale))
      case .nothing: return nil
      }
    }
  }
}

extension Words {
  fileprivate func table(of profile: Profile, _ score: AssessmentScore) -> Document.Table {
    var columns: [Document.Table.Column] = [
      .init(texts("table.capacity")), .init(texts("table.score"), .number),
      .init(scale(of: score), .picture),
      .init(texts("table.range"), .number),
    ]
    if let name = profile.referenceName { columns.append(.init(name, .number)) }
    columns.append(.init(texts("table.coverage"), .number))
    func cells(_ row: Profile.Row) -> [Document.Cell] {
      var cells: [Document.Cell] = [
        row.isTotal ? .strong(row.title) : .text(row.title), cell(row.score), bar(row.score),
        range(row.score).map { .text($0) } ?? .missing("–"),
      ]
      if profile.referenceName != nil {
        cells.append(
          row.reference.map { .text($0.text) } ?? .missing("–"))
      }
      return cells + [.text(coverage(row.score.coverage))]
    }
    return Document.Table(
      columns: columns, rows: profile.rows.filter { !$0.isTotal }.map(cells),
      footer: profile.rows.filter(\.isTotal).map(cells))
  }

  /// What a reader of the figure sees first.
  fileprivate func description(of profile: Profile) -> String {
    let scored = profile.rows.filter { !$0.isTotal && $0.score.value != nil }
    guard let first = scored.first else { return texts("report.profile.nothing") }
    let best = scored.dropFirst().reduce(first) { $1.share > $0.share ? $1 : $0 }
    let worst = scored.dropFirst().reduce(first) { $1.share < $0.share ? $1 : $0 }
    if best.share == worst.share {
      return texts("report.profile.level", ["score": .text(score(best))])
    }
    return texts(
      "report.profile.description",
      [
        "best": .text(best.title), "high": .text(score(best)), "worst": .text(worst.title),
        "low": .text(score(worst)),
      ])
  }

  private func score(_ row: Profile.Row) -> String { row.score.shown.map(score) ?? "–" }
}

extension Profile.Row {
  fileprivate var share: Rational { score.value ?? .zero }
}

extension AssessmentScore {
  fileprivate func share(_ measure: Measure) -> Rational? {
    if case .node(let place) = measure { nodes[place].value } else { total.value }
  }
}
