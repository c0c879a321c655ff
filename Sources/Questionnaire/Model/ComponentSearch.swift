/// Finds the strongly connected components of what reads what, and how deep each stands: 0 where
/// nothing is read, else one more than the deepest of what is read.
///
/// R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM J. Comput. 1 (1972), with a
/// stack of its own in place of recursion. Components are finished after all that they read, so
/// depths are known on the way.
struct ComponentSearch {
  private let reads: [[Int]]
  private(set) var depths: [Int]
  /// Components of several, and those that read themselves.
  private var cyclicComponents: [[Int]] = []

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

  /// Every cycle as a way along its reads, each reading the next and the last reading the first,
  /// beginning with the earliest; in the order of their first.
  var cycles: [[Int]] {
    cyclicComponents.map(shortestCycle).sorted { ($0.first ?? 0) < ($1.first ?? 0) }
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

  /// A shortest way from a component's first along its reads back to itself.
  private func shortestCycle(in component: [Int]) -> [Int] {
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
