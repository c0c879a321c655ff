import CEL
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// A question with all that the model says about it.
  mutating func addQuestion(
    _ question: Question, of model: Questionnaire, depth: Int, _ words: Words
  ) {
    let texts = words.texts
    add(heading: words.question(question), depth: depth)
    if let help = question.help { add(paragraph: words(help)) }
    if let why = question.why {
      add(paragraph: texts("plain.why", ["why": .text(words(why))]))
    }
    add(words.answerTable(of: question, in: model))
    blocks.append(.definitions(words.details(of: question, in: model)))
  }
}

extension Words {
  /// What is offered, the worst first, and what each is worth or where it leads.
  fileprivate func answerTable(
    of question: Question, in model: Questionnaire
  ) -> Document.Table {
    let path = question.node.flatMap { model.nodes[$0].path }
    let targets = path?.targets(of: question.index)
    var columns: [Document.Table.Column] = [.init("#", .number), .init(texts("table.answer"))]
    if targets != nil {
      columns.append(.init(texts("print.leads-to")))
    } else if question.points.values != nil {
      columns.append(.init(texts("table.points"), .number))
    }
    let offered: [String] =
      switch question.kind {
      case .ladder(let steps): steps.map { self($0) }
      case .yesNo: [texts("common.no"), texts("common.yes")]
      default:
        question.kind.choices.map { choice in
          self(choice.text) + (choice.isRetired ? " (" + texts("diff.retired") + ")" : "")
        }
      }
    return Document.Table(
      columns: columns,
      rows: offered.enumerated().map { place, answer in
        var cells: [Document.Cell] = [cell(place + 1), .text(answer)]
        if let targets {
          cells.append(.text(target(targets[place], in: model)))
        } else if let values = question.points.values {
          let points = values.indices.contains(place) ? values[place] : nil
          cells.append(points.map { .number(exact($0), value: $0.doubleValue) } ?? .missing("–"))
        }
        return cells
      })
  }

  private func target(_ target: DecisionPath.Target, in model: Questionnaire) -> String {
    switch target {
    case .question(let place): short(model.questions[place])
    case .end(let points): texts("print.path-end", ["points": .text(exact(points))])
    }
  }

  fileprivate func details(
    of question: Question, in model: Questionnaire
  ) -> [Document.Definition] {
    var details: [Document.Definition] = []
    func tell(_ name: String, _ text: String?) {
      if let text { details.append(Document.Definition(texts(name), text)) }
    }
    let wording = QuestionWording(question, of: model, texts)
    tell("table.answer", wording.limits ?? wording.count ?? kindWithoutLimits(question.kind))
    tell("print.asked-if", question.showIf.map { told($0, in: model) })
    tell("table.score", wording.weight)
    tell("print.points", points(question, in: model))
    tell("print.practice", question.practice.map { practice($0, in: model) })
    for constraint in question.constraints {
      tell(
        "print.constraint.\(constraint.severity.rawValue)",
        self(constraint.say) + "\n" + flat(constraint.condition))
    }
    tell("table.evidence", question.evidence.map(evidence))
    if question.needsConfirmation { tell("print.confirm", texts("print.confirmation")) }
    if question.respondents != [.manager] {
      let people = Respondent.allCases.filter(question.respondents.contains)
      tell(
        "print.respondents",
        people.map { texts("print.respondent.\($0.rawValue)") }.joined(separator: ", "))
    }
    if question.isConfidential { tell("print.confidential", texts("print.confidential.how")) }
    tell(
      "print.without-answer",
      ["print.not-applicable.\(question.notApplicable.rawValue)"]
        .map { texts($0) }.joined() + "; "
        + texts(question.allowsNoData ? "print.no-data" : "print.no-data-refused")
        + (question.isRequired ? "; " + texts("print.required") : ""))
    if !question.forms.isEmpty {
      tell(
        "table.form",
        question.forms.sorted().map { self(model.forms[$0].title) }.joined(separator: ", "))
    }
    let needed = wording.gates + wording.checks
    tell("print.needed-for", needed.isEmpty ? nil : needed.joined(separator: "\n"))
    return details
  }

  private func kindWithoutLimits(_ kind: AnswerKind) -> String? {
    switch kind {
    case .multiple: texts("print.tick-all")
    case .text: texts("print.text")
    default: nil
    }
  }

  /// A condition in words, then as the expression it is, where that is something else.
  func told(_ expression: Expression, in model: Questionnaire) -> String {
    let words = condition(expression, in: model)
    let source = flat(expression)
    return words == source ? source : words + "\n" + source
  }

  func flat(_ expression: Expression) -> String {
    expression.source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// How an answer becomes points, beside the points of single answers.
  private func points(_ question: Question, in model: Questionnaire) -> String? {
    var parts: [String] = []
    switch question.points {
    case .unscored: return nil
    case .steps, .choices: break
    case .bands(let bands, let measure):
      parts.append(
        texts("explain.bands", ["bands": .text(self.bands(bands))]) + self.measure(measure))
    case .linear(let from, let to, let measure):
      parts.append(
        texts("explain.line", ["from": .text(exact(from)), "to": .text(exact(to))])
          + self.measure(measure))
    case .expression(let expression): parts.append(flat(expression))
    case .met: parts.append(texts("explain.points-met"))
    }
    if question.isReversed { parts.append(texts("explain.reversed")) }
    let scale = question.scale
    if scale != model.scoring.points || parts.isEmpty == false {
      parts.append(
        texts(
          "explain.on-scale", ["low": .text(exact(scale.from)), "high": .text(exact(scale.to))]))
    }
    if !model.aspects.isEmpty {
      parts.append(
        texts("print.aspect", ["aspect": .text(self(model.aspects[question.aspect].title))]))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// `< 10 → 1, < 25 → 2, … → 5`.
  func bands(_ bands: [PointsRule.Band]) -> String {
    bands.map { band in
      (band.below.map { "< " + exact($0) } ?? "…") + " → " + exact(band.points)
    }.joined(separator: ", ")
  }

  private func measure(_ measure: PointsRule.Measure) -> String {
    switch measure {
    case .answer: ""
    case .ticked: " (" + texts("print.measure-ticked") + ")"
    case .value(let expression): " (" + flat(expression) + ")"
    }
  }

  private func practice(_ practice: Practice, in model: Questionnaire) -> String {
    var parts = [texts("strength.\(practice.strength.rawValue)")]
    switch practice.level {
    case .capability(let number)?: parts.append(self(model.capabilityLevels[number - 1].title))
    case .level(let number)?: parts.append(self(model.levels[number - 1].title))
    case nil: break
    }
    if let expression = practice.condition { parts.append(flat(expression)) }
    if !practice.after.isEmpty {
      parts.append(
        texts("print.after", ["questions": .text(model.allNames(practice.after, texts))]))
    }
    return parts.joined(separator: "; ")
  }

  private func evidence(_ evidence: EvidenceRequest) -> String {
    let rule =
      evidence.requiredFrom.map {
        texts("print.evidence-from", ["points": .text(exact($0))])
      } ?? texts("print.evidence-welcome")
    return rule + (evidence.hint.map { ". " + self($0) } ?? "")
  }
}

extension PointsRule {
  /// Of each answer that is offered; `nil` where points come about otherwise.
  fileprivate var values: [Rational?]? {
    switch self {
    case .steps(let points): points
    case .choices(let points): points
    case .unscored, .bands, .linear, .expression, .met: nil
    }
  }
}
