import CEL
import Interview
import Numbers
import Questionnaire

/// What a rule makes of an answer.
enum PointsOutcome: Sendable {
  case worth(Worth)
  /// The points wait for variables that have no value yet.
  case waiting(UnknownSet)
  /// Whether the question's practice is fulfilled is not known yet.
  case waitingForPractice
  /// The answer is deliberately without points.
  case unscored
  case failed(RuleFailure)

  init(_ worth: () throws(ArithmeticFailure) -> Worth) {
    do throws(ArithmeticFailure) {
      self = .worth(try worth())
    } catch {
      self = .failed(.arithmetic(error))
    }
  }
}

/// A question's `PointsRule` with everything computed that does not depend on the answer.
struct PointsTable: Sendable {
  enum Rule: Sendable {
    case steps([PointsOutcome])
    case choices([PointsOutcome])
    case bands([Band], of: PointsRule.Measure)
    case line(Line, of: PointsRule.Measure)
    case expression(Expression)
    /// The best and the worst points, by whether the practice is fulfilled.
    case practice(met: PointsOutcome, unmet: PointsOutcome)
    case unscored
  }

  struct Band: Sendable {
    let below: Rational?
    /// The same as the double nearest to it, for values of expressions.
    let belowDouble: Double
    let outcome: PointsOutcome
  }

  let rule: Rule
  let scale: PointsScale
  /// Which choices of a multiple choice count as nothing ticked.
  private let standsAlone: [Bool]

  init(_ question: Question, scale: PointsScale) {
    self.scale = scale
    standsAlone = question.kind.choices.map(\.isAlone)
    func outcome(_ points: Rational) -> PointsOutcome {
      PointsOutcome { () throws(ArithmeticFailure) in try scale.worth(ofPoints: points) }
    }
    rule =
      switch question.points {
      case .unscored: .unscored
      case .steps(let points): .steps(points.map(outcome))
      case .choices(let points): .choices(points.map { $0.map(outcome) ?? .unscored })
      case .bands(let bands, let measure):
        .bands(
          bands.map { band in
            Band(
              below: band.below, belowDouble: band.below?.doubleValue ?? .infinity,
              outcome: outcome(band.points))
          }, of: measure)
      case .linear(let from, let to, let measure): .line(Line(from: from, to: to), of: measure)
      case .expression(let expression): .expression(expression)
      case .met: .practice(met: outcome(scale.scale.to), unmet: outcome(scale.scale.from))
      }
  }

  /// What the question's answer is worth.
  ///
  /// - Parameters:
  ///   - variables: By slot; read by rules with an expression only.
  ///   - practice: Whether the question's practice is fulfilled; read by `points: met` only.
  func outcome(
    of answer: AnswerValue, _ variables: [Value], practice: Status? = nil
  ) -> PointsOutcome {
    switch (rule, answer) {
    case (.unscored, _): .unscored
    case (.practice(let met, let unmet), _):
      switch practice {
      case .met: met
      case .unmet: unmet
      case .unknown, nil: .waitingForPractice
      }
    case (.steps(let steps), .step(let step)): entry(step - 1, of: steps)
    case (.steps(let steps), .yesNo(let isYes)): entry(isYes ? 1 : 0, of: steps)
    case (.choices(let choices), .choice(let choice)): entry(choice, of: choices)
    case (.bands(let bands, .answer), .number(let number)):
      Self.outcome(of: Rational(number), in: bands)
    case (.line(let line, .answer), .number(let number)): outcome(of: Rational(number), on: line)
    case (.bands(let bands, .ticked), .choices(let choices)):
      Self.outcome(of: ticked(choices), in: bands)
    case (.line(let line, .ticked), .choices(let choices)): outcome(of: ticked(choices), on: line)
    case (.bands(let bands, .value(let expression)), _):
      Self.outcome(of: number(expression, variables)) { value in
        (bands.first { value < $0.belowDouble } ?? bands.last)?.outcome ?? .unscored
      }
    case (.line(let line, .value(let expression)), _):
      Self.outcome(of: number(expression, variables)) { value in
        guard let value = Rational(rounding: value, between: line.from, and: line.to) else {
          return .failed(.unusableValue)
        }
        return outcome(of: value, on: line)
      }
    case (.expression(let expression), _):
      Self.outcome(of: number(expression, variables)) { value in
        guard
          let points = Rational(
            rounding: value, between: scale.scale.from, and: scale.scale.to)
        else { return .failed(.unusableValue) }
        return PointsOutcome { () throws(ArithmeticFailure) in
          try scale.worth(ofPoints: points)
        }
      }
    default: .failed(.unexpectedAnswer)
    }
  }

  private func entry(_ index: Int, of outcomes: [PointsOutcome]) -> PointsOutcome {
    outcomes.indices.contains(index) ? outcomes[index] : .failed(.unexpectedAnswer)
  }

  private func ticked(_ choices: [Int]) -> Rational {
    Rational(choices.count { !(standsAlone.indices.contains($0) && standsAlone[$0]) })
  }

  /// Half-open: a value equal to a bound belongs to the band above it.
  static func outcome(of value: Rational, in bands: [Band]) -> PointsOutcome {
    for band in bands {
      guard let below = band.below, value >= below else { return band.outcome }
    }
    return .failed(.unexpectedAnswer)
  }

  func outcome(of value: Rational, on line: Line) -> PointsOutcome {
    PointsOutcome { () throws(ArithmeticFailure) in
      try scale.worth(ofShare: line.share(at: value))
    }
  }

  private enum Number {
    /// An integer that the double holds exactly.
    case whole(Double)
    case value(Double)
    case waiting(UnknownSet)
    case failed(RuleFailure)
  }

  private func number(_ expression: Expression, _ variables: [Value]) -> Number {
    switch expression.program.evaluate(variables) {
    case .int(let value): Double(exactly: value).map(Number.whole) ?? .value(Double(value))
    case .uint(let value): Double(exactly: value).map(Number.whole) ?? .value(Double(value))
    case .double(let value): value.isFinite ? .value(value) : .failed(.unusableValue)
    case .unknown(let slots): .waiting(slots)
    case .error(let error): .failed(.evaluation(error))
    default: .failed(.unusableValue)
    }
  }

  /// The outcome of a rule over an expression, marked where a double stands behind it.
  private static func outcome(
    of number: Number, _ worth: (Double) -> PointsOutcome
  ) -> PointsOutcome {
    switch number {
    case .whole(let value): return worth(value)
    case .value(let value):
      let outcome = worth(value)
      guard case .worth(var inexact) = outcome else { return outcome }
      inexact.isExact = false
      return .worth(inexact)
    case .waiting(let slots): return .waiting(slots)
    case .failed(let failure): return .failed(failure)
    }
  }
}
