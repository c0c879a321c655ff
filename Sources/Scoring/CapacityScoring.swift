import Interview
import Numbers
import Questionnaire

/// A whole while its parts are gathered: the questions of a capacity, or the capacities.
private struct Gathering {
  var parts: [Part] = []
  var coverage = Coverage()
  /// Why there is no score, whatever the parts have.
  var absence: ScoreAbsence?
  /// Whether any of it is asked.
  var isAsked = false
  /// Whether something counts, or would count if it had an answer; else the whole leaves the total.
  var isCalledFor = false
  var waitingFor: [Int] = []

  /// Denies a score for what a question lacks.
  mutating func block(_ question: Int) {
    if case .withoutAnswers(let others) = absence {
      absence = .withoutAnswers(others + [question])
    } else {
      absence = .withoutAnswers([question])
    }
  }

  /// Why nothing counts, where no policy denies a score.
  var emptiness: ScoreAbsence {
    if coverage.applicable > 0 { return .tooFewAnswers }
    return isAsked ? .nothingApplies : .nothingAsked
  }
}

/// The score of a capacity or of the total, with what only its roll-up needs to know.
struct RolledUp {
  let score: Score
  /// Whether it counts in the whole above it now.
  let isCalledFor: Bool
  /// Whether it may come not to count in the whole above it.
  let isOptional: Bool
}

extension ScoreRule {
  /// The score of a capacity from those of its questions.
  ///
  /// `mean`: Σ weight × score / Σ weight over what counts; `minimum`: the least score. An answer
  /// missing by state counts as its policy says: not (`exclude`), with 0 (`zero`), or so that the
  /// capacity has no score (`block`). No score, either, where less than `minimumCoverage` per cent
  /// of the weight of the applicable questions have an answer with points.
  func score(_ questions: [ScoredQuestion], _ scores: [QuestionScore?]) -> RolledUp {
    var whole = Gathering()
    whole.parts.reserveCapacity(questions.count)
    for question in questions {
      if let score = scores[question.index] { gather(question, score, into: &whole) }
    }
    do throws(ArithmeticFailure) {
      if whole.absence == nil, try !isCovered(questions, scores) { whole.absence = .tooFewAnswers }
      return try rolledUp(whole, by: rollUp)
    } catch {
      return failed(error, coverage: whole.coverage)
    }
  }

  private func isCovered(
    _ questions: [ScoredQuestion], _ scores: [QuestionScore?]
  ) throws(ArithmeticFailure) -> Bool {
    var applicable = Rational.zero
    var answered = Rational.zero
    for question in questions {
      guard let score = scores[question.index], score.isApplicable else { continue }
      applicable = try applicable.adding(question.weight)
      if score.standing == .counted { answered = try answered.adding(question.weight) }
    }
    return try minimumCoverage.multiplied(by: applicable) <= answered.multiplied(by: 100)
  }

  /// The total from the scores of the capacities.
  ///
  /// As for a capacity, by the roll-up and the capacities' weights. No total where a capacity that
  /// applies has no score; one in which nothing applies leaves the denominator, one of weight 0 has
  /// no part in it.
  func total(_ weights: [Rational], _ capacities: [RolledUp]) -> RolledUp {
    var whole = Gathering()
    var failure: ArithmeticFailure?
    var unscored: [Int] = []
    for (index, (weight, part)) in zip(weights, capacities).enumerated() where weight > .zero {
      failure = failure ?? part.score.failure
      whole.coverage.answered += part.score.coverage.answered
      whole.coverage.applicable += part.score.coverage.applicable
      whole.waitingFor += part.score.waitingFor
      if part.isCalledFor {
        whole.isCalledFor = true
        if part.score.value == nil { unscored.append(index) }
      }
      if part.score.absence != .nothingAsked { whole.isAsked = true }
      guard let low = part.score.low, let high = part.score.high else { continue }
      whole.parts.append(
        Part(
          weight: weight, value: part.score.value, low: low, high: high,
          isOptional: part.isOptional))
    }
    if !unscored.isEmpty {
      whole.absence =
        whole.coverage.answered == 0 && whole.coverage.applicable > 0
        ? .tooFewAnswers : .withoutCapacities(unscored)
    }
    do throws(ArithmeticFailure) {
      if let failure { throw failure }
      return try rolledUp(whole, by: rollUp)
    } catch {
      return failed(error, coverage: whole.coverage)
    }
  }

  private func gather(
    _ question: ScoredQuestion, _ score: QuestionScore, into whole: inout Gathering
  ) {
    whole.waitingFor += score.waitingFor
    if score.state != .notAsked { whole.isAsked = true }
    if score.isApplicable {
      whole.isCalledFor = true
      whole.coverage.applicable += 1
      if score.standing == .counted { whole.coverage.answered += 1 }
    }
    var part = Part(
      weight: question.weight, value: score.score, low: score.low, high: score.high,
      isOptional: false)
    switch (score.standing, score.state) {
    case (.counted, _): break
    case (.hiddenForNow, _): part.isOptional = true
    case (_, .notApplicable):
      switch notApplicable {
      case .exclude: return
      case .full: (part.value, part.low, part.high) = (100, 100, 100)
      case .zero: (part.value, part.low, part.high) = (0, 0, 0)
      case .block: whole.block(question.index)
      }
      whole.isCalledFor = true
    case (.leftOut, _): return
    case (.open, let state):
      part.isOptional = question.possible.mayBeUnscored
      switch missing(state) {
      case .exclude: break
      case .zero: part.value = 0
      case .block: whole.block(question.index)
      }
    }
    whole.parts.append(part)
  }

  private func missing(_ state: AnswerState) -> MissingPolicy {
    switch state {
    case .unanswered: unanswered
    case .noData: noData
    // Points that wait for another answer, or whose rule failed: not scored.
    case .answered, .notApplicable, .notAsked: .exclude
    }
  }

  private func rolledUp(
    _ whole: Gathering, by rule: RollUp
  ) throws(ArithmeticFailure) -> RolledUp {
    let value = whole.absence == nil ? try rule.value(of: whole.parts) : nil
    var low = try rule.low(of: whole.parts)
    var high = try rule.high(of: whole.parts)
    if let value, let worst = low, let best = high {
      // Leaving everything as it is, is an outcome too.
      (low, high) = (min(worst, value), max(best, value))
    }
    return RolledUp(
      score: Score(
        value: value, low: low, high: high, coverage: whole.coverage,
        waitingFor: whole.waitingFor.ascendingOnce,
        absence: value == nil ? whole.absence ?? whole.emptiness : nil,
        isEmpty: whole.parts.isEmpty),
      isCalledFor: whole.isCalledFor, isOptional: whole.parts.allSatisfy(\.isOptional))
  }

  private func failed(_ failure: ArithmeticFailure, coverage: Coverage) -> RolledUp {
    RolledUp(
      score: Score(
        value: nil, low: nil, high: nil, coverage: coverage, waitingFor: [], absence: .failure,
        isEmpty: false, failure: failure),
      isCalledFor: true, isOptional: false)
  }
}

extension QuestionScore {
  /// Whether an answer is expected, or there is one: what coverage is measured against.
  fileprivate var isApplicable: Bool {
    switch (standing, state) {
    case (.counted, _): true
    case (.open, .notApplicable): false
    case (.open, _): true
    case (.hiddenForNow, _), (.leftOut, _): false
    }
  }
}

extension [Int] {
  /// The numbers in ascending order, each once.
  var ascendingOnce: [Int] {
    guard count > 1 else { return self }
    var result: [Int] = []
    result.reserveCapacity(count)
    for number in sorted() where result.last != number { result.append(number) }
    return result
  }
}
