import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

/// What clusters lack, are advised and need most.
extension Document {
  /// Capacities and questions in which many are weak.
  mutating func addGaps(_ portfolio: Portfolio, _ words: Words) {
    let texts = words.texts
    let gaps = portfolio.gaps
    let limit = TextArgument.text(words.plain(gaps.limit))
    add(heading: texts("portfolio.common-gaps"), anchor: "gaps")
    add(paragraph: texts("portfolio.weak", ["limit": limit]))
    add(
      words.gapTable(
        gaps.capacities[...], texts("table.capacity"), portfolio))
    if gaps.questions.isEmpty {
      add(paragraph: texts("portfolio.gaps-none"))
    }
    add(
      words.gapTable(
        gaps.questions.prefix(10), texts("table.question"), portfolio))
  }

  /// Must-haves of the next level that clusters do not meet or may not, and which clusters.
  mutating func addGates(_ portfolio: Portfolio, _ counts: PortfolioCounts, _ words: Words) {
    let texts = words.texts
    add(heading: texts("report.common-gates"), anchor: "gates")
    if counts.nextGates.isEmpty { add(paragraph: texts("report.common-gates.none")) }
    add(
      words.gateTable(counts.nextGates, portfolio.questionnaire) { gate in
        func names(_ status: Status) -> String {
          let clusters = portfolio.clusters.filter { cluster in
            cluster.score.next == gate.level
              && cluster.score.levels[gate.level].gates[gate.gate].status == status
          }
          return words.names(clusters, most: portfolio.mostNamed)
        }
        let (lacking, perhaps) = (names(.unmet), names(.unknown))
        guard !perhaps.isEmpty else { return lacking }
        let open = texts("portfolio.may-lack", ["clusters": .text(perhaps)])
        return lacking.isEmpty ? open : lacking + "; " + open
      })
  }

  /// What many are advised.
  mutating func addAdvice(_ portfolio: Portfolio, _ counts: PortfolioCounts, _ words: Words) {
    add(heading: words.texts("report.common-advice"), anchor: "advice")
    if counts.advice.isEmpty { add(paragraph: words.texts("score.recommendations-none")) }
    add(words.adviceTable(counts.advice.prefix(Self.mostAdvice), portfolio))
    let more = counts.advice.count - Self.mostAdvice
    if more > 0 {
      add(paragraph: words.texts("portfolio.advice-more", ["count": .count(more)]))
    }
  }

  /// The most recommendations in the run of the report; a workbook has all.
  private static let mostAdvice = 10

  /// Who needs what most, for whoever offers help.
  mutating func addNeeds(_ portfolio: Portfolio, _ words: Words) {
    let texts = words.texts
    let needs = ClusterNeeds(portfolio.clusters, of: portfolio.questionnaire)
    add(heading: texts("portfolio.by-need"), anchor: "by-need")
    add(paragraph: texts("portfolio.by-need.how"))
    if needs.groups.isEmpty { add(paragraph: texts("portfolio.by-need.none")) }
    add(
      Table(
        columns: [
          .init(texts("portfolio.need")), .init(texts("table.clusters"), .number),
          .init(texts("portfolio.who")), .init(texts("portfolio.advised-there")),
        ],
        rows: needs.groups.map { group in
          [
            .text(words.need(group.capacity, portfolio.questionnaire)),
            words.cell(group.clusters.count),
            .text(
              words.names(group.clusters, group.capacity, most: portfolio.isLarge ? 10 : 20)),
            .text(words.advice(for: group, portfolio.questionnaire)),
          ]
        }))
  }
}

extension Words {
  fileprivate func gapTable(
    _ gaps: ArraySlice<CommonGaps.Gap>, _ name: String, _ portfolio: Portfolio
  ) -> Document.Table {
    let model = portfolio.questionnaire
    let minimum = portfolio.table.groups.minimum
    return Document.Table(
      columns: [
        .init(name), .init(texts("portfolio.weak-clusters"), .number), .init("n", .number),
        .init(texts("table.median"), .number),
      ],
      rows: gaps.map { gap in
        [
          .text(self.name(of: gap.measure, in: model)), cell(gap.weak.count), cell(gap.scored),
          cell(gap.scored < minimum ? nil : gap.median, on: gap.measure, model),
        ]
      })
  }

  /// Must-haves with how many lack them, and of how many it cannot be said yet.
  ///
  /// - Parameter whose: The names of those who lack one or may; `nil` for a page that names none.
  func gateTable(
    _ gates: some Collection<PortfolioCounts.Gate>, _ model: Questionnaire,
    whose: ((PortfolioCounts.Gate) -> String)? = nil
  ) -> Document.Table {
    func head(_ status: Status) -> Document.Table.Column {
      .init(texts("condition.\(status.rawValue)").beginningCapital, .number)
    }
    // A column of noughts tells nothing.
    let hasUnknown = gates.contains { $0.unknown > 0 }
    return Document.Table(
      columns: [
        .init(texts("table.condition")), .init(texts("table.level")), head(.unmet),
      ] + (hasUnknown ? [head(.unknown)] : [])
        + (whose == nil ? [] : [.init(texts("portfolio.who-lacks"))]),
      rows: gates.map { gate in
        let level = model.levels[gate.level]
        return [
          .text(self(level.gates[gate.gate].say)), .text("\(level.number) " + self(level.title)),
          cell(gate.unmet),
        ] + (hasUnknown ? [cell(gate.unknown)] : []) + (whose.map { [.text($0(gate))] } ?? [])
      })
  }

  /// Recommendations by how many clusters are given them, and to which.
  func adviceTable(
    _ advice: some Collection<PortfolioCounts.Advice>, _ portfolio: Portfolio
  ) -> Document.Table {
    var table = adviceTable(advice)
    table.columns.append(.init(texts("portfolio.given-to")))
    for (place, advice) in advice.enumerated() {
      let clusters = portfolio.clusters.filter { cluster in
        cluster.score.recommendations.contains { $0.id == advice.recommendation.id }
      }
      table.rows[place].append(.text(names(clusters, most: portfolio.mostNamed)))
    }
    return table
  }

  fileprivate func need(_ capacity: Int?, _ model: Questionnaire) -> String {
    capacity.map { self(model.capacities[$0].title) } ?? texts("portfolio.need-answers")
  }

  /// `Alfa (25.0), Beta (31.3)`: names with their scores of the capacity.
  fileprivate func names(
    _ clusters: [ComparedCluster], _ capacity: Int?, most: Int
  ) -> String {
    guard let capacity else { return names(clusters, most: most) }
    let named = clusters.map { cluster in
      let shown = cluster.score.capacities[capacity].shown.map { " (" + score($0) + ")" }
      return cluster.name + (shown ?? "")
    }
    return names(of: named, most: most)
  }

  /// What clusters of the group are advised most often for what they need, at most two.
  fileprivate func advice(for group: ClusterNeeds.Group, _ model: Questionnaire) -> String {
    guard let capacity = group.capacity else { return "" }
    let aimed = PortfolioCounts(group.clusters, of: model).advice.filter { advice in
      advice.recommendation.towards.contains { model.nodes[$0].capacity == capacity }
    }
    return aimed.prefix(2).map { self($0.recommendation.title) }.joined(separator: "; ")
  }
}
