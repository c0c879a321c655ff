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

  /// A further line of a long text; an empty line or a single full stop ends it.
  mutating func goOn(_ line: String, _ text: [String], to index: Int) {
    let line = line.trimmed
    guard line.isEmpty || line == "." else {
      mode = .longText(index, text + [line])
      return lines.prompt()
    }
    mode = .question(index)
    give(.value(.text(text.joined(separator: "\n"))), to: index)
  }

  mutating func giveReason(_ line: String, for index: Int) {
    guard !line.isEmpty else { return show(index) }
    switch Vocabulary.all.request(line, answerIsText: true) {
    case .answer(let reason): give(.notApplicable(reason: reason), to: index)
    case .command(let command, let rest): run(command, rest, at: index)
    case .unknown(let word): refuse(texts("plain.unknown-command", ["word": .text(word)]))
    }
  }

  /// Keeps an answer if it may be kept, says what follows from it, and goes on.
  ///
  /// What the model forbids is refused here, with its reason; an answer that another one makes
  /// wrong later stays and is named in the review.
  mutating func give(_ answer: Answer, to index: Int) {
    mode = .question(index)
    let wording = ProblemWording(model, texts)
    let problems = interview.check(answer, for: index)
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      for problem in errors { lines.add(.problem, wording.sentence(problem), first: "! ") }
      return lines.prompt()
    }
    let change = interview.record(answer, for: index)
    keep(index)
    lines.add(
      .notice,
      texts("plain.saved", ["answer": .text(reading(of: index))]))
    for problem in problems { lines.add(.problem, wording.sentence(problem), first: "! ") }
    tell(change, besides: index)
    if wantsEvidence(index) {
      askForEvidence(index)
    } else {
      goOn(after: index)
    }
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
    return wording.short(wording.state(state, of: model.questions[index]))
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
      let number = (interview.asked.firstIndex(of: problem.question) ?? 0) + 1
      lines.add(
        .problem,
        texts(
          "plain.elsewhere",
          ["number": .text(String(number)), "problem": .text(wording.sentence(problem))]),
        first: "! ")
    }
  }

  // MARK: Proof

  private func wantsEvidence(_ index: Int) -> Bool {
    interview.problems(of: index).contains { $0.code == .evidenceMissing }
  }

  private mutating func askForEvidence(_ index: Int) {
    mode = .evidence(index)
    lines.add(.question, texts("plain.evidence-wanted"))
    if let hint = model.questions[index].evidence?.hint {
      lines.add(
        .hint, texts("plain.evidence-hint", ["hint": .text(hint(language.rawValue))]))
    }
    lines.add(.hint, texts("plain.evidence-later"))
    lines.prompt()
  }

  mutating func giveEvidence(_ line: String, for index: Int) {
    var proof = ""
    switch Vocabulary.all.request(line, answerIsText: true) {
    case .command(.skip, _): break
    case .command(.evidence, let text), .answer(let text): proof = text
    case .command(let command, let rest):
      mode = .question(index)
      run(command, rest, at: index)
      // Help is no step away: proof is still what the next line is taken for.
      if command == .help { mode = .evidence(index) }
      return
    case .unknown(let word):
      return refuse(texts("plain.unknown-command", ["word": .text(word)]))
    }
    guard proof.isEmpty || addEvidence(proof, to: index) else { return lines.prompt() }
    goOn(after: index)
  }

  /// Adds a proof; says why not where its text is not fit for one.
  @discardableResult
  mutating func addEvidence(_ text: String, to index: Int) -> Bool {
    guard isFit(text, for: index) else { return false }
    var evidence = interview.response(to: index)?.evidence ?? []
    evidence.append(Evidence(text: text))
    interview.setEvidence(evidence, for: index)
    keep(index)
    lines.add(.notice, texts("plain.evidence-saved"))
    return true
  }

  /// Whether a remark may be kept; says why not.
  mutating func isFit(_ remark: String, for index: Int) -> Bool {
    let problems = model.questions[index].problems(withRemark: remark)
    let wording = ProblemWording(model, texts)
    for problem in problems { lines.add(.problem, wording.sentence(problem), first: "! ") }
    return problems.isEmpty
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
