import Interview
import Language
import Numbers
import Questionnaire
import Wording

/// From a line of input to an answer kept.
extension PlainInterview {
  mutating func answer(_ line: String, to index: Int) {
    let question = model.questions[index]
    guard !line.isEmpty else { return leave(index) }
    switch Vocabulary.all.request(line, answerIsText: question.kind.isText) {
    case .command(let command, let rest): run(command, rest, at: index)
    case .unknown(let word): refuse(texts("plain.unknown-command", ["word": .text(word)]))
    case .answer(let text):
      if question.kind.isLongText {
        mode = .longText(index, [text])
        lines.prompt()
      } else {
        read(text, for: index)
      }
    }
  }

  private mutating func read(_ text: String, for index: Int) {
    switch AnswerReader(texts).read(text, for: model.questions[index]) {
    case .problem(let words): refuse(words.asSentence)
    case .value(let value): give(.value(value), to: index)
    case .ambiguous(let meanings):
      mode = .meaning(index, meanings)
      lines.add(.question, texts("plain.which-number", ["text": .text(text)]))
      let wording = AnswerWording(texts)
      for (place, meaning) in meanings.enumerated() {
        lines.add(
          .choice, wording.number(meaning, of: model.questions[index].kind),
          first: "  \(place + 1). ")
      }
      lines.prompt()
    }
  }

  mutating func choose(_ line: String, of meanings: [DecimalNumber], for index: Int) {
    mode = .question(index)
    if let number = meanings.element(numbered: line) {
      give(.value(.number(number)), to: index)
    } else if line.isEmpty {
      show(index)
    } else {
      // Most likely the number again, written more plainly.
      answer(line, to: index)
    }
  }

  /// A further line of a long text; an empty line or a single full stop ends it, and so does a
  /// command that leads away from it.
  mutating func goOn(_ line: String, _ text: [String], to index: Int) {
    let line = line.trimmed
    let answer = Answer.value(.text(text.joined(separator: "\n")))
    guard !line.isEmpty, line != "." else { return give(answer, to: index) }
    switch Vocabulary.all.request(line, answerIsText: true) {
    case .answer(let line):
      mode = .longText(index, text + [line])
      lines.prompt()
    case .command(let command, let rest):
      guard command.leadsAway else { return run(command, rest, at: index) }
      if accept(answer, to: index) { run(command, rest, at: index) }
    case .unknown(let word): refuse(texts("plain.unknown-command", ["word": .text(word)]))
    }
  }

  /// Keeps an answer if it may be kept, and goes on.
  mutating func give(_ answer: Answer, to index: Int) {
    guard accept(answer, to: index) else { return }
    if wantsEvidence(index) {
      askForEvidence(index)
    } else {
      goOn(after: index)
    }
  }

  /// Takes over what was answered last time.
  mutating func takeOver(_ index: Int) {
    guard let lastRound = occasion.lastRound, let answer = lastRound.offer(for: index)?.answer
    else { return refuse(texts("plain.nothing-offered")) }
    guard accept(answer, to: index, by: { $0.takeOver(lastRound, for: index) }) else { return }
    if wantsEvidence(index) {
      askForEvidence(index)
    } else {
      goOn(after: index)
    }
  }

  /// Keeps an answer if it may be kept, and says what follows from it; `false` where it may not.
  ///
  /// What the model forbids is refused here, with its reason; an answer that another one makes
  /// wrong later stays and is named in the review.
  private mutating func accept(
    _ answer: Answer, to index: Int,
    by step: ((inout Interview) -> Interview.Change?)? = nil
  ) -> Bool {
    mode = .question(index)
    let wording = ProblemWording(model, texts)
    let problems = interview.check(answer, for: index)
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      for problem in errors { lines.add(.problem, wording.sentence(problem), first: "! ") }
      lines.prompt()
      return false
    }
    let change = step?(&interview) ?? interview.record(answer, for: index)
    keep(index)
    lines.add(
      .notice,
      texts("plain.saved", ["answer": .text(reading(of: index))]))
    for problem in problems { lines.add(.problem, wording.sentence(problem), first: "! ") }
    tell(change, besides: index)
    return true
  }

  /// Puts the response of a question on disk.
  mutating func keep(_ index: Int) {
    let response = interview.response(to: index) ?? Response()
    effects.append(.accept(question: index, response: response))
  }

  /// The answer that stands, in one line.
  func reading(of index: Int) -> String {
    let wording = AnswerWording(texts)
    let state = interview.response(to: index)?.answer?.state ?? .unanswered
    // Room on the line for the words before it.
    return wording.short(wording.state(state, of: model.questions[index]), columns: columns - 16)
  }

  /// Says which questions an answer opened or closed, and what it made wrong elsewhere.
  private mutating func tell(_ change: Interview.Change, besides index: Int) {
    if !change.shown.isEmpty {
      lines.add(.notice, texts("plain.shown", ["count": .count(change.shown.count)]))
    }
    let parked = change.hidden.count { interview.response(to: $0)?.answer != nil }
    if !change.hidden.isEmpty {
      lines.add(
        .notice,
        texts("plain.hidden", ["count": .count(change.hidden.count)])
          + (parked == 0 ? "" : " " + texts("plain.parked", ["count": .count(parked)])))
    }
    let wording = ProblemWording(model, texts)
    for problem in change.raised where problem.question != index && problem.severity != .omission {
      let sentence = wording.sentence(problem)
      guard let place = interview.asked.firstIndex(of: problem.question) else {
        lines.add(.problem, problemNotAsked(problem, sentence), first: "! ")
        continue
      }
      lines.add(
        .problem,
        texts(
          "plain.elsewhere", ["number": .text(String(place + 1)), "problem": .text(sentence)]),
        first: "! ")
    }
  }
}

extension AnswerKind {
  var isText: Bool {
    if case .text = self { true } else { false }
  }

  var isLongText: Bool {
    if case .text(let lines, _) = self { lines > 1 } else { false }
  }
}
