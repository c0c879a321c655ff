import CEL
import Language
import Questionnaire
import Wording

/// Conditions without words: the expressions as they are computed, with the questions’ numbers.
extension ConditionWording {
  func isWorded(_ expression: Expression) -> Bool {
    expression.program.type == .bool
      ? expression.program.outline.isWorded : expression.program.term != nil
  }

  /// An expression with questions by their numbers in place of their identifiers.
  func coded(_ source: String) -> String {
    var result = ""
    var name = ""
    var quote: Character?
    func told(_ name: String) -> String {
      guard quote == nil else { return name }
      // What follows a dot is asked of the answer.
      let id = name.prefix { $0 != "." }
      guard let code = model.index(of: String(id)).flatMap({ model.questions[$0].code }) else {
        return name
      }
      return code + name.dropFirst(id.count)
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

  /// What the names in formulas stand for, one on each line, in the order of the questionnaire.
  func legend(of expressions: [Expression]) -> [String] {
    let slots = Set(expressions.flatMap(\.reads)).sorted { $0.index < $1.index }
    return slots.compactMap { slot in
      guard let variable = model.slots.variable(in: slot) else { return nil }
      switch variable {
      case .answer(let question):
        let asked = model.questions[question]
        let name = question == own ? "this" : asked.code ?? asked.id
        return texts(
          "print.formula-name", ["name": .text(name), "meaning": .text(words(asked.ask))])
      default:
        return texts(
          "print.formula-name",
          ["name": .text(model.name(of: variable)), "meaning": .text(name(of: slot))])
      }
    }
  }
}

extension Outline {
  /// Whether all of it has words.
  fileprivate var isWorded: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.allSatisfy(\.isWorded)
    case .not(let part): part.isWorded
    case .choice(let condition, let first, let second):
      condition.isWorded && first.isWorded && second.isWorded
    case .other: false
    case .comparison, .oneOf, .contains, .answered, .holds, .constant: true
    }
  }
}
