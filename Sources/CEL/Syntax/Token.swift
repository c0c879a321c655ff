/// A word of the source.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case name
    /// A name in backquotes, allowed only as a field.
    case quotedName
    /// A word that the language keeps for other languages' sake; allowed only as a field.
    case reserved
    /// An integer without sign; its literal is a `uint`, whatever it becomes.
    case int
    /// Any other literal, `true`, `false` and `null` among them.
    case literal
    case symbol(Symbol)
    /// What could not be read and has been reported.
    case invalid
    case end
  }

  enum Symbol: String, Sendable, CaseIterable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case slash = "/"
    case percent = "%"
    case not = "!"
    case question = "?"
    case colon = ":"
    case comma = ","
    case dot = "."
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case `in` = "in"
  }

  var kind: Kind
  /// In bytes of the source.
  var range: Range<Int>
  /// The name without backquotes.
  var text = ""
  var literal: Value?
  /// Whether a finding has told of it already.
  var isTold = false

  /// Words that cannot be names.
  static let reservedWords: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  /// How other notations spell the operators of the language.
  static let spellings: [String: Symbol] = [
    "=": .equal, "===": .equal, "<>": .notEqual, "!==": .notEqual, "=!": .notEqual,
    "=>": .greaterOrEqual, "=<": .lessOrEqual, "div": .slash, "mod": .percent, "&": .and, "|": .or,
    "and": .and, "or": .or, "not": .not,
    "AND": .and, "OR": .or, "NOT": .not, "≠": .notEqual, "≤": .lessOrEqual,
    "≥": .greaterOrEqual, "×": .times, "÷": .slash, "−": .minus,
  ]
}
