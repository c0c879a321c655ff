internal import Diagnostics

/// Parses by operator precedence. After a mistake it goes on where it can, so that one run tells of
/// several, and never tells of one mistake twice.
struct Parser {
  typealias ID = SyntaxTree.ID

  private var tokens: [Token]
  private var position = 0
  private var nesting = 0
  private var depths: [Int] = []
  /// Where each node stands together with the parentheses around it.
  var extents: [Range<Int>] = []
  /// Set by a finding, cleared where the parser stands on firm ground again.
  private var isLost = false
  private(set) var tree = SyntaxTree()
  private(set) var findings: [Finding] = []

  static func parse(_ tokens: [Token]) -> (tree: SyntaxTree, findings: [Finding]) {
    var parser = Parser(tokens: tokens)
    parser.run()
    return (parser.tree, parser.findings)
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  private mutating func run() {
    if case .end = current.kind {
      report(.empty, at: current.range)
      tree.root = add(.invalid, current.range)
      return
    }
    tree.root = parseExpression()
    if current.kind != .end { reportUnexpected() }
  }

  // MARK: Tokens

  var current: Token { tokens[position] }

  var previousEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

  mutating func advance() { if position + 1 < tokens.count { position += 1 } }

  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  // MARK: Findings

  mutating func report(
    _ code: Diagnostic.Code, at range: Range<Int>, _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    if !isLost { findings.append(Finding(code, at: range, arguments)) }
    isLost = true
  }

  /// Reports what is wrong in meaning, not in form: the parser knows where it is.
  mutating func reportMacro(
    _ code: Diagnostic.Code, at range: Range<Int>, _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    findings.append(Finding(code, at: range, arguments))
  }

  mutating func reportUnexpected() {
    switch current.kind {
    // The lexer has told of it.
    case _ where current.isTold, .invalid: isLost = true
    case .end: report(.unexpectedEnd, at: current.range)
    case .reserved: report(.reservedWord, at: current.range, ["name": .text(current.text)])
    default:
      if let symbol = Token.spellings[current.text] {
        report(
          .operatorSpelling, at: current.range,
          ["found": .text(current.text), "operator": .text(symbol.rawValue)])
      } else {
        report(.unexpected, at: current.range, ["found": .text(written(current))])
      }
    }
  }

  func written(_ token: Token) -> String {
    if !token.text.isEmpty { return token.text }
    if token.kind == .int, case .uint(let value)? = token.literal { return String(value) }
    return token.literal?.description ?? ""
  }

  /// Leaves everything unread: nothing after this place can be trusted.
  private mutating func abandon() { position = tokens.count - 1 }

  /// What comes now is told again if it is wrong: the parser knows where it stands.
  mutating func regain() { isLost = false }

  // MARK: Nodes

  mutating func add(_ kind: SyntaxNode.Kind, _ range: Range<Int>, over children: [ID] = []) -> ID {
    let depth = 1 + (children.map { depths[$0] }.max() ?? 0)
    if depth > Limits.nesting { return reject(.tooDeep, Limits.nesting, range) }
    if tree.nodes.count >= Limits.nodes { return reject(.tooLarge, Limits.nodes, range) }
    tree.nodes.append(SyntaxNode(kind: kind, range: range))
    depths.append(depth)
    extents.append(range)
    return tree.nodes.count - 1
  }

  private mutating func reject(_ code: Diagnostic.Code, _ limit: Int, _ range: Range<Int>) -> ID {
    report(code, at: range, ["limit": .count(limit)])
    abandon()
    tree.nodes.append(SyntaxNode(kind: .invalid, range: range))
    depths.append(1)
    extents.append(range)
    return tree.nodes.count - 1
  }

  func span(_ first: ID, _ last: ID) -> Range<Int> {
    span(from: extents[first].lowerBound, to: last)
  }

  func span(from start: Int, to last: ID) -> Range<Int> {
    start..<max(start, extents[last].upperBound)
  }

  // MARK: Expressions

  mutating func parseExpression() -> ID {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Limits.nesting { return reject(.tooDeep, Limits.nesting, current.range) }
    let condition = parseBinary(.or)
    let question = current
    guard take(.question) else { return condition }
    let access = current
    let first = parseBinary(.or)
    guard take(.colon) else {
      return reportAccess(question, access) ? condition : first
    }
    let second = parseExpression()
    return add(
      .conditional(condition, first, second), span(condition, second),
      over: [condition, first, second])
  }

  /// Reports a `?` without `:`.
  ///
  /// - Returns: Whether it is another language's access to what may be missing.
  private mutating func reportAccess(_ question: Token, _ next: Token) -> Bool {
    guard next.range.lowerBound == question.range.upperBound, next.kind == .symbol(.dot) else {
      reportUnexpected()
      return false
    }
    report(
      .operatorSpelling, at: question.range.lowerBound..<next.range.upperBound,
      ["found": .text("?."), "operator": .text(".?")])
    return true
  }

  private mutating func parseBinary(_ minimum: Precedence) -> ID {
    var left = parseUnary()
    while true {
      repairSpelling()
      guard case .symbol(let symbol) = current.kind, let precedence = Precedence(symbol),
        precedence >= minimum
      else { return left }
      left = parseOperators(of: precedence, after: left)
    }
  }

  /// `and`, `or` and their like stand where an operator must: takes them as what they mean.
  private mutating func repairSpelling() {
    guard current.kind == .name, let symbol = Token.spellings[current.text] else { return }
    if symbol == .not { return repairNegatedMembership() }
    reportUnexpected()
    isLost = false
    tokens[position].kind = .symbol(symbol)
  }

  /// `x not in list` is meant as `!(x in list)`.
  private mutating func repairNegatedMembership() {
    let not = current
    advance()
    guard current.kind == .symbol(.in) else {
      position -= 1
      return
    }
    report(
      .operatorSpelling, at: not.range.lowerBound..<current.range.upperBound,
      ["found": .text("not in"), "operator": .text("!(… in …)")])
    isLost = false
  }

  /// All operators of one precedence in a row.
  private mutating func parseOperators(of precedence: Precedence, after first: ID) -> ID {
    var symbols: [Token.Symbol] = []
    var operands = [first]
    while case .symbol(let symbol) = current.kind, Precedence(symbol) == precedence {
      advance()
      symbols.append(symbol)
      operands.append(parseBinary(precedence.next))
    }
    let range = span(first, operands[operands.count - 1])
    switch precedence {
    case .or: return add(.logic(.or, operands), range, over: operands)
    case .and: return add(.logic(.and, operands), range, over: operands)
    case .relation:
      var left = first
      for (symbol, right) in zip(symbols, operands.dropFirst()) {
        guard let relation = RelationOperator(rawValue: symbol.rawValue) else { continue }
        left = add(.relation(relation, left, right), span(left, right), over: [left, right])
      }
      return left
    case .sum, .product, .unary:
      let links = zip(symbols, operands.dropFirst()).compactMap { symbol, operand in
        ArithmeticOperator(rawValue: symbol.rawValue).map {
          SyntaxNode.Link(symbol: $0, operand: operand)
        }
      }
      return add(.chain(first, links), range, over: operands)
    }
  }

  mutating func parseUnary() -> ID {
    let start = current.range.lowerBound
    if take(.not) {
      let operand = parseOperand()
      return add(.not(operand), span(from: start, to: operand), over: [operand])
    }
    if current.kind == .symbol(.minus) {
      advance()
      if let literal = negativeLiteral(from: start) { return parsePostfix(literal) }
      let operand = parseOperand()
      return add(.negate(operand), span(from: start, to: operand), over: [operand])
    }
    return parsePostfix(parsePrimary())
  }

  /// What stands behind `!` or `-`, one level deeper.
  mutating func parseOperand() -> ID {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Limits.nesting { return reject(.tooDeep, Limits.nesting, current.range) }
    return parseUnary()
  }

  /// A number directly behind a minus, so that the least int can be written.
  mutating func negativeLiteral(from start: Int) -> ID? {
    let token = current
    switch (token.kind, token.literal) {
    case (.int, .uint(let magnitude)?):
      advance()
      let value = Int64(truncatingIfNeeded: 0 &- magnitude)
      return add(.literal(.int(value)), start..<token.range.upperBound)
    case (.literal, .double(let double)?):
      advance()
      return add(.literal(.double(-double)), start..<token.range.upperBound)
    default: return nil
    }
  }
}

/// How strongly an operator binds.
private enum Precedence: Int, Comparable {
  case or, and, relation, sum, product, unary

  init?(_ symbol: Token.Symbol) {
    switch symbol {
    case .or: self = .or
    case .and: self = .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in: self = .relation
    case .plus, .minus: self = .sum
    case .times, .slash, .percent: self = .product
    default: return nil
    }
  }

  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }
}
