public import CEL
public import Diagnostics
public import Interview
public import Numbers
public import Questionnaire
public import Scoring

/// How a result came about: the rule of the model, what the rule was applied to, and the value.
///
/// A tree whose leaves are answers, and results that have derivations of their own. It is finite and
/// no larger than the part of the model that it explains: names in expressions are leaves.
public struct Derivation: Sendable {
  /// What has the value.
  public let subject: Subject
  /// How the value follows from those of the inputs.
  public let rule: DerivationRule
  /// What the rule is applied to, in the order of the model.
  public let inputs: [Derivation]
  /// What the scorer gave.
  public let outcome: Outcome
  /// Where the rule stands in the model file; `nil` for what no line of it says.
  public let place: Place?
  /// How it takes part in the score above it; `nil` where it is no part of one.
  public var part: Part?
  /// What would decide it, while it is not known.
  public let waitingFor: Awaited

  init(
    _ subject: Subject, _ rule: DerivationRule, _ inputs: [Derivation], _ outcome: Outcome,
    at place: Place?, waitingFor: Awaited = .nothing
  ) {
    self.subject = subject
    self.rule = rule
    self.inputs = inputs
    self.outcome = outcome
    self.place = place
    self.waitingFor = waitingFor
  }

  init(
    _ subject: Subject, _ rule: DerivationRule, _ outcome: Outcome, at place: Place?
  ) {
    self.init(subject, rule, [], outcome, at: place)
  }

  func taking(_ part: Part) -> Derivation {
    var copy = self
    copy.part = part
    return copy
  }

  /// What is explained; numbers are places in the lists of the questionnaire.
  public enum Subject: Sendable, Hashable {
    case total
    case node(Int)
    case aspect(node: Int, aspect: Int)
    /// The score of a node before its caps.
    case uncapped(node: Int)
    case scoreCap(node: Int, cap: Int)
    /// The way through the questions of a node.
    case path(node: Int)
    /// The share that a question's points are of its scale.
    case question(Int)
    case points(Int)
    case answer(Int)
    case visibility(Int)
    case practice(Int)
    /// The length, in characters, of the comment beside an answer.
    case comment(Int)
    case capability(node: Int)
    /// The level reached.
    case level
    /// The own conditions of one level.
    case conditions(level: Int)
    case threshold(level: Int, ThresholdResult.Kind)
    case capabilityNeed(level: Int, node: Int)
    case practiceNeed(level: Int, PracticeNeed.Kind)
    case gate(level: Int, gate: Int)
    case levelCap(Int)
    case check(Int)
    case condition(check: Int, condition: Int)
    case recommendation(Int)
    /// A text of the model that is evaluated.
    case expression(String)
    case variable(Variable)
  }

  /// A value, exact.
  public enum Outcome: Sendable, Equatable {
    /// Of a score: 0–100, whatever scale people read it on.
    case share(Rational)
    case points(Rational)
    /// There is no score, there are no points, or a practice counts nowhere.
    case none
    case status(Status)
    /// How many levels are reached, or the number of a capability level.
    case level(Int)
    case asked(Bool)
    case answer(AnswerState)
    /// Not asked, but only because other answers are missing.
    case hiddenForNow
    /// Of an expression or of a variable in one.
    case value(Value)
  }

  /// How something takes part in a score.
  public struct Part: Sendable, Hashable {
    /// Zero takes no part.
    public let weight: Rational
    /// What became of it there.
    public let treatment: Treatment
  }

  /// What a score does with one of its parts.
  public enum Treatment: Sendable, Hashable {
    case counted
    case leftOut(Reason)
    case countedAs(share: Rational, Reason)
    /// There is no score because of it.
    case blocks(Reason)

    /// Whether it stands in the weight that coverage is measured against.
    public var isApplicable: Bool {
      switch self {
      case .counted: true
      case .leftOut(let reason), .countedAs(_, let reason), .blocks(let reason):
        reason.isApplicable
      }
    }
  }

  /// Why a part is not simply counted.
  public enum Reason: String, Sendable, CaseIterable {
    case unanswered
    case noData = "no-data"
    case notApplicable = "not-applicable"
    case notAsked = "not-asked"
    case hiddenForNow = "hidden-for-now"
    /// Answered by what has no points.
    case withoutPoints = "without-points"
    /// The points wait for other answers.
    case waiting
    /// A part in which something applies and that has no score.
    case withoutScore = "without-score"
    /// A part in which nothing applies.
    case nothingApplies = "nothing-applies"
    case failed
    case weightless

    var isApplicable: Bool {
      switch self {
      case .unanswered, .noData, .waiting, .withoutScore, .failed: true
      case .notApplicable, .notAsked, .hiddenForNow, .withoutPoints, .nothingApplies, .weightless:
        false
      }
    }
  }
}
