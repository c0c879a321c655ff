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
    let cycles = search.cyclicComponents.map { shortestCycle(in: $0, reads) }
    return (graph, cycles.sorted { ($0.first ?? 0) < ($1.first ?? 0) })
  }

  /// The questions whose answers an expression reads, ascending.
  private static func answers(readBy expression: Expression?, in questions: [Question]) -> [Int] {
    // Answers stand in the first slots, each at the place of its question.
    expression?.reads.map(\.index).filter { $0 < questions.count } ?? []
  }

  /// Visibilities by depth, then the nodes that feed nothing, in the order of the questions.
  private static func order(of questions: [Question], depths: [Int]) -> [Node] {
    var byDepth: [[Node]] = []
    for question in questions where question.showIf != nil {
      let depth = depths[question.index]
      while byDepth.count <= depth { byDepth.append([]) }
      byDepth[depth].append(.visibility(question: question.index))
    }
    var order = Array(byDepth.joined())
    for question in questions {
      for number in question.constraints.indices {
        order.append(.constraint(question: question.index, number: number))
      }
      if question.evidence?.requiredFrom != nil, question.points.expression != nil {
        order.append(.points(question: question.index))
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

  /// A shortest way from a component's first question along its reads back to itself.
  private static func shortestCycle(in component: [Int], _ reads: [[Int]]) -> [Int] {
    guard let first = component.min() else { return [] }
    let members = Set(component)
    var cameFrom: [Int: Int] = [:]
    var queue = [first]
    var next = 0
    while next < queue.count {
      let question = queue[next]
      next += 1
      for read in reads[question] where members.contains(read) {
        if read == first {
          var path = [question]
          while let last = path.last, last != first, let before = cameFrom[last] {
            path.append(before)
          }
          return path.reversed()
        }
        if cameFrom[read] == nil {
          cameFrom[read] = question
          queue.append(read)
        }
      }
    }
    return component.sorted()
  }
}

/// Finds the strongly connected components of the questions' reads, and how deep each question
/// stands: 0 where nothing is read, else one more than the deepest question read.
///
/// R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM J. Comput. 1 (1972), with a
/// stack of its own in place of recursion. Components are finished after all that they read, so
/// depths are known on the way.
private struct ComponentSearch {
  private let reads: [[Int]]
  private(set) var depths: [Int]
  /// Components of several questions, and questions that read themselves.
  private(set) var cyclicComponents: [[Int]] = []

  private var number: [Int]
  private var lowest: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var path: [(question: Int, nextRead: Int)] = []
  private var visited = 0

  init(_ reads: [[Int]]) {
    self.reads = reads
    depths = Array(repeating: 0, count: reads.count)
    number = Array(repeating: -1, count: reads.count)
    lowest = Array(repeating: 0, count: reads.count)
    isOpen = Array(repeating: false, count: reads.count)
  }

  mutating func run() {
    for question in reads.indices where number[question] < 0 {
      enter(question)
      while let top = path.last {
        if top.nextRead < reads[top.question].count {
          path[path.count - 1].nextRead += 1
          follow(from: top.question, to: reads[top.question][top.nextRead])
        } else {
          path.removeLast()
          leave(top.question)
        }
      }
    }
  }

  private mutating func enter(_ question: Int) {
    number[question] = visited
    lowest[question] = visited
    visited += 1
    open.append(question)
    isOpen[question] = true
    path.append((question, 0))
  }

  private mutating func follow(from question: Int, to read: Int) {
    if number[read] < 0 {
      enter(read)
    } else if isOpen[read] {
      lowest[question] = min(lowest[question], number[read])
    }
  }

  private mutating func leave(_ question: Int) {
    if let reader = path.last?.question {
      lowest[reader] = min(lowest[reader], lowest[question])
    }
    guard lowest[question] == number[question] else { return }
    var component: [Int] = []
    while let member = open.popLast() {
      isOpen[member] = false
      component.append(member)
      if member == question { break }
    }
    if component.count > 1 || reads[question].contains(question) {
      cyclicComponents.append(component)
    }
    for member in component {
      depths[member] = reads[member].map { depths[$0] + 1 }.max() ?? 0
    }
  }
}
