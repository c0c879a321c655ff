public import Numbers

/// Questions of which each answer leads to another or ends with points.
///
/// The questions form a graph without cycles, which the first one begins. A question is asked
/// exactly where the answers lead to it: its `Question.showIf` has been made from the path.
public struct DecisionPath: Sendable {
  /// Where an answer leads.
  public enum Target: Sendable, Hashable {
    /// To a question of the same node, by place in `Questionnaire.questions`.
    case question(Int)
    /// To the end, with so many points on the path's scale.
    case end(points: Rational)
  }

  /// The questions, by place in `Questionnaire.questions`; the first is asked always.
  public let questions: Range<Int>
  /// The scale of the points at the ends.
  public let scale: Scale
  /// By question, then by answer: the steps of a ladder, the choices, or no and yes.
  let targets: [[Target]]

  /// Where each answer to one of the questions leads: by step of a ladder from the lowest, by
  /// choice, or for no and yes.
  public func targets(of question: Int) -> [Target] { targets[question - questions.lowerBound] }
}
