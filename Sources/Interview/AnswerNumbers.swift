public import Numbers

extension AnswerState {
  /// The answer as a number: a step, a number, an amount or a year, and 1 and 0 for yes and no; `nil`
  /// for every other answer, and without one.
  public var numericValue: DecimalNumber? {
    switch self {
    case .answered(.step(let step)): DecimalNumber(step)
    case .answered(.number(let number)): number
    case .answered(.yesNo(let isYes)): DecimalNumber(isYes ? 1 : 0)
    default: nil
    }
  }
}
