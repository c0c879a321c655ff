import Clusters
import Documents
import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

/// The parts that several documents share, each written once.
extension Words {
  /// By which model, in which state, how much of it answered. Whose it is and of which round stands in
  /// the title.
  func facts(of assessed: AssessedCluster) -> [Document.Definition] {
    var facts = [questionnaire(of: assessed)]
    if assessed.score.formUsed != nil {
      facts.append(Document.Definition(texts("table.form"), form(of: assessed.score)))
    }
    facts.append(Document.Definition(texts("table.status"), texts("status.\(assessed.status)")))
    facts.append(Document.Definition(texts("table.coverage"), coverage(of: assessed)))
    return facts
  }

  /// By which model.
  func questionnaire(of assessed: AssessedCluster) -> Document.Definition {
    Document.Definition(texts("table.questionnaire"), model(of: assessed))
  }

  /// How many of the scored questions that apply are answered, and how many do not apply.
  private func coverage(of assessed: AssessedCluster) -> String {
    let coverage = assessed.score.total.coverage
    let answered = texts(
      "score.coverage",
      ["answered": .count(coverage.answered), "applicable": .count(coverage.applicable)])
    let notApplicable = assessed.score.questions.count { score in
      if case .notApplicable? = score?.state { true } else { false }
    }
    guard notApplicable > 0 else { return answered }
    let left = texts("score.not-applicable", ["count": .count(notApplicable)])
    return coverage.applicable > 0 ? answered + "; " + left : left
  }

  /// The model that scores the answers, and which version was answered where that is another.
  private func model(of assessed: AssessedCluster) -> String {
    let questionnaire = assessed.interview.questionnaire
    guard let version = assessed.answeredVersion else { return model(questionnaire) }
    return texts(
      "versions.answered",
      [
        "model": .text(model(questionnaire)),
        "version": .text(edition(version, beside: questionnaire)),
      ])
  }

  /// The level reached, in words.
  func level(_ score: AssessmentScore) -> String {
    guard let level = score.levelReached?.level else { return texts("score.no-level") }
    return texts(
      "score.level",
      [
        "number": .text(String(level.number)),
        "count": .text(String(score.questionnaire.levels.count)), "level": .text(self(level.title)),
      ])
  }

  /// The total and what is still open.
  func total(_ score: AssessmentScore) -> String {
    let total = score.total
    let value =
      total.shown.map { self.total($0, on: total.scale) }
      ?? texts(
        "score.total-none",
        ["reason": .text(ScoreAbsenceWording(texts, score.questionnaire)(total.absence))])
    guard let low = total.shownLow, let high = total.shownHigh, low != high else { return value }
    let range = texts(
      "score.range", ["low": .text(self.score(low)), "high": .text(self.score(high))])
    return value + " (" + range + ")"
  }

  /// `Total 66.5 of 100`; of a scale that begins elsewhere than at 0, both ends.
  private func total(_ shown: Rational, on scale: Scale) -> String {
    texts(
      scale.from == .zero ? "score.total" : "score.total-scale",
      [
        "score": .text(score(shown)), "worst": .text(plain(scale.from)),
        "best": .text(plain(scale.to)),
      ])
  }

  /// Node by node, parts indented below the capacity they belong to: score, bar, range, coverage.
  func capacityTable(_ score: AssessmentScore) -> Document.Table {
    var table = scoreTable(
      score.questionnaire.nodes, of: score, head: texts("table.capacity"))
    table.footer = [[.strong(texts("table.total"))] + scoreCells(score.total)]
    return table
  }

  /// Some of the nodes, with their named scores.
  func scoreTable(
    _ nodes: [ScoreNode], of score: AssessmentScore, head: String
  ) -> Document.Table {
    let depth = nodes.map(\.depth).min() ?? 0
    return Document.Table(
      columns: [
        .init(head), .init(texts("table.score"), .number), .init(scale(of: score), .picture),
        .init(texts("table.range"), .number), .init(texts("table.coverage"), .number),
      ],
      rows: nodes.flatMap { node in
        let above = node.depth - depth
        let own = [[.text(indented(node.title, above))] + scoreCells(score.nodes[node.node])]
        let aspects = zip(score.questionnaire.aspects, score.aspects[node.node])
        return own
          + aspects.compactMap { aspect, score in
            score.map { [.text(indented(aspect.title, above + 1))] + scoreCells($0) }
          }
      })
  }

  /// Spaces that no renderer takes away show how deep a part stands.
  private func indented(_ title: LocalizedText, _ depth: Int) -> String {
    String(repeating: "\u{A0}\u{A0}", count: depth) + self(title)
  }

  /// The ends of the bars; nothing where not all scores have the same scale.
  func scale(of score: AssessmentScore) -> String {
    let scale = score.total.scale
    guard score.nodes.allSatisfy({ $0.scale == scale }) else { return "" }
    return texts(
      "common.from-to", ["low": .text(plain(scale.from)), "high": .text(plain(scale.to))])
  }

  private func scoreCells(_ score: Score) -> [Document.Cell] {
    [
      cell(score), bar(score), range(score).map { .text($0) } ?? .missing("–"),
      .text(coverage(score.coverage)),
    ]
  }

  func threshold(_ threshold: ThresholdResult, of score: AssessmentScore) -> String {
    let needed = Language.TextArgument.text(plain(threshold.shownNeed))
    return switch threshold.kind {
    case .total: texts(words("score.threshold-total", on: threshold.scale), ["threshold": needed])
    case .node(let node):
      texts(
        words("score.threshold-capacity", on: threshold.scale),
        [
          "capacity": .text(self(score.questionnaire.nodes[node].title)),
          "threshold": needed,
        ])
    }
  }

  /// Readiness checks with what each still lacks.
  func checkTable(_ score: AssessmentScore) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.check")), .init(texts("table.state")), .init(texts("table.lacking")),
      ],
      rows: score.checks.map { result in
        let open = result.conditions.filter { $0.status != .met }
        let lacking = open.map { condition in
          let say = self(condition.condition.say)
          guard condition.status == .unknown else { return say }
          let waiting = waiting(for: condition.waitingFor, of: score.questionnaire)
          return say + " (" + (waiting.isEmpty ? texts("condition.unknown") : waiting) + ")"
        }
        return [
          .text(self(result.check.title)), cell(result.status),
          .text(lines(lacking)),
        ]
      })
  }

  /// Advice, the most urgent first, in the order of the model among equals.
  func advice(_ score: AssessmentScore) -> [[Document.Span]] { advice(score.recommendations) }

  /// Some of the advice, likewise.
  func advice(_ recommendations: [Recommendation]) -> [[Document.Span]] {
    byPriority(recommendations).map { title(of: $0) + [.text(". " + self($0.say))] }
  }

  /// **Save** (priority: high)
  func title(of item: Recommendation) -> [Document.Span] {
    [
      .strong(self(item.title)),
      .text(" (" + texts("report.priority", ["priority": .text(priority(item.priority))]) + ")"),
    ]
  }
}
