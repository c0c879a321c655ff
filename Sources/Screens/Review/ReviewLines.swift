import Interview
import Language
import Numbers
import Questionnaire
import Wording

/// What is printed in a review.
extension ReviewSession {
  mutating func greet() {
    lines.add(.heading, texts("review.title", ["title": .text(model.title(language.rawValue))]))
    lines.add(
      .text,
      texts(
        "plain.occasion",
        ["cluster": .text(occasion.cluster), "period": .text(occasion.period)]))
    lines.add(
      .text,
      questions.isEmpty
        ? texts("review.nothing") : texts("review.begin", ["count": .count(questions.count)]))
    lines.add(.hint, texts("review.commands", words))
  }

  /// Shows an answer with all that helps to judge it.
  mutating func show(_ place: Int) {
    mode = .answer(place)
    let index = questions[place]
    let card = QuestionCard(index, in: interview, texts, lastRound: occasion.lastRound)
    lines.space()
    lines.add(
      .heading,
      texts(
        "review.position",
        ["number": .text(String(place + 1)), "count": .text(String(questions.count))])
        + (card.code.map { " (\($0))" } ?? ""))
    lines.add(.question, card.ask)
    for line in card.gates + card.checks { lines.add(.hint, line) }
    showAnswer(card, index)
    lines.add(.hint, texts("review.what-now", words))
    lines.prompt()
  }

  private mutating func showAnswer(_ card: QuestionCard, _ index: Int) {
    let response = interview.response(to: index)
    lines.add(
      .notice,
      texts("review.answer", ["answer": .text(card.present ?? texts("answer.unanswered"))]))
    if let period = response?.carried {
      lines.add(.notice, texts("review.carried", ["period": .text(period)]))
    }
    if let last = card.last {
      lines.add(
        .notice,
        texts("review.last", ["period": .text(last.period), "answer": .text(last.answer)]))
    }
    if let comment = card.comment {
      lines.add(.notice, texts("plain.present-comment", ["comment": .text(comment)]))
    }
    for evidence in response?.evidence ?? [] { show(evidence) }
    let wording = ProblemWording(model, texts)
    for problem in interview.problems(of: index) where problem.code != .required {
      // The facilitator is told what there is, not what the manager is to do about it.
      let sentence =
        problem.code == .evidenceMissing
        ? texts("review.no-evidence") : wording.sentence(problem)
      lines.add(.problem, sentence, first: "! ")
    }
    if let confirmation = response?.confirmation {
      lines.add(
        .notice,
        texts(
          "report.confirmed",
          ["person": .text(confirmation.by), "day": .text(date(confirmation.on))]
        ).asSentence)
    }
    if let returned = card.returned { lines.add(.problem, returned, first: "! ") }
  }

  private mutating func show(_ evidence: Evidence) {
    if evidence.isExpired(on: occasion.today) {
      lines.add(.problem, evidence.expiry(texts), first: "! ")
    } else if let day = evidence.validUntil {
      lines.add(
        .notice,
        texts("review.evidence", ["evidence": .text(evidence.text), "day": .text(date(day))]))
    } else {
      lines.add(.notice, texts("plain.present-evidence", ["evidence": .text(evidence.text)]))
    }
  }

  private func date(_ day: Day) -> String {
    texts.date(year: day.year, month: day.month, day: day.day)
  }

  /// All answers of the review with what was said about them.
  mutating func showList() {
    lines.space()
    let width = String(questions.count).count
    for (place, index) in questions.enumerated() {
      let number = String(place + 1)
      let question = model.questions[index]
      let title = (question.code.map { $0 + " " } ?? "") + question.ask(language.rawValue)
      let state = state(of: index)
      lines.add(
        .choice,
        AnswerWording(texts).short(title, columns: columns - width - 20) + " – "
          + texts("review.state.\(state.rawValue)"),
        first: String(repeating: " ", count: 2 + width - number.count) + number + ". ")
    }
    if case .summary = mode {} else { lines.add(.hint, texts("review.what-now", words)) }
    lines.prompt()
  }

  /// How far the review has come, and what may become of the whole.
  mutating func showSummary() {
    mode = .summary
    lines.space()
    lines.add(.heading, texts("plain.summary"))
    lines.add(
      .text,
      texts(
        "review.counts",
        [
          "confirmed": .text(String(count(.confirmed))), "count": .count(questions.count),
          "returned": .text(String(count(.returned))),
        ]))
    let open = questions.indices.filter { state(of: questions[$0]) == .open }
    if !open.isEmpty {
      lines.add(.text, texts("review.left", ["count": .count(open.count)]))
      for place in open {
        let question = model.questions[questions[place]]
        let title = (question.code.map { $0 + " " } ?? "") + question.ask(language.rawValue)
        lines.add(
          .choice, AnswerWording(texts).short(title, columns: columns - 7),
          first: "  \(place + 1). ")
      }
    }
    lines.space()
    lines.add(
      .hint,
      texts(count(.returned) > 0 ? "review.summary-return" : "review.summary-confirm", words))
    lines.prompt()
  }

  mutating func showHelp() {
    lines.space()
    for command in ReviewCommand.allCases {
      lines.add(
        .choice,
        texts(
          "review.about.\(command.rawValue)", ["word": .text(texts.word(for: command))]),
        first: "  ")
    }
    lines.prompt()
  }

  /// The word of every command, by its name.
  private var words: [String: TextArgument] {
    var words: [String: TextArgument] = [:]
    for command in ReviewCommand.allCases {
      words[command.rawValue] = .text(texts.word(for: command))
    }
    return words
  }
}
