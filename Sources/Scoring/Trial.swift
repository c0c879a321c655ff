public import CEL
public import Interview

/// An expression tried out: its value, what decided it, and what it waits for.
public struct Trial: Sendable {
  /// What was evaluated.
  public let program: Program
  /// The value, with the parts that decided it.
  public let explanation: Explanation
  /// What would decide an unknown value; nothing where the value is known or the evaluation failed.
  public let waitingFor: Awaited

  /// An expression that names nothing, and so needs nobody's answers.
  public init(_ program: Program) {
    self.program = program
    explanation = program.explain([])
    waitingFor = .nothing
  }

  init(_ program: Program, on conditions: Conditions) {
    self.program = program
    explanation = program.explain(conditions.variables.values)
    waitingFor =
      if case .unknown(let unknown) = explanation.value {
        conditions.awaited(by: unknown)
      } else {
        .nothing
      }
  }

  /// The value, which may be unknown or an error.
  public var value: Value { explanation.value }
}

/// Trials of expressions on one assessment, which is scored once for all of them.
public struct Trials: Sendable {
  private let conditions: Conditions

  init(_ conditions: Conditions) { self.conditions = conditions }

  /// Evaluates an expression as the model's own rules are.
  ///
  /// - Parameters:
  ///   - program: Compiled with the names of the model, `Questionnaire.environment`.
  ///   - replacing: Variables that have other values than the assessment gives them.
  public func trial(of program: Program, replacing: [Slot: Value] = [:]) -> Trial {
    guard !replacing.isEmpty else { return Trial(program, on: conditions) }
    var changed = conditions
    for (slot, value) in replacing { changed.variables.set(slot, value) }
    return Trial(program, on: changed)
  }

  /// The value of a variable; unknown for one that does not exist.
  public func value(of slot: Slot) -> Value {
    let values = conditions.variables.values
    return values.indices.contains(slot.index) ? values[slot.index] : .unknown(UnknownSet(slot))
  }
}

extension Scorer {
  /// Evaluates an expression on an assessment as the model's own rules are: on effective answers,
  /// with the scores, confirmations and checks that follow from them.
  ///
  /// - Parameter program: Compiled with the names of the model, `Questionnaire.environment`.
  public func trial(
    of program: Program, on interview: Interview, background: Background = .none
  ) -> Trial {
    let decided = decide(interview, background: background, for: program.reads)
    return Trial(program, on: decided.conditions)
  }

  /// Prepares trials of the model's own expressions.
  public func trials(on interview: Interview, background: Background = .none) -> Trials {
    Trials(decide(interview, background: background).conditions)
  }
}
