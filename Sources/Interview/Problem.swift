public import Numbers
public import Questionnaire

/// Something about an answer that is wrong, doubtful or missing.
///
/// Carries no prose of the program: `code` names a sentence of the catalogue, `arguments` what it
/// names. Only a model's own constraint brings its words along.
public struct Problem: Sendable, Hashable {
  /// What the problem wants of whoever answers.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The answer has to be changed.
    case error
    /// The answer deserves a second look.
    case warning
    /// Something is still to be given: a required answer, a proof.
    case omission
  }

  /// The kind of problem; its raw value is the name of the sentence in the catalogue of texts.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The model's own constraint; the words are in `message`.
    case constraint = "answer.constraint"
    case required = "answer.required"
    case evidenceMissing = "answer.evidence-missing"
    /// A condition of the model failed to evaluate, such as a division by zero.
    case conditionFailed = "answer.condition-failed"
    /// The answer has not the shape that the question asks for.
    case wrongKind = "answer.wrong-kind"
    case unknownStep = "answer.unknown-step"
    case unknownChoice = "answer.unknown-choice"
    /// A choice that excludes all others was combined with others.
    case aloneCombined = "answer.alone-combined"
    case tooFewChoices = "answer.too-few-choices"
    case tooManyChoices = "answer.too-many-choices"
    case notWhole = "answer.not-whole"
    case tooManyPlaces = "answer.too-many-places"
    case numberOutsideLimits = "answer.number-outside-limits"
    case numberTooLow = "answer.number-too-low"
    case numberTooHigh = "answer.number-too-high"
    case dayOutsideLimits = "answer.day-outside-limits"
    case dayTooEarly = "answer.day-too-early"
    case dayTooLate = "answer.day-too-late"
    case emptyText = "answer.empty-text"
    case textTooLong = "answer.text-too-long"
    case severalLines = "answer.several-lines"
    case controlCharacter = "answer.control-character"
    case notApplicableRefused = "answer.not-applicable-refused"
    case reasonMissing = "answer.reason-missing"
    case noDataRefused = "answer.no-data-refused"
  }

  /// A value that a sentence names, not yet in anybody's language.
  public enum Argument: Sendable, Hashable {
    case text(String)
    /// A count, which also chooses the plural form.
    case count(Int)
    case number(DecimalNumber)
    case day(Day)
    /// Words of the model.
    case localized(LocalizedText)
  }

  /// Which rule the answer offends; names the sentence in the catalogue of texts.
  public let code: Code
  /// The place in `Questionnaire.questions`.
  public let question: Int
  /// Whether to change, to check or to add something.
  public let severity: Severity
  /// The model's words, for a constraint.
  public let message: LocalizedText?
  /// What fills the places of the sentence, by the name between the braces.
  public let arguments: [String: Argument]

  /// A problem with one question, by its place; an error unless told otherwise.
  public init(
    _ code: Code, _ question: Int, _ severity: Severity = .error, message: LocalizedText? = nil,
    _ arguments: [String: Argument] = [:]
  ) {
    self.code = code
    self.question = question
    self.severity = severity
    self.message = message
    self.arguments = arguments
  }
}
