import Interview
import Language
import Questionnaire

/// What is written beside an answer: the reason where there is none, notes and proof.
extension PlainInterview {
  /// How commands and text are told apart where text is asked for.
  var commandsWorkHere: String {
    texts("plain.slash", ["word": .text(texts.word(for: .back, slash: false))])
  }

  mutating func askForReason(_ index: Int) {
    mode = .reason(index)
    lines.add(.question, texts("plain.reason-wanted"))
    lines.add(.hint, texts("plain.reason-later") + " " + commandsWorkHere)
    lines.prompt()
  }

  mutating func giveReason(_ line: String, for index: Int) {
    guard !line.isEmpty else { return show(index) }
    switch Vocabulary.all.request(line, answerIsText: true) {
    case .answer(let reason):
      guard isFit(reason, for: index) else { return lines.prompt() }
      give(.notApplicable(reason: reason), to: index)
    case .command(let command, let rest): run(command, rest, at: index)
    case .unknown(let word): refuse(texts("plain.unknown-command", ["word": .text(word)]))
    }
  }

  mutating func setComment(_ text: String, for index: Int) {
    guard !text.isEmpty else { return refuse(texts("plain.comment-missing")) }
    if text == "-" || isFit(text, for: index) {
      interview.setComment(text == "-" ? nil : text, for: index)
      keep(index)
      lines.add(.notice, texts(text == "-" ? "plain.comment-removed" : "plain.comment-saved"))
    }
    lines.prompt()
  }

  mutating func setEvidence(_ text: String, for index: Int) {
    guard !text.isEmpty else { return refuse(texts("plain.evidence-missing")) }
    if text == "-" {
      interview.setEvidence([], for: index)
      keep(index)
      lines.add(.notice, texts("plain.evidence-removed"))
    } else {
      addEvidence(text, to: index)
    }
    lines.prompt()
  }

  // MARK: Proof

  mutating func askForEvidence(_ index: Int) {
    mode = .evidence(index)
    lines.add(.question, texts("plain.evidence-wanted"))
    if let hint = model.questions[index].evidence?.hint {
      lines.add(
        .hint, texts("plain.evidence-hint", ["hint": .text(hint(language.rawValue))]))
    }
    lines.add(.hint, texts("plain.evidence-later") + " " + commandsWorkHere)
    lines.prompt()
  }

  mutating func giveEvidence(_ line: String, for index: Int) {
    guard !line.isEmpty else { return goOn(after: index) }
    switch Vocabulary.all.request(line, answerIsText: true) {
    case .command(.evidence, let proof) where !["", "-"].contains(proof), .answer(let proof):
      guard addEvidence(proof, to: index) else { return lines.prompt() }
      goOn(after: index)
    case .command(let command, let rest): run(command, rest, at: index)
    case .unknown(let word): refuse(texts("plain.unknown-command", ["word": .text(word)]))
    }
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
