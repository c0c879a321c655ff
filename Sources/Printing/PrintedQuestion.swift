import CEL
import Documents
import Language
import Numbers
import Questionnaire
import Wording

extension Document {
  /// A question with all that the model says about it.
  mutating func addQuestion(
    _ question: Question, of model: Questionnaire, depth: Int, _ places: DecimalPlaces,
    _ words: Words
  ) {
    let texts = words.texts
    add(heading: words.question(question), depth: depth, isWhole: true)
    if let help = question.help { add(paragraph: words(help)) }
    if let why = question.why {
      add(paragraph: texts("plain.why", ["why": .text(words(why))]))
    }
    addAnswers(question, of: model, words)
    let details = QuestionDetails(question, of: model, places, words).all
    if !details.isEmpty { blocks.append(.definitions(details)) }
  }
}

/// What holds for a question besides its answers: only what is otherwise than for most.
private struct QuestionDetails {
  private let question: Question
  private let model: Questionnaire
  private let words: Words
  private let wording: QuestionWording
  private let conditions: ConditionWording
  private let places: DecimalPlaces

  init(
    _ question: Question, of model: Questionnaire, _ places: DecimalPlaces, _ words: Words
  ) {
    self.question = question
    self.model = model
    self.places = places
    self.words = words
    wording = QuestionWording(question, of: model, words.texts)
    conditions = ConditionWording(model, words, own: question.index)
  }

  private var texts: Texts { words.texts }

  var all: [Document.Definition] {
    var details: [Document.Definition] = []
    func tell(_ name: String, _ parts: [String?], separator: String = "; ") {
      let told = parts.compactMap(\.self)
      if !told.isEmpty {
        details.append(Document.Definition(texts(name), told.joined(separator: separator)))
      }
    }
    tell("table.answer", [answer])
    tell("print.asked-if", [question.showIf.map { conditions.worded($0).lines }])
    tell("print.weight", [weight])
    tell("print.points", points)
    tell("print.measure", [measure])
    tell("print.practice", practice)
    for constraint in question.constraints {
      tell("print.constraint.\(constraint.severity.rawValue)", [self.constraint(constraint)])
    }
    tell("table.evidence", [question.evidence.map { words.proof($0, for: question) }])
    tell("print.confirm", [question.needsConfirmation ? texts("print.confirmation") : nil])
    tell("print.respondents", [respondents])
    tell(
      "print.confidential", [question.isConfidential ? texts("print.confidential.how") : nil])
    tell("print.without-answer", withoutAnswer)
    tell("table.form", question.forms.sorted().map { words(model.forms[$0].title) })
    tell("print.improvement", [improvement])
    tell("print.needed-for", wording.gates + wording.checks, separator: "\n")
    return details
  }

  private var answer: String? {
    if let described = wording.described ?? wording.count {
      return [described, places.said(of: question, as: "print.answer.places")]
        .compactMap(\.self).joined(separator: "; ")
    }
    switch question.kind {
    case .text(let lines, let maximum):
      return texts(lines > 1 ? "print.text" : "print.text.line", ["count": .count(maximum)])
    case .yesNo where !question.showsPoints(in: model): return texts("print.yes-no")
    default: return nil
    }
  }

  /// How much the answer counts, beside what else counts in the same place; nothing for facts about
  /// the cluster, and on a decision path, where no answer has a weight.
  private var weight: String? {
    guard let node = question.node, model.nodes[node].path == nil else { return nil }
    guard question.isScored else { return texts("print.weight.none") }
    return words.weight(model.statedWeight(of: question.index), under: node, in: model)
  }

  /// How an answer becomes points, beside the points of single answers.
  private var points: [String?] {
    var parts: [String] = []
    let scale = question.scale
    let ends: [String: Language.TextArgument] = [
      "low": .text(words.exact(scale.lowest)), "high": .text(words.exact(scale.highest)),
    ]
    switch question.points {
    case .unscored: return []
    case .steps, .choices, .bands: break
    case .linear(let from, let to, _):
      parts.append(
        texts(
          "print.points.line",
          [
            "from": .text(words.amount(from, of: question)), "low": .text(words.exact(scale.from)),
            "to": .text(words.amount(to, of: question)), "high": .text(words.exact(scale.to)),
          ]))
    case .expression(let expression):
      let value = Language.TextArgument.text(conditions.explainedPhrase(expression))
      parts.append(texts("print.points.expression", ends.merging(["value": value]) { $1 }))
    case .met: parts.append(texts("explain.points-met"))
    }
    // Tables show the points as they count.
    switch question.points {
    case .linear, .expression, .met:
      if question.isReversed { parts.append(texts("print.points.reversed")) }
    case .unscored, .steps, .choices, .bands: break
    }
    if scale != model.scoring.points { parts.append(texts("print.points.scale", ends)) }
    if !model.aspects.isEmpty, question.isScored {
      parts.append(
        texts("print.aspect", ["aspect": .text(words(model.aspects[question.aspect].title))]))
    }
    return parts
  }

  /// What is laid on a line; bands say it at their head, where it has words.
  private var measure: String? {
    switch question.points {
    case .linear(_, _, .value(let expression)): conditions.explainedPhrase(expression)
    case .bands(_, .value(let expression)) where expression.program.term == nil:
      conditions.explainedPhrase(expression)
    default: nil
    }
  }

  private var practice: [String?] {
    guard let practice = question.practice else { return [] }
    let level: LocalizedText? =
      switch practice.level {
      case .capability(let number)?: model.capabilityLevels[number - 1].title
      case .level(let number)?: model.levels[number - 1].title
      case nil: nil
      }
    return [
      texts("strength.\(practice.strength.rawValue)"),
      level.map { texts("print.practice.level", ["level": .text(words($0))]) },
      practice.condition.map {
        texts("print.practice.if", ["condition": .text(conditions.worded($0).run)])
      },
      practice.after.isEmpty
        ? nil
        : texts("print.after", ["questions": .text(model.allNames(practice.after, texts))]),
    ]
  }

  private func constraint(_ constraint: Constraint) -> String {
    texts(
      "print.constraint",
      [
        "condition": .text(conditions.worded(constraint.condition).run),
        "say": .text(words(constraint.say)),
      ])
  }

  private var respondents: String? {
    guard question.respondents != [.manager] else { return nil }
    return Respondent.allCases.filter(question.respondents.contains)
      .map { texts("print.respondent.\($0.rawValue)") }.joined(separator: ", ")
  }

  private var withoutAnswer: [String?] {
    [
      question.isRequired ? texts("print.required") : nil,
      question.allowsNoData ? nil : texts("print.no-data-refused"),
      question.notApplicable == .refused
        ? nil : texts("print.not-applicable.\(question.notApplicable.rawValue)"),
    ]
  }

  /// What improving takes, where it is not what it is for most.
  private var improvement: String? {
    switch question.improvement {
    case .none: texts("print.improvement.none")
    case .effort(1): nil
    case .effort(let effort):
      texts("print.improvement.effort", ["effort": .text(words.exact(effort))])
    case .steps(let efforts):
      texts(
        "print.improvement.steps",
        ["efforts": .text(efforts.map { words.exact($0) }.joined(separator: ", "))])
    case .perYear(let effort):
      texts("print.improvement.per-year", ["effort": .text(words.exact(effort))])
    }
  }
}

extension Words {
  /// What proves an answer, and from when on it is needed: from a step of the ladder, where points
  /// are of its steps.
  fileprivate func proof(_ evidence: EvidenceRequest, for question: Question) -> String {
    let hint = Language.TextArgument.text(
      evidence.hint.map { self($0) } ?? texts("print.evidence.any"))
    guard let from = evidence.requiredFrom else {
      return texts("print.evidence.welcome", ["hint": hint])
    }
    if let step = question.step(with: from) {
      return texts("print.evidence.from-step", ["hint": hint, "step": .text(String(step))])
    }
    return texts("print.evidence.from", ["hint": hint, "points": .text(exact(from))])
  }

  /// A weight, and of how much it is a part where that is what decides.
  ///
  /// - Returns: `nil` where nothing is weighed.
  func weight(_ weight: Rational, under node: Int?, in model: Questionnaire) -> String? {
    let rule = node.map { model.nodes[$0].rule } ?? model.scoring.total
    switch rule.rollUp {
    case .mean, .geometricMean, .harmonicMean:
      let questions = node.map { model.questions[model.nodes[$0].ownQuestions] } ?? []
      let parts = model.nodes.filter { $0.parent == node }
      let weights =
        questions.filter(\.isScored).map(\.weight) + parts.map(\.weight)
      guard let sum = try? Rational.sum(weights) else { return exact(weight) }
      return weights.count == 1
        ? nil
        : texts("print.weight.of", ["weight": .text(exact(weight)), "sum": .text(exact(sum))])
    case .sum: return texts("print.weight.summed", ["weight": .text(exact(weight))])
    // Of these, all weights are equal, or 0.
    case .minimum, .median, .best, .path: return nil
    }
  }
}

extension Question {
  /// The lowest step of a ladder with so many points, from 1; `nil` where points are not of steps.
  func step(with points: Rational) -> Int? {
    guard case .steps(let ofSteps) = self.points, case .ladder = kind, !isReversed else {
      return nil
    }
    return ofSteps.firstIndex { $0 >= points }.map { $0 + 1 }
  }
}
