internal import CEL
public import Diagnostics
public import Questionnaire
public import Scoring

/// An expression that was tried out as other programs read it, schema `branda.evaluation/1`; see
/// `docs/json.md`.
public struct EncodedTrial: Encodable, Sendable {
  private let expression: String
  private let type: String?
  private let waitingFor: EncodedAwaited
  private let explanation: EncodedExpression?
  private let findings: [EncodedDiagnostic]

  /// - Parameters:
  ///   - trial: `nil` where the expression has errors.
  ///   - questionnaire: The one whose names it knows, if any.
  ///   - findings: What is wrong with it, and why its evaluation failed.
  public init(
    _ expression: String, _ trial: Trial?, of questionnaire: Questionnaire?,
    findings: [EncodedDiagnostic]
  ) {
    self.expression = expression
    type = trial?.program.type.description
    waitingFor = EncodedAwaited(trial?.waitingFor ?? .nothing, of: questionnaire)
    explanation = trial.map { EncodedExpression($0.explanation) }
    self.findings = findings
  }

  private enum Key: CodingKey { case schema, expression, type, explanation, findings }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("branda.evaluation/1", forKey: .schema)
    try container.encode(expression, forKey: .expression)
    try container.encode(type, forKey: .type)
    try container.encode(explanation, forKey: .explanation)
    try container.encode(findings, forKey: .findings)
    try EncodedOutcome(explanation?.outcome).encode(to: encoder)
    try waitingFor.encode(to: encoder)
  }
}

/// A part of an expression with its value and the parts that decided it.
struct EncodedExpression: Encodable {
  let source: String
  let outcome: Value
  let parts: [EncodedExpression]

  init(_ explanation: Explanation) {
    source = explanation.source
    outcome = explanation.value
    parts = explanation.children.map(EncodedExpression.init)
  }

  private enum Key: CodingKey { case source, parts }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(source, forKey: .source)
    try container.encode(parts, forKey: .parts)
    try EncodedOutcome(outcome).encode(to: encoder)
  }
}

/// What came out: keys beside those of what it belongs to.
private struct EncodedOutcome: Encodable {
  private let status: String
  private let value: EncodedValue?

  /// - Parameter outcome: `nil` where nothing was evaluated.
  init(_ outcome: Value?) {
    switch outcome {
    case nil: (status, value) = ("invalid", nil)
    case .unknown: (status, value) = ("unknown", nil)
    case .error: (status, value) = ("error", nil)
    case let known?: (status, value) = ("known", EncodedValue(known))
    }
  }

  private enum Key: CodingKey { case status, value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(status, forKey: .status)
    try container.encode(value, forKey: .value)
  }
}

/// A value in the words of JSON; what JSON has no words for is text, as expressions write it.
struct EncodedValue: Encodable {
  /// Deeper values are text.
  private static let deepest = 32

  private let value: Value
  private let depth: Int

  init(_ value: Value, depth: Int = 0) {
    self.value = value
    self.depth = depth
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .null: try container.encodeNil()
    case .bool(let bool): try container.encode(bool)
    case .int(let int): try container.encode(int)
    case .uint(let uint): try container.encode(uint)
    case .double(let double) where double.isFinite: try container.encode(double)
    case .string(let string): try container.encode(string)
    case .list(let elements) where depth < Self.deepest:
      try container.encode(elements.map { EncodedValue($0, depth: depth + 1) })
    case .map(let map) where depth < Self.deepest:
      var entries = encoder.container(keyedBy: Key.self)
      for (key, value) in map.entries {
        let name = if case .string(let text) = key { text } else { key.description }
        try entries.encode(
          EncodedValue(value, depth: depth + 1), forKey: Key(stringValue: name))
      }
    default: try container.encode(value.description)
    }
  }
}
