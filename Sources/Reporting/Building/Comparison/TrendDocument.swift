import Clusters
public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// What `branda compare --trend` shows: how clusters have moved from one round to another, why, and
  /// from which level to which; of a single cluster its capacities and questions, too.
  ///
  /// - Parameter leftOut: Assessments that could not be read.
  public static func trend(
    _ trend: PortfolioTrend, _ scope: ComparisonScope, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    var document = Document(
      title: texts(
        "trend.title",
        ["clusters": .text(texts("common.clusters", ["count": .count(trend.clusters.count)]))]),
      language: texts.language,
      facts: [Definition(texts("table.questionnaire"), words.model(trend.questionnaire))])
    document.add(scope, words, trend.questionnaire)
    document.addVersions(of: trend, words)
    guard trend.clusters.contains(where: { $0.compared != nil }) else {
      document.add(paragraph: texts("trend.none"))
      return document
    }
    document.add(words.trendTable(trend))
    document.add(paragraph: texts("trend.how-to-read"))
    if trend.clusters.count == 1, let only = trend.clusters.first {
      document.addDetails(of: only, words)
    } else {
      document.addMovement(of: trend, words)
    }
    if let sentence = words.standingStill(trend) { document.add(paragraph: sentence) }
    document.add(paragraph: texts("trend.no-significance"))
    return document
  }

  /// Which rounds were answered with other versions than those they are compared by.
  mutating func addVersions(of trend: PortfolioTrend, onlyEarlier: Bool = false, _ words: Words) {
    var rounds: [String: [(name: String, round: ClusterRounds.Round)]] = [:]
    var models: [Questionnaire] = []
    for row in trend.clusters {
      guard let earlier = row.earlier, let later = row.later else { continue }
      let model = later.score.questionnaire
      if rounds[model.digest] == nil { models.append(model) }
      rounds[model.digest, default: []] += (onlyEarlier ? [earlier] : [earlier, later]).map {
        (row.cluster.name + " " + $0.period, $0)
      }
    }
    for model in models { addVersions(of: rounds[model.digest] ?? [], on: model, words) }
  }

  /// How totals have moved, and from which level to which clusters have gone.
  mutating func addMovement(of trend: PortfolioTrend, _ words: Words) {
    if let movement = words.movement(trend) { add(paragraph: movement) }
    let left = trend.clusters.count - trend.improved - trend.kept - trend.fell
    if left > 0 { add(paragraph: words.texts("trend.not-compared", ["count": .count(left)])) }
    add(words.transitions(trend))
  }

  private mutating func addDetails(of trend: ClusterTrend, _ words: Words) {
    let texts = words.texts
    add(heading: texts("trend.rounds"))
    add(words.roundsTable(trend.cluster))
    addVersions(of: trend, words)
    guard let change = trend.change else {
      add(paragraph: texts("trend.not-taken-apart"))
      return
    }
    add(heading: texts("trend.capacities"))
    add(words.capacityTable(trend, change))
    let questions = words.effectTable(change)
    if !questions.rows.isEmpty {
      add(heading: texts("trend.questions"))
      add(questions)
    }
  }
}

extension Words {
  /// How many totals rose, stayed and fell; `nil` where there are none to compare.
  func movement(_ trend: PortfolioTrend) -> String? {
    let moved = [
      ("trend.rose", trend.improved), ("trend.kept", trend.kept), ("trend.fell", trend.fell),
    ].filter { $0.1 > 0 }
    guard !moved.isEmpty else { return nil }
    let parts = moved.enumerated().map { place, part in
      texts(
        place == 0 ? "trend.total" : "trend.total-also",
        ["count": .count(part.1), "how": .text(texts(part.0))])
    }
    return texts("trend.totals", ["parts": .text(parts.joined(separator: ", "))]).beginningCapital
  }

  /// Who stands still, and by which rule; `nil` where nobody does.
  func standingStill(_ trend: PortfolioTrend) -> String? {
    let still = trend.clusters.filter(\.isStagnant).map(\.cluster.name)
    guard !still.isEmpty else { return nil }
    return texts(
      "trend.stagnant",
      [
        "clusters": .list(still), "points": .text(plain(trend.stagnation.leastChange)),
        "steps": .text(String(trend.stagnation.steps)),
      ])
  }

  fileprivate func trendTable(_ trend: PortfolioTrend) -> Document.Table {
    let hasOther = trend.clusters.contains { $0.earlier?.rescored != nil }
    let hasCaps = trend.clusters.contains { $0.change.map { $0.caps != .zero } ?? false }
    var columns: [Document.Table.Column] = [
      .init(texts("table.cluster")), .init(texts("trend.rounds")),
      .init(texts("trend.before"), .number), .init(texts("table.now"), .number),
      .init(texts("table.change"), .number), .init(texts("trend.answers"), .number),
      .init(texts("trend.coverage"), .number),
    ]
    if hasCaps { columns.append(.init(texts("trend.caps"), .number)) }
    columns += [.init(texts("trend.moved"), .number), .init(texts("table.level"))]
    if hasOther { columns.append(.init(texts("trend.then"), .number)) }
    let rows = trend.clusters.map { row -> [Document.Cell] in
      guard let earlier = row.earlier, let later = row.later else {
        let period = row.cluster.rounds.last.map { Document.Cell.text($0.period) } ?? ""
        let total = row.cluster.rounds.last.map { cell($0.score.total) } ?? .missing("–")
        return [.text(row.cluster.name), period, .missing("–"), total]
          + Array(repeating: .missing("–"), count: columns.count - 4)
      }
      let scale = later.score.total
      func effect(_ value: Rational?) -> Document.Cell { cell(change: scale.shown(change: value)) }
      var cells: [Document.Cell] = [
        .text(row.cluster.name), .text(earlier.period + " → " + later.period),
        cell(row.before?.total.shown), cell(scale), effect(row.trend?.total),
        effect(row.change?.answers), effect(row.change?.coverage),
      ]
      if hasCaps { cells.append(effect(row.change?.caps)) }
      cells.append(
        row.change.map { .text("\($0.improved.count) / \($0.kept.count) / \($0.fell.count)") }
          ?? .missing("–"))
      cells.append(levelCell(row))
      if hasOther {
        cells.append(earlier.rescored == nil ? .missing("–") : cell(earlier.score.total))
      }
      return cells
    }
    return Document.Table(columns: columns, rows: rows)
  }

  /// The levels of both rounds, where they can be compared.
  func levelCell(_ trend: ClusterTrend) -> Document.Cell {
    guard trend.hasComparableLevels, let before = trend.before, let later = trend.later else {
      return .missing("–")
    }
    return .text(levels(before, later.score))
  }

  /// The level, or both where they differ.
  func levels(_ earlier: AssessmentScore, _ later: AssessmentScore) -> String {
    let (before, now) = (level(of: earlier), level(of: later))
    return before == now ? now : before + " → " + now
  }

  func level(of score: AssessmentScore) -> String {
    score.levelReached.map { self($0.level.title) } ?? texts("doubt.no-level")
  }

  /// From which level to which: a row for each level before, a column for each level now, the lowest
  /// first, so that those who have stayed stand on the diagonal.
  func transitions(_ trend: PortfolioTrend) -> Document.Table {
    let model = trend.questionnaire
    let counts = trend.transitions.counts
    // By how many levels are reached; none only where somebody has or had none.
    let levels = counts.indices.filter {
      $0 > 0 || trend.transitions.before(0) + trend.transitions.now(0) > 0
    }
    func number(_ reached: Int) -> String {
      model.levels.indices.contains(reached - 1) ? String(model.levels[reached - 1].number) : "–"
    }
    func row(_ name: Document.Cell, _ numbers: [Int], staying: Int? = nil) -> [Document.Cell] {
      let cells = levels.map { level -> Document.Cell in
        if level == staying { return .strong(String(numbers[level])) }
        return numbers[level] == 0 ? "" : cell(numbers[level])
      }
      return [name] + cells + [cell(levels.reduce(0) { $0 + numbers[$1] })]
    }
    let periods = Set(
      trend.clusters.filter { $0.compared != nil }.map {
        [$0.earlier?.period ?? "", $0.later?.period ?? ""]
      })
    let between = periods.count == 1 ? periods.first : nil
    return Document.Table(
      caption: between.map {
        texts("trend.levels-between", ["from": .text($0[0]), "to": .text($0[1])])
      } ?? texts("trend.levels"),
      columns: [.init(texts("table.level"))] + levels.map { .init(number($0), .number) }
        + [.init(texts("trend.level-total"), .number)],
      rows: trend.transitions.clusters == 0
        ? []
        : levels.map { level in
          let name =
            level == 0
            ? texts("score.no-level") : number(level) + " " + levelName(level, model)
          return row(.text(name), counts[level], staying: level)
        },
      footer: [row(.text(texts("trend.level-total")), counts.indices.map(trend.transitions.now))])
  }

  fileprivate func roundsTable(_ cluster: ClusterRounds) -> Document.Table {
    let model = cluster.rounds.last?.score.questionnaire
    let capacities = model?.capacities ?? []
    return Document.Table(
      columns: [
        .init(texts("table.period")), .init(texts("table.level")),
        .init(texts("table.total"), .number), .init(texts("table.range"), .number),
      ] + capacities.map { .init(shortName(of: $0), .number) },
      rows: cluster.rounds.map { round in
        let score = model.flatMap(round.score(by:))
        return [
          .text(round.period), score.map { .text(level(of: $0)) } ?? .missing("–"),
          cell(score?.total.shown),
          (score?.total).flatMap(range).map { .text($0) } ?? .missing("–"),
        ] + capacities.map { cell(score?.nodes[$0.node].shown) }
      })
  }

  fileprivate func capacityTable(
    _ trend: ClusterTrend, _ change: ChangeDecomposition
  ) -> Document.Table {
    let scale = trend.later?.score.total
    return Document.Table(
      columns: [
        .init(texts("table.capacity")), .init(texts("table.change"), .number),
        .init(texts("trend.effect"), .number),
      ],
      rows: change.questionnaire.capacities.map { capacity in
        [
          .text(self(capacity.title)),
          cell(
            change: trend.later?.score.nodes[capacity.node]
              .shown(change: trend.trend?.capacities[capacity.capacity])),
          cell(change: scale?.shown(change: change.capacities[capacity.capacity])),
        ]
      },
      footer: [
        [
          .text(texts("table.total")), cell(change: scale?.shown(change: change.total)),
          cell(
            change: scale?.shown(
              change: try? Rational.sum(change.capacities))),
        ]
      ])
  }

  /// What did something to the total, most first, without questions whose scores others may not know.
  ///
  /// - Parameter limit: How many are told at most; `nil` for all.
  func effectTable(
    _ change: ChangeDecomposition, atMost limit: Int? = nil
  ) -> Document.Table {
    let told = change.parts.enumerated().filter { _, part in
      guard part.effect != .zero else { return false }
      guard case .question(let place) = part.subject else { return true }
      return change.questionnaire.questions[place].pointsMayBeTold
    }
    let parts = told.sorted { a, b in
      let (x, y) = (a.element.effect.magnitude, b.element.effect.magnitude)
      return x == y ? a.offset < b.offset : x > y
    }
    let scale = change.questionnaire.scoring.total.scale
    return Document.Table(
      columns: [
        .init(texts("table.question")), .init(texts("trend.before"), .number),
        .init(texts("table.now"), .number), .init(texts("trend.effect"), .number),
      ],
      rows: parts.prefix(limit ?? parts.count).map { _, part in
        let name =
          switch part.subject {
          case .question(let place): question(change.questionnaire.questions[place])
          case .node(let place): self(change.questionnaire.nodes[place].title)
          }
        let length = try? scale.to.subtracting(scale.from).divided(by: 100)
        return [
          .text(name), cell(part.before), cell(part.now),
          cell(change: length.flatMap { try? part.effect.multiplied(by: $0) }),
        ]
      })
  }
}
