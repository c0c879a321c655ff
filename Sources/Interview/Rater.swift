public import Questionnaire

/// Who answers for a cluster: its manager, one of its members, or a facilitator.
///
/// The manager's answers are the cluster's own, and alone have a score.
public enum Rater: Sendable, Hashable, CustomStringConvertible {
  case manager
  /// A member, by its identifier.
  case member(String)
  /// A facilitator, by the identifier they go by.
  case facilitator(String)

  /// Takes `manager`, `member:NAME` or `facilitator:NAME` apart, whatever NAME is; `nil` for other
  /// texts.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    switch (parts.first, parts.count) {
    case ("manager", 1): self = .manager
    case ("member", 2): self = .member(parts[1])
    case ("facilitator", 2): self = .facilitator(parts[1])
    default: return nil
    }
  }

  /// As histories and the option `--as` name them.
  public var description: String {
    switch self {
    case .manager: "manager"
    case .member(let name): "member:" + name
    case .facilitator(let name): "facilitator:" + name
    }
  }

  /// The identifier; the manager has none.
  public var name: String? {
    switch self {
    case .manager: nil
    case .member(let name), .facilitator(let name): name
    }
  }

  /// Whose questions they answer: a facilitator those that the manager is asked.
  public var respondent: Respondent {
    switch self {
    case .manager, .facilitator: .manager
    case .member: .members
    }
  }
}
