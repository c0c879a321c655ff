public import Interview
public import Language
import Numbers
public import Questionnaire

/// What is wrong with an answer, as a sentence for the person who gave it.
public struct ProblemWording: Sendable {
  let model: Questionnaire
  let texts: Texts
  private let style: NumberStyle

  /// In the language of the texts.
  public init(_ model: Questionnaire, _ texts: Texts) {
    self.model = model
    self.texts = texts
    style = .of(language: texts.language.rawValue)
  }

  /// The model's own words for its constraints, else the catalogue's.
  public func sentence(_ problem: Problem) -> String {
    if let message = problem.message { return message(texts.language.rawValue).asSentence }
    var isYear = false
    if case .year = model.questions[problem.question].kind { isYear = true }
    let arguments = problem.arguments.mapValues { argument -> TextArgument in
      switch argument {
      case .text(let text): .text(text)
      case .count(let count): .count(count)
      case .number(let number): .text(style.format(number, grouping: !isYear))
      case .day(let day): .text(day.description)
      case .localized(let text): .text(text(texts.language.rawValue))
      }
    }
    return texts(problem.code.rawValue, arguments).asSentence
  }
}

extension String {
  /// The text with a capital letter and a full stop, unless it has its own end.
  var asSentence: String {
    guard let first, let last else { return self }
    return first.uppercased() + dropFirst() + (".!?…".contains(last) ? "" : ".")
  }
}
