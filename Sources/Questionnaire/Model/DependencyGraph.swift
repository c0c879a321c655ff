/// What has to be evaluated again when a question's effective answer changes, and in which order.
///
/// The nodes are *visibility* (is a question asked?) and *constraints* (is an answer allowed?).
/// A visibility feeds the effective answer of its question, which other nodes read. Constraints
/// feed nothing, so a constraint that reads its own question is no cycle.
public struct DependencyGraph: Sendable {
  public enum Node: Sendable, Hashable {
    case visibility(question: Int)
    case constraint(question: Int, number: Int)
  }

  /// All nodes in an order in which each comes after everything it reads; among equals, in the
  /// order of the questions.
  public let order: [Node]

  /// For each question, the ranks (places in `order`) of the nodes that read its effective answer.
  private let readers: [[Int32]]

  /// The rank of a question's visibility; -1 for a question that is always asked.
  private let visibilityRank: [Int32]

  init(order: [Node], readers: [[Int32]], visibilityRank: [Int32]) {
    self.order = order
    self.readers = readers
    self.visibilityRank = visibilityRank
  }

  /// Ranks of the nodes that read a question's effective answer, ascending.
  public func readers(of question: Int) -> [Int32] { readers[question] }
}
