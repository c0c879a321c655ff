public import CEL
public import Diagnostics
public import Numbers
public import Questionnaire

/// Why a rule of the model has no result, where missing answers are not the reason.
public enum RuleFailure: Error, Sendable, Equatable {
  case evaluation(EvaluationError)
  /// The expression gave infinity, no number, or no value of the kind expected.
  case unusableValue
  /// The answer is not of the kind, or not among the choices, that the rule scores.
  case unexpectedAnswer
  case arithmetic(ArithmeticFailure)
}

/// One rule that failed in an assessment: its result is unknown, and the reader must be told.
public struct ScoringFailure: Sendable {
  /// What the rule decides.
  public enum Subject: Sendable, Hashable {
    case question(Int)
    /// By the question's place.
    case practice(Int)
    /// By place in `Questionnaire.nodes`.
    case node(Int)
    /// On a score or on the level.
    case cap(id: String)
    case total
    /// By the level's place in `Questionnaire.levels`.
    case gate(level: Int, id: String)
    case check(Int, condition: String)
    case recommendation(id: String)
  }

  /// What has no result because of it.
  public let subject: Subject
  /// Never a missing answer: those make a rule wait, not fail.
  public let reason: RuleFailure
  /// Where the rule stands in the questionnaire's file; `nil` for the total, which has no rule of
  /// its own.
  public let place: Place?

  /// The failure as a located finding.
  public func diagnostic(in questionnaire: Questionnaire) -> Diagnostic {
    let id: String =
      switch subject {
      case .question(let question), .practice(let question): questionnaire.questions[question].id
      case .node(let node): questionnaire.nodes[node].id
      case .total: "total"
      case .cap(let id), .gate(_, let id), .check(_, let id), .recommendation(let id): id
      }
    let code: Diagnostic.Code =
      switch reason {
      case .evaluation: .evaluation
      case .unusableValue: .unusableValue
      case .unexpectedAnswer: .unexpectedAnswer
      case .arithmetic: .arithmetic
      }
    return Diagnostic(code, at: place, ["id": .text(id)], notes: notes)
  }

  private var notes: [Diagnostic.Note] {
    guard case .evaluation(let error) = reason else { return [] }
    return [Diagnostic.Note(error.code, at: place, error.arguments)]
  }
}

extension Diagnostic.Code {
  fileprivate static let evaluation = Self("scoring.evaluation")
  fileprivate static let unusableValue = Self("scoring.unusable-value")
  fileprivate static let unexpectedAnswer = Self("scoring.unexpected-answer")
  fileprivate static let arithmetic = Self("scoring.arithmetic")
}
