public import CEL
public import Diagnostics
internal import TestKit

/// What comes of a case.
public enum ConformanceResult: Sendable {
  /// The case uses a type that the language does not have.
  case impossible(String)
  /// Parse or check found errors.
  case rejected([Diagnostic])
  /// The expression was accepted, with this type; the value may be an error.
  case evaluated(CELType, Value, SourceFile)
}

extension ConformanceCase {
  /// Parses, checks and evaluates the expression.
  public func run(_ profile: Profile) -> ConformanceResult {
    var environment = Environment(profile: profile)
    environment.container = container
    var slots: [Value] = []
    for declaration in declarations {
      switch declaration {
      case .variable(let name, let term):
        guard let type = term.type else { return .impossible("type \(term)") }
        let slot = Slot(index: slots.count)
        environment.declare(name, type, slot: slot)
        let given = bindings[name]
        if let given, given.value == nil { return .impossible("value \(given)") }
        slots.append(given?.value ?? .unknown(UnknownSet(slot)))
      case .function(let name, let forms):
        for form in forms {
          guard form.declare(name, in: &environment) else {
            return .impossible("declared function \(name)")
          }
        }
      }
    }
    let file = SourceFile(name: "expression", text: source)
    let compiled = environment.compile(
      source, place: { Place(file, $0) }, expecting: .any, isChecked: isChecked)
    guard let program = compiled.value else { return .rejected(compiled.diagnostics) }
    return .evaluated(program.type, program.evaluate(slots), file)
  }

  /// Whether a result is the expected one, read strictly.
  public func accepts(_ result: ConformanceResult) -> Bool {
    guard case .evaluated(let type, let value, _) = result else { return false }
    switch expected {
    case .value(let wanted): return wanted.isSame(as: value)
    case .error:
      if case .error = value { return true }
      return false
    case .typed(let term, let wanted):
      return term.type == type && wanted?.isSame(as: value) != false
    }
  }
}

extension ConformanceCase.Expected: CustomStringConvertible {
  /// The result as failures show it.
  public var description: String {
    switch self {
    case .value(let value): value.description
    case .error: "an error when evaluated"
    case .typed(let type, let value?): "type \(type), \(value)"
    case .typed(let type, nil): "type \(type)"
    }
  }
}

extension ConformanceResult: CustomStringConvertible {
  /// The result as failures show it, findings with place and caret.
  public var description: String {
    switch self {
    case .impossible(let what): "no such \(what)"
    case .rejected(let findings): "rejected\n" + findings.printed()
    case .evaluated(let type, .error(let error), let file):
      "type \(type), an error when evaluated\n"
        + [Diagnostic(error.code, at: Place(file, error.range), error.arguments)].printed()
    case .evaluated(let type, let value, _): "type \(type), \(value)"
    }
  }
}
