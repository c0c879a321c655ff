import Documents
import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// Every node with its score, its meaning and the answers behind it; the profile last.
  mutating func addAnswers(of assessed: AssessedCluster, _ words: Words) {
    let texts = words.texts
    let questionnaire = assessed.interview.questionnaire
    add(heading: texts("report.answers"))
    for (node, score) in zip(questionnaire.nodes, assessed.score.nodes) {
      add(heading: words(node.title), depth: min(2 + node.depth, 6))
      blocks.append(
        .paragraph([
          .strong(
            score.shown.map(words.score)
              ?? texts(
                "score.unscored",
                ["reason": .text(ScoreAbsenceWording(texts, questionnaire)(score.absence))])),
          .text(words.remark(score)),
        ]))
      if let about = node.about { add(paragraph: words(about)) }
      if node.ownQuestions.isEmpty && !node.children.isEmpty { continue }
      add(words.answerTable(node.ownQuestions, of: assessed, showsPoints: true))
      addNotAsked(node.ownQuestions, of: assessed.interview, words)
    }
    if !questionnaire.profile.isEmpty {
      add(heading: texts("report.facts"), depth: 2)
      add(words.answerTable(questionnaire.profile, of: assessed, showsPoints: false))
      addNotAsked(questionnaire.profile, of: assessed.interview, words)
    }
  }

  /// The questions that were not asked, and which of them have an answer that was put aside.
  private mutating func addNotAsked(
    _ questions: Range<Int>, of interview: Interview, _ words: Words
  ) {
    let notAsked = questions.filter { interview.state(of: $0) == .notAsked }
    guard !notAsked.isEmpty else { return }
    let parked = notAsked.filter(interview.isParked)
    let text = [("report.not-asked", notAsked), ("report.parked", parked)].filter { !$0.1.isEmpty }
      .map { name, questions in
        words.texts(
          name, ["questions": .text(interview.questionnaire.allNames(questions, words.texts))])
      }.joined(separator: "; ")
    add(paragraph: text + ".")
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

  /// Questions that were asked, with the answers; those that were not stand below.
  fileprivate func answerTable(
    _ questions: Range<Int>, of assessed: AssessedCluster, showsPoints: Bool
  ) -> Document.Table {
    let interview = assessed.interview
    var columns: [Document.Table.Column] = [
      .init(texts("table.question")), .init(texts("table.answer")),
    ]
    if showsPoints { columns.append(.init(texts("table.points"), .number)) }
    columns.append(.init(texts("table.remarks")))
    let rows = interview.questionnaire.questions[questions]
      .filter { interview.state(of: $0.index) != .notAsked }
      .map { question in
        var cells: [Document.Cell] = [
          .text(self.question(question)),
          .text(printedAnswer(to: question, of: interview)),
        ]
        if showsPoints {
          let points = assessed.score.questions[question.index]?.points
          cells.append(
            points.map { .number(plain($0), value: $0.doubleValue) } ?? .missing("–"))
        }
        cells.append(.text(remarks(on: interview.response(to: question.index), to: question)))
        return cells
      }
    return Document.Table(columns: columns, rows: rows)
  }

  /// The answer in words. A text that a facilitator has to confirm is somebody's own claim until
  /// then, and is not printed.
  private func printedAnswer(to question: Question, of interview: Interview) -> String {
    let state = interview.state(of: question.index)
    if case .answered(.text) = state, question.needsConfirmation,
      interview.response(to: question.index)?.confirmation == nil
    {
      return texts("report.text-unconfirmed")
    }
    return answers.state(state, of: question)
  }

  /// Comment, evidence and confirmation of an answer, a line each, and a word of caution.
  private func remarks(on response: Response?, to question: Question) -> String {
    var lines = question.isConfidential ? [texts("report.confidential")] : []
    guard let response else { return lines.joined() }
    if let comment = response.comment { lines.append(comment) }
    lines += response.evidence.map { evidence in
      let until = evidence.validUntil.map {
        texts("report.valid-until", ["day": .text($0.description)])
      }
      return texts("table.evidence") + ": " + evidence.text + (until.map { " (\($0))" } ?? "")
    }
    if let confirmation = response.confirmation {
      lines.append(
        texts(
          "report.confirmed",
          ["person": .text(confirmation.by), "day": .text(confirmation.on.description)]))
    }
    return lines.joined(separator: "\n")
  }
}
