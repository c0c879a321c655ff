import Clusters
import Comparison
import Documents
import Language
import Questionnaire
import Scoring
import Wording

extension Document {
  /// The page for whoever reads no other: how many, how far, where they stand, what they lack, what
  /// has changed.
  mutating func addSummary(_ portfolio: Portfolio, _ counts: PortfolioCounts, _ words: Words) {
    let texts = words.texts
    add(heading: texts("report.summary"), anchor: "summary")
    guard !portfolio.table.rows.isEmpty else {
      add(paragraph: texts("compare.none"))
      return
    }
    var facts = [
      Definition(
        texts("table.clusters"), String(counts.clusters)),
      Definition(texts("report.responses"), words.states(portfolio) + "."),
      Definition(texts("report.levels"), words.levels(counts, portfolio.questionnaire)),
    ]
    func tell(_ name: String, _ items: [String], none: String? = nil) {
      let text = items.isEmpty ? none.map { texts($0) } : items.joined(separator: "\n")
      if let text { facts.append(Definition(texts(name), text)) }
    }
    tell(
      "portfolio.common-gaps",
      portfolio.gaps.questions.prefix(3).map { gap in
        words.name(of: gap.measure, in: portfolio.questionnaire) + " – "
          + words.part(gap.weak.count, of: gap.scored)
      }, none: "portfolio.gaps-none")
    tell(
      "report.common-gates",
      counts.nextGates.filter { $0.unmet > 0 }.prefix(3).map { gate in
        words.gate(gate, portfolio.questionnaire) + " – "
          + texts("common.clusters", ["count": .count(gate.unmet)])
      }, none: "report.common-gates.none")
    if portfolio.trend.hasMovement {
      facts.append(Definition(texts("portfolio.since-before"), words.movement(portfolio.trend)))
    }
    blocks.append(.definitions(facts))
  }
}

extension Words {
  /// `confirmed – 9, draft – 3`, the furthest first.
  func states(_ portfolio: Portfolio) -> String {
    let counts = Dictionary(grouping: portfolio.assessments, by: \.cluster.status)
    // Further is what comes later in the work; the words stand in its order.
    let order = ["locked", "confirmed", "submitted", "returned", "draft"]
    let states = counts.keys.sorted { a, b in
      let (x, y) = (order.firstIndex(of: a) ?? order.count, order.firstIndex(of: b) ?? order.count)
      return x == y ? a < b : x < y
    }
    return states.map { texts("status.\($0)") + " – \(counts[$0]?.count ?? 0)" }
      .joined(separator: ", ")
  }

  /// How many stand on each level, from the highest down, in a sentence.
  func levels(_ counts: PortfolioCounts, _ model: Questionnaire) -> String {
    var parts = model.levels.indices.reversed().filter { counts.reached[$0] > 0 }.map { place in
      at(counts.reached[place], self(model.levels[place].title))
    }
    if counts.belowAll > 0 { parts.append(texts("score.no-level") + " – \(counts.belowAll)") }
    return texts("portfolio.levels", ["levels": .list(parts)])
  }

  /// `3 at “Mature”`.
  func at(_ count: Int, _ level: String) -> String {
    texts("trend.at", ["count": .text(String(count)), "level": .text(level)])
  }

  /// The must-have and the level that asks for it.
  func gate(_ gate: PortfolioCounts.Gate, _ model: Questionnaire) -> String {
    let level = model.levels[gate.level]
    return self(level.gates[gate.gate].say) + " (\(level.number) " + self(level.title) + ")"
  }

  /// Names of clusters in a line; of many only the first, and how many more there are.
  func names(_ clusters: [ComparedCluster], most: Int = 12) -> String {
    let shown = clusters.count > most + 1 ? Array(clusters.prefix(most)) : clusters
    let names = shown.map(\.name).joined(separator: ", ")
    guard shown.count < clusters.count else { return names }
    return names + " " + texts("common.more", ["count": .count(clusters.count - shown.count)])
  }
}

extension PortfolioTrend {
  /// Whether some cluster has two rounds to compare.
  var hasMovement: Bool { clusters.contains { $0.compared != nil } }
}
