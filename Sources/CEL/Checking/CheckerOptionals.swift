internal import Diagnostics

extension Checker {
  /// What an optional holds; any other type as it is.
  func unwrap(_ type: CELType) -> CELType {
    let type = inference.resolve(type)
    return type.optionalElement ?? type
  }

  /// The optional of a type, unless the type is an error already told.
  func wrap(_ type: CELType) -> CELType { type.isError ? .error : .optional(type) }

  /// What an operand holds that must be an optional.
  mutating func checkOptional(_ operand: ID, _ name: String) -> CELType {
    let type = check(operand)
    let element = inference.fresh()
    guard inference.assign(type, to: .optional(element)) else {
      report(
        .notOptional, at: tree[operand].range,
        ["name": .text(name), "type": .text(inference.finish(type).description)])
      return .error
    }
    let found = inference.resolve(type)
    return found.isOpen ? found : inference.resolve(element)
  }

  mutating func checkOptionalMap(_ id: ID, _ map: OptionalMap) -> CELType {
    let element = checkOptional(map.operand, map.kind.rawValue)
    checked.locals[id] = scopes.count
    scopes.append((map.variable, element))
    checked.localCount = max(checked.localCount, scopes.count)
    defer { scopes.removeLast() }
    switch map.kind {
    case .map: return wrap(check(map.transform))
    case .flatMap: return wrap(checkOptional(map.transform, map.kind.rawValue))
    }
  }
}
