public import Numbers

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

/// A facilitator's wish that an answer be corrected.
public struct Return: Sendable, Hashable {
  /// The name of whoever returns it, as they gave it.
  public var by: String
  /// The day on which it was returned.
  public var on: Day
  /// What is to be corrected, in the facilitator's words.
  public var note: String

  /// A return by somebody on a day, with what is to be corrected.
  public init(by: String, on: Day, note: String) {
    self.by = by
    self.on = on
    self.note = note
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
  /// The period, such as `2025`, whose answer this one was taken over from; `nil` where it was given
  /// anew. Goes when the answer changes.
  public var carried: String?
  /// A facilitator's word on this very answer; goes when the answer changes.
  public var confirmation: Confirmation?
  /// Set while a facilitator wants this very answer corrected, also where it is missing; goes when
  /// the answer changes.
  public var returned: Return?

  /// A response; an empty one unless told otherwise.
  public init(
    answer: Answer? = nil, comment: String? = nil, evidence: [Evidence] = [],
    carried: String? = nil, confirmation: Confirmation? = nil, returned: Return? = nil
  ) {
    self.answer = answer
    self.comment = comment
    self.evidence = evidence
    self.carried = carried
    self.confirmation = confirmation
    self.returned = returned
  }

  /// The response with another answer, `nil` for none: what was said of the old one is gone.
  ///
  /// Comment and evidence stay. The same answer once more changes nothing.
  public func answered(_ answer: Answer?) -> Response {
    guard answer != self.answer else { return self }
    return Response(answer: answer, comment: comment, evidence: evidence)
  }

  /// Whether nothing at all is stored.
  public var isEmpty: Bool {
    answer == nil && comment == nil && evidence.isEmpty && confirmation == nil
      && returned == nil
  }
}
