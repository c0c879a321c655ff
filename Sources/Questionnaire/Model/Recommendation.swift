public import Diagnostics

/// Advice that a condition raises.
public struct Recommendation: Sendable {
  /// How urgent advice is; cases stand in the order in which reports list them.
  public enum Priority: String, Sendable, CaseIterable { case high, medium, low }

  /// The stable name by which results refer to the advice.
  public let id: String
  /// Raises the advice only where true, never while unknown.
  public let condition: Expression
  /// How urgent the advice is; `medium` unless the model says otherwise.
  public let priority: Priority
  /// The advice in a few words of the model, for headings and tables.
  public let title: LocalizedText
  /// What to do, in the model's words.
  public let say: LocalizedText
  /// Nodes it strengthens, by place in `Questionnaire.nodes`.
  public let towards: [Int]
  /// Where the identifier stands in the model file.
  public let place: Place
}
