/// A loop over a list or a map.
///
/// One variable is an element of the list or a key of the map; two are the place and the element,
/// or the key and the value.
struct Comprehension: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case all
    case exists
    case existsOne = "exists_one"
    case map
    case filter
    case transformList
    case transformMap
    case transformMapEntry
  }

  /// What the arguments of a loop are: variables, then a predicate, then a transform.
  struct Form: Sendable {
    var variables: Int
    var hasPredicate: Bool
    var hasTransform: Bool
  }

  var kind: Kind
  /// The loop as it is called in the source.
  var name: String
  var range: SyntaxTree.ID
  var variable: String
  var second: String?
  /// What an element must fulfil.
  var predicate: SyntaxTree.ID?
  /// What is made of an element.
  var transform: SyntaxTree.ID?
}

extension Comprehension.Kind {
  /// The loop with a name; `exists_one` has two.
  init?(name: String) {
    if name == "existsOne" { self = .existsOne } else { self.init(rawValue: name) }
  }

  /// - Returns: `nil` where the loop has no form with so many arguments.
  func form(arguments count: Int) -> Comprehension.Form? {
    switch (self, count) {
    case (.all, 2...3), (.exists, 2...3), (.existsOne, 2...3), (.filter, 2):
      Comprehension.Form(variables: count - 1, hasPredicate: true, hasTransform: false)
    case (.map, 2...3):
      Comprehension.Form(variables: 1, hasPredicate: count == 3, hasTransform: true)
    case (.transformList, 3...4), (.transformMap, 3...4), (.transformMapEntry, 3...4):
      Comprehension.Form(variables: 2, hasPredicate: count == 4, hasTransform: true)
    default: nil
    }
  }

  /// The numbers of arguments that it can have.
  var argumentCounts: [Int] { (2...4).filter { form(arguments: $0) != nil } }
}

/// `cel.bind(variable, value, body)`: a name for a value that the body uses.
struct Binding: Sendable {
  var variable: String
  var value: SyntaxTree.ID
  var body: SyntaxTree.ID
}
