internal import Diagnostics

/// A finding about a stretch of the source, before it is mapped into a file.
struct Finding: Sendable {
  var code: Diagnostic.Code
  var severity: Diagnostic.Severity
  var range: Range<Int>
  var arguments: [String: Diagnostic.Argument]
  var help: String?

  init(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity = .error, at range: Range<Int>,
    _ arguments: [String: Diagnostic.Argument] = [:], suggestion: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.arguments = arguments
    if let suggestion {
      self.arguments["suggestion"] = .text(suggestion)
      help = code.rawValue + ".suggestion"
    }
  }
}

/// The kinds of findings in expressions; their sentences stand in the catalogue of texts.
extension Diagnostic.Code {
  private static func expression(_ name: String) -> Diagnostic.Code {
    Diagnostic.Code("expression." + name)
  }

  // Size.
  static let sourceTooLong = expression("source-too-long")
  static let tooDeep = expression("too-deep")
  static let tooLarge = expression("too-large")
  static let literalTooLong = expression("literal-too-long")

  // Form.
  static let empty = expression("empty")
  static let unexpected = expression("unexpected")
  static let unexpectedEnd = expression("unexpected-end")
  static let notClosed = expression("not-closed")
  static let operatorSpelling = expression("operator-spelling")
  static let unexpectedCharacter = expression("unexpected-character")
  static let nameLetters = expression("name-letters")
  static let typographicQuote = expression("typographic-quote")
  static let unterminatedString = expression("unterminated-string")
  static let unknownEscape = expression("unknown-escape")
  static let malformedNumber = expression("malformed-number")
  static let numberRange = expression("number-range")
  static let reservedWord = expression("reserved-word")
  static let hasArgument = expression("has-argument")
  static let loopVariable = expression("loop-variable")

  // Names and types.
  static let unknownName = expression("unknown-name")
  static let unknownFunction = expression("unknown-function")
  static let unknownChoice = expression("unknown-choice")
  static let argumentCount = expression("argument-count")
  static let argumentTypes = expression("argument-types")
  static let calledOnValue = expression("called-on-value")
  static let calledWithoutValue = expression("called-without-value")
  static let operandTypes = expression("operand-types")
  static let operandType = expression("operand-type")
  static let notCondition = expression("not-condition")
  static let branchTypes = expression("branch-types")
  static let noFields = expression("no-fields")
  static let notIndexable = expression("not-indexable")
  static let indexType = expression("index-type")
  static let keyType = expression("key-type")
  static let loopRange = expression("loop-range")
  static let answeredArgument = expression("answered-argument")
  static let wrongType = expression("wrong-type")

  // Evaluation.
  static let overflow = expression("overflow")
  static let divisionByZero = expression("division-by-zero")
  static let noSuchKey = expression("no-such-key")
  static let indexOutside = expression("index-outside")
  static let conversion = expression("conversion")
  static let duplicateKey = expression("duplicate-key")
  static let emptyList = expression("empty-list")
  static let boundsOrder = expression("bounds-order")
  static let tooManySteps = expression("too-many-steps")
  static let stringTooLong = expression("string-too-long")
  static let listTooLong = expression("list-too-long")
}

extension Failure {
  /// An operator that does not take values of these kinds.
  static func operands(_ symbol: String, _ a: Value, _ b: Value) -> Failure {
    Failure(
      .operandTypes,
      [
        "operator": .text(symbol), "left": .text(a.type.description),
        "right": .text(b.type.description),
      ])
  }

  static func operand(_ symbol: String, _ value: Value) -> Failure {
    Failure(
      .operandType, ["operator": .text(symbol), "type": .text(value.type.description)])
  }
}
