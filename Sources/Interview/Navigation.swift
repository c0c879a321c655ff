extension Interview {
  /// The questions asked, ascending.
  ///
  /// - Complexity: O(questions).
  public var asked: [Int] { visibility.indices.filter(isAsked) }

  /// The question asked after one, or the first of all; `nil` at the end.
  public func next(after question: Int?) -> Int? {
    let start = question.map { $0 + 1 } ?? 0
    return visibility.indices.dropFirst(start).first(where: isAsked)
  }

  /// The question asked before one; `nil` at the beginning.
  public func previous(before question: Int) -> Int? {
    visibility.indices.prefix(question).last(where: isAsked)
  }

  /// The first question asked that is unanswered, from one on (itself included), or of all.
  public func firstOpen(from question: Int? = nil) -> Int? {
    visibility.indices.dropFirst(question ?? 0).first { state(of: $0) == .unanswered }
  }
}
