public import Diagnostics
public import Numbers

/// A condition with its words.
public struct Condition: Sendable {
  /// The name in results, unique among all gates or within one readiness check.
  public let id: String
  /// Holds only where true: while unknown it is not met *yet*.
  public let rule: Rule
  /// What has to be so, in the model's words.
  public let say: LocalizedText
  /// Where the identifier stands in the model file.
  public let place: Place

  /// Everything the condition evaluates, in the order of the file.
  public var expressions: [Expression] {
    switch rule {
    case .expression(let expression): [expression]
    case .quota(_, let expressions): expressions
    }
  }
}

/// When a condition holds.
public enum Rule: Sendable {
  case expression(Expression)
  /// So many of these have to be true.
  case quota(Quota, of: [Expression])
}

/// How many of several are enough.
public enum Quota: Sendable, Hashable {
  case count(Int)
  /// A share of them in per cent, 0–100; of none at all any share is reached.
  case share(Rational)
}

/// An unscored list of conditions, such as eligibility for a programme.
public struct ReadinessCheck: Sendable {
  /// The stable name, `check.ID` in the expressions of recommendations.
  public let id: String
  /// What one is ready for, in the model's words.
  public let title: LocalizedText
  /// What explains the check, in the model's words; `nil` where nothing does.
  public let about: LocalizedText?
  /// All have to hold for the check to be met; in the order of the file.
  public let conditions: [Condition]
  /// Where the identifier stands in the model file.
  public let place: Place
}
