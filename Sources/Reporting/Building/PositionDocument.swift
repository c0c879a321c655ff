public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Scoring

extension Document {
  /// What `branda compare --for CLUSTER` shows: the own scores beside those of the peers as a group,
  /// in bands, so that it may be handed to the cluster.
  public static func position(
    _ position: PublishedPosition, _ scope: ComparisonScope, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let model = position.questionnaire
    var document = Document(
      title: texts(
        "position.title",
        [
          "cluster": .text(position.cluster.name), "period": .text(position.cluster.period),
        ]),
      language: texts.language,
      facts: [Definition(texts("table.questionnaire"), words.model(model))])
    document.addLeftOut(scope.leftOut)
    let passedOver = words.fallback(position.peers, minimum: position.minimum, in: model)
    guard let group = position.peers.group else {
      document.add(
        paragraph: texts("position.none", ["minimum": .text("\(position.minimum)")]))
      document.add(words.ownScores(position))
      return document
    }
    document.facts.append(Definition(texts("table.peers"), words.peers(group, in: model)))
    if position.peers.fallback.contains(where: { $0.grouping == .field })
      || group.grouping == .field, let classifier = words.classifier(model)
    {
      document.facts.append(Definition(texts("peers.classifier"), classifier))
    }
    if !passedOver.isEmpty {
      document.add(paragraph: texts("peers.passed-over"))
      document.add(list: passedOver.map { [.text($0 + ".")] })
    }
    document.add(words.positionTable(position))
    document.add(paragraph: texts("position.bands", ["width": .text("\(ScoreBand.width)")]))
    if position.standings.contains(where: { $0.peers.spread == nil }) {
      document.add(
        paragraph: texts(
          "position.hidden",
          [
            "minimum": .text("\(position.minimum)"),
            "quartiles": .text(
              String(PublishedDistribution.leastForQuartiles(minimum: position.minimum))),
          ]))
    }
    return document
  }
}

extension Words {
  /// Columns that a group this small leaves empty are not there.
  fileprivate func positionTable(_ position: PublishedPosition) -> Document.Table {
    let model = position.questionnaire
    let hasSpread = position.standings.contains { $0.peers.spread != nil }
    var columns: [Document.Table.Column] = [
      .init(texts("table.score")), .init(texts("table.own"), .number),
      .init(texts("table.percentile"), .number), .init("n", .number),
    ]
    if hasSpread { columns.append(.init(texts("table.lower-quartile"), .number)) }
    columns.append(.init(texts("table.median"), .number))
    if hasSpread {
      columns += [
        .init(texts("table.upper-quartile"), .number), .init(texts("table.best"), .number),
        .init(texts("table.to-best"), .number),
      ]
    }
    return Document.Table(
      columns: columns,
      rows: position.standings.map { standing in
        let measure = standing.measure
        func cell(_ bounds: ScoreBounds?) -> Document.Cell {
          self.bounds(bounds, on: measure, model)
        }
        let spread = standing.peers.spread
        let own = self.cell(standing.own, on: measure, model)
        let percentile = standing.percentile.map { self.cell($0) } ?? .missing("–")
        let start = [
          .text(name(of: measure, in: model)), own, percentile, self.cell(standing.peers.count),
        ]
        guard hasSpread else { return start + [cell(standing.peers.median)] }
        return start + [
          cell(spread?.firstQuartile), cell(standing.peers.median), cell(spread?.thirdQuartile),
          cell(spread?.best), self.bounds(standing.toBest, on: measure, model, isDifference: true),
        ]
      })
  }

  /// A table without peers: there are too few.
  fileprivate func ownScores(_ position: PublishedPosition) -> Document.Table {
    let model = position.questionnaire
    let measures = [Measure.total] + Breakdown.capacity.measures(of: model)
    return Document.Table(
      columns: [.init(texts("table.score")), .init(texts("table.own"), .number)],
      rows: measures.map { measure in
        [
          .text(name(of: measure, in: model)),
          cell(position.cluster.score.share(measure), on: measure, model),
        ]
      })
  }

  /// `55–60`, on the scale of what is measured; a difference as far as the scale is long.
  func bounds(
    _ bounds: ScoreBounds?, on measure: Measure, _ model: Questionnaire, isDifference: Bool = false
  ) -> Document.Cell {
    let scale = measure.scale(in: model)
    guard let bounds, let low = try? scale.shown(bounds.low),
      let high = try? scale.shown(bounds.high)
    else { return .missing("–") }
    guard isDifference else { return .text(fromTo(low, high)) }
    guard let from = try? low.subtracting(scale.from), let to = try? high.subtracting(scale.from)
    else { return .missing("–") }
    return .text(fromTo(from.magnitude, to.magnitude))
  }

  private func fromTo(_ low: Rational, _ high: Rational) -> String {
    low == high
      ? plain(low)
      : texts("common.from-to", ["low": .text(plain(low)), "high": .text(plain(high))])
  }
}
