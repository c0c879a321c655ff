import CEL
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

/// Conditions of a model in words: “HUM-01 is at least 3, and …”. What is more than comparisons,
/// joined by and, or and not, stands as the expression it is.
extension Words {
  /// - Parameter question: Whose answer is held against the condition, where it says `this`.
  func condition(_ expression: Expression, in model: Questionnaire) -> String {
    condition(expression.program.outline, in: model, isPart: false)
  }

  /// A rule with how many of its conditions are needed.
  func rule(_ rule: Rule, in model: Questionnaire) -> String {
    switch rule {
    case .expression(let expression): return condition(expression, in: model)
    case .quota(let quota, let expressions):
      let needed =
        switch quota {
        case .count(let count): part(count, of: expressions.count)
        case .share(let share): self.share(share)
        }
      let conditions = expressions.map { condition($0, in: model) }.joined(separator: "; ")
      return texts(
        "print.quota", ["needed": .text(needed), "conditions": .text(conditions)])
    }
  }

  private func condition(_ outline: Outline, in model: Questionnaire, isPart: Bool) -> String {
    func joined(_ parts: [Outline], _ separator: String) -> String {
      let words = parts.map { condition($0, in: model, isPart: true) }
        .joined(separator: " " + texts(separator) + " ")
      return isPart ? "(" + words + ")" : words
    }
    func told(_ name: String, _ slot: Slot, _ value: String = "") -> String {
      texts(
        "print.condition.\(name)",
        ["name": .text(self.name(of: slot, in: model)), "value": .text(value)])
    }
    switch outline {
    case .all(let parts): return joined(parts, "print.and")
    case .any(let parts): return joined(parts, "print.or")
    case .not(let part):
      return texts(
        "print.not", ["condition": .text(condition(part, in: model, isPart: false))])
    case .comparison(let slot, let relation, let value):
      return told(relation.rawValue, slot, self.value(value, of: slot, in: model))
    case .oneOf(let slot, let values):
      let list = values.map { value($0, of: slot, in: model) }.joined(separator: ", ")
      return told("one-of", slot, list)
    case .contains(let slot, let value):
      return told("contains", slot, self.value(value, of: slot, in: model))
    case .answered(let slot): return told("answered", slot)
    case .holds(let slot):
      switch model.slots.variable(in: slot) {
      case .confirmed?: return told("confirmed", slot)
      case .met?: return told("met", slot)
      case .check?: return told("check", slot)
      default: return told("holds", slot)
      }
    case .other(let source): return numbered(source, in: model)
    }
  }

  /// An expression with questions by their numbers in place of their identifiers.
  private func numbered(_ source: String, in model: Questionnaire) -> String {
    var result = ""
    var name = ""
    var quote: Character?
    func told(_ name: String) -> String {
      guard quote == nil else { return name }
      if name == "reporting_year" { return texts("print.variable.reporting_year") }
      return model.index(of: name).flatMap { model.questions[$0].code } ?? name
    }
    for sign in source.split(whereSeparator: \.isWhitespace).joined(separator: " ") {
      if sign.isLetter || sign.isNumber || sign == "_" || sign == "." {
        name.append(sign)
        continue
      }
      result += told(name) + String(sign)
      name = ""
      if sign == quote { quote = nil } else if quote == nil, "'\"".contains(sign) { quote = sign }
    }
    return result + told(name)
  }

  /// What a variable stands for: a question by its number, else in its words.
  private func name(of slot: Slot, in model: Questionnaire) -> String {
    guard let variable = model.slots.variable(in: slot) else { return "?" }
    func named(_ name: String, _ text: String) -> String {
      texts("print.variable.\(name)", ["name": .text(text)])
    }
    switch variable {
    case .answer(let question), .confirmed(let question), .met(let question):
      return short(model.questions[question])
    case .points(let question): return named("points", short(model.questions[question]))
    case .membersMean(let question):
      return named("members", short(model.questions[question]))
    case .reportingYear, .total, .completeness, .level, .changeOfTotal, .previousChangeOfTotal,
      .gatesConfirmed:
      return texts("print.variable.\(model.name(of: variable))")
    case .capacityScore(let capacity):
      return named("score", self(model.capacities[capacity].title))
    case .score(let node, let aspect):
      let title = self(model.nodes[node].title)
      return named("score", aspect.map { title + ", " + self(model.aspects[$0].title) } ?? title)
    case .capability(let node): return named("capability", self(model.nodes[node].title))
    case .check(let check): return self(model.checks[check].title)
    }
  }

  /// The number of a question people know, else the question in quotes.
  func short(_ question: Question) -> String {
    question.code ?? texts("diff.quoted", ["text": .text(self(question.ask))])
  }

  /// A value as the answer that it is.
  private func value(_ value: Value, of slot: Slot, in model: Questionnaire) -> String {
    let kind: AnswerKind? =
      switch model.slots.variable(in: slot) {
      case .answer(let question)?: model.questions[question].kind
      default: nil
      }
    switch value {
    case .string(let id):
      if case .yesNo? = kind { return texts(id == AnswerKind.yes ? "common.yes" : "common.no") }
      let choice = kind?.choices.first { $0.id == id }
      return texts("diff.quoted", ["text": .text(choice.map { self($0.text) } ?? id)])
    case .bool(let holds): return texts(holds ? "explain.true" : "explain.false")
    case .int(let number): return self.number(DecimalNumber(Int(number)), kind)
    case .uint(let number): return self.number(DecimalNumber(Int(clamping: number)), kind)
    case .double(let number):
      return DecimalNumber(rounding: number, places: 6).map { self.number($0, kind) }
        ?? value.description
    default: return value.description
    }
  }

  private func number(_ number: DecimalNumber, _ kind: AnswerKind?) -> String {
    switch kind {
    case .ladder(let steps)?: numbers.format(number) + " (" + part(steps) + ")"
    case .percent?, .money?, .year?: kind.map { answers.number(number, of: $0) } ?? ""
    default: numbers.format(number)
    }
  }

  private func part(_ steps: [LocalizedText]) -> String {
    texts("common.from-to", ["low": .text("1"), "high": .text(String(steps.count))])
  }
}
