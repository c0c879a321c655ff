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
  private var extents: [Range<Int>] = []
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

  private var previousEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

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

  private mutating func reportUnexpected() {
    switch current.kind {
    // The lexer has told of it.
    case .invalid: isLost = true
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

  private func written(_ token: Token) -> String {
    if !token.text.isEmpty { return token.text }
    if token.kind == .int, case .uint(let value)? = token.literal { return String(value) }
    return token.literal?.description ?? ""
  }

  /// Leaves everything unread: nothing after this place can be trusted.
  private mutating func abandon() { position = tokens.count - 1 }

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

  private func span(_ first: ID, _ last: ID) -> Range<Int> {
    span(from: extents[first].lowerBound, to: last)
  }

  private func span(from start: Int, to last: ID) -> Range<Int> {
    start..<max(start, extents[last].upperBound)
  }

  // MARK: Expressions

  mutating func parseExpression() -> ID {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Limits.nesting { return reject(.tooDeep, Limits.nesting, current.range) }
    let condition = parseBinary(.or)
    guard take(.question) else { return condition }
    let first = parseBinary(.or)
    guard take(.colon) else {
      reportUnexpected()
      return first
    }
    let second = parseExpression()
    return add(
      .conditional(condition, first, second), span(condition, second),
      over: [condition, first, second])
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
    guard current.kind == .name, let symbol = Token.spellings[current.text], symbol != .not
    else { return }
    reportUnexpected()
    isLost = false
    tokens[position].kind = .symbol(symbol)
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

  private mutating func parseUnary() -> ID {
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
  private mutating func parseOperand() -> ID {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Limits.nesting { return reject(.tooDeep, Limits.nesting, current.range) }
    return parseUnary()
  }

  /// A number directly behind a minus, so that the least int can be written.
  private mutating func negativeLiteral(from start: Int) -> ID? {
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

  // MARK: Operands

  private mutating func parsePrimary() -> ID {
    let token = current
    switch token.kind {
    case .literal:
      advance()
      return add(.literal(token.literal ?? .null), token.range)
    case .int:
      advance()
      return integer(token)
    case .name:
      return parseName(token, from: token.range.lowerBound, isAbsolute: false)
    case .symbol(.dot):
      advance()
      guard current.kind == .name else { break }
      return parseName(current, from: token.range.lowerBound, isAbsolute: true)
    case .symbol(.openParenthesis):
      advance()
      let inner = parseExpression()
      close(.closeParenthesis, opened: token)
      extents[inner] = token.range.lowerBound..<max(token.range.upperBound, previousEnd)
      return inner
    case .symbol(.openBracket):
      advance()
      let elements = parseList(until: .closeBracket, opened: token) { $0.parseExpression() }
      checkLength(elements.count, token)
      return add(.list(elements), token.range.lowerBound..<previousEnd, over: elements)
    case .symbol(.openBrace):
      advance()
      let entries = parseList(until: .closeBrace, opened: token) { $0.parseEntry() }
      checkLength(entries.count, token)
      return add(
        .map(entries), token.range.lowerBound..<previousEnd,
        over: entries.flatMap { [$0.key, $0.value] })
    default: break
    }
    reportUnexpected()
    let range = current.range
    switch current.kind {
    case .invalid, .reserved: advance()
    default: break
    }
    return add(.invalid, range)
  }

  private mutating func integer(_ token: Token) -> ID {
    guard case .uint(let magnitude)? = token.literal, let value = Int64(exactly: magnitude) else {
      report(.numberRange, at: token.range, ["found": .text(written(token))])
      isLost = false
      return add(.invalid, token.range)
    }
    return add(.literal(.int(value)), token.range)
  }

  private mutating func checkLength(_ count: Int, _ token: Token) {
    guard count > Limits.literalElements else { return }
    report(.literalTooLong, at: token.range, ["limit": .count(Limits.literalElements)])
  }

  private mutating func parseName(_ token: Token, from start: Int, isAbsolute: Bool) -> ID {
    advance()
    let range = start..<token.range.upperBound
    if current.kind == .symbol(.openParenthesis) {
      return parseCall(token, receiver: nil, from: start)
    }
    if token.text == "not", !isAbsolute, startsOperand(current) {
      report(
        .operatorSpelling, at: token.range, ["found": .text("not"), "operator": .text("!")])
      isLost = false
      let operand = parseOperand()
      return add(.not(operand), span(from: start, to: operand), over: [operand])
    }
    return add(.name(token.text, isAbsolute: isAbsolute), range)
  }

  private func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .literal, .int: true
    default: false
    }
  }

  private mutating func parsePostfix(_ operand: ID) -> ID {
    var operand = operand
    while current.kind != .end {
      let start = extents[operand].lowerBound
      if take(.dot) {
        let field = current
        switch field.kind {
        case .name, .reserved, .quotedName: break
        default:
          reportUnexpected()
          return operand
        }
        advance()
        if current.kind == .symbol(.openParenthesis), field.kind != .quotedName {
          operand = parseCall(field, receiver: operand, from: start)
        } else {
          operand = add(
            .select(operand, field: field.text), start..<field.range.upperBound, over: [operand])
        }
      } else if current.kind == .symbol(.openBracket) {
        let token = current
        advance()
        let index = parseExpression()
        close(.closeBracket, opened: token)
        operand = add(.index(operand, index), start..<previousEnd, over: [operand, index])
      } else {
        break
      }
    }
    return operand
  }

  private mutating func parseCall(_ name: Token, receiver: ID?, from start: Int) -> ID {
    let token = current
    advance()
    let arguments = parseList(until: .closeParenthesis, opened: token) { $0.parseExpression() }
    let call = SyntaxNode.Call(
      function: name.text, nameRange: name.range, receiver: receiver, arguments: arguments)
    return expand(call, start..<previousEnd)
  }

  private mutating func parseEntry() -> SyntaxNode.Entry {
    let key = parseExpression()
    guard take(.colon) else {
      reportUnexpected()
      return SyntaxNode.Entry(key: key, value: key)
    }
    return SyntaxNode.Entry(key: key, value: parseExpression())
  }

  private mutating func parseList<Element>(
    until end: Token.Symbol, opened: Token, _ element: (inout Parser) -> Element
  ) -> [Element] {
    var elements: [Element] = []
    while current.kind != .symbol(end), current.kind != .end {
      elements.append(element(&self))
      if current.kind == .symbol(.comma) {
        advance()
        isLost = false
      } else {
        break
      }
    }
    close(end, opened: opened)
    return elements
  }

  /// Passes the closing bracket; where something else stands, what is before it is passed over.
  private mutating func close(_ end: Token.Symbol, opened: Token) {
    if take(end) { return }
    if current.kind == .end {
      report(.notClosed, at: opened.range, ["found": .text(opened.text)])
      return
    }
    reportUnexpected()
    var open = 0
    while current.kind != .end {
      if case .symbol(let symbol) = current.kind {
        switch symbol {
        case .openParenthesis, .openBracket, .openBrace: open += 1
        case .closeParenthesis, .closeBracket, .closeBrace:
          if open == 0 {
            if symbol == end {
              advance()
              isLost = false
            }
            return
          }
          open -= 1
        default: break
        }
      }
      advance()
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
