internal import RegularExpressions

/// A syntax tree with what the check has found out about it; the planner needs nothing else.
struct CheckedTree: Sendable {
  typealias ID = SyntaxTree.ID

  /// What a name stands for.
  enum Reference: Sendable {
    case variable(Slot)
    /// A variable of a loop or of `cel.bind`, by its place in the frame.
    case local(Int)
    case constant(Value)
    /// `answered(variable)`
    case answered(Slot)
  }

  var tree: SyntaxTree
  /// The type of every node.
  var types: [CELType]
  var references: [ID: Reference] = [:]
  /// Calls that look at whether there are answers.
  var answeredCalls: [ID: AnsweredCall] = [:]
  /// Calls of functions that have a namespace, with the namespace in the function's name.
  var namespaced: [ID: SyntaxNode.Call] = [:]
  /// The forms of a function that fit a call; which one is meant can depend on the values.
  var overloads: [ID: [Overload]] = [:]
  /// The patterns of calls of `matches` that are written out.
  var patterns: [ID: RegularExpression] = [:]
  /// The bounds of the variables that have some.
  var bounds: [ID: ValueBounds] = [:]
  /// The place in the frame of the variable of a loop (the first of two) or of `cel.bind`.
  var locals: [ID: Int] = [:]
  var localCount = 0
  /// Nodes whose int becomes a double.
  var promoted: Set<ID> = []
  /// Links of chains before which the int that has come so far becomes a double.
  var promotedBefore: [ID: Set<Int>] = [:]

  init(tree: SyntaxTree) {
    self.tree = tree
    types = Array(repeating: .error, count: tree.nodes.count)
  }

  /// The name that a chain of selections spells, such as `a.b.c`, if it is nothing but names.
  func qualifiedName(_ id: ID) -> (text: String, root: String, isAbsolute: Bool)? {
    var fields: [String] = []
    var id = id
    while true {
      switch tree[id].kind {
      case .select(let operand, let field):
        fields.append(field)
        id = operand
      case .name(let root, let isAbsolute):
        return (([root] + fields.reversed()).joined(separator: "."), root, isAbsolute)
      default: return nil
      }
    }
  }
}
