import Numbers
import Questionnaire

extension ModelOutline {
  /// A question and its choices.
  static func entries(of question: Question, in model: Questionnaire) -> [Entry] {
    var entry = Entry(Subject(.question, question.id), at: question.place)
    entry.formerNames = question.renamedFrom
    entry.set("node", question.node.map { model.nodes[$0].id } ?? "profile")
    entry.setKind(question.kind)
    if question.node != nil { entry.setScoring(of: question, in: model) }
    entry.set("show_if", question.showIf)
    entry.set("required", question.isRequired)
    for (number, constraint) in question.constraints.enumerated() {
      entry.set("require", String(number + 1), .expression(constraint.condition.source))
      entry.set("severity", String(number + 1), .word(constraint.severity.rawValue))
      entry.text("say", number + 1, constraint.say)
    }
    entry.set("not_applicable", question.notApplicable.rawValue)
    entry.set("no_data", question.allowsNoData ? "allowed" : "refused")
    if let evidence = question.evidence {
      entry.set("evidence", evidence.requiredFrom.map { Notation.number($0) } ?? "true")
      entry.text("hint", evidence.hint)
    }
    entry.set("confirm", question.needsConfirmation ? "facilitator" : nil)
    entry.set("asked_of", Notation.list(question.respondents.map(\.rawValue).sorted()))
    entry.set("confidential", question.isConfidential)
    if !question.forms.isEmpty {
      entry.set("forms", Notation.list(question.forms.sorted().map { model.forms[$0].id }))
    }
    entry.set("code", question.code)
    entry.text("ask", question.ask)
    entry.text("help", question.help)
    entry.text("why", question.why)
    if case .ladder(let steps) = question.kind {
      for (number, step) in steps.enumerated() { entry.text("step", number + 1, step) }
    }
    return [entry] + choices(of: question)
  }

  private static func choices(of question: Question) -> [Entry] {
    question.kind.choices.enumerated().map { place, choice in
      var entry = Entry(
        Subject(.choice, choice.id, of: question.id), at: question.place)
      entry.formerNames = choice.renamedFrom
      entry.set("alone", choice.isAlone)
      entry.set("retired", choice.isRetired)
      if case .choices(let points) = question.points, points.indices.contains(place) {
        entry.set("points", points[place])
      }
      entry.text("text", choice.text)
      return entry
    }
  }
}

extension ModelOutline.Entry {
  /// The properties by which answers become a score, and how it counts.
  static let scoringKeys: Set = [
    "node", "answer", "steps", "weight", "scale", "points", "reverse", "aspect", "leads_to",
    "practice.level", "practice.strength", "practice.if", "practice.after",
  ]

  fileprivate mutating func setKind(_ kind: AnswerKind) {
    set("answer", kind.name)
    if let limits = kind.numberLimits {
      set("min", limits.minimum.map(Rational.init))
      set("max", limits.maximum.map(Rational.init))
      set("places", Rational(limits.places))
      text("unit", limits.unit)
    }
    switch kind {
    case .ladder(let steps): set("steps", Rational(steps.count))
    case .multiple(let choices, let count):
      set("min", count.lowerBound > 0 ? Rational(count.lowerBound) : nil)
      set("max", count.upperBound < choices.count ? Rational(count.upperBound) : nil)
    case .money(_, let currency): set("currency", currency)
    case .date(let earliest, let latest):
      set("min", earliest?.description)
      set("max", latest?.description)
    case .text(let lines, let maximum):
      set("lines", Rational(lines))
      set("max", Rational(maximum))
    case .single, .yesNo, .integer, .number, .percent, .year: break
    }
  }

  fileprivate mutating func setScoring(of question: Question, in model: Questionnaire) {
    let node = question.node.map { model.nodes[$0] }
    if let path = node?.path {
      let ways = path.targets(of: question.index).map { target in
        switch target {
        case .question(let index): model.questions[index].id
        case .end(let points): Notation.number(points)
        }
      }
      set("leads_to", Notation.list(ways))
    } else {
      set(
        "weight",
        node?.rule.rollUp == .sum
          ? Notation.declared(question.weight, question.scale) : question.weight)
      set("scale", Notation.scale(question.scale))
      set("points", nil, Notation.points(question.points))
      set("reverse", question.isReversed)
      set("aspect", model.aspects.isEmpty ? nil : model.aspects[question.aspect].id)
    }
    set("improve", Notation.improvement(question.improvement))
    guard let practice = question.practice else { return }
    switch practice.level {
    case .capability(let number): set("practice.level", model.capabilityLevels[number - 1].id)
    case .level(let number): set("practice.level", model.levels[number - 1].id)
    case nil: set("practice.level", "none")
    }
    set("practice.strength", practice.strength.rawValue)
    set("practice.if", practice.condition)
    if !practice.after.isEmpty {
      set("practice.after", Notation.list(practice.after.map { model.questions[$0].id }))
    }
  }
}
