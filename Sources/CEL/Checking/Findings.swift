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
  // Size.
  static let sourceTooLong = Self("expression.source-too-long")
  static let tooDeep = Self("expression.too-deep")
  static let tooLarge = Self("expression.too-large")
  static let literalTooLong = Self("expression.literal-too-long")

  // Form.
  static let empty = Self("expression.empty")
  static let unexpected = Self("expression.unexpected")
  static let unexpectedEnd = Self("expression.unexpected-end")
  static let notClosed = Self("expression.not-closed")
  static let operatorSpelling = Self("expression.operator-spelling")
  static let unexpectedCharacter = Self("expression.unexpected-character")
  static let nameLetters = Self("expression.name-letters")
  static let typographicQuote = Self("expression.typographic-quote")
  static let unterminatedString = Self("expression.unterminated-string")
  static let unknownEscape = Self("expression.unknown-escape")
  static let malformedNumber = Self("expression.malformed-number")
  static let numberRange = Self("expression.number-range")
  static let reservedWord = Self("expression.reserved-word")
  static let hasArgument = Self("expression.has-argument")
  static let loopVariable = Self("expression.loop-variable")
  static let secondLoopVariable = Self("expression.second-loop-variable")
  static let bindVariable = Self("expression.bind-variable")

  // Names and types.
  static let unknownName = Self("expression.unknown-name")
  static let unknownFunction = Self("expression.unknown-function")
  static let unknownChoice = Self("expression.unknown-choice")
  static let argumentCount = Self("expression.argument-count")
  static let argumentTypes = Self("expression.argument-types")
  static let calledOnValue = Self("expression.called-on-value")
  static let calledWithoutValue = Self("expression.called-without-value")
  static let operandTypes = Self("expression.operand-types")
  static let operandType = Self("expression.operand-type")
  static let chainedComparison = Self("expression.chained-comparison")
  static let textForDate = Self("expression.text-for-date")
  static let notCondition = Self("expression.not-condition")
  static let branchTypes = Self("expression.branch-types")
  static let noFields = Self("expression.no-fields")
  static let notIndexable = Self("expression.not-indexable")
  static let indexType = Self("expression.index-type")
  static let keyType = Self("expression.key-type")
  static let loopRange = Self("expression.loop-range")
  static let entryType = Self("expression.entry-type")
  static let notOptional = Self("expression.not-optional")
  static let answeredArgument = Self("expression.answered-argument")
  static let writtenList = Self("expression.written-list")
  static let minimumAnswered = Self("expression.minimum-answered")
  static let wrongType = Self("expression.wrong-type")

  // Warnings.
  static let integerDivision = Self("expression.integer-division")
  static let trueUnanswered = Self("expression.true-unanswered")
  static let negativeComparison = Self("expression.negative-comparison")
  static let alwaysTrue = Self("expression.always-true")
  static let neverTrue = Self("expression.never-true")

  // Evaluation.
  static let overflow = Self("expression.overflow")
  static let divisionByZero = Self("expression.division-by-zero")
  static let noSuchKey = Self("expression.no-such-key")
  static let indexOutside = Self("expression.index-outside")
  static let noValue = Self("expression.no-value")
  static let textIndex = Self("expression.text-index")
  static let textRange = Self("expression.text-range")
  static let conversion = Self("expression.conversion")
  static let duplicateKey = Self("expression.duplicate-key")
  static let emptyList = Self("expression.empty-list")
  static let boundsOrder = Self("expression.bounds-order")
  static let noSuchDay = Self("expression.no-such-day")
  static let timestampRange = Self("expression.timestamp-range")
  static let durationRange = Self("expression.duration-range")
  static let unknownTimeZone = Self("expression.unknown-time-zone")
  static let tooManySteps = Self("expression.too-many-steps")
  static let stringTooLong = Self("expression.string-too-long")
  static let listTooLong = Self("expression.list-too-long")
  static let mapTooLong = Self("expression.map-too-long")
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
