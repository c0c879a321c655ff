internal import Diagnostics
internal import RegularExpressions

extension Function {
  /// Whether a pattern is found anywhere in a text. Where the pattern is written out, the planner
  /// makes a `MatchNode` instead.
  static let matches = Function(
    "matches",
    [Overload.Style.function, .method].map { style in
      Overload(
        style, [.string, .string], .bool,
        .binary { text, pattern, budget throws(Failure) in
          guard case (.string(let text), .string(let pattern)) = (text, pattern) else {
            return .bool(false)
          }
          let expression = try compiled(pattern, &budget)
          return .bool(try expression.matches(in: text, &budget))
        })
    })

  private static func compiled(
    _ pattern: String, _ budget: inout Budget
  ) throws(Failure) -> RegularExpression {
    // A byte can name a class of a thousand stretches, so it is dearer than one that is compared.
    try budget.spend(min(pattern.utf8.count, PatternLimits.length) * 8)
    let expression: RegularExpression
    do throws(PatternError) {
      expression = try RegularExpression(pattern)
    } catch {
      throw Failure(error.code, error.arguments(in: pattern))
    }
    try budget.spend(expression.size)
    return expression
  }
}

extension RegularExpression {
  /// Searches, and pays for the text; the larger the pattern, the dearer is each byte.
  func matches(in text: String, _ budget: inout Budget) throws(Failure) -> Bool {
    try budget.scan(bytes: text.utf8.count * (1 + size / Self.instructionsPerScan))
    return matches(in: text)
  }

  /// So many instructions cost as much as one more reading of the text.
  private static let instructionsPerScan = 16
}

extension PatternError {
  /// The kind of finding that tells of it.
  var code: Diagnostic.Code { Diagnostic.Code("expression.pattern-\(kind.rawValue)") }

  /// What the sentences of `code` name.
  func arguments(in pattern: String) -> [String: Diagnostic.Argument] {
    let bytes = Array(pattern.utf8)[range.clamped(to: 0..<pattern.utf8.count)]
    var arguments: [String: Diagnostic.Argument] = [
      "found": .text(String(decoding: bytes, as: UTF8.self))
    ]
    if let limit = kind.limit { arguments["limit"] = .count(limit) }
    return arguments
  }
}
