/// A list that a variable holds, as loops and tests of typed plans read it.
struct TypedList: Sendable {
  let slot: Int
  /// The length up to which the typed plan may run without counting steps.
  let longest: Int

  /// Calls with the elements of a list.
  @inline(__always)
  func read<Result>(
    _ frame: TypedFrame, none: (Gap) -> Result, raw: (UInt64) -> Result,
    elements: (UnsafeBufferPointer<Value>) -> Result
  ) -> Result {
    if let values = frame.values {
      guard case .list(let list) = values[slot] else { return none(values[slot].gap) }
      guard list.count <= longest else { return none(.unsure) }
      return list.withUnsafeBufferPointer(elements)
    }
    guard let slots = frame.raw else { return none(.unsure) }
    let slot = slots[slot]
    guard slot.kind == .choices else { return none(slot.kind == .unknown ? .unknown : .unsure) }
    return raw(slot.bits)
  }
}

/// The number of elements of a list.
final class TypedListSize: WholeNode {
  private let list: TypedList

  init(_ list: TypedList) { self.list = list }

  func evaluate(_ frame: TypedFrame) -> Whole {
    list.read(
      frame, none: Whole.gap, raw: { Whole(Int64($0.nonzeroBitCount)) },
      elements: { Whole(Int64($0.count)) })
  }
}

/// A constant text looked for in a list of choices or texts.
final class TypedListMembership: ConditionNode {
  private let constant: TypedText
  private let bit: UInt64
  private let list: TypedList

  init(_ constant: String, position: Int?, _ list: TypedList) {
    self.constant = TypedText(constant)
    bit = position.map { $0 < 64 ? 1 << $0 : 0 } ?? 0
    self.list = list
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    list.read(
      frame, none: Truth.init, raw: { Truth($0 & bit != 0) },
      elements: { elements in
        for index in elements.indices {
          guard case .string(let text) = elements[index] else { return .unsure }
          if constant.isIdentical(to: text) { return .yes }
        }
        return .no
      })
  }
}

/// A loop of a typed plan, which asks a condition of each element.
struct TypedLoop: Sendable {
  let list: TypedList
  let local: Int
  let predicate: any ConditionNode

  /// Calls with what the predicate says of each element until told to stop.
  @inline(__always)
  func forEach(_ frame: TypedFrame, _ visit: (Truth) -> Bool) -> Gap {
    let locals = frame.locals
    return list.read(
      frame, none: { $0 },
      raw: { bits in
        var rest = bits
        while rest != 0 {
          locals[local] = UInt(rest.trailingZeroBitCount)
          rest &= rest - 1
          if !visit(predicate.evaluate(frame)) { return .none }
        }
        return .none
      },
      elements: { elements in
        guard let first = elements.baseAddress else { return .none }
        for index in 0..<elements.count {
          locals[local] = UInt(bitPattern: first + index)
          if !visit(predicate.evaluate(frame)) { return .none }
        }
        return .none
      })
  }
}

/// `all` and `exists`
final class TypedQuantifier: ConditionNode {
  private let loop: TypedLoop
  private let decisive: Truth

  init(_ loop: TypedLoop, decisive: Bool) {
    self.loop = loop
    self.decisive = Truth(decisive)
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    var result: Truth = decisive == .yes ? .no : .yes
    let gap = loop.forEach(frame) { truth in
      if truth == decisive {
        result = truth
        return false
      }
      if !truth.isDecided { result = result.joined(truth) }
      return true
    }
    return gap == .none ? result : Truth(gap)
  }
}

/// How many elements fulfil a condition: the size of a filtered list that nobody needs to build.
final class TypedCount: WholeNode {
  private let loop: TypedLoop

  init(_ loop: TypedLoop) { self.loop = loop }

  func evaluate(_ frame: TypedFrame) -> Whole {
    var count: Int64 = 0
    var open = Gap.none
    let gap = loop.forEach(frame) { truth in
      if truth == .yes { count += 1 }
      open = max(open, truth.gap)
      return true
    }
    return Whole(count, gap == .none ? open : gap)
  }
}
