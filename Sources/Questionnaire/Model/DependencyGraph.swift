/// What has to be evaluated again when a question's effective answer changes, and in which order.
///
/// The nodes are *visibility* (is a question asked?), *constraints* (is an answer allowed?) and
/// *points* (from which answer is proof asked?), the last only where they read other answers. A
/// visibility feeds the effective answer of its question, which other nodes read. The others feed
/// nothing, so a constraint that reads its own question is no cycle.
public struct DependencyGraph: Sendable {
  /// One condition or rule to evaluate; constraints are numbered as in `Question.constraints`.
  public enum Node: Sendable, Hashable {
    case visibility(question: Int)
    case constraint(question: Int, number: Int)
    case points(question: Int)

    /// The question that the node belongs to.
    public var question: Int {
      switch self {
      case .visibility(let question), .constraint(let question, _), .points(let question): question
      }
    }
  }

  /// All nodes in an order in which each comes after everything it reads: visibilities by depth
  /// and, where equally deep, by question; then all others by question.
  public let order: [Node]

  /// The ranks of all readers, question after question; `firstReader` says where each begins.
  private let readerRanks: [Int32]
  private let firstReader: [Int32]

  init(order: [Node], readers: [[Int32]]) {
    self.order = order
    var ranks: [Int32] = []
    var first: [Int32] = [0]
    first.reserveCapacity(readers.count + 1)
    for list in readers {
      ranks += list
      first.append(Int32(ranks.count))
    }
    readerRanks = ranks
    firstReader = first
  }

  /// The ranks (places in `order`) of the nodes that read a question's effective answer,
  /// ascending.
  public func readers(of question: Int) -> ArraySlice<Int32> {
    readerRanks[Int(firstReader[question])..<Int(firstReader[question + 1])]
  }
}
