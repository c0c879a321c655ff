extension Function {
  /// The functions of the specification and of its extensions for numbers, text and sets.
  static let standard: [Function] =
    [size, contains, startsWith, endsWith, matches] + conversions + time + mathematics + strings
    + sets + optionals

  private static let size = Function(
    "size",
    [Overload.Style.function, .method].flatMap { style in
      [
        Overload(
          style, [.string], .int,
          .unary { value, budget throws(Failure) in
            guard case .string(let string) = value else { return .int(0) }
            try budget.scan(bytes: string.utf8.count)
            return .int(Int64(string.unicodeScalars.count))
          }),
        Overload(
          style, [.bytes], .int,
          .unary { value, _ throws(Failure) in
            guard case .bytes(let bytes) = value else { return .int(0) }
            return .int(Int64(bytes.count))
          }),
        Overload(style, [.list(.parameter("A"))], .int, .unary(countElements)),
        Overload(
          style, [.map(.parameter("A"), .parameter("B"))], .int,
          .unary { value, _ throws(Failure) in
            guard case .map(let map) = value else { return .int(0) }
            return .int(Int64(map.count))
          }),
      ]
    })

  static let countElements: @Sendable (Value, inout Budget) throws(Failure) -> Value = {
    value, _ throws(Failure) in
    guard case .list(let elements) = value else { return .int(0) }
    return .int(Int64(elements.count))
  }

  private static let contains = text("contains") { $0.containsExactly($1) }
  private static let startsWith = text("startsWith") { $0.startsExactly(with: $1) }
  private static let endsWith = text("endsWith") { $0.endsExactly(with: $1) }

  /// A question about two strings.
  private static func text(
    _ name: String, _ holds: @escaping @Sendable (String, String) -> Bool
  ) -> Function {
    Function(
      name,
      [
        Overload(
          .method, [.string, .string], .bool,
          .binary { a, b, budget throws(Failure) in
            guard case (.string(let a), .string(let b)) = (a, b) else { return .bool(false) }
            try budget.scan(bytes: a.utf8.count + b.utf8.count)
            return .bool(holds(a, b))
          })
      ])
  }
}
