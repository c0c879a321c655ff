/// Operators of one precedence in a row, from the left: one level, however long.
final class ChainNode: Node {
  struct Link: Sendable {
    var symbol: ArithmeticOperator
    var operand: any Node
    /// Whether what has come so far is an int that becomes a double.
    var promotesBefore: Bool
  }

  let range: Range<Int>
  let first: any Node
  let links: [Link]
  var parts: [any Node] { [first] + links.map(\.operand) }
  var leastSteps: Int { parts.totalLeastSteps }

  init(_ range: Range<Int>, _ first: any Node, _ links: [Link]) {
    self.range = range
    self.first = first
    self.links = links
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var result = first.evaluate(&frame)
    for link in links {
      let operand = link.operand.evaluate(&frame)
      if let absorbed = Absorption.of(result, operand) {
        result = absorbed
        continue
      }
      if link.promotesBefore { result = result.promoted }
      do throws(Failure) {
        result = try link.symbol.apply(result, operand, &frame.budget)
      } catch {
        result = failed(error)
      }
    }
    return result
  }
}

/// The unary `-`.
final class NegationNode: Node {
  let range: Range<Int>
  private let operand: any Node
  var parts: [any Node] { [operand] }
  var leastSteps: Int { parts.totalLeastSteps }

  init(_ range: Range<Int>, _ operand: any Node) {
    self.range = range
    self.operand = operand
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    guard value.isProper else { return value }
    do throws(Failure) {
      return try ArithmeticOperator.negate(value)
    } catch {
      return failed(error)
    }
  }
}

/// An int taken as a double, where the survey profile mixes the two.
final class PromotionNode: Node {
  private let operand: any Node
  var range: Range<Int> { operand.range }
  var parts: [any Node] { [operand] }
  var leastSteps: Int { parts.totalLeastSteps }

  init(_ operand: any Node) { self.operand = operand }

  func evaluate(_ frame: inout Frame) -> Value { operand.evaluate(&frame).promoted }

  /// Written nowhere, so explained as its operand, with the number that counts.
  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    var explanation = operand.explain(&frame, in: source)
    explanation.value = explanation.value.promoted
    return explanation
  }
}

extension Value {
  /// An int as a double, anything else as it is.
  fileprivate var promoted: Value {
    if case .int(let int) = self { .double(Double(int)) } else { self }
  }
}
