/// A condition in words: a sentence, or what it says of several conditions and then these.
struct WordedCondition: Equatable {
  /// The sentence; where there are `items`, the words before them.
  let lead: String
  /// Conditions side by side, where they are so many that they want numbers.
  let items: [String]
  /// What the names in formulas stand for, a line each.
  let legend: [String]

  /// For the middle of a sentence: on one line, and the names below it.
  var run: String {
    let numbered = items.isEmpty ? "" : " " + self.numbered.joined(separator: "; ")
    return ([lead + numbered] + legend).joined(separator: "\n")
  }

  /// For a cell or a definition of its own: each condition on its line.
  var lines: String { ([lead] + numbered + legend).joined(separator: "\n") }

  private var numbered: [String] { items.enumerated().map { "\($0 + 1)) \($1)" } }
}
