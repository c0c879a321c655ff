// Conversions and rounding of doubles call the system's mathematical library, which this links.
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A scalar in the form in which equal values of the language are equal in Swift: 1, 1u and 1.0
/// are one key, strings are compared byte by byte.
enum ScalarKey: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  /// Above the range of `int`.
  case uint(UInt64)
  /// Not a whole number, or outside the range of both integers.
  case double(Double)
  case string(ExactString)
  case bytes([UInt8])
  case timestamp(Timestamp)
  case duration(Duration)

  /// - Returns: `nil` for what equals nothing (NaN) or is no scalar.
  init?(_ value: Value) {
    switch value {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .int(let int): self = .int(int)
    case .uint(let uint):
      if let int = Int64(exactly: uint) { self = .int(int) } else { self = .uint(uint) }
    case .double(let double):
      if double.isNaN { return nil }
      if let int = Int64(exactly: double) {
        self = .int(int)
      } else if let uint = UInt64(exactly: double) {
        self = .uint(uint)
      } else {
        self = .double(double)
      }
    case .string(let string): self = .string(ExactString(string))
    case .bytes(let bytes): self = .bytes(bytes)
    case .timestamp(let timestamp): self = .timestamp(timestamp)
    case .duration(let duration): self = .duration(duration)
    case .list, .map, .type, .optional, .unknown, .error: return nil
    }
  }
}

/// A string that equals only the same code points, where Swift's own equality takes a letter with
/// a combining accent for the accented letter.
struct ExactString: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: ExactString, b: ExactString) -> Bool { a.text.isIdentical(to: b.text) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
