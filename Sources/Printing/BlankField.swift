import CEL
import Documents
import Language
import Numbers
import Questionnaire
import Wording

extension Document {
  /// A question with room to answer it by hand.
  ///
  /// - Parameter number: Its place in the form, by which it goes where the model gives it no code.
  mutating func addField(
    _ question: Question, _ number: Int, depth: Int, _ setting: FormSetting
  ) {
    let words = setting.words
    let texts = words.texts
    // Where people know a number, a second one would only confuse.
    add(
      heading: (question.code == nil ? "\(number). " : "") + words.question(question),
      depth: depth, isWhole: true)
    if let condition = question.showIf {
      add(condition: ConditionWording(setting.model, words).worded(condition), texts)
    }
    let guidance = setting.guidance(for: question)
    if !guidance.isEmpty { add(paragraph: guidance) }
    addRoom(for: question, words)
    if let evidence = question.evidence, setting.respondent == .manager {
      blocks.append(.blank(Blank(words.label(of: evidence, for: question))))
    }
    blocks.append(.blank(Blank(texts("print.form.comment"))))
  }

  /// When to answer at all.
  private mutating func add(condition: WordedCondition, _ texts: Texts) {
    guard !condition.items.isEmpty else {
      let told = texts("print.only-if", ["condition": .text(condition.run)])
      return blocks.append(.paragraph([.strong(told)]))
    }
    blocks.append(
      .paragraph([.strong(texts("print.only-if.list", ["condition": .text(condition.lead)]))]))
    blocks.append(.numbered(condition.items.map { [.text($0)] }))
    for line in condition.legend { add(paragraph: line) }
  }

  /// Boxes or lines, and what may be ticked where there is no answer.
  private mutating func addRoom(for question: Question, _ words: Words) {
    let texts = words.texts
    var others: [String] = []
    if question.allowsNoData { others.append(texts("screen.outcome.no-data")) }
    switch question.notApplicable {
    case .refused: break
    case .allowed: others.append(texts("screen.outcome.not-applicable"))
    case .withReason: others.append(texts("print.form.not-applicable"))
    }
    switch question.kind {
    case .ladder, .single, .multiple, .yesNo:
      blocks.append(.choices(words.boxes(question.kind)))
      if !others.isEmpty { blocks.append(.choices(others)) }
    case .text(let lines, _):
      blocks.append(
        .blank(
          Blank(texts("table.answer"), lines: max(1, min(lines, 8)), alternatives: others)))
    case .integer, .number, .percent, .money, .year, .date:
      blocks.append(
        .blank(
          Blank(texts("table.answer"), unit: words.unit(question.kind), alternatives: others)))
    }
  }
}

extension FormSetting {
  /// What the model says to the question, what to do, and what would be refused when the answer is
  /// typed in: by then there may be nobody to ask.
  fileprivate func guidance(for question: Question) -> String {
    let texts = words.texts
    let conditions = ConditionWording(model, words, own: question.index)
    let limits = question.constraints.filter { constraint in
      constraint.severity == .error && constraint.condition.reads.allSatisfy(tells)
    }.map {
      texts(
        "print.form.has-to-hold", ["condition": .text(conditions.worded($0.condition).run)])
    }
    let parts =
      [question.help.map { words($0) }] + instructions(question) + limits + [
        question.isRequired ? texts("print.form.required") : nil,
        question.isConfidential ? texts("print.form.confidential") : nil,
      ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// What to do, where boxes or lines do not say it.
  private func instructions(_ question: Question) -> [String?] {
    let texts = words.texts
    let wording = QuestionWording(question, of: model, texts)
    return switch question.kind {
    case .ladder, .single, .yesNo: [texts("print.tick-one")]
    case .multiple: [texts("print.tick-all"), wording.count]
    case .text(_, let maximum): [texts("print.form.text", ["count": .count(maximum)])]
    case .integer, .number, .percent, .money, .year, .date:
      [wording.limits, places.said(of: question, as: "print.form.places")]
    }
  }
}

extension Words {
  /// What can be chosen now.
  fileprivate func boxes(_ kind: AnswerKind) -> [String] {
    switch kind {
    case .ladder(let steps): steps.enumerated().map { "\($0 + 1). " + self($1) }
    case .yesNo: [texts("common.yes"), texts("common.no")]
    default:
      kind.choices.filter { !$0.isRetired }.map { choice in
        choice.isAlone
          ? texts("print.alone", ["choice": .text(self(choice.text))]) : self(choice.text)
      }
    }
  }

  /// What stands behind a number: per cent, a currency, what is counted.
  fileprivate func unit(_ kind: AnswerKind) -> String? {
    switch kind {
    case .percent: "%"
    case .money(_, let currency): currency
    default: kind.numberLimits?.unit.map { self($0) }
    }
  }

  /// What may prove the answer, and from which answer on that is needed. A form tells no points.
  fileprivate func label(of evidence: EvidenceRequest, for question: Question) -> String {
    let hints = [
      evidence.hint.map { self($0) }, evidence.requiredFrom.flatMap { needed($0, for: question) },
    ].compactMap(\.self)
    let label = texts("table.evidence")
    return hints.isEmpty
      ? label
      : texts(
        "print.form.evidence",
        ["evidence": .text(label), "hint": .text(hints.joined(separator: "; "))])
  }

  /// From which answer on there are so many points; `nil` where that has no short answer.
  private func needed(_ points: Rational, for question: Question) -> String? {
    if let step = question.step(with: points) {
      return texts("print.form.evidence.from-step", ["step": .text(String(step))])
    }
    guard case .bands(let bands, .answer) = question.points, !question.isReversed,
      zip(bands, bands.dropFirst()).allSatisfy({ $0.points <= $1.points }),
      let first = bands.firstIndex(where: { $0.points >= points }), first > 0,
      let least = bands[first - 1].below
    else { return nil }
    return texts(
      "print.form.evidence.from-answer", ["answer": .text(amount(least, of: question))])
  }
}
