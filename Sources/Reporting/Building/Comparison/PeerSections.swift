import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// Whom each cluster is compared with and where it stands there; how each group scores.
  mutating func addPeers(
    of rows: [ComparisonTable.Row], in table: ComparisonTable, _ words: Words
  ) {
    let texts = words.texts
    let model = table.questionnaire
    let percentiles = PercentileColumn(of: rows, in: table)
    add(heading: texts("compare.peers"))
    add(
      Table(
        columns: [
          .init(texts("table.cluster")), .init(texts("table.peers")),
          percentiles.column(words), .init(texts("table.to-best"), .number),
        ],
        rows: rows.map { row in
          let total = table.profile(of: row)?.total
          let own = row.cluster.score.total.value
          let distance = own.flatMap { own in try? total?.distanceToBest(from: own) }
          return [
            .text(row.cluster.name),
            row.peers.group.map { .text(words.peers($0, in: model)) }
              ?? .missing(texts("peers.none")),
            percentiles.cell(row.percentile, words),
            words.cell(row.cluster.score.total.shown(change: distance)),
          ]
        }))
    let passedOver = rows.compactMap { row -> [Span]? in
      let sentences = words.fallback(row.peers, minimum: table.groups.minimum, in: model)
      guard !sentences.isEmpty else { return nil }
      return [
        .strong(row.cluster.name), .text(": " + sentences.joined(separator: "; ") + "."),
      ]
    }
    if !passedOver.isEmpty {
      add(paragraph: texts("peers.passed-over"))
      add(list: passedOver)
    }
    for profile in table.profiles where profile.group.grouping != .all {
      add(heading: words.peers(profile.group, in: model).beginningCapital, depth: 2)
      add(words.distributionTable(profile, of: table))
    }
    add(
      paragraph: percentiles.meaning("compare", words) + " " + texts("compare.to-best"))
  }

  /// The questions or parts below the capacities: a row each, clusters in numbered columns.
  mutating func addDetail(
    of rows: [ComparisonTable.Row], in table: ComparisonTable, _ words: Words
  ) {
    let texts = words.texts
    let model = table.questionnaire
    let isOfQuestions = if case .question? = table.detail.first { true } else { false }
    add(heading: texts(isOfQuestions ? "compare.by-question" : "compare.by-area"))
    let numbers: [(String, (Distribution) -> Rational)] = [
      ("table.lower-quartile", \.firstQuartile), ("table.median", \.median),
      ("table.upper-quartile", \.thirdQuartile), ("table.best", \.maximum),
    ]
    let everyone = table.everyone
    var columns = [Table.Column(texts(isOfQuestions ? "table.question" : "table.area"))]
    columns += rows.indices.map { .init(String($0 + 1), .number) }
    if everyone != nil {
      columns += [.init("n", .number)] + numbers.map { .init(texts($0.0), .number) }
    }
    add(
      Table(
        columns: columns,
        rows: table.detail.map { measure in
          var cells = [Cell.text(words.shortName(of: measure, in: model))]
          cells += rows.map { words.cell($0.cluster.score.share(measure), on: measure, model) }
          if let everyone {
            let distribution = everyone.distribution(of: measure)
            cells.append(words.cell(distribution?.count ?? 0))
            cells += numbers.map { words.cell(distribution.map($0.1), on: measure, model) }
          }
          return cells
        }))
    if isOfQuestions { add(paragraph: texts("compare.question-scores")) }
    let hidden = model.questions.count { $0.isScored && $0.isConfidential }
    if isOfQuestions, hidden > 0 {
      add(paragraph: texts("compare.confidential", ["count": .count(hidden)]))
    }
    blocks.append(
      .definitions(
        rows.enumerated().map { Definition(String($0 + 1), $1.cluster.name) }))
  }
}

extension PercentileColumn {
  /// Of the totals of some rows of a table.
  init(of rows: [ComparisonTable.Row], in table: ComparisonTable) {
    let counted = rows.lazy.filter { $0.percentile != nil }
    self.init(of: counted.compactMap { table.profile(of: $0)?.distribution(of: .total)?.count })
  }
}

extension Words {
  /// How a group scores, a row for each measure.
  func distributionTable(_ profile: GroupProfile, of table: ComparisonTable) -> Document.Table {
    let model = table.questionnaire
    let measures = [Measure.total] + table.measures.prefix(model.capacities.count)
    return Document.Table(
      columns: [
        .init(texts("table.score")), .init("n", .number),
        .init(texts("table.lower-quartile"), .number), .init(texts("table.median"), .number),
        .init(texts("table.upper-quartile"), .number), .init(texts("table.best"), .number),
      ],
      rows: measures.map { measure in
        let distribution = profile.distribution(of: measure)
        let numbers = [
          distribution?.firstQuartile, distribution?.median, distribution?.thirdQuartile,
          distribution?.maximum,
        ]
        return [.text(name(of: measure, in: model)), cell(distribution?.count ?? 0)]
          + numbers.map { cell($0, on: measure, model) }
      })
  }

  /// The model's name of what is measured, whole.
  func name(of measure: Measure, in model: Questionnaire) -> String {
    switch measure {
    case .total: texts("table.total")
    case .node(let node): self(model.nodes[node].title)
    case .question(let question): self.question(model.questions[question])
    }
  }

  /// What heads a narrow column: the code, where the model gives one.
  func shortName(of node: ScoreNode) -> String { node.code ?? self(node.title) }

  /// What heads a narrow row or column.
  func shortName(of measure: Measure, in model: Questionnaire) -> String {
    switch measure {
    case .total: texts("table.total")
    case .node(let node): shortName(of: model.nodes[node])
    case .question(let question): model.questions[question].code ?? model.questions[question].id
    }
  }
}

extension String {
  /// With its first letter a capital, for phrases that stand alone.
  var beginningCapital: String { prefix(1).uppercased() + dropFirst() }
}
