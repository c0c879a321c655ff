import Clusters
import Comparison
import Documents
import Language
import Questionnaire
import Scoring
import Wording

extension Document {
  /// Where the cluster stands among its peers, by what may be told of them.
  mutating func addPosition(_ reported: ReportedCluster, _ words: Words) {
    let texts = words.texts
    add(heading: texts("report.position"), anchor: "position")
    add(paragraph: texts("report.position.own"))
    guard let position = reported.position else {
      add(paragraph: texts("report.position.absent"))
      return
    }
    addPeers(of: position, words)
    guard position.peers.group != nil else { return }
    guard position.standings.contains(where: { $0.peers.median != nil }) else {
      add(paragraph: texts("report.position.few", ["minimum": .text("\(position.minimum)")]))
      return
    }
    add(words.positionFigure(position, words.positionTable(position)))
    addBands(of: position, words)
  }
}

extension Words {
  /// The own scores over the middle half and the median of the group; no single peer is drawn.
  fileprivate func positionFigure(
    _ position: PublishedPosition, _ table: Document.Table
  ) -> Document.Figure {
    let model = position.questionnaire
    let axis = ScoreAxis(of: position.standings.map { $0.measure.scale(in: model) })
    // The total last, as in the table.
    let standings =
      position.standings.filter { $0.measure != .total }
      + position.standings.filter { $0.measure == .total }
    let rows = standings.map { standing in
      let scale = standing.measure.scale(in: model)
      let spread = standing.peers.spread
      return Document.StripChart.Row(
        name(of: standing.measure, in: model),
        middleHalf: spread.flatMap { spread in
          guard let low = axis.value(spread.firstQuartile.low),
            let high = axis.value(spread.thirdQuartile.high)
          else { return nil }
          return min(low, high)...max(low, high)
        },
        median: standing.peers.median.flatMap { median in
          median.middle.flatMap(axis.value).map {
            Document.Reading($0, fromTo(median, on: scale))
          }
        },
        own: axis.reading(standing.own, on: scale, self),
        isEmphasised: standing.measure == .total)
    }
    return Document.Figure(
      title: texts("report.position.title", ["cluster": .text(position.cluster.name)]),
      description: description(of: position),
      chart: .strip(
        Document.StripChart(
          axis: axis.axis(self), rows: rows,
          key: .init(
            dot: texts("table.peers"), middleHalf: texts("report.position.middle-half"),
            median: texts("table.median"), own: texts("table.own")),
          absent: texts("report.no-score"))),
      table: table)
  }

  /// In how many of the scores the cluster is above, within and below the band of the median.
  private func description(of position: PublishedPosition) -> String {
    var (above, within, below) = (0, 0, 0)
    for standing in position.standings where standing.measure != .total {
      guard let own = standing.own, let median = standing.peers.median else { continue }
      if own >= median.high {
        above += 1
      } else if own < median.low {
        below += 1
      } else {
        within += 1
      }
    }
    return texts(
      "report.position.description",
      ["above": .count(above), "within": .count(within), "below": .count(below)])
  }
}
