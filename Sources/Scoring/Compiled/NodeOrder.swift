import Questionnaire

/// The nodes of a model in an order in which each comes after those below it and after those whose
/// scores its caps read.
struct NodeOrder {
  /// Places in `Questionnaire.nodes`. What stands on a cycle, which no checked model has, comes
  /// before what it waits for.
  private(set) var order: [Int] = []

  init(_ questionnaire: Questionnaire) {
    let needs = questionnaire.nodes.map { Self.needs(of: $0, questionnaire.slots, questionnaire) }
    var isTaken = Array(repeating: false, count: needs.count)
    for node in needs.indices where !isTaken[node] {
      isTaken[node] = true
      var path = [(node: node, next: 0)]
      while let top = path.last {
        guard top.next < needs[top.node].count else {
          order.append(top.node)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let need = needs[top.node][top.next]
        guard !isTaken[need] else { continue }
        isTaken[need] = true
        path.append((need, 0))
      }
    }
  }

  private static func needs(
    of node: ScoreNode, _ slots: SlotTable, _ questionnaire: Questionnaire
  ) -> [Int] {
    let read = node.rule.caps.flatMap(\.condition.reads).compactMap { slot -> Int? in
      switch slots.variable(in: slot) {
      case .score(let other, _)?: other
      case .capacityScore(let capacity)?: questionnaire.capacities[capacity].node
      default: nil
      }
    }
    return node.children + read.filter { $0 != node.node }
  }
}
