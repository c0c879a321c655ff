/// What is known about type parameters while an expression is checked.
struct TypeInference {
  private var bindings: [String: CELType] = [:]
  private var freshCount = 0

  /// A parameter that stands nowhere else.
  mutating func fresh() -> CELType {
    freshCount += 1
    return .parameter("%\(freshCount)")
  }

  /// A signature with its parameters replaced by fresh ones.
  mutating func instantiate(_ types: [CELType]) -> [CELType] {
    var names: [String: CELType] = [:]
    return types.map { rename($0, &names) }
  }

  private mutating func rename(_ type: CELType, _ names: inout [String: CELType]) -> CELType {
    guard case .parameter(let name) = type else {
      return type.mapComponents { rename($0, &names) }
    }
    if let known = names[name] { return known }
    let new = fresh()
    names[name] = new
    return new
  }

  /// What is left of the parts of types that one question may look at. A type that inference made
  /// deeper or larger than expressions may be counts as `dyn` from there on: a parameter that
  /// stands in two places of each of a row of types doubles with each.
  private struct Effort {
    private var parts = Limits.nodes

    mutating func allows(_ depth: Int) -> Bool {
      parts -= 1
      return parts > 0 && depth < Limits.nesting
    }
  }

  /// A type with everything known put in; what is still open stays a parameter.
  func resolve(_ type: CELType) -> CELType {
    var effort = Effort()
    return resolve(type, 0, &effort)
  }

  private func resolve(_ type: CELType, _ depth: Int, _ effort: inout Effort) -> CELType {
    guard effort.allows(depth) else { return .dyn }
    if case .parameter(let name) = type {
      return bindings[name].map { resolve($0, depth + 1, &effort) } ?? type
    }
    return type.mapComponents { resolve($0, depth + 1, &effort) }
  }

  /// A type with everything known put in and everything open as `dyn`.
  func finish(_ type: CELType) -> CELType { Self.closing(resolve(type)) }

  private static func closing(_ type: CELType) -> CELType {
    if case .parameter = type { .dyn } else { type.mapComponents(closing) }
  }

  // MARK: Assignment

  /// Whether a value of one type can stand where another is asked for; learns what parameters
  /// must be for that.
  mutating func assign(_ from: CELType, to target: CELType) -> Bool {
    var effort = Effort()
    return assign(from, to: target, 0, &effort)
  }

  private mutating func assign(
    _ from: CELType, to target: CELType, _ depth: Int, _ effort: inout Effort
  ) -> Bool {
    guard effort.allows(depth) else { return true }
    let next = depth + 1
    if case .parameter(let name) = target { return assign(from, toParameter: name, next, &effort) }
    if case .parameter(let name) = from {
      if let known = bindings[name] { return assign(known, to: target, next, &effort) }
      return bind(name, to: target, &effort)
    }
    switch (from, target) {
    case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
    case (.null, _): return target.admitsNull
    case (_, .null): return from.admitsNull
    case (.nullable(let from), _): return assign(from, to: target, next, &effort)
    case (_, .nullable(let target)): return assign(from, to: target, next, &effort)
    case (.list, .list), (.map, .map):
      return assign(from.components, to: target.components, next, &effort)
    case (.abstract(let a, let from), .abstract(let b, let target)):
      return a == b && assign(from, to: target, next, &effort)
    case (.choice, .choice), (.choice, .string), (.string, .choice), (.type, .type): return true
    default: return from == target
    }
  }

  private mutating func assign(
    _ from: [CELType], to target: [CELType], _ depth: Int, _ effort: inout Effort
  ) -> Bool {
    guard from.count == target.count else { return false }
    for (from, target) in zip(from, target) {
      guard assign(from, to: target, depth, &effort) else { return false }
    }
    return true
  }

  private mutating func assign(
    _ from: CELType, toParameter name: String, _ depth: Int, _ effort: inout Effort
  ) -> Bool {
    if case .parameter(name) = from { return true }
    guard let known = bindings[name] else { return bind(name, to: from, &effort) }
    guard assign(from, to: known, depth, &effort) else { return false }
    // The more general of the two is what holds for both.
    let general = Self.general(resolve(from, 0, &effort), resolve(known, 0, &effort))
    if !Self.contains(general, name) { bindings[name] = general }
    return true
  }

  /// Learns what an open parameter is, unless that would be a type that contains itself.
  private mutating func bind(
    _ name: String, to type: CELType, _ effort: inout Effort
  ) -> Bool {
    let type = resolve(type, 0, &effort)
    if case .parameter(name) = type { return true }
    guard !Self.contains(type, name) else { return false }
    bindings[name] = type
    return true
  }

  private static func contains(_ type: CELType, _ name: String) -> Bool {
    if case .parameter(name) = type { return true }
    return type.components.contains { contains($0, name) }
  }

  // MARK: Common types

  /// The type of what may be a value of either: their common type, or `dyn`.
  mutating func join(_ a: CELType, _ b: CELType) -> CELType {
    var trial = self
    guard trial.assign(a, to: b) else { return .dyn }
    self = trial
    return Self.general(resolve(a), resolve(b))
  }

  /// The less specific of two types of which one can stand for the other.
  private static func general(_ a: CELType, _ b: CELType) -> CELType {
    switch (a, b) {
    case (.dyn, _), (_, .dyn): .dyn
    case (.error, let other), (let other, .error): other
    case (.parameter, let other), (let other, .parameter): other
    case (.null, let other), (let other, .null): other
    case (.nullable(let a), let b), (let b, .nullable(let a)):
      .nullable(general(a, b.withoutNull))
    case (.list(let a), .list(let b)): .list(general(a, b))
    case (.map(let keyA, let valueA), .map(let keyB, let valueB)):
      .map(general(keyA, keyB), general(valueA, valueB))
    case (.type(let a), .type(let b)): .type(a == b ? a : .dyn)
    case (.abstract(let name, let a), .abstract(_, let b)):
      .abstract(name, zip(a, b).map { general($0, $1) })
    case (.choice(let a), .choice(let b)): a == b ? .choice(a) : .string
    case (.choice, .string), (.string, .choice): .string
    default: a
    }
  }
}
