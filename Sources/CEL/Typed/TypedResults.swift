/// Why a typed node gives no value. Of several reasons the greatest stays.
enum Gap: UInt8, Comparable {
  /// There is a value.
  case none
  /// The evaluation fails.
  case failed
  /// It waits for a variable.
  case unknown
  /// Something is not as the types and the bounds have it, so the general nodes must say.
  case unsure

  @inline(__always)
  static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
}

/// A number, or why there is none.
struct Measured<Number: BitwiseCopyable> {
  var value: Number
  var gap: Gap

  @inline(__always)
  init(_ value: Number, _ gap: Gap = .none) {
    self.value = value
    self.gap = gap
  }
}

typealias Whole = Measured<Int64>
typealias Real = Measured<Double>

extension Measured<Int64> {
  @inline(__always)
  static func gap(_ gap: Gap) -> Self { Self(0, gap) }
}

extension Measured<Double> {
  @inline(__always)
  static func gap(_ gap: Gap) -> Self { Self(0, gap) }
}

/// True, false, or why it is neither.
enum Truth: UInt8 {
  case no, yes, failed, unknown, unsure

  @inline(__always)
  init(_ bool: Bool) { self = bool ? .yes : .no }

  @inline(__always)
  init(_ gap: Gap) {
    switch gap {
    case .none, .failed: self = .failed
    case .unknown: self = .unknown
    case .unsure: self = .unsure
    }
  }

  @inline(__always)
  var isDecided: Bool { rawValue <= Truth.yes.rawValue }

  @inline(__always)
  var gap: Gap {
    switch self {
    case .no, .yes: .none
    case .failed: .failed
    case .unknown: .unknown
    case .unsure: .unsure
    }
  }

  /// The weightier of two of which at least one is undecided.
  @inline(__always)
  func joined(_ other: Truth) -> Truth { rawValue < other.rawValue ? other : self }
}
