public import Numbers

/// The content of an answer, as the kind of its question shapes it.
public enum AnswerValue: Sendable, Hashable {
  /// A step of a ladder, from 1.
  case step(Int)
  /// The place of a choice in the question's choices.
  case choice(Int)
  /// The places of the choices ticked, ascending; empty where none is.
  case choices([Int])
  case yesNo(Bool)
  /// A whole or decimal number, a percentage, an amount or a year.
  case number(DecimalNumber)
  case day(Day)
  case text(String)
}

/// What a person says to a question.
public enum Answer: Sendable, Hashable {
  case value(AnswerValue)
  case notApplicable(reason: String?)
  /// “I don't know.”
  case noData
}

/// What an answer is to scores and reports: the five states that stay apart everywhere.
public enum AnswerState: Sendable, Hashable {
  case answered(AnswerValue)
  case unanswered
  case notApplicable(reason: String?)
  case noData
  /// Hidden, or not part of this form; whatever was answered before does not count.
  case notAsked
}

extension AnswerState {
  /// A state without what was answered; the raw value is the word in files and tables.
  public enum Kind: String, CaseIterable, Sendable {
    case answered, unanswered
    case notApplicable = "not_applicable"
    case noData = "no_data"
    case notAsked = "not_asked"
  }

  /// Which of the five.
  public var kind: Kind {
    switch self {
    case .answered: .answered
    case .unanswered: .unanswered
    case .notApplicable: .notApplicable
    case .noData: .noData
    case .notAsked: .notAsked
    }
  }
}
