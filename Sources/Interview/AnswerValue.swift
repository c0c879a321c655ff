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
