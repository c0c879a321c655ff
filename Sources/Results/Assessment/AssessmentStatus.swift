/// Where an assessment is on its way.
public enum AssessmentStatus: String, Sendable, CaseIterable {
  /// Being filled in, and never handed in yet.
  case draft
  /// Handed in; the facilitator's turn.
  case submitted
  /// Given back to be corrected; the manager's turn.
  case returned
  /// Gone through by a facilitator.
  case confirmed
  /// Closed: nobody changes anything.
  case locked
}

extension AssessmentStatus {
  /// A step of the work that changes the state.
  public enum Step: String, Sendable, CaseIterable {
    case submit
    case giveBack = "return"
    case confirm
    case lock
    case reopen

    /// Whose step it is.
    public var role: Role { self == .submit ? .respondent : .facilitator }
  }

  /// Who works on an assessment.
  public enum Role: String, Sendable, CaseIterable {
    /// The cluster's manager, or a member: answers.
    case respondent
    /// Confirms answers, or returns them.
    case facilitator
  }

  /// The state after a step; `nil` where the step is not to be taken from this state.
  ///
  /// This is the whole of who may do what: draft and returned → submit → submitted; submitted →
  /// return → returned; submitted → confirm → confirmed; confirmed → lock → locked; confirmed and
  /// locked → reopen → submitted.
  public func after(_ step: Step) -> AssessmentStatus? {
    switch (self, step) {
    case (.draft, .submit), (.returned, .submit): .submitted
    case (.submitted, .giveBack): .returned
    case (.submitted, .confirm): .confirmed
    case (.confirmed, .lock): .locked
    case (.confirmed, .reopen), (.locked, .reopen): .submitted
    default: nil
    }
  }

  /// Who may change answers, or say something about them, in this state; `nil` for nobody.
  public var turn: Role? {
    switch self {
    case .draft, .returned: .respondent
    case .submitted: .facilitator
    case .confirmed, .locked: nil
    }
  }

  /// Whether the answers are what a next round may be begun from without being asked for it.
  public var isSettled: Bool { self == .confirmed || self == .locked }
}
