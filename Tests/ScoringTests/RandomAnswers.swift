import Interview
import Numbers
import Questionnaire
import TestKit

extension Questionnaire {
  /// An interview with random answers, some of them missing, not applicable, commented or confirmed.
  func randomInterview(_ random: inout SplitMix, _ context: Interview.Context) -> Interview {
    var responses: [Int: Response] = [:]
    for question in questions {
      var response = Response()
      switch random.below(24) {
      case 0...2: continue
      case 3: response.answer = .noData
      case 4: response.answer = .notApplicable(reason: nil)
      default: response.answer = .value(question.kind.random(&random))
      }
      if random.below(3) > 0 { response.confirmation = Confirmation(by: "F", on: Self.day) }
      if random.below(4) == 0 { response.comment = "because it is planned for the next year" }
      responses[question.index] = response
    }
    return Interview(self, context: context, responses: responses)
  }

  private static let day = Day(daysSince1970: 20_000) ?? Day(daysSince1970: 0)!
}

extension AnswerKind {
  fileprivate func random(_ random: inout SplitMix) -> AnswerValue {
    switch self {
    case .ladder(let steps): .step(1 + random.below(steps.count))
    case .single(let choices): .choice(random.below(choices.count))
    case .multiple(let choices, _): .choices(choices.indices.filter { _ in random.below(2) == 0 })
    case .yesNo: .yesNo(random.below(2) == 0)
    case .year: .number(DecimalNumber(2010 + random.below(17)))
    case .integer: .number(DecimalNumber(random.below(60)))
    case .number, .percent, .money:
      DecimalNumber(significand: Int64(random.below(1200)), scale: 1).map { .number($0) }
        ?? .number(DecimalNumber(0))
    case .date: Day(daysSince1970: 18_000 + random.below(400)).map { .day($0) } ?? .text("")
    case .text: .text("words")
    }
  }
}
