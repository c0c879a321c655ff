import CEL
import Language
import Numbers
import Questionnaire
import Wording

/// What conditions compare, in words.
extension ConditionWording {
  /// A number that is computed, as a phrase; as a formula where it has no words.
  func phrase(_ expression: Expression) -> String {
    guard let term = expression.program.term else {
      return texts("print.formula-value", ["formula": .text(coded(expression.source))])
    }
    return self.term(term)
  }

  /// The phrase, and below it the questions by which a formula goes.
  func explainedPhrase(_ expression: Expression) -> String {
    let formula = expression.program.term == nil ? legend(of: [expression]) : []
    return ([phrase(expression)] + formula).joined(separator: "\n")
  }

  /// - Parameter measure: What a value is held against.
  func term(_ term: Outline.Term, measured measure: Measure = .number) -> String {
    switch term {
    case .variable(let slot): return name(of: slot)
    case .value(let value): return self.value(value, measure)
    case .negative(let term):
      return texts("print.term.negative", ["value": .text(operand(term))])
    case .chain(let first, let links): return chain(first, links)
    case .call(let function, let terms): return call(function, terms)
    case .choice: return choice(term, measure)
    }
  }

  /// A term as one side of a comparison: in brackets where a list would not seem to end.
  func side(_ term: Outline.Term, measured measure: Measure = .number) -> String {
    switch term {
    case .choice: "(" + self.term(term, measured: measure) + ")"
    case .call(let function, _) where function.takesList && named(term) == nil:
      "(" + self.term(term, measured: measure) + ")"
    default: self.term(term, measured: measure)
    }
  }

  /// A term as a part of another.
  private func operand(_ term: Outline.Term) -> String {
    switch term {
    case .variable, .value: self.term(term)
    case .call where named(term) != nil: self.term(term)
    default: "(" + self.term(term) + ")"
    }
  }

  private func chain(_ first: Outline.Term, _ links: [Outline.Link]) -> String {
    if let years = years(first, links) { return years }
    return links.reduce(operand(first)) { left, link in
      texts(
        "print.term.\(link.operation.rawValue)",
        ["left": .text(left), "right": .text(tight(link))])
    }
  }

  /// What is multiplied binds more than what is added.
  private func tight(_ link: Outline.Link) -> String {
    if case .chain(_, let inner) = link.operand, [.add, .subtract].contains(link.operation),
      inner.allSatisfy({ [.multiply, .divide].contains($0.operation) })
    {
      return term(link.operand)
    }
    return operand(link.operand)
  }

  /// The years from one to the reporting year, which is how people say the difference.
  private func years(_ first: Outline.Term, _ links: [Outline.Link]) -> String? {
    guard case .variable(let end) = first, links.count == 1, links[0].operation == .subtract,
      case .variable(let start) = links[0].operand,
      model.slots.variable(in: end) == .reportingYear, measure(of: start) == .time
    else { return nil }
    return texts(
      "print.term.years-to-reporting", ["from": .text(name(of: start, asAnswer: false))])
  }

  /// The least or greatest of all capacities, which has a name of its own.
  private func named(_ term: Outline.Term) -> String? {
    guard case .call(let function, let terms) = term, [.least, .greatest].contains(function)
    else { return nil }
    let capacities = terms.compactMap { term -> Int? in
      guard case .variable(let slot) = term,
        case .capacityScore(let capacity)? = model.slots.variable(in: slot)
      else { return nil }
      return capacity
    }
    guard capacities.count == terms.count, Set(capacities).count == model.capacities.count
    else { return nil }
    return texts("print.term.\(function.rawValue)-of-capacities")
  }

  private func call(_ function: Outline.Function, _ terms: [Outline.Term]) -> String {
    if let name = named(.call(function, terms)) { return name }
    func place(_ index: Int) -> String {
      terms.indices.contains(index) ? term(terms[index]) : ""
    }
    func list(_ terms: some Sequence<Outline.Term>) -> Language.TextArgument {
      .text(terms.map { term($0) }.joined(separator: ", "))
    }
    let name = "print.term.\(function.rawValue)"
    return switch function {
    case .least, .greatest, .sum, .answeredCount: texts(name, ["list": list(terms)])
    case .count where isOwn(terms.first): texts(name + ".own")
    case .magnitude, .count: texts(name, ["value": .text(place(0))])
    case .rounded:
      terms.count > 1
        ? texts(name + "-places", ["value": .text(place(0)), "places": .text(place(1))])
        : texts(name, ["value": .text(place(0))])
    case .clamped:
      texts(name, ["value": .text(place(0)), "low": .text(place(1)), "high": .text(place(2))])
    case .years: texts(name, ["from": .text(place(0)), "to": .text(place(1))])
    case .answeredMean:
      texts(name, ["list": list(terms.dropLast()), "count": .text(place(terms.count - 1))])
    case .firstAnswered:
      terms.dropFirst().reduce(place(0)) { first, next in
        texts(name, ["value": .text(first), "otherwise": .text(term(next))])
      }
    }
  }

  /// Whether it is the answer to the question that the condition is about.
  private func isOwn(_ term: Outline.Term?) -> Bool {
    if case .variable(let slot)? = term { isOwn(slot) } else { false }
  }

  /// Each value with its condition, the last without.
  private func choice(_ term: Outline.Term, _ measure: Measure) -> String {
    var (cases, rest): ([String], Outline.Term) = ([], term)
    while case .choice(let condition, let value, let otherwise) = rest {
      cases.append(
        texts(
          "print.term.if",
          [
            "value": .text(self.term(value, measured: measure)),
            "condition": .text(part(condition)),
          ]))
      rest = otherwise
    }
    cases.append(
      texts("print.term.otherwise", ["value": .text(self.term(rest, measured: measure))]))
    return cases.joined(separator: "; ")
  }
}

extension Outline.Function {
  fileprivate var takesList: Bool {
    switch self {
    case .least, .greatest, .sum, .answeredCount, .answeredMean, .firstAnswered, .clamped: true
    case .magnitude, .rounded, .count, .years: false
    }
  }
}
