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

/// A proof that somebody names for an answer.
public struct Evidence: Sendable, Hashable {
  /// What the proof is, in the words of whoever gives it.
  public var text: String
  /// The last day on which the proof holds; `nil` where it does not expire.
  public var validUntil: Day?

  /// A proof, which does not expire unless told otherwise.
  public init(text: String, validUntil: Day? = nil) {
    self.text = text
    self.validUntil = validUntil
  }
}

/// A facilitator's word that an answer is right.
public struct Confirmation: Sendable, Hashable {
  /// The name of whoever confirms, as they gave it.
  public var by: String
  /// The day of the confirmation.
  public var on: Day

  /// A confirmation by somebody on a day.
  public init(by: String, on: Day) {
    self.by = by
    self.on = on
  }
}

/// What is stored for a question, whether it is asked now or not.
///
/// Comment and evidence belong to an answer but are none: a response without `answer` is an
/// unanswered question with a remark.
public struct Response: Sendable, Hashable {
  /// What was said; `nil` where the question is unanswered.
  public var answer: Answer?
  /// A remark in the answerer's own words, read by no rule; `nil` where there is none.
  public var comment: String?
  /// The proofs named, in the order given; empty where there are none.
  public var evidence: [Evidence]
  /// A facilitator's word on this very answer; goes when the answer changes.
  public var confirmation: Confirmation?

  /// A response; an empty one unless told otherwise.
  public init(
    answer: Answer? = nil, comment: String? = nil, evidence: [Evidence] = [],
    confirmation: Confirmation? = nil
  ) {
    self.answer = answer
    self.comment = comment
    self.evidence = evidence
    self.confirmation = confirmation
  }

  /// Whether nothing at all is stored.
  public var isEmpty: Bool {
    answer == nil && comment == nil && evidence.isEmpty && confirmation == nil
  }
}
