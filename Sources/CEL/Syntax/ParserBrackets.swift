internal import Diagnostics

/// What stands between brackets, and how the parser finds its way out of them.
extension Parser {
  mutating func parseList<Element>(
    until end: Token.Symbol, opened: Token, _ element: (inout Parser) -> Element
  ) -> [Element] {
    var elements: [Element] = []
    while current.kind != .symbol(end), current.kind != .end {
      elements.append(element(&self))
      if current.kind == .symbol(.comma) {
        advance()
        regain()
      } else {
        break
      }
    }
    close(end, opened: opened)
    return elements
  }

  /// Passes the closing bracket; where something else stands, what is before it is passed over.
  mutating func close(_ end: Token.Symbol, opened: Token) {
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
              regain()
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
