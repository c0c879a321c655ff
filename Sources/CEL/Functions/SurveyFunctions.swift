internal import Diagnostics

extension Function {
  /// What questionnaires need beside the specification. `answered` and its kin are not among
  /// them: they look at whether there is a value and have nodes of their own.
  static let survey: [Function] = [
    Function("count", [Overload(.function, [.list(.parameter("A"))], .int, .unary(countElements))]),
    extreme("min") { $0 == .before },
    extreme("max") { $0 == .after },
    sum, absolute, round, clamp,
  ]

  /// The least or the greatest of several numbers, or of a list of numbers.
  private static func extreme(
    _ name: String, _ replaces: @escaping @Sendable (Ordering.Order) -> Bool
  ) -> Function {
    let choose = choice(name, replaces)
    let several = [CELType.int, .double].map {
      Overload(.function, [$0], repeatsLast: true, $0, .any(choose))
    }
    let list = [CELType.int, .double].map {
      Overload(
        .function, [.list($0)], $0,
        .unary { value, budget throws(Failure) in
          guard case .list(let values) = value else { return value }
          return try choose(values, &budget)
        })
    }
    return mixing(Function(name, several + list))
  }

  /// Chooses the least or the greatest of numbers of any kinds; NaN if one is NaN.
  static func choice(
    _ name: String, _ replaces: @escaping @Sendable (Ordering.Order) -> Bool
  ) -> @Sendable ([Value], inout Budget) throws(Failure) -> Value {
    { values, budget throws(Failure) in
      guard var best = values.first else {
        throw Failure(.emptyList, ["name": .text(name)])
      }
      try budget.spend(values.count)
      for value in values {
        guard value.type.isNumber else { throw Failure.argument(name, value) }
        guard let order = Ordering.numbers(value, best) else { return .double(.nan) }
        if replaces(order) { best = value }
      }
      return best
    }
  }

  private static let absolute = Function("abs", [.int, .double].map { magnitude(of: $0) })

  /// The sum of several numbers, or of a list of numbers; of none it is zero.
  private static let sum: Function = {
    let add: @Sendable (Value, [Value], inout Budget) throws(Failure) -> Value = {
      zero, values, budget throws(Failure) in
      try budget.spend(values.count)
      guard var total = values.first else { return zero }
      guard total.type.isNumber else { throw Failure.argument("sum", total) }
      for value in values.dropFirst() {
        total = try ArithmeticOperator.add.apply(total, value, &budget)
      }
      return total
    }
    return mixing(
      Function(
        "sum",
        [(CELType.int, Value.int(0)), (.double, .double(0))].flatMap { type, zero in
          [
            Overload(
              .function, [type], repeatsLast: true, type,
              .any { values, budget throws(Failure) in try add(zero, values, &budget) }),
            Overload(
              .function, [.list(type)], type,
              .unary { value, budget throws(Failure) in
                guard case .list(let values) = value else { throw Failure.argument("sum", value) }
                return try add(zero, values, &budget)
              }),
          ]
        }))
  }()

  private static func mixing(_ function: Function) -> Function {
    var function = function
    function.mixesElements = true
    return function
  }

  /// Rounds half away from zero: 2.5 to 3, -2.5 to -3; to whole numbers, or to decimal places.
  private static let round = Function(
    "round",
    [
      Overload(.function, [.int], .int, .unary { value, _ throws(Failure) in value }),
      Overload(
        .function, [.double], .double,
        .unary { value, _ throws(Failure) in
          guard case .double(let double) = value else { return value }
          return .double(double.rounded(.toNearestOrAwayFromZero))
        }),
      Overload(
        .function, [.int, .int], .int,
        .binary { value, places, _ throws(Failure) in
          guard case (.int(let int), .int(let places)) = (value, places) else { return value }
          return .int(try DecimalRounding.round(int, places: places))
        }),
      Overload(
        .function, [.double, .int], .double,
        .binary { value, places, _ throws(Failure) in
          guard case (.double(let double), .int(let places)) = (value, places) else {
            return value
          }
          return .double(DecimalRounding.round(double, places: places))
        }),
    ])

  private static let clamp = Function(
    "clamp",
    [CELType.int, .double].map {
      Overload(
        .function, [$0, $0, $0], $0,
        .any { values, _ throws(Failure) in
          guard values.count == 3 else { return .null }
          let (value, low, high) = (values[0], values[1], values[2])
          if Ordering.numbers(low, high) == .after {
            throw Failure(
              .boundsOrder, ["low": .text(low.description), "high": .text(high.description)])
          }
          if Ordering.numbers(value, low) == .before { return low }
          return Ordering.numbers(value, high) == .after ? high : value
        })
    })
}

extension Failure {
  /// A function that does not take a value of this kind.
  static func argument(_ name: String, _ value: Value) -> Failure {
    Failure(
      .argumentTypes, ["name": .text(name), "types": .text(value.type.description)])
  }
}
