internal import Diagnostics

extension Function {
  /// The extension for mathematics, without operations on bits.
  static let mathematics: [Function] = [
    extremeOfAny("math.greatest") { $0 == .after },
    extremeOfAny("math.least") { $0 == .before },
    rounding("math.ceil", .up),
    rounding("math.floor", .down),
    rounding("math.round", .toNearestOrAwayFromZero),
    rounding("math.trunc", .towardZero),
    Function("math.abs", [.int, .uint, .double].map { magnitude(of: $0) }),
    sign,
    question("math.isNaN") { $0.isNaN },
    question("math.isInf") { $0.isInfinite },
    question("math.isFinite") { $0.isFinite },
    squareRoot,
  ]

  /// The least or the greatest of several numbers or of a list, also of different kinds: the
  /// result is of the kind of the number that it is.
  private static func extremeOfAny(
    _ name: String, _ replaces: @escaping @Sendable (Ordering.Order) -> Bool
  ) -> Function {
    let choose = choice(name, replaces)
    return Function(
      name,
      [CELType.int, .uint, .double, .dyn].flatMap { type in
        [
          Overload(
            .function, [type], repeatsLast: true, mixesNumbers: type == .dyn, type, .any(choose)),
          Overload(
            .function, [.list(type)], mixesNumbers: type == .dyn, type,
            .unary { value, budget throws(Failure) in
              guard case .list(let values) = value else { throw Failure.argument(name, value) }
              return try choose(values, &budget)
            }),
        ]
      })
  }

  private static func rounding(_ name: String, _ rule: FloatingPointRoundingRule) -> Function {
    ofDouble(name, .double) { .double($0.rounded(rule)) }
  }

  private static func question(
    _ name: String, _ holds: @escaping @Sendable (Double) -> Bool
  ) -> Function {
    ofDouble(name, .bool) { .bool(holds($0)) }
  }

  private static func ofDouble(
    _ name: String, _ result: CELType, _ compute: @escaping @Sendable (Double) -> Value
  ) -> Function {
    Function(
      name,
      [
        Overload(
          .function, [.double], result,
          .unary { value, _ throws(Failure) in
            guard case .double(let double) = value else { throw Failure.argument(name, value) }
            return compute(double)
          })
      ])
  }

  /// A number without its sign; the least int has no such number.
  static func magnitude(of type: CELType) -> Overload {
    Overload(
      .function, [type], type,
      .unary { value, _ throws(Failure) in
        switch value {
        case .int(let int): int < 0 ? try ArithmeticOperator.negate(value) : value
        case .double(let double): .double(double.magnitude)
        default: value
        }
      })
  }

  private static let sign = Function(
    "math.sign",
    [CELType.int, .uint, .double].map { type in
      Overload(
        .function, [type], type,
        .unary { value, _ throws(Failure) in
          switch value {
          case .int(let int): .int(int.signum())
          case .uint(let uint): .uint(min(uint, 1))
          case .double(let double) where double.isNaN || double == 0: value
          case .double(let double): .double(double < 0 ? -1 : 1)
          default: throw Failure.argument("math.sign", value)
          }
        })
    })

  /// NaN of what is below zero.
  private static let squareRoot = Function(
    "math.sqrt",
    [CELType.int, .uint, .double].map { type in
      Overload(
        .function, [type], .double,
        .unary { value, _ throws(Failure) in
          switch value {
          case .int(let int): .double(Double(int).squareRoot())
          case .uint(let uint): .double(Double(uint).squareRoot())
          case .double(let double): .double(double.squareRoot())
          default: throw Failure.argument("math.sqrt", value)
          }
        })
    })
}
