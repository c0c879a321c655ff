import Diagnostics

extension Diagnostic.Code {
  static let neverTrue = Self("questionnaire.never-true")
  static let levelWithoutPractices = Self("questionnaire.level-without-practices")
}

/// Conditions that no answers make true.
extension ModelReader {
  func checkConditions(_ draft: Draft) {
    // The part that can never be true says more than the whole.
    let told = diagnostics.filter { $0.code.rawValue == "expression.never-true" }.compactMap(
      \.place)
    var space = AnswerSpace(draft)
    for expression in draft.conditions where space.canBeTrue(expression) == false {
      let whole = expression.place.range
      guard !told.contains(where: { whole.contains($0.range.lowerBound) }) else { continue }
      report(.neverTrue, .warning, at: expression.place)
    }
  }

  /// A level of single nodes that asks for nothing is reached with the one below it.
  func checkCapabilityLevels(_ draft: Draft) {
    guard !draft.capabilityLevels.isEmpty else { return }
    let used = Set(draft.questions.compactMap(\.practice?.level))
    for level in draft.capabilityLevels where !used.contains(.capability(level.number)) {
      report(.levelWithoutPractices, .warning, at: level.place, ["level": .text(level.id)])
    }
  }
}

extension Draft {
  /// All expressions that decide something by being true.
  fileprivate var conditions: [Expression] {
    var all: [Expression] = []
    // By place, because a question is large to copy.
    for index in questions.indices {
      if let condition = questions[index].showIf { all.append(condition) }
      if let condition = questions[index].practice?.condition { all.append(condition) }
      all += questions[index].constraints.map(\.condition)
    }
    all += nodes.flatMap(\.rule.caps).map(\.condition)
    all += levels.flatMap(\.gates).flatMap(\.expressions)
    all += levelCaps.map(\.condition)
    all += checks.flatMap(\.conditions).flatMap(\.expressions)
    all += recommendations.map(\.condition)
    return all
  }
}
