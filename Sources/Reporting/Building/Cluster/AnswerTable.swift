import Clusters
import Documents
import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// The answers to questions that were asked, and which were not; nothing where there are none.
  mutating func addAnswers(
    to questions: Range<Int>, of assessed: AssessedCluster, showsPoints: Bool = true,
    _ words: Words
  ) {
    add(words.answerTable(questions, of: assessed, showsPoints: showsPoints))
    addNotAsked(questions, of: assessed.interview, words)
  }

  /// The questions that were not asked, and which of them have an answer that was put aside.
  private mutating func addNotAsked(
    _ questions: Range<Int>, of interview: Interview, _ words: Words
  ) {
    let notAsked = questions.filter { interview.state(of: $0) == .notAsked }
    guard !notAsked.isEmpty else { return }
    let names = notAsked.map { place in
      let name = words.question(interview.questionnaire.questions[place]).withoutFullStop
      return interview.isParked(place) ? name + " (" + words.texts("report.parked") + ")" : name
    }
    add(
      paragraph: words.texts(
        "report.not-asked", ["questions": .text(names.joined(separator: "; "))]))
  }
}

extension Words {
  /// Questions that were asked, with the answers; those that were not stand below. Where nobody remarks
  /// anything, there is no column for it.
  fileprivate func answerTable(
    _ questions: Range<Int>, of assessed: AssessedCluster, showsPoints: Bool
  ) -> Document.Table {
    let asked = assessed.interview.questionnaire.questions[questions]
      .filter { assessed.interview.state(of: $0.index) != .notAsked }
    let showsPoints = showsPoints && asked.contains(where: \.isScored)
    let remarks = asked.map { self.remarks(on: $0, of: assessed) }
    let hasRemarks = remarks.contains { !$0.isEmpty }
    var columns: [Document.Table.Column] = [
      .init(texts("table.question")), .init(texts("table.answer")),
    ]
    if showsPoints { columns.append(.init(texts("table.points"), .number)) }
    if hasRemarks { columns.append(.init(texts("table.remarks"))) }
    let rows = zip(asked, remarks).map { question, remark in
      var cells: [Document.Cell] = [
        .text(self.question(question)),
        .text(printedAnswer(to: question, of: assessed.interview)),
      ]
      if showsPoints {
        cells.append(
          printedPoints(of: question, assessed.score)
            .map { .number(plain($0), value: $0.doubleValue) } ?? .missing("–"))
      }
      return hasRemarks ? cells + [.text(remark)] : cells
    }
    return Document.Table(columns: columns, rows: rows)
  }

  /// What members answer of themselves: `members’ mean: 3.3 of 5`. What they say of a confidential
  /// question is not told.
  private func membersMean(of question: Question, _ assessed: AssessedCluster) -> String? {
    guard let mean = assessed.membersMeans[question.index], !question.isConfidential,
      let rounded = DecimalNumber(rounding: mean, places: 1)
    else { return nil }
    var text = numbers.format(rounded, minimumPlaces: 1, maximumPlaces: 1)
    if case .ladder(let steps) = question.kind {
      text = texts("common.part", ["part": .text(text), "whole": .count(steps.count)])
    } else if case .percent = question.kind {
      text = share(rounded.rational, minimumPlaces: 1)
    }
    return texts("report.members-mean", ["mean": .text(text)])
  }

  /// Comment, evidence, confirmation and what is missing of them, and what members say, a line each. Of
  /// a confidential question only whether there is evidence: what people write beside an answer can give
  /// it away.
  private func remarks(on question: Question, of assessed: AssessedCluster) -> String {
    let interview = assessed.interview
    var lines = question.isConfidential ? [texts("report.confidential")] : []
    let response = interview.response(to: question.index)
    if let response {
      if question.isConfidential {
        if !response.evidence.isEmpty { lines.append(texts("report.evidence-given")) }
      } else {
        if let comment = response.comment { lines.append(comment) }
        lines += response.evidence.map { evidence in
          let until = evidence.validUntil.map {
            texts("report.valid-until", ["day": .text($0.description)])
          }
          return texts("table.evidence") + ": " + evidence.text
            + (until.map { " (\($0))" } ?? "")
        }
      }
    }
    if assessed.lacksEvidence(of: question) { lines.append(texts("report.evidence-missing")) }
    if let mean = membersMean(of: question, assessed) { lines.append(mean) }
    if let period = response?.carried {
      lines.append(texts("report.carried", ["period": .text(period)]))
    }
    return (lines + confirmation(of: question, interview)).joined(separator: "\n")
  }

  private func confirmation(of question: Question, _ interview: Interview) -> [String] {
    let response = interview.response(to: question.index)
    if let confirmation = response?.confirmation {
      return [
        texts(
          "report.confirmed",
          ["person": .text(confirmation.by), "day": .text(confirmation.on.description)])
      ]
    }
    if let returned = response?.returned {
      return [
        texts(
          "report.returned",
          [
            "person": .text(returned.by), "day": .text(returned.on.description),
            "note": .text(
              question.isConfidential ? texts("report.confidential") : returned.note),
          ])
      ]
    }
    guard question.needsConfirmation, case .answered = interview.state(of: question.index) else {
      return []
    }
    return [texts("report.not-confirmed")]
  }
}
