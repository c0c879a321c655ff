import Clusters
import Comparison
import Documents
import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// A page for each capacity: its score and what it means, the parts and answers behind it, what is
  /// advised for it. Where all are small, several share a page.
  mutating func addCapacities(of reported: ReportedCluster, _ words: Words) {
    let model = reported.assessed.score.questionnaire
    let sizes = Dictionary(grouping: model.questions.compactMap(\.capacity)) { $0 }
    let areSmall = sizes.values.allSatisfy { $0.count <= Self.mostQuestionsOfSmall }
    for (place, capacity) in model.capacities.enumerated() {
      addPage(capacity, of: reported, startsPage: place == 0 || !areSmall, words)
    }
  }

  /// Capacities with no more questions leave half a page empty and more.
  private static let mostQuestionsOfSmall = 5

  private mutating func addPage(
    _ capacity: ScoreNode, of reported: ReportedCluster, startsPage: Bool, _ words: Words
  ) {
    let texts = words.texts
    let assessed = reported.assessed
    let model = assessed.score.questionnaire
    add(heading: words(capacity.title), anchor: capacity.anchor, startsPage: startsPage)
    addMeaning(of: capacity, reported, words)
    let parts = model.nodes.filter { $0.capacity == capacity.capacity && $0.depth > 0 }
    if !parts.isEmpty {
      add(words.scoreTable(parts, of: assessed.score, head: texts("table.area")))
    }
    addAnswers(to: capacity.ownQuestions, of: assessed, words)
    for part in parts {
      add(heading: words(part.title), depth: min(1 + part.depth, 6))
      addMeaning(of: part, reported, words)
      addAnswers(to: part.ownQuestions, of: assessed, words)
    }
    let advice = assessed.score.recommendations.filter { recommendation in
      recommendation.towards.contains { model.nodes[$0].capacity == capacity.capacity }
    }
    if !advice.isEmpty {
      add(heading: texts("report.advice"), depth: 2)
      add(list: words.advice(advice))
    }
  }

  /// The score in words, what it covers, which levels it is enough for, what keeps it down.
  private mutating func addMeaning(
    of node: ScoreNode, _ reported: ReportedCluster, _ words: Words
  ) {
    let assessed = reported.assessed
    let score = assessed.score.nodes[node.node]
    let reason = ScoreAbsenceWording(words.texts, assessed.score.questionnaire)(score.absence)
    let shown =
      score.shown.map(words.score)
      ?? words.texts("score.unscored", ["reason": .text(reason)])
    let change = words.change(of: node, reported).map { ". " + $0 } ?? ""
    blocks.append(.paragraph([.strong(shown), .text(words.remark(score) + change)]))
    if let about = node.about { add(paragraph: words(about)) }
    if let capability = words.capability(of: node, assessed.score) { add(paragraph: capability) }
    add(list: words.levelThresholds(on: node, assessed.score))
    add(list: words.scoreCaps(assessed.score, on: node.node))
  }
}

extension Words {
  /// What stands beside a capacity's score: range and coverage.
  fileprivate func remark(_ score: Score) -> String {
    var parts: [String] = []
    if let low = score.shownLow, let high = score.shownHigh, low != high {
      parts.append(
        texts("score.range", ["low": .text(self.score(low)), "high": .text(self.score(high))]))
    }
    if score.coverage.applicable > 0 {
      parts.append(
        texts(
          "score.coverage",
          [
            "answered": .count(score.coverage.answered),
            "applicable": .count(score.coverage.applicable),
          ]))
    }
    return parts.isEmpty ? "" : " (" + parts.joined(separator: "; ") + ")"
  }

  /// How the score of a capacity has moved since the round before.
  fileprivate func change(of node: ScoreNode, _ reported: ReportedCluster) -> String? {
    guard node.depth == 0, let trend = reported.trend, let earlier = trend.earlier,
      let change = trend.trend?.capacities[node.capacity]
    else { return nil }
    let score = reported.assessed.score
    guard let shown = score.nodes[node.node].shown(change: change) else { return nil }
    let isRescored = earlier.isAnswered(inOtherThan: score.questionnaire)
    return texts(
      isRescored ? "report.capacity.change-rescored" : "report.capacity.change",
      [
        "period": .text(earlier.period), "change": .text(self.change(shown)),
        "version": .text(score.questionnaire.version),
      ])
  }

  /// On which capability level a node stands, and which practices the next one lacks.
  fileprivate func capability(of node: ScoreNode, _ score: AssessmentScore) -> String? {
    guard let result = score.capability(of: node.node) else { return nil }
    let model = score.questionnaire
    let place = result.level - 1
    var text: String
    if model.capabilityLevels.indices.contains(place) {
      let level = model.capabilityLevels[place]
      text = texts("report.capability", ["level": .text(self(level.title))])
      if let about = level.about { text += " " + self(about) }
    } else {
      text = texts("report.capability-none")
    }
    guard !result.lacking.isEmpty else { return text }
    return text + " "
      + texts(
        "report.capability.lacking", ["questions": .text(model.names(result.lacking, texts))])
  }

  /// The highest level that the node is good enough for, and the lowest that it is not.
  fileprivate func levelThresholds(
    on node: ScoreNode, _ score: AssessmentScore
  ) -> [[Document.Span]] {
    let asked = score.levels.flatMap { level in
      level.thresholds.filter { $0.kind == .node(node.node) }.map { (level.level, $0) }
    }
    // The last that is enough, and the first that is not: what lies beyond them follows.
    let met = asked.last { $0.1.status == .met }
    let open = asked.first { $0.1.status != .met }
    return [met, open].compactMap(\.self).map { level, threshold in
      [
        .text(
          texts(
            words("report.capacity.threshold", on: threshold.scale),
            [
              "level": .text(self(level.title)), "threshold": .text(plain(threshold.shownNeed)),
            ]) + " – "),
        .strong(texts("condition.\(threshold.status.rawValue)")),
      ]
    }
  }
}

extension ScoreNode {
  /// The place of its page: `capacity-human`.
  var anchor: String { "capacity-" + id.replacing("_", with: "-") }
}
