/// A parsed expression: nodes in one array, children before their parents, named by their index.
///
/// An array is freed without recursion, and what later stages learn about a node stands in arrays
/// beside it.
struct SyntaxTree: Sendable {
  typealias ID = Int

  var nodes: [SyntaxNode] = []
  var root: ID = 0

  subscript(id: ID) -> SyntaxNode { nodes[id] }
}

struct SyntaxNode: Sendable {
  typealias ID = SyntaxTree.ID

  enum Kind: Sendable {
    /// What could not be parsed and has been reported.
    case invalid
    case literal(Value)
    /// A name; absolute where a dot stands before it.
    case name(String, isAbsolute: Bool)
    case select(ID, field: String)
    /// `has(operand.field)`
    case presence(ID, field: String)
    case index(ID, ID)
    /// `operand.?field`
    case optionalSelect(ID, field: String)
    /// `operand[?index]`
    case optionalIndex(ID, ID)
    /// `?operand` as an element of a list or the value of an entry: none where it is empty.
    case optionalElement(ID)
    case optionalMap(OptionalMap)
    case call(Call)
    case list([ID])
    case map([Entry])
    case not(ID)
    case negate(ID)
    case logic(LogicOperator, [ID])
    /// Operators of one precedence in a row, applied from the left.
    case chain(ID, [Link])
    case relation(RelationOperator, ID, ID)
    case conditional(ID, ID, ID)
    case comprehension(Comprehension)
    case binding(Binding)
  }

  struct Call: Sendable {
    var function: String
    var nameRange: Range<Int>
    /// The value before the dot, if any.
    var receiver: ID?
    var arguments: [ID]
  }

  struct Entry: Sendable {
    var key: ID
    var value: ID
  }

  struct Link: Sendable {
    var symbol: ArithmeticOperator
    var operand: ID
  }

  var kind: Kind
  /// In bytes of the source, parentheses around it not included.
  var range: Range<Int>
}

enum LogicOperator: String, Sendable {
  case and = "&&"
  case or = "||"

  /// The operand that decides the result whatever the others are.
  var decisive: Bool { self == .or }
}

enum RelationOperator: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case `in` = "in"
}
