internal import Diagnostics

/// Literals, names, calls, fields, elements and what stands in brackets.
extension Parser {
  mutating func parsePrimary() -> ID {
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
      let elements = parseList(until: .closeBracket, opened: token) { $0.parseElement() }
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

  mutating func integer(_ token: Token) -> ID {
    guard case .uint(let magnitude)? = token.literal, let value = Int64(exactly: magnitude) else {
      report(.numberRange, at: token.range, ["found": .text(written(token))])
      regain()
      return add(.invalid, token.range)
    }
    return add(.literal(.int(value)), token.range)
  }

  mutating func checkLength(_ count: Int, _ token: Token) {
    guard count > Limits.literalElements else { return }
    report(.literalTooLong, at: token.range, ["limit": .count(Limits.literalElements)])
  }

  mutating func parseName(_ token: Token, from start: Int, isAbsolute: Bool) -> ID {
    advance()
    let range = start..<token.range.upperBound
    let isNot = Token.spellings[token.text] == .not && !isAbsolute
    if current.kind == .symbol(.openParenthesis), !isNot {
      return parseCall(token, receiver: nil, from: start)
    }
    if isNot, startsOperand(current) {
      report(
        .operatorSpelling, at: token.range, ["found": .text(token.text), "operator": .text("!")])
      regain()
      let operand = parseOperand()
      return add(.not(operand), span(from: start, to: operand), over: [operand])
    }
    return add(.name(token.text, isAbsolute: isAbsolute), range)
  }

  func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .literal, .int, .symbol(.openParenthesis), .symbol(.not): true
    default: false
    }
  }

  mutating func parsePostfix(_ operand: ID) -> ID {
    var operand = operand
    while current.kind != .end {
      let start = extents[operand].lowerBound
      if take(.dot) {
        let isOptional = take(.question)
        let field = current
        switch field.kind {
        case .name, .reserved, .quotedName: break
        default:
          reportUnexpected()
          return operand
        }
        advance()
        if current.kind == .symbol(.openParenthesis), field.kind != .quotedName, !isOptional {
          operand = parseCall(field, receiver: operand, from: start)
        } else {
          operand = add(
            isOptional
              ? .optionalSelect(operand, field: field.text) : .select(operand, field: field.text),
            start..<field.range.upperBound, over: [operand])
        }
      } else if current.kind == .symbol(.openBracket) {
        let token = current
        advance()
        let isOptional = take(.question)
        let index = parseExpression()
        close(.closeBracket, opened: token)
        operand = add(
          isOptional ? .optionalIndex(operand, index) : .index(operand, index),
          start..<previousEnd, over: [operand, index])
      } else {
        break
      }
    }
    return operand
  }

  mutating func parseCall(_ name: Token, receiver: ID?, from start: Int) -> ID {
    let token = current
    advance()
    let arguments = parseList(until: .closeParenthesis, opened: token) { $0.parseExpression() }
    let call = SyntaxNode.Call(
      function: name.text, nameRange: name.range, receiver: receiver, arguments: arguments)
    return expand(call, start..<previousEnd)
  }
}
