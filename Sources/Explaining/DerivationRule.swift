public import CEL
public import Numbers
public import Questionnaire

/// The rules by which values follow from others.
public enum DerivationRule: Sendable {
  /// A fact, or a result that has a derivation of its own.
  case given
  /// From parts with weights; there is a score only where at least so many per cent of the weight
  /// that applies has one.
  case rollUp(RollUp, scale: Scale, minimumCoverage: Rational)
  /// The least of a score, the first input, and of the bounds in force.
  case capped
  /// A bound that is in force where its condition is true; a share of 0–100.
  case cap(highest: Rational)
  /// A bound on the level, in force where its condition is true; the number of a level.
  case levelCap(highest: Int)
  /// Where the answers lead.
  case path(DecisionPath)
  /// The share of the way from the worst points to the best.
  case scaled(Scale)
  /// From an answer, or an expression over answers.
  case points(PointsFormula)
  /// From the values of its names, the inputs; the parts that decided stand in the explanation.
  case expression(Program, CEL.Explanation)
  /// Met where an expression is true, or so many of several are.
  case condition(Quota?)
  /// At least so much, a share of 0–100. Without a score it is unmet when even the best outcome is
  /// less. Always met where nothing is asked.
  case threshold(needed: Rational, best: Rational?, isFree: Bool)
  /// At least this capability level.
  case capabilityNeed(Int)
  /// So many practices.
  case practices(Quota)
  /// All of the inputs.
  case all
  /// The highest level whose conditions, and those of all below, are met; then the caps.
  case level
  /// From the answer, then a reason for going without, then the practices that come first.
  case practice(PracticeFormula)
  /// The highest level so that all practices up to it are fulfilled, by the levels of the inputs.
  case capability(levels: [Int], highest: Int)
  /// Asked where its condition, if it has one, is true.
  case visibility
  /// Not asked, because the form does not have it.
  case outsideForm
  /// Not asked, because it is not meant for whoever answers.
  case otherRespondent
}

/// What a model says about the points of a question.
public struct PointsFormula: Sendable {
  /// How an answer becomes points.
  public let rule: PointsRule
  /// From the worst points to the best.
  public let scale: Scale
  /// Whether points are mirrored on it.
  public let isReversed: Bool
  /// Shapes the answer.
  public let kind: AnswerKind

  init(_ question: Question) {
    rule = question.points
    scale = question.scale
    isReversed = question.isReversed
    kind = question.kind
  }
}

/// What a model says about a practice.
public struct PracticeFormula: Sendable {
  /// The practice.
  public let practice: Practice
  /// What is not applicable, and how long a justification is.
  public let policy: PracticePolicy
  /// Shapes the answer.
  public let kind: AnswerKind
}
