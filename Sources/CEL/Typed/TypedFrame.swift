/// Where typed nodes read: the values that a program is given, or raw slots.
///
/// Whoever makes a frame has checked that there are as many slots as the program reads, and keeps
/// the memory until the evaluation is over.
struct TypedFrame {
  let values: UnsafePointer<Value>?
  let raw: UnsafePointer<RawSlot>?
  /// Loop variables: the address of a `Value`, or the position of a choice where slots are raw.
  let locals: UnsafeMutablePointer<UInt>

  /// Loops within loops.
  static let most = 4

  /// Calls with a frame that has room for loop variables.
  @inline(__always)
  static func with<Result>(
    values: UnsafePointer<Value>?, raw: UnsafePointer<RawSlot>?, _ evaluate: (TypedFrame) -> Result
  ) -> Result {
    var locals: (UInt, UInt, UInt, UInt) = (0, 0, 0, 0)
    return withUnsafeMutablePointer(to: &locals) { locals in
      locals.withMemoryRebound(to: UInt.self, capacity: most) { locals in
        evaluate(TypedFrame(values: values, raw: raw, locals: locals))
      }
    }
  }

  @inline(__always)
  func whole(_ slot: Int) -> Whole {
    if let values { return Self.whole(values + slot) }
    guard let raw else { return .gap(.unsure) }
    let slot = raw[slot]
    return slot.kind == .int
      ? Whole(Int64(bitPattern: slot.bits)) : .gap(slot.kind == .unknown ? .unknown : .unsure)
  }

  @inline(__always)
  func real(_ slot: Int) -> Real {
    if let values { return Self.real(values + slot) }
    guard let raw else { return .gap(.unsure) }
    let slot = raw[slot]
    return slot.kind == .double
      ? Real(Double(bitPattern: slot.bits)) : .gap(slot.kind == .unknown ? .unknown : .unsure)
  }

  @inline(__always)
  func truth(_ slot: Int) -> Truth {
    if let values {
      if case .bool(let bool) = values[slot] { return Truth(bool) }
      return Truth(values[slot].gap)
    }
    guard let raw else { return .unsure }
    let slot = raw[slot]
    if slot.kind == .bool { return Truth(slot.bits != 0) }
    return slot.kind == .unknown ? .unknown : .unsure
  }

  @inline(__always)
  func isAnswered(_ slot: Int) -> Truth {
    if let values {
      if case .unknown = values[slot] { return .no }
      return .yes
    }
    guard let raw else { return .unsure }
    return Truth(raw[slot].kind != .unknown)
  }

  @inline(__always)
  static func whole(_ value: UnsafePointer<Value>) -> Whole {
    if case .int(let int) = value.pointee { return Whole(int) }
    return .gap(value.pointee.gap)
  }

  @inline(__always)
  static func real(_ value: UnsafePointer<Value>) -> Real {
    if case .double(let double) = value.pointee { return Real(double) }
    return .gap(value.pointee.gap)
  }

  /// The value of a loop variable; `nil` where slots are raw.
  @inline(__always)
  func local(_ index: Int) -> UnsafePointer<Value>? {
    raw == nil ? UnsafePointer(bitPattern: locals[index]) : nil
  }
}

extension Value {
  /// Why a slot that should hold a value of some type does not.
  @inline(__always)
  var gap: Gap {
    switch self {
    case .unknown: .unknown
    case .error: .failed
    default: .unsure
    }
  }
}
