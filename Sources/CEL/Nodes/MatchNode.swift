internal import Diagnostics
internal import RegularExpressions

/// `matches` with a pattern that was compiled when the expression was planned.
final class MatchNode: Node {
  let range: Range<Int>
  let parts: [any Node]
  private let pattern: RegularExpression

  init(_ range: Range<Int>, _ text: any Node, _ pattern: RegularExpression) {
    self.range = range
    self.pattern = pattern
    parts = [text]
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = parts[0].evaluate(&frame)
    guard value.isProper else { return value }
    do throws(Failure) {
      guard case .string(let text) = value else {
        throw Failure(
          .argumentTypes,
          ["name": .text("matches"), "types": .text("\(value.type), \(CELType.string)")])
      }
      return .bool(try pattern.matches(in: text, &frame.budget))
    } catch {
      return failed(error)
    }
  }
}
