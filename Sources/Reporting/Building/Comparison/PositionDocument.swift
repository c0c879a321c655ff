public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Scoring
import Wording

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
    if let group = position.peers.group {
      document.facts.append(Definition(texts("table.peers"), words.peers(group, in: model)))
      if let classifier = words.classifier(of: position) {
        document.facts.append(Definition(texts("peers.classifier"), classifier))
      }
    }
    document.addPassedOver(position, words)
    guard position.peers.group != nil else {
      document.add(
        paragraph: texts("position.none", ["minimum": .text("\(position.minimum)")]))
      document.add(words.ownScores(position))
      return document
    }
    let untold = position.standings.filter { $0.isUntoldQuestion }
    document.add(
      words.positionTable(
        position, of: position.standings.filter { !$0.isUntoldQuestion }, showsTop: true))
    document.addBands(of: position, words)
    if !untold.isEmpty {
      document.add(heading: texts("position.own-questions"))
      document.add(words.ownQuestions(untold, position))
    }
    document.add(paragraph: texts("position.to-top"))
    return document
  }

  /// Whom a cluster is compared with, and why not with a narrower group.
  mutating func addPeers(of position: PublishedPosition, _ words: Words) {
    let texts = words.texts
    guard let group = position.peers.group else {
      add(paragraph: texts("position.none", ["minimum": .text("\(position.minimum)")]))
      return
    }
    var facts = [
      Definition(texts("table.peers"), words.peers(group, in: position.questionnaire))
    ]
    if let classifier = words.classifier(of: position) {
      facts.append(Definition(texts("peers.classifier"), classifier))
    }
    blocks.append(.definitions(facts))
    addPassedOver(position, words)
  }

  private mutating func addPassedOver(_ position: PublishedPosition, _ words: Words) {
    guard position.peers.group != nil else { return }
    let passedOver = words.fallback(
      position.peers, minimum: position.minimum, in: position.questionnaire)
    guard !passedOver.isEmpty else { return }
    add(paragraph: words.texts("peers.passed-over"))
    add(list: passedOver.map { [.text($0 + ".")] })
  }

  /// What the figures of others are computed from, and from how many on they are shown.
  mutating func addBands(of position: PublishedPosition, _ words: Words) {
    let texts = words.texts
    let bands = texts("position.bands", ["width": .text("\(ScoreBand.width)")])
    add(paragraph: bands + " " + PercentileColumn(of: position).meaning("position", words))
    guard position.standings.contains(where: { $0.peers.spread == nil }) else { return }
    add(
      paragraph: texts(
        "position.hidden",
        [
          "minimum": .text("\(position.minimum)"),
          "quartiles": .text(
            String(PublishedDistribution.leastForQuartiles(minimum: position.minimum))),
        ]))
  }
}

extension PercentileColumn {
  /// Of the scores of one cluster.
  fileprivate init(of position: PublishedPosition) {
    self.init(of: position.standings.lazy.filter { $0.percentile != nil }.map(\.peers.count))
  }
}

extension PublishedPosition.Standing {
  /// Whether this is a single question of which nothing is told of the others.
  fileprivate var isUntoldQuestion: Bool {
    if case .question = measure { peers.median == nil } else { false }
  }
}

extension Words {
  /// Columns that a group this small leaves empty are not there; nor is how many have a score, where
  /// all of the group do. The total stands last, as in every table of scores.
  ///
  /// - Parameters:
  ///   - standings: The rows; all of the position where none are named.
  ///   - showsTop: Whether the distances to the greatest score there can be and to the best one stand
  ///     there, too.
  func positionTable(
    _ position: PublishedPosition, of standings: [PublishedPosition.Standing]? = nil,
    showsTop: Bool = false
  ) -> Document.Table {
    let standings = standings ?? position.standings
    let hasSpread = standings.contains { $0.peers.spread != nil }
    let size = position.peers.group?.members.count
    let hasCount = standings.contains { $0.peers.median == nil || $0.peers.count != size }
    var columns: [Document.Table.Column] = [
      .init(texts("table.score")), .init(texts("table.own"), .number),
    ]
    if showsTop { columns.append(.init(texts("table.to-top"), .number)) }
    let percentiles = PercentileColumn(of: position)
    columns.append(percentiles.column(self))
    if hasCount { columns.append(.init("n", .number)) }
    if hasSpread { columns.append(.init(texts("table.lower-quartile"), .number)) }
    columns.append(.init(texts("table.median"), .number))
    if hasSpread {
      columns += [
        .init(texts("table.upper-quartile"), .number), .init(texts("table.best"), .number),
      ]
      if showsTop { columns.append(.init(texts("table.to-best"), .number)) }
    }
    func cells(_ standing: PublishedPosition.Standing) -> [Document.Cell] {
      let model = position.questionnaire
      let measure = standing.measure
      let name = name(of: measure, in: model)
      var cells = [
        measure == .total ? Document.Cell.strong(name) : .text(name),
        self.cell(standing.own, on: measure, model),
      ]
      if showsTop { cells.append(toTop(of: standing, model)) }
      cells.append(percentiles.cell(standing.percentile, self))
      if hasCount { cells.append(count(of: standing, minimum: position.minimum)) }
      guard hasSpread else { return cells + [bounds(standing.peers.median, on: measure, model)] }
      cells += spread(of: standing, model)
      if showsTop { cells.append(bounds(standing.toBest, on: measure, model, isDifference: true)) }
      return cells
    }
    return Document.Table(
      columns: columns, rows: standings.filter { $0.measure != .total }.map(cells),
      footer: standings.filter { $0.measure == .total }.map(cells))
  }

  /// How many have the score; of a few, not even that.
  private func count(
    of standing: PublishedPosition.Standing, minimum: Int
  ) -> Document.Cell {
    standing.peers.median == nil
      ? .missing(texts("agreement.fewer-than", ["count": .text(String(minimum))]))
      : cell(standing.peers.count)
  }

  /// The quartiles with the median between them, and the best.
  private func spread(
    of standing: PublishedPosition.Standing, _ model: Questionnaire
  ) -> [Document.Cell] {
    let spread = standing.peers.spread
    return [
      spread?.firstQuartile, standing.peers.median, spread?.thirdQuartile, spread?.best,
    ].map { bounds($0, on: standing.measure, model) }
  }

  /// Questions of which nothing is told of the others.
  fileprivate func ownQuestions(
    _ standings: [PublishedPosition.Standing], _ position: PublishedPosition
  ) -> Document.Table {
    let model = position.questionnaire
    return Document.Table(
      columns: [
        .init(texts("table.question")), .init(texts("table.own"), .number),
        .init(texts("table.to-top"), .number),
      ],
      rows: standings.map { standing in
        [
          .text(name(of: standing.measure, in: model)),
          cell(standing.own, on: standing.measure, model), toTop(of: standing, model),
        ]
      })
  }

  /// How far the own score is below the greatest that there can be.
  private func toTop(
    of standing: PublishedPosition.Standing, _ model: Questionnaire
  ) -> Document.Cell {
    let scale = standing.measure.scale(in: model)
    guard let own = standing.own, let shown = try? scale.shown(own),
      let top = try? scale.shown(100), let distance = try? top.subtracting(shown)
    else { return .missing("–") }
    return cell(distance.magnitude)
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

  /// `55–60`, on a scale.
  func fromTo(_ bounds: ScoreBounds, on scale: Scale) -> String {
    guard let low = try? scale.shown(bounds.low), let high = try? scale.shown(bounds.high) else {
      return "–"
    }
    return fromTo(low, high)
  }

  /// The list of activities that fields belong to, where fields were tried.
  fileprivate func classifier(of position: PublishedPosition) -> String? {
    let tried =
      position.peers.fallback.map(\.grouping) + [position.peers.group?.grouping].compactMap(\.self)
    return tried.contains(.field) ? classifier(position.questionnaire) : nil
  }

  private func fromTo(_ low: Rational, _ high: Rational) -> String {
    low == high
      ? plain(low)
      : texts("common.from-to", ["low": .text(plain(low)), "high": .text(plain(high))])
  }
}

extension ScoreBounds {
  /// Half-way between the ends: where a band is drawn.
  var middle: Rational? { try? low.adding(high).divided(by: 2) }
}
