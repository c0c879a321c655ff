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
    switch type {
    case .list(let element): return .list(rename(element, &names))
    case .map(let key, let value): return .map(rename(key, &names), rename(value, &names))
    case .parameter(let name):
      if let known = names[name] { return known }
      let new = fresh()
      names[name] = new
      return new
    default: return type
    }
  }

  /// A type with everything known put in; what is still open stays a parameter.
  func resolve(_ type: CELType, depth: Int = 0) -> CELType {
    // Each binding names older parameters only through the occurs check, so this ends; the bound
    // keeps a type that grew deep by inference from going deeper than expressions may.
    guard depth < Limits.nesting else { return .dyn }
    return switch type {
    case .parameter(let name): bindings[name].map { resolve($0, depth: depth + 1) } ?? type
    case .list(let element): .list(resolve(element, depth: depth + 1))
    case .map(let key, let value):
      .map(resolve(key, depth: depth + 1), resolve(value, depth: depth + 1))
    default: type
    }
  }

  /// A type with everything known put in and everything open as `dyn`.
  func finish(_ type: CELType) -> CELType { Self.closing(resolve(type)) }

  private static func closing(_ type: CELType) -> CELType {
    switch type {
    case .parameter: .dyn
    case .list(let element): .list(closing(element))
    case .map(let key, let value): .map(closing(key), closing(value))
    default: type
    }
  }

  /// Whether a value of one type can stand where another is asked for; learns what parameters
  /// must be for that.
  mutating func assign(_ from: CELType, to target: CELType, depth: Int = 0) -> Bool {
    guard depth < Limits.nesting else { return true }
    if case .parameter(let name) = target { return assign(from, toParameter: name, depth: depth) }
    if case .parameter(let name) = from {
      if let known = bindings[name] { return assign(known, to: target, depth: depth + 1) }
      guard !occurs(name, in: target) else { return false }
      bindings[name] = target
      return true
    }
    switch (from, target) {
    case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
    case (.list(let a), .list(let b)): return assign(a, to: b, depth: depth + 1)
    case (.map(let keyA, let valueA), .map(let keyB, let valueB)):
      return assign(keyA, to: keyB, depth: depth + 1)
        && assign(valueA, to: valueB, depth: depth + 1)
    case (.choice, .choice), (.choice, .string), (.string, .choice): return true
    default: return from == target
    }
  }

  private mutating func assign(
    _ from: CELType, toParameter name: String, depth: Int
  ) -> Bool {
    if case .parameter(name) = from { return true }
    guard let known = bindings[name] else {
      let from = resolve(from)
      if case .parameter(name) = from { return true }
      guard !occurs(name, in: from) else { return false }
      bindings[name] = from
      return true
    }
    guard assign(from, to: known, depth: depth + 1) else { return false }
    // The more general of the two is what holds for both.
    let general = Self.general(resolve(from), resolve(known))
    if !occurs(name, in: general) { bindings[name] = general }
    return true
  }

  private func occurs(_ name: String, in type: CELType) -> Bool {
    switch resolve(type) {
    case .parameter(let other): other == name
    case .list(let element): occurs(name, in: element)
    case .map(let key, let value): occurs(name, in: key) || occurs(name, in: value)
    default: false
    }
  }

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
    case (.list(let a), .list(let b)): .list(general(a, b))
    case (.map(let keyA, let valueA), .map(let keyB, let valueB)):
      .map(general(keyA, keyB), general(valueA, valueB))
    case (.choice(let a), .choice(let b)): a == b ? .choice(a) : .string
    case (.choice, .string), (.string, .choice): .string
    default: a
    }
  }
}
