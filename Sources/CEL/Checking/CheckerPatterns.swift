internal import Diagnostics
internal import RegularExpressions

extension Checker {
  /// Compiles the pattern of a call of `matches` if it is written out, once for all evaluations.
  mutating func checkPattern(_ id: ID, _ call: SyntaxNode.Call) {
    guard call.function == "matches", let argument = call.arguments.last,
      case .literal(.string(let pattern)) = tree[argument].kind
    else { return }
    do throws(PatternError) {
      checked.patterns[id] = try RegularExpression(pattern)
    } catch {
      // An escape that stands for nothing has been reported, and what is left is not the pattern.
      guard
        let place = Lexer.place(of: error.range, inLiteralAt: tree[argument].range, of: source)
      else { return }
      report(error.code, at: place, error.arguments(in: pattern))
    }
  }
}
