/// Whether what a question asks for as a practice is fulfilled.
public struct PracticeResult: Sendable {
  /// Why a practice counts as it does.
  public enum Ground: String, Sendable, Hashable {
    /// Its condition, or for a suggested one that there is an answer at all.
    case answer
    /// A reason, in the comment, why the condition does not hold.
    case justification
    /// The model's rule for what is not applicable.
    case notApplicable = "not_applicable"
    /// A practice that has to be fulfilled first.
    case prerequisites
    /// The answer is missing.
    case missing
    /// The question is hidden only because other answers are missing.
    case mayBeAsked = "may_be_asked"
    /// The question is not asked.
    case notAsked = "not_asked"
  }

  /// By place in `Questionnaire.questions`.
  public let question: Int
  /// Fulfilled, not, or unknown, which is not fulfilled yet.
  public let status: Status
  /// Why it counts so.
  public let ground: Ground
  /// Whether it counts nowhere: not asked, or not applicable where the model leaves that out. Its
  /// status is then unknown.
  public let isLeftOut: Bool
  /// The practices that have to be fulfilled first and are not, by question, ascending.
  public let lacking: [Int]
  /// The questions whose answers decide it, ascending; empty where it is decided.
  public let waitingFor: [Int]
  /// Why its condition has no value, where it failed.
  public let failure: RuleFailure?

  /// Whether it may come to count nowhere.
  var mayBeLeftOut: Bool { ground == .mayBeAsked }

  /// Whether it counts and is not fulfilled, as things stand.
  var isLacking: Bool { !isLeftOut && status != .met }
}
