import CEL

extension Questionnaire {
  /// The questions of whose own answers expressions read anything – the value, its points, whether it is
  /// met or confirmed –, each once, in the order in which they are first read. What members say on the
  /// mean is nobody's own answer.
  public func questionsRead(by expressions: [Expression]) -> [Int] {
    var seen: Set<Int> = []
    return expressions.flatMap(\.reads).compactMap { slot in
      switch slots.variable(in: slot) {
      case .answer(let question)?, .points(let question)?, .met(let question)?,
        .confirmed(let question)?:
        seen.insert(question).inserted ? question : nil
      default: nil
      }
    }
  }
}
