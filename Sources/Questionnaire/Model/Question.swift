public import Diagnostics
public import Numbers

/// One question with everything the model says about it.
public struct Question: Sendable {
  /// The place in `Questionnaire.questions`.
  public let index: Int
  /// The stable identifier, by which expressions and results name the question.
  public let id: String
  /// The number people know the question by, such as `HUM-01`.
  public let code: String?
  /// The innermost node it belongs to, by place in `Questionnaire.nodes`; `nil` in the profile.
  public let node: Int?
  /// The capacity it belongs to; `nil` for a profile question.
  public let capacity: Int?
  /// The question as it is put.
  public let ask: LocalizedText
  /// What explains the question; `nil` where nothing does.
  public let help: LocalizedText?
  /// Why it is asked, for whoever wonders.
  public let why: LocalizedText?
  /// The shape an answer must have; one of another shape counts as unanswered.
  public let kind: AnswerKind
  /// The weight in its node; 0 means asked but not scored. Where the node sums up, times the length
  /// of the scale of points.
  public let weight: Rational
  /// The scale of its points.
  public let scale: Scale
  /// The rule that makes an answer points; `.unscored` in the profile and on a decision path.
  public let points: PointsRule
  /// Whether the points are mirrored on their scale: worst + best − points.
  public let isReversed: Bool
  /// Which of the named scores of its node it counts in, by place in `Questionnaire.aspects`; 0
  /// also where there are none.
  public let aspect: Int
  /// What it asks for as something that is done or not; `nil` where it does not.
  public let practice: Practice?
  /// What it takes to improve the answer.
  public let improvement: Improvement
  /// `nil` when the question is always asked.
  public let showIf: Expression?
  /// Whether it is a problem that the question is asked and has no answer.
  public let isRequired: Bool
  /// What the answer must satisfy beyond its kind, in the order of the model file.
  public let constraints: [Constraint]
  /// Whether “not applicable” may be answered; refused unless the model says otherwise.
  public let notApplicable: NotApplicableRule
  /// Whether “I don't know” is an answer.
  public let allowsNoData: Bool
  /// The proof that goes with the answer; `nil` where the model asks for none.
  public let evidence: EvidenceRequest?
  /// Whether a gate that asks for confirmed answers needs a facilitator's word on this one.
  public let needsConfirmation: Bool
  /// Who is asked it.
  public let respondents: Set<Respondent>
  /// Others see a band or nothing.
  public let isConfidential: Bool
  /// Places in `Questionnaire.forms`.
  public let forms: Set<Int>
  /// The identifiers the question had in earlier versions of the model.
  public let renamedFrom: [String]
  /// Where the identifier stands in the model file, for findings about the question.
  public let place: Place

  /// Whether the answer counts in the capacity's score.
  public var isScored: Bool {
    guard capacity != nil, weight > Rational(0) else { return false }
    if case .unscored = points { return false }
    return true
  }
}

/// Whether “not applicable” is an answer, and whether it needs a reason.
public enum NotApplicableRule: String, Sendable, CaseIterable {
  case refused
  case allowed
  case withReason = "with_reason"
}

/// Who is asked a question.
public enum Respondent: String, Sendable, CaseIterable {
  case manager
  case members
}

/// What a valid answer must satisfy, beyond its kind.
public struct Constraint: Sendable {
  /// Whether a violation has to be put right (`error`) or only looked at again (`warning`).
  public enum Severity: String, Sendable, CaseIterable { case error, warning }

  /// In it `this` is the answer itself; passes while its inputs are missing.
  public let condition: Expression
  /// The model's words to whoever gave an answer that violates the condition.
  public let say: LocalizedText
  /// How bad a violation is; `error` unless the model says otherwise.
  public let severity: Severity
}

/// The proof a question asks for.
public struct EvidenceRequest: Sendable {
  /// What may serve as proof, in the model's words; `nil` where it suggests nothing.
  public let hint: LocalizedText?
  /// Proof is asked from so many points; `nil` when it is always welcome and never demanded.
  public let requiredFrom: Rational?
}
