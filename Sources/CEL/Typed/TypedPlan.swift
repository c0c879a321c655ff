/// A whole expression as typed nodes.
final class TypedPlan: Sendable {
  enum Root {
    case condition(any ConditionNode)
    case whole(any WholeNode)
    case real(any RealNode)
  }

  // One of the three: a constant of an object is read without counting a reference, the payload
  // of an enumeration is not.
  let condition: (any ConditionNode)?
  let whole: (any WholeNode)?
  let real: (any RealNode)?
  /// How many slots there must be.
  let slotCount: Int
  /// Whether all that is read has a raw form.
  let isRaw: Bool
  /// The most steps that the general nodes could take in its stead.
  let steps: Int

  init(_ root: Root, slotCount: Int, isRaw: Bool, steps: Int) {
    (condition, whole, real) =
      switch root {
      case .condition(let node): (node, nil, nil)
      case .whole(let node): (nil, node, nil)
      case .real(let node): (nil, nil, node)
      }
    self.slotCount = slotCount
    self.isRaw = isRaw
    self.steps = steps
  }

  /// The value, or `nil` for whatever is not plainly a value: unknowns and errors, which the
  /// general nodes tell exactly.
  func evaluate(_ slots: [Value]) -> Value? {
    guard slots.count >= slotCount else { return nil }
    return slots.withUnsafeBufferPointer { slots in
      TypedFrame.with(values: slots.baseAddress, raw: nil, value)
    }
  }

  @inline(__always)
  private func value(_ frame: TypedFrame) -> Value? {
    if let condition {
      let truth = condition.evaluate(frame)
      return truth.isDecided ? .bool(truth == .yes) : nil
    }
    if let real {
      let real = real.evaluate(frame)
      return real.gap == .none ? .double(real.value) : nil
    }
    let whole = whole?.evaluate(frame) ?? .gap(.unsure)
    return whole.gap == .none ? .int(whole.value) : nil
  }

  // MARK: Raw slots

  func truth(_ slots: UnsafeBufferPointer<RawSlot>) -> Truth {
    guard let condition, slots.count >= slotCount else { return .unsure }
    return TypedFrame.with(values: nil, raw: slots.baseAddress, condition.evaluate)
  }

  func number(_ slots: UnsafeBufferPointer<RawSlot>) -> Real {
    guard slots.count >= slotCount else { return .gap(.unsure) }
    return TypedFrame.with(values: nil, raw: slots.baseAddress) { frame in
      if let real { return real.evaluate(frame) }
      let whole = whole?.evaluate(frame) ?? .gap(.unsure)
      return Real(Double(whole.value), whole.gap)
    }
  }
}
