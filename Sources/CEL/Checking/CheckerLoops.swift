internal import Diagnostics

extension Checker {
  mutating func checkLoop(_ id: ID, _ loop: Comprehension) -> CELType {
    let (key, element) = checkRange(loop)
    checked.locals[id] = scopes.count
    let variables = scopes.count
    if let second = loop.second {
      declareLocal(loop.variable, key ?? .int)
      declareLocal(second, element)
    } else {
      declareLocal(loop.variable, key ?? element)
    }
    defer { scopes.removeLast(scopes.count - variables) }
    if let predicate = loop.predicate { requireCondition(predicate, loop.name) }
    let transformed = loop.transform.map { check($0) } ?? .dyn
    switch loop.kind {
    case .all, .exists, .existsOne: return .bool
    case .filter: return .list(key ?? element)
    case .map, .transformList: return .list(transformed)
    case .transformMap: return .map(key ?? .int, transformed)
    case .transformMapEntry: return checkEntries(loop, transformed)
    }
  }

  /// The types of the keys, if it is a map, and of the elements or values.
  private mutating func checkRange(_ loop: Comprehension) -> (key: CELType?, element: CELType) {
    let range = inference.resolve(check(loop.range))
    switch range {
    case .list(let element): return (nil, element)
    case .map(let key, let value): return (key, value)
    case .dyn, .parameter: return (.dyn, .dyn)
    case .error: return (.error, .error)
    default:
      report(
        .loopRange, at: tree[loop.range].range,
        ["name": .text(loop.name), "type": .text(range.description)])
      return (.error, .error)
    }
  }

  private mutating func checkEntries(_ loop: Comprehension, _ transformed: CELType) -> CELType {
    let type = inference.resolve(transformed)
    switch type {
    case .map, .error: return type
    case .dyn, .parameter: return .map(.dyn, .dyn)
    default:
      if let transform = loop.transform {
        report(
          .entryType, at: tree[transform].range,
          ["name": .text(loop.name), "type": .text(type.description)])
      }
      return .error
    }
  }

  mutating func checkBinding(_ id: ID, _ binding: Binding) -> CELType {
    let type = check(binding.value)
    checked.locals[id] = scopes.count
    declareLocal(binding.variable, type)
    defer { scopes.removeLast() }
    return check(binding.body)
  }

  private mutating func declareLocal(_ name: String, _ type: CELType) {
    scopes.append((name, type))
    checked.localCount = max(checked.localCount, scopes.count)
  }
}
