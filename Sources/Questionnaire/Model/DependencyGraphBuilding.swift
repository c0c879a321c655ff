import CEL

extension DependencyGraph {
  /// Builds the graph of a model's questions.
  ///
  /// - Returns: The graph, and every cycle of visibilities as the questions on it, each reading
  ///   the next and the last reading the first, beginning with the earliest question. Cycles stand
  ///   in the order of their first question. The graph of a model with cycles is not to be used.
  /// - Complexity: O(questions + conditions + their reads).
  static func build(_ questions: [Question]) -> (graph: DependencyGraph, cycles: [[Int]]) {
    let reads = questions.map { answers(readBy: $0.showIf, in: questions) }
    var search = ComponentSearch(reads)
    search.run()
    let order = order(of: questions, depths: search.depths)
    let graph = DependencyGraph(order: order, readers: readers(order, questions, reads))
    return (graph, search.cycles)
  }

  /// The questions whose answers an expression reads, ascending.
  private static func answers(readBy expression: Expression?, in questions: [Question]) -> [Int] {
    // Answers stand in the first slots, each at the place of its question.
    expression?.reads.map(\.index).filter { $0 < questions.count } ?? []
  }

  /// Visibilities by depth, then the nodes that feed nothing, in the order of the questions.
  private static func order(of questions: [Question], depths: [Int]) -> [Node] {
    var byDepth: [[Node]] = []
    // By place, because a question is large to copy.
    for question in questions.indices where questions[question].showIf != nil {
      let depth = depths[question]
      while byDepth.count <= depth { byDepth.append([]) }
      byDepth[depth].append(.visibility(question: question))
    }
    var order = Array(byDepth.joined())
    for question in questions.indices {
      for number in questions[question].constraints.indices {
        order.append(.constraint(question: question, number: number))
      }
      if questions[question].evidence?.requiredFrom != nil,
        questions[question].points.expression != nil
      {
        order.append(.points(question: question))
      }
    }
    return order
  }

  private static func readers(
    _ order: [Node], _ questions: [Question], _ reads: [[Int]]
  ) -> [[Int32]] {
    var readers: [[Int32]] = Array(repeating: [], count: questions.count)
    for (rank, node) in order.enumerated() {
      var read: [Int]
      switch node {
      case .visibility(let question):
        read = reads[question]
      case .constraint(let question, let number):
        let condition = questions[question].constraints[number].condition
        read = answers(readBy: condition, in: questions)
      case .points(let question):
        read = answers(readBy: questions[question].points.expression, in: questions)
      }
      // Whether there is an answer at all decides whether these two say anything.
      if case .visibility = node {
      } else if !read.contains(node.question) {
        read.append(node.question)
      }
      for question in read { readers[question].append(Int32(rank)) }
    }
    return readers
  }
}
