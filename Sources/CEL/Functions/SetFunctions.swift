extension Function {
  /// The extension for sets: lists taken without regard to order and repetition.
  static let sets: [Function] = [
    set("sets.contains") { whole, part, budget throws(Failure) in
      try ElementSet(whole, &budget).containsAll(part, &budget)
    },
    set("sets.equivalent") { a, b, budget throws(Failure) in
      guard try ElementSet(a, &budget).containsAll(b, &budget) else { return false }
      return try ElementSet(b, &budget).containsAll(a, &budget)
    },
    set("sets.intersects") { a, b, budget throws(Failure) in
      try ElementSet(a, &budget).containsAny(b, &budget)
    },
  ]

  private static func set(
    _ name: String,
    _ holds: @escaping @Sendable ([Value], [Value], inout Budget) throws(Failure) -> Bool
  ) -> Function {
    let lists = CELType.list(.parameter("A"))
    var function = Function(
      name,
      [
        Overload(
          .function, [lists, lists], .bool,
          .binary { a, b, budget throws(Failure) in
            guard case (.list(let a), .list(let b)) = (a, b) else {
              throw Failure.operands(name, a, b)
            }
            return .bool(try holds(a, b, &budget))
          })
      ])
    function.comparesArguments = true
    return function
  }
}

/// The elements of a list, made ready to be looked for.
///
/// Scalars are hashed. What cannot be hashed is compared with each other such element, and every
/// comparison is paid for.
private struct ElementSet {
  private var scalars: Set<ScalarKey> = []
  private var others: [Value] = []

  init(_ values: [Value], _ budget: inout Budget) throws(Failure) {
    scalars.reserveCapacity(values.count)
    for value in values {
      try budget.read(value)
      if let key = ScalarKey(value) { scalars.insert(key) } else { others.append(value) }
    }
  }

  func containsAll(_ values: [Value], _ budget: inout Budget) throws(Failure) -> Bool {
    for value in values {
      guard try contains(value, &budget) else { return false }
    }
    return true
  }

  func containsAny(_ values: [Value], _ budget: inout Budget) throws(Failure) -> Bool {
    for value in values {
      if try contains(value, &budget) { return true }
    }
    return false
  }

  private func contains(_ value: Value, _ budget: inout Budget) throws(Failure) -> Bool {
    try budget.read(value)
    if let key = ScalarKey(value) { return scalars.contains(key) }
    for other in others {
      try budget.spend(1)
      if try Equality.areEqual(value, other, &budget) { return true }
    }
    return false
  }
}

extension Budget {
  /// Pays for hashing an element.
  fileprivate mutating func read(_ value: Value) throws(Failure) {
    switch value {
    case .string(let text): try scan(bytes: text.utf8.count)
    case .bytes(let bytes): try scan(bytes: bytes.count)
    default: try spend(1)
    }
  }
}
