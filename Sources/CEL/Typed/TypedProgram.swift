/// A program over raw slots, for evaluating one expression on very many assessments.
///
/// It gives what `Program.evaluate` gives for the same answers, without a `Value` anywhere and
/// without telling which variables an unknown waits for: for that, ask the program itself.
public struct TypedProgram: Sendable {
  /// A value, or why there is none.
  public enum Outcome<Wrapped: Sendable & Equatable>: Sendable, Equatable {
    case value(Wrapped)
    /// A variable that matters has no value yet.
    case unknown
    /// An overflow or a division by zero; or a slot whose form is not that of its type.
    case failed

    @inline(__always)
    init(_ gap: Gap, _ value: Wrapped) {
      switch gap {
      case .none: self = .value(value)
      case .unknown: self = .unknown
      case .failed, .unsure: self = .failed
      }
    }
  }

  private let plan: TypedPlan

  init?(_ plan: TypedPlan) {
    guard plan.isRaw else { return nil }
    self.plan = plan
  }

  /// How many slots each call must be given: one more than the highest slot that is read.
  public var slotCount: Int { plan.slotCount }

  /// Whether the program is a condition; else it is a number.
  public var isCondition: Bool { plan.condition != nil }

  /// The value of a condition; `failed` if the program is none, or if slots are missing.
  public func evaluateBool(_ slots: UnsafeBufferPointer<RawSlot>) -> Outcome<Bool> {
    let truth = plan.truth(slots)
    return Outcome(truth.gap, truth == .yes)
  }

  /// The value of a number, an int as a double; `failed` if the program is none, or if slots are
  /// missing. An int beyond 2⁵³ loses its last digits.
  public func evaluateNumber(_ slots: UnsafeBufferPointer<RawSlot>) -> Outcome<Double> {
    let number = plan.number(slots)
    return Outcome(number.gap, number.value)
  }

  /// The value of a condition over an array of slots.
  public func evaluateBool(_ slots: [RawSlot]) -> Outcome<Bool> {
    slots.withUnsafeBufferPointer(evaluateBool)
  }

  /// The value of a number over an array of slots.
  public func evaluateNumber(_ slots: [RawSlot]) -> Outcome<Double> {
    slots.withUnsafeBufferPointer(evaluateNumber)
  }
}
