internal import Diagnostics

extension Checker {
  mutating func checkName(_ id: ID, _ name: String, isAbsolute: Bool) -> CELType {
    if let found = resolve(id, name, root: name, isAbsolute: isAbsolute) { return found }
    if let type = CELType.named[name] {
      checked.references[id] = .constant(.type(type))
      return .type(type)
    }
    reportUnknown(name, at: tree[id].range)
    return .error
  }

  /// The variable that a name means: a loop's first, then a declared one.
  private mutating func resolve(
    _ id: ID, _ name: String, root: String, isAbsolute: Bool
  ) -> CELType? {
    if !isAbsolute, let index = scopes.lastIndex(where: { $0.name == root }) {
      guard name == root else { return nil }
      checked.references[id] = .local(index)
      return scopes[index].type
    }
    guard let variable = environment.variable(name, isAbsolute: isAbsolute) else { return nil }
    checked.references[id] = .variable(variable.slot)
    checked.bounds[id] = variable.bounds
    return variable.type
  }

  mutating func checkSelect(_ id: ID, _ operand: ID, _ field: String) -> CELType {
    if let name = checked.qualifiedName(id) {
      let found = resolve(id, name.text, root: name.root, isAbsolute: name.isAbsolute)
      if let found { return found }
      if let type = CELType.named[name.text], !isLocal(name.root) {
        checked.references[id] = .constant(.type(type))
        return .type(type)
      }
      if !isLocal(name.root), environment.isPrefix(name.root), !hasMeaning(operand) {
        reportUnknown(name.text, at: tree[id].range)
        return .error
      }
    }
    return checkField(field, of: check(operand), tree[id].range)
  }

  func isLocal(_ name: String) -> Bool { scopes.contains { $0.name == name } }

  /// Whether a chain of names, or one of the chains it begins with, is a variable.
  private func hasMeaning(_ id: ID) -> Bool {
    var id = id
    while let name = checked.qualifiedName(id) {
      if environment.variable(name.text, isAbsolute: name.isAbsolute) != nil { return true }
      guard case .select(let operand, _) = tree[id].kind else { return false }
      id = operand
    }
    return true
  }

  /// The type of a field of a value of some type.
  mutating func checkField(_ field: String, of type: CELType, _ range: Range<Int>) -> CELType {
    let type = inference.resolve(type)
    if let element = type.optionalElement { return wrap(checkField(field, of: element, range)) }
    switch type {
    case .map(let key, let value) where inference.assign(.string, to: key): return value
    case .dyn, .parameter: return .dyn
    case .error: return .error
    default:
      report(
        .noFields, at: range, ["field": .text(field), "type": .text(type.description)])
      return .error
    }
  }

  private mutating func reportUnknown(_ name: String, at range: Range<Int>) {
    var near: String?
    if environment.suggestsNames, findings.count < Limits.findings {
      near = suggestion(for: name, among: scopes.map(\.name) + environment.variables.keys)
    }
    report(.unknownName, at: range, ["name": .text(name)], suggestion: near)
  }

  // MARK: Choices

  /// Reports string literals that are compared with a choice but are none of its codes.
  mutating func checkChoices(_ left: ID, _ right: ID) {
    checkChoices(in: right, against: checked.types[left])
    checkChoices(in: left, against: checked.types[right])
  }

  /// The choices of a literal, or of the literals in a list, among the keys of a map or in the
  /// branches that lead to one.
  mutating func checkChoices(in id: ID, against type: CELType) {
    switch (inference.resolve(type), tree[id].kind) {
    case (.choice(let set), .literal(.string(let code))) where !set.codes.contains(code):
      report(
        .unknownChoice, at: tree[id].range,
        ["value": .text(code), "name": .text(set.name), "choices": .list(set.codes)],
        suggestion: Diagnostics.suggestion(for: code, among: set.codes))
    case (.list(let element), .list(let ids)):
      for id in ids { checkChoices(in: id, against: element) }
    case (.map(let key, let value), .map(let entries)):
      for entry in entries {
        checkChoices(in: entry.key, against: key)
        checkChoices(in: entry.value, against: value)
      }
    case (let type, .conditional(_, let first, let second)):
      checkChoices(in: first, against: type)
      checkChoices(in: second, against: type)
    case (let type, .call):
      if case .coalesce(let alternatives)? = checked.answeredCalls[id] {
        for alternative in alternatives { checkChoices(in: alternative, against: type) }
      }
    default: break
    }
  }
}
