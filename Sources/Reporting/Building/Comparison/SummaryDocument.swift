public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// The page on all clusters together that `branda summary` writes. It names no cluster.
  ///
  /// - Parameter most: At most so many must-haves and recommendations.
  public static func summary(
    _ summary: PortfolioSummary, _ scope: ComparisonScope, most: Int = 10, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let model = summary.questionnaire
    var document = Document(
      title: texts(
        "summary.title",
        ["clusters": .text(texts("common.clusters", ["count": .count(summary.clusters)]))]),
      language: texts.language,
      facts: [
        Definition(texts("table.period"), scope.period ?? texts("report.latest-rounds")),
        Definition(texts("table.questionnaire"), words.model(model)),
      ])
    if let classifier = words.classifier(model) {
      document.facts.append(Definition(texts("peers.classifier"), classifier))
    }
    document.addVersions(scope.answeredVersions, on: summary.questionnaire, words)
    if !scope.leftOut.isEmpty {
      document.add(
        paragraph: texts("summary.left-out", ["count": .count(scope.leftOut.count)]))
    }
    guard let counts = summary.counts else {
      document.add(
        paragraph: texts("summary.too-few", ["minimum": .text("\(summary.minimum)")]))
      return document
    }
    document.add(heading: texts("report.levels"))
    document.add(words.levelFigure(counts, model))
    document.add(heading: texts("summary.capacities"))
    document.add(words.capacityTable(summary))
    document.addGroups(summary, words)
    document.addCounts(counts, model, most, words)
    document.addRounds(summary, words)
    document.add(heading: texts("report.privacy"))
    document.add(
      paragraph: texts(
        "summary.privacy",
        ["minimum": .text("\(summary.minimum)"), "width": .text("\(ScoreBand.width)")]))
    return document
  }

  private mutating func addGroups(_ summary: PortfolioSummary, _ words: Words) {
    let texts = words.texts
    for (grouping, groups) in summary.groups where groups.contains(where: { $0.key != nil }) {
      if case .fact(let question) = grouping {
        let asked = words.question(summary.questionnaire.questions[question])
        add(heading: texts("summary.groups-by-question", ["question": .text(asked)]))
      } else {
        let by = words.grouping(grouping, in: summary.questionnaire)
        add(heading: texts("summary.groups", ["by": .text(by)]))
      }
      add(
        Table(
          columns: [
            .init(texts("summary.group")), .init(texts("table.clusters"), .number),
            .init(texts("summary.median-total"), .number),
          ],
          rows: words.rows(of: groups, by: grouping, in: summary),
          footer: words.sums(of: groups, in: summary)))
    }
  }

  private mutating func addCounts(
    _ counts: PortfolioCounts, _ model: Questionnaire, _ most: Int, _ words: Words
  ) {
    let texts = words.texts
    add(heading: texts("summary.gates"))
    if counts.allGates.isEmpty { add(paragraph: texts("summary.gates-none")) }
    add(words.gateTable(counts.allGates.prefix(most), model))
    add(heading: texts("report.common-advice"))
    if counts.advice.isEmpty { add(paragraph: texts("score.recommendations-none")) }
    add(words.adviceTable(counts.advice.prefix(most)))
  }

  private mutating func addRounds(_ summary: PortfolioSummary, _ words: Words) {
    let texts = words.texts
    let model = summary.questionnaire
    if summary.levels.count > 1 {
      add(heading: texts("summary.levels-over-time"))
      var rows: [[Cell]] = model.levels.indices.reversed().map { place in
        let level = model.levels[place]
        return [.text("\(level.number) " + words(level.title))]
          + summary.levels.map { $0.reached.map { words.cell($0[place]) } ?? .missing("–") }
      }
      rows.append(
        [.strong(texts("table.clusters"))] + summary.levels.map { words.cell($0.clusters) })
      add(
        Table(
          columns: [.init(texts("table.level"))] + summary.levels.map { .init($0.period, .number) },
          rows: rows))
    }
    guard !summary.sizes.isEmpty else { return }
    add(heading: texts("summary.members"))
    if let size = model.peers.size {
      add(paragraph: words.question(model.questions[size.question]))
    }
    let fields = Set(summary.sizes.flatMap(\.fields.keys)).sorted()
    var rows: [[Cell]] = fields.map { field in
      [.text(words.groupName(field, by: .field, in: model))]
        + summary.sizes.map { words.sum($0.fields[field]) }
    }
    if summary.sizes.contains(where: { $0.rest != nil }), !fields.isEmpty {
      rows.append(
        [.text(texts("summary.rest"))] + summary.sizes.map { words.sum($0.rest) })
    }
    rows.append([.strong(texts("table.total"))] + summary.sizes.map { words.sum($0.all) })
    rows.append(
      [.text(texts("summary.said"))] + summary.sizes.map { words.cell($0.clusters) })
    let table = Table(
      columns: [.init(texts("summary.group"))] + summary.sizes.map { .init($0.period, .number) },
      rows: rows)
    guard summary.sizes.count > 1, !fields.isEmpty else { return add(table) }
    add(
      Figure(
        title: texts("summary.members"), description: texts("summary.members-figure"),
        chart: .lines(
          LineCharts(
            axis: words.axis(
              upTo: summary.sizes.flatMap { $0.fields.values.map(\.doubleValue) }),
            dates: summary.sizes.map(\.period),
            panels: fields.map { field in
              .init(
                words.groupName(field, by: .field, in: model),
                values: summary.sizes.map { $0.fields[field].map(words.reading) })
            }, absent: "–")),
        table: table))
  }
}

extension Words {
  /// Every group once, and who is in none: together all clusters.
  fileprivate func rows(
    of groups: [PortfolioSummary.Group], by grouping: PeerGrouping, in summary: PortfolioSummary
  ) -> [[Document.Cell]] {
    let named = groups.filter { $0.key != nil }
    let rows = named.map { group in
      row(
        .text(groupName(group.key, by: grouping, in: summary.questionnaire)), group.clusters,
        group.total, summary)
    }
    let unsaid = summary.clusters - named.reduce(0) { $0 + $1.clusters }
    guard unsaid > 0 else { return rows }
    return rows + [[.text(texts("summary.unsaid")), cell(unsaid), .missing("–")]]
  }

  /// All clusters, and those of them whose groups have no median of their own, where some have.
  fileprivate func sums(
    of groups: [PortfolioSummary.Group], in summary: PortfolioSummary
  ) -> [[Document.Cell]] {
    let rest = groups.filter { $0.key == nil && $0.clusters < summary.clusters }
    return [row(.strong(texts("summary.all")), summary.clusters, summary.total, summary)]
      + rest.map { row(.text(texts("summary.without-median")), $0.clusters, $0.total, summary) }
  }

  private func row(
    _ name: Document.Cell, _ clusters: Int, _ total: PublishedDistribution?,
    _ summary: PortfolioSummary
  ) -> [Document.Cell] {
    [name, cell(clusters), bounds(total?.median, on: .total, summary.questionnaire)]
  }

  fileprivate func groupName(
    _ key: Int?, by grouping: PeerGrouping, in model: Questionnaire
  ) -> String {
    guard let key else { return texts("summary.rest") }
    return group(PeerGroup(grouping: grouping, key: key, members: []), in: model)
  }

  fileprivate func sum(_ value: Rational?) -> Document.Cell {
    value.map { .number(plain($0), value: $0.doubleValue) } ?? .missing("–")
  }

  /// The weakest first: where most is missing.
  fileprivate func capacityTable(_ summary: PortfolioSummary) -> Document.Table {
    let model = summary.questionnaire
    let rows = zip(model.capacities, summary.capacities).sorted { a, b in
      let (x, y) = (a.1.median?.low ?? .zero, b.1.median?.low ?? .zero)
      return x == y ? a.0.capacity < b.0.capacity : x < y
    }
    func row(
      _ name: Document.Cell, _ measure: Measure, _ distribution: PublishedDistribution
    ) -> [Document.Cell] {
      [
        name, cell(distribution.count),
        bounds(distribution.spread?.firstQuartile, on: measure, model),
        bounds(distribution.median, on: measure, model),
        bounds(distribution.spread?.thirdQuartile, on: measure, model),
      ]
    }
    return Document.Table(
      columns: [
        .init(texts("table.capacity")), .init("n", .number),
        .init(texts("table.lower-quartile"), .number), .init(texts("table.median"), .number),
        .init(texts("table.upper-quartile"), .number),
      ],
      rows: rows.map { capacity, distribution in
        row(.text(self(capacity.title)), .node(capacity.node), distribution)
      },
      footer: [row(.strong(texts("table.total")), .total, summary.total)])
  }
}
