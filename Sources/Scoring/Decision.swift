import CEL

/// What an expression that has to be true or false gave.
struct Decision {
  /// Unknown where its value is unknown or its evaluation failed.
  let status: Status
  /// The variables it waits for.
  var unknown: UnknownSet?
  var failure: RuleFailure?

  init(_ program: Program, _ values: [Value]) {
    switch program.evaluate(values) {
    case .bool(let holds): status = holds ? .met : .unmet
    case .unknown(let unknown): (status, self.unknown) = (.unknown, unknown)
    case .error(let error): (status, failure) = (.unknown, .evaluation(error))
    default: (status, failure) = (.unknown, .unusableValue)
    }
  }
}
