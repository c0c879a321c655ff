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
    if interview.wantsEvidence(index) {
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
    if interview.wantsEvidence(index) {
      askForEvidence(index)
    } else {
      goOn(after: index)
    }
  }

  /// Keeps an answer if it may be kept, and says what follows from it; `false` where it may not.
  private mutating func accept(
    _ answer: Answer, to index: Int,
    by step: ((inout Interview) -> Interview.Change?)? = nil
  ) -> Bool {
    mode = .question(index)
    switch interview.accept(answer, for: index, texts, by: step) {
    case .refused(let reasons):
      for reason in reasons { lines.add(.problem, reason, first: "! ") }
      lines.prompt()
      return false
    case .accepted(let effect, let notices):
      effects.append(effect)
      lines.add(.notice, texts("plain.saved", ["answer": .text(reading(of: index))]))
      for notice in notices {
        if notice.isWarning {
          lines.add(.problem, notice.text, first: "! ")
        } else {
          lines.add(.notice, notice.text)
        }
      }
      return true
    }
  }

  /// Puts the response of a question on disk.
  mutating func keep(_ index: Int) { effects.append(interview.kept(index)) }

  /// The answer that stands, in one line.
  func reading(of index: Int) -> String {
    let wording = AnswerWording(texts)
    let state = interview.response(to: index)?.answer?.state ?? .unanswered
    // Room on the line for the words before it.
    return wording.short(wording.state(state, of: model.questions[index]), columns: columns - 16)
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
