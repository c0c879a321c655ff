import CEL
import Language
import Questionnaire
import Wording

/// The conditions of a model as sentences: “HUM-01 is at least step 3, and …”.
///
/// The words are made of the compiled condition, so they cannot say anything else. What has no words
/// stands as the formula that it is, marked as one.
struct ConditionWording {
  let model: Questionnaire
  let words: Words
  /// The question whose own answer the condition is about, which is then called just that.
  let own: Int?

  var texts: Texts { words.texts }

  /// By default about any questions of the model.
  init(_ model: Questionnaire, _ words: Words, own: Int? = nil) {
    self.model = model
    self.words = words
    self.own = own
  }

  /// A condition, and the questions by which a formula in it goes.
  func worded(_ expression: Expression) -> WordedCondition {
    let (lead, items) = whole(expression.program.outline)
    return WordedCondition(
      lead: lead, items: items, legend: isWorded(expression) ? [] : legend(of: [expression]))
  }

  /// How many of its conditions a rule needs, and which they are.
  func worded(_ rule: Rule) -> WordedCondition {
    switch rule {
    case .expression(let expression): return worded(expression)
    case .quota(let quota, let expressions):
      let lead =
        switch quota {
        case .count(let count): texts("print.quota", ["count": .count(count)])
        case .share(let share): texts("print.quota.share", ["share": .text(words.share(share))])
        }
      return WordedCondition(
        lead: lead, items: expressions.map { alone($0.program.outline) },
        legend: legend(of: expressions.filter { !isWorded($0) }))
    }
  }

  private func whole(_ outline: Outline) -> (lead: String, items: [String]) {
    switch outline {
    case .all(let parts) where isLong(parts): (texts("print.all-of"), parts.map(alone))
    case .any(let parts) where isLong(parts): (texts("print.any-of"), parts.map(alone))
    default: (alone(outline), [])
    }
  }

  /// A condition with nothing beside it on its line.
  private func alone(_ outline: Outline) -> String {
    switch outline {
    case .all(let parts), .any(let parts):
      parts.map { among($0) }.joined(separator: separator(outline))
    case .choice(let condition, let first, let second): choice(condition, first, second)
    default: part(outline)
    }
  }

  /// A condition between “and” and “or”, of which it must not be thought to have some itself.
  private func among(_ outline: Outline) -> String {
    switch outline {
    case .oneOf, .not(.oneOf): "(" + part(outline) + ")"
    default: part(outline)
    }
  }

  /// Whether a reader would lose the thread without numbers.
  private func isLong(_ parts: [Outline]) -> Bool { parts.count > 3 }

  private func separator(_ outline: Outline) -> String {
    if case .any = outline { " " + texts("print.or") + " " } else { " " + texts("print.and") + " " }
  }

  // MARK: Parts

  /// A condition as it stands among others.
  func part(_ outline: Outline) -> String {
    switch outline {
    case .all, .any, .choice:
      return "(" + alone(outline) + ")"
    case .not(let denied): return self.denied(denied)
    case .comparison(let left, let relation, let right): return comparison(left, relation, right)
    case .oneOf(let term, let values): return oneOf(term, values)
    case .contains(let slot, let value): return contains(slot, value, "contains")
    case .answered(let slot): return about(slot, isAnswer(slot) ? "answered" : "known")
    case .holds(let slot): return about(slot, truth(of: slot))
    case .constant(let holds): return texts(holds ? "print.always" : "print.never")
    case .other(let source): return texts("print.formula", ["formula": .text(coded(source))])
    }
  }

  private func choice(_ condition: Outline, _ first: Outline, _ second: Outline) -> String {
    texts(
      "print.if-then",
      [
        "condition": .text(part(condition)), "then": .text(part(first)),
        "otherwise": .text(part(second)),
      ])
  }

  private func denied(_ outline: Outline) -> String {
    switch outline {
    case .oneOf(let term, let values): return noneOf(term, values)
    case .contains(let slot, let value): return contains(slot, value, "contains-not")
    case .answered(let slot): return about(slot, isAnswer(slot) ? "answered-not" : "known-not")
    case .holds(let slot) where truth(of: slot) != "holds":
      return about(slot, truth(of: slot) + "-not")
    default: return texts("print.not", ["condition": .text(part(outline))])
    }
  }

  private func comparison(
    _ left: Outline.Term, _ relation: Outline.Relation, _ right: Outline.Term
  ) -> String {
    let measure = measure(of: left)
    var (relation, value) = (relation, right)
    var manner = ""
    if case .ranks = measure, let step = right.whole {
      // Between two steps there is none.
      switch relation {
      case .greater: (relation, value) = (.greaterOrEqual, .value(.int(step + 1)))
      case .less: (relation, value) = (.lessOrEqual, .value(.int(step - 1)))
      default: break
      }
      manner = "ranked."
    } else if measure == .time {
      manner = "time."
    }
    switch relation {
    case .equal, .notEqual: manner = ""
    default: break
    }
    return texts(
      "print.condition.\(manner)\(relation.rawValue)",
      ["name": .text(side(left)), "value": .text(side(value, measured: measure))])
  }

  private func oneOf(_ term: Outline.Term, _ values: [Outline.Term]) -> String {
    let measure = measure(of: term)
    let list = values.map { self.term($0, measured: measure) }
      .joined(separator: " " + texts("print.or") + " ")
    return texts(
      "print.condition.one-of", ["name": .text(self.term(term)), "value": .text(list)])
  }

  private func noneOf(_ term: Outline.Term, _ values: [Outline.Term]) -> String {
    let measure = measure(of: term)
    let list = values.map { self.term($0, measured: measure) }
    let joined = list.dropFirst().reduce(list.first ?? "") {
      texts("print.nor", ["left": .text($0), "right": .text($1)])
    }
    return texts(
      "print.condition.none-of", ["name": .text(self.term(term)), "value": .text(joined)])
  }

  private func contains(_ slot: Slot, _ value: Value, _ name: String) -> String {
    texts(
      "print.condition.\(name)" + (isOwn(slot) ? ".own" : ""),
      ["name": .text(self.name(of: slot)), "value": .text(self.value(value, measure(of: slot)))])
  }

  private func about(_ slot: Slot, _ name: String) -> String {
    texts("print.condition.\(name)", ["name": .text(self.name(of: slot, asAnswer: false))])
  }

  /// What it means that a variable is true.
  private func truth(of slot: Slot) -> String {
    switch model.slots.variable(in: slot) {
    case .confirmed?: "confirmed"
    case .met?: "met"
    case .check?: "check"
    default: "holds"
    }
  }
}

extension Outline.Term {
  /// The whole number that it is.
  fileprivate var whole: Int64? {
    switch self {
    case .value(.int(let number)): number
    case .value(.double(let number)) where number == number.rounded(): Int64(exactly: number)
    default: nil
    }
  }
}
