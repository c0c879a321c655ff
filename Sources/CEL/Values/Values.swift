/// A value of the language, or why there is none.
///
/// `==` of Swift compares kind and content (`.int(1)` is not `.uint(1)`); the `==` of the language
/// is another thing and lives in the evaluator.
public enum Value: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([Value])
  case map(MapValue)
  case timestamp(Timestamp)
  case duration(Duration)
  case type(CELType)
  /// A value that may be there or not.
  indirect case optional(Value?)
  /// The value depends on variables that have none yet.
  case unknown(UnknownSet)
  /// The evaluation failed.
  case error(EvaluationError)

  /// Whether this is a value, not an unknown and not an error.
  @inline(__always)
  public var isProper: Bool {
    switch self {
    case .unknown, .error: false
    default: true
    }
  }

  /// The number as a double; `nil` for what is no number.
  var numericValue: Double? {
    switch self {
    case .int(let int): Double(int)
    case .uint(let uint): Double(uint)
    case .double(let double): double
    default: nil
    }
  }

  /// The type as it is known at run time: elements of lists and maps are `dyn`.
  public var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .timestamp: .timestamp
    case .duration: .duration
    case .type(let type): .type(type)
    case .optional: .optional(.dyn)
    case .unknown: .dyn
    case .error: .error
    }
  }
}
