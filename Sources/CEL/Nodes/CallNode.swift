internal import Diagnostics

/// A call of a function, strict in its arguments.
final class CallNode: Node {
  let range: Range<Int>
  let parts: [any Node]
  let name: String
  private let overloads: [Overload]
  var leastSteps: Int { parts.totalLeastSteps }

  init(
    _ range: Range<Int>, _ name: String, _ overloads: [Overload], _ arguments: [any Node]
  ) {
    self.range = range
    self.name = name
    self.overloads = overloads
    parts = arguments
  }

  func evaluate(_ frame: inout Frame) -> Value {
    switch parts.count {
    case 1:
      let a = parts[0].evaluate(&frame)
      return a.isProper ? call(a, &frame.budget) : a
    case 2:
      let a = parts[0].evaluate(&frame)
      let b = parts[1].evaluate(&frame)
      return Absorption.of(a, b) ?? call(a, b, &frame.budget)
    default:
      var values: [Value] = []
      var open: Value?
      for part in parts {
        let value = part.evaluate(&frame)
        if value.isProper {
          values.append(value)
        } else {
          open = open.map { Absorption.join($0, value) } ?? value
        }
      }
      return open ?? call(values, &frame.budget)
    }
  }

  private func call(_ a: Value, _ budget: inout Budget) -> Value {
    // By index, because a copy of an overload is dearer than most functions.
    for index in overloads.indices
    where overloads[index].takes(count: 1) && overloads[index].admits(a, at: 0) {
      guard case .unary(let code) = overloads[index].implementation else { continue }
      do throws(Failure) {
        return try code(a, &budget)
      } catch {
        return failed(error)
      }
    }
    return call([a], &budget)
  }

  private func call(_ a: Value, _ b: Value, _ budget: inout Budget) -> Value {
    for index in overloads.indices
    where overloads[index].takes(count: 2) && overloads[index].admits(a, at: 0)
      && overloads[index].admits(b, at: 1)
    {
      guard case .binary(let code) = overloads[index].implementation else { continue }
      do throws(Failure) {
        return try code(a, b, &budget)
      } catch {
        return failed(error)
      }
    }
    return call([a, b], &budget)
  }

  private func call(_ values: [Value], _ budget: inout Budget) -> Value {
    for overload in overloads where overload.takes(count: values.count) {
      guard values.indices.allSatisfy({ overload.admits(values[$0], at: $0) }),
        case .any(let code) = overload.implementation
      else { continue }
      do throws(Failure) {
        return try code(values, &budget)
      } catch {
        return failed(error)
      }
    }
    return failed(noOverload(values))
  }

  private func noOverload(_ values: [Value]) -> Failure {
    overloads.isEmpty
      ? Failure(.unknownFunction, ["name": .text(name)])
      : Failure(
        .argumentTypes,
        [
          "name": .text(name),
          "types": .text(values.map(\.type.description).joined(separator: ", ")),
        ])
  }
}
