import Interview
import Language
import Questionnaire
import Wording

/// What is printed for a question.
extension PlainInterview {
  mutating func greet(resumingAt first: Int?, hasAnswers: Bool) {
    let language = language.rawValue
    lines.add(.heading, model.title(language))
    lines.add(
      .text,
      texts(
        "plain.occasion",
        ["cluster": .text(occasion.cluster), "period": .text(occasion.period)]))
    if let notice = occasion.noticeToRater(texts) { lines.add(.text, notice) }
    if hasAnswers {
      if let first {
        let card = QuestionCard(first, in: interview, texts)
        lines.add(
          .notice,
          texts(
            "plain.resumed",
            ["number": .text(String(card.number)), "count": .text(String(card.count))]))
      }
    } else {
      if let about = model.about {
        lines.space()
        lines.add(.text, about(language))
        lines.space()
      }
      lines.add(.text, texts("plain.begin", ["count": .count(interview.asked.count)]))
    }
    greetWithLastRound()
    lines.add(
      .hint, texts("plain.commands", words(for: [.back, .skip, .sections, .review, .quit])))
  }

  /// Says what the answers of last time are good for, what is not offered, and what was returned.
  private mutating func greetWithLastRound() {
    let returned = interview.asked.count { interview.response(to: $0)?.returned != nil }
    if returned > 0 {
      lines.add(.problem, texts("plain.returned", ["count": .count(returned)]), first: "! ")
    }
    guard let lastRound = occasion.lastRound else { return }
    if !lastRound.offered.isEmpty {
      lines.add(
        .text,
        texts(
          "plain.last-offered",
          [
            "period": .text(lastRound.period), "count": .count(lastRound.offered.count),
            "word": .text(texts.word(for: .same, slash: false)),
          ]))
    }
    if !lastRound.unfit.isEmpty {
      lines.add(
        .text,
        texts(
          "plain.last-unfit",
          [
            "period": .text(lastRound.period),
            "questions": .text(model.names(lastRound.unfit, texts)),
          ]))
    }
  }

  /// Asks a question.
  mutating func show(_ index: Int) {
    mode = .question(index)
    if position != .some(index) { effects.append(.position(question: index)) }
    position = .some(index)

    let card = QuestionCard(index, in: interview, texts, lastRound: occasion.lastRound)
    lines.space()
    let part = model.capacity(of: index)
    if section != .some(part) {
      section = .some(part)
      lines.add(.heading, texts("plain.section", ["section": .text(card.section)]))
      lines.space()
    }
    let place = texts(
      "fill.position", ["number": .text(String(card.number)), "count": .text(String(card.count))])
    lines.add(.text, place + (card.code.map { " (\($0))" } ?? ""))
    lines.add(.question, card.ask)
    if let why = card.why { lines.add(.hint, texts("plain.why", ["why": .text(why)])) }
    if let weight = card.weight { lines.add(.hint, weight) }
    for gate in card.gates { lines.add(.hint, gate) }
    for choice in card.choices {
      lines.add(.choice, choice.text, first: "  \(choice.number). ")
    }
    showPresent(card, index)
    lines.add(.hint, card.hint)
    lines.add(.hint, alternatives(to: index).joined(separator: " "))
    lines.prompt()
  }

  private mutating func showPresent(_ card: QuestionCard, _ index: Int) {
    if let returned = card.returned { lines.add(.problem, returned, first: "! ") }
    if let last = card.last {
      lines.add(
        .notice,
        texts(
          "plain.last",
          [
            "period": .text(last.period), "answer": .text(last.answer),
            "word": .text(texts.word(for: .same, slash: false)),
          ]))
      for sentence in card.expired { lines.add(.notice, sentence) }
    }
    if let present = card.present {
      lines.add(.notice, texts("plain.present", ["answer": .text(present)]))
    }
    if let comment = card.comment {
      lines.add(.notice, texts("plain.present-comment", ["comment": .text(comment)]))
    }
    for evidence in card.evidence {
      lines.add(.notice, texts("plain.present-evidence", ["evidence": .text(evidence)]))
    }
    let wording = ProblemWording(model, texts)
    for problem in interview.problems(of: index) where problem.code != .required {
      lines.add(.problem, wording.sentence(problem), first: "! ")
    }
  }

  /// What may be written instead of an answer here.
  private func alternatives(to index: Int) -> [String] {
    let question = model.questions[index]
    func word(_ command: Command, takesText: Bool = false) -> TextArgument {
      .text(texts.word(for: command, slash: takesText && question.kind.isText))
    }
    var sentences: [String] = []
    switch question.notApplicable {
    case .refused: break
    case .allowed:
      sentences.append(texts("plain.or-not-applicable", ["word": word(.notApplicable)]))
    case .withReason:
      sentences.append(
        texts(
          "plain.or-not-applicable-because", ["word": word(.notApplicable, takesText: true)]))
    }
    if question.allowsNoData {
      sentences.append(texts("plain.or-no-data", ["word": word(.noData)]))
    }
    let isAnswered = interview.response(to: index)?.answer != nil
    sentences.append(texts(isAnswered ? "plain.empty-keeps" : "plain.empty-skips"))
    if question.kind.isText { sentences.append(commandsWorkHere) }
    return sentences
  }

  // MARK: Help

  /// Everything there is to say about a question, and the commands.
  mutating func showHelp(_ index: Int) {
    let question = model.questions[index]
    let card = QuestionCard(index, in: interview, texts)
    lines.space()
    if let help = question.help { lines.add(.text, help(language.rawValue)) }
    if let why = card.why { lines.add(.text, texts("plain.why", ["why": .text(why)])) }
    for line in [card.weight].compactMap(\.self) + card.gates + card.checks {
      lines.add(.text, line)
    }
    if let hint = question.evidence?.hint {
      lines.add(.text, texts("plain.evidence-hint", ["hint": .text(hint(language.rawValue))]))
    }
    if !mode.asksForRemark { lines.add(.hint, card.hint) }
    showCommands(for: question)
    lines.prompt()
  }

  /// All commands, or those that a question allows.
  mutating func showCommands(for question: Question? = nil) {
    let isText = mode.asksForRemark || question?.kind.isText ?? false
    lines.space()
    for command in Command.allCases where question?.allows(command) ?? true {
      if command == .same, occasion.lastRound == nil { continue }
      let name = texts.word(for: command, slash: isText && command.takesText)
      lines.add(
        .choice, texts("plain.about.\(command.rawValue)", ["word": .text(name)]), first: "  ")
    }
    lines.add(
      .hint, texts("plain.slash-rule", ["word": .text(texts.word(for: .back, slash: false))]))
  }

  private func words(for commands: [Command]) -> [String: TextArgument] {
    var words: [String: TextArgument] = [:]
    for command in commands {
      words[command.rawValue] = .text(texts.word(for: command, slash: false))
    }
    return words
  }
}
