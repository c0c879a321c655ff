import Clusters
import Comparison
import Documents
import Interview
import Language
import Questionnaire
import Scoring
import Wording

extension Document {
  /// The page for whoever reads no other: how far assessments have come, where clusters stand, what has
  /// changed, what they lack, and what to talk about.
  mutating func addSummary(_ portfolio: Portfolio, _ counts: PortfolioCounts, _ words: Words) {
    let texts = words.texts
    add(heading: texts("report.summary"), anchor: "summary")
    guard !portfolio.table.rows.isEmpty else {
      add(paragraph: texts("compare.none"))
      return
    }
    var facts = [
      Definition(texts("report.responses"), words.states(portfolio) + "."),
      Definition(texts("report.levels"), words.levels(counts, portfolio.questionnaire)),
    ]
    if let movement = words.movement(portfolio.trend) {
      facts.append(Definition(texts("portfolio.since-before"), movement))
    }
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
    tell("portfolio.topics", portfolio.agenda.topics.map { words.topic($0, portfolio) })
    blocks.append(.definitions(facts))
  }
}

extension Words {
  /// `confirmed – 9, draft – 3`, the furthest first.
  func states(_ portfolio: Portfolio) -> String {
    portfolio.states.map { texts("status.\($0.status)") + " – \($0.assessments.count)" }
      .joined(separator: ", ")
  }

  /// How many are in which state, and how many of them have nothing left to answer.
  func stateTable(_ portfolio: Portfolio) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.status")), .init(texts("table.clusters"), .number),
        .init(texts("portfolio.all-answered"), .number),
      ],
      rows: portfolio.states.map { status, assessments in
        let whole = assessments.count { assessment in
          let progress = assessment.cluster.interview.progress
          return progress.answered == progress.asked
        }
        return [
          .text(texts("status.\(status)")), cell(assessments.count), cell(whole),
        ]
      })
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

  /// A topic of the session and how many are weak in it.
  fileprivate func topic(_ topic: SessionAgenda.Topic, _ portfolio: Portfolio) -> String {
    let model = portfolio.questionnaire
    let title = self(model.capacities[topic.capacity].title)
    let gap = portfolio.gaps.capacities.first {
      $0.measure == .node(model.capacities[topic.capacity].node)
    }
    guard let gap else { return title }
    return texts(
      "portfolio.topic",
      ["topic": .text(title), "weak": .text(part(gap.weak.count, of: gap.scored))])
  }

  /// The must-have and the level that asks for it.
  func gate(_ gate: PortfolioCounts.Gate, _ model: Questionnaire) -> String {
    let level = model.levels[gate.level]
    return self(level.gates[gate.gate].say) + " (\(level.number) " + self(level.title) + ")"
  }

  /// Names of clusters in a line; of many only the first, and how many more there are.
  func names(_ clusters: [ComparedCluster], most: Int = 12) -> String {
    names(of: clusters.map(\.name), most: most)
  }

  /// The same of names. One more is named rather than counted.
  func names(of all: [String], most: Int) -> String {
    let shown = all.count > most + 1 ? Array(all.prefix(most)) : all
    let names = shown.joined(separator: ", ")
    guard shown.count < all.count else { return names }
    return names + " " + texts("common.more", ["count": .count(all.count - shown.count)])
  }
}

extension Portfolio {
  /// The assessments by their states, the furthest first.
  fileprivate var states: [(status: String, assessments: [AssessmentProgress])] {
    let groups = Dictionary(grouping: assessments, by: \.cluster.status)
    // Further is what comes later in the work; the words stand in its order.
    let order = ["locked", "confirmed", "submitted", "returned", "draft"]
    return groups.sorted { a, b in
      let x = order.firstIndex(of: a.key) ?? order.count
      let y = order.firstIndex(of: b.key) ?? order.count
      return x == y ? a.key < b.key : x < y
    }.map { ($0.key, $0.value) }
  }
}

extension PortfolioTrend {
  /// Whether some cluster has two rounds to compare.
  var hasMovement: Bool { clusters.contains { $0.compared != nil } }
}
