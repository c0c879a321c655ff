/// What a scalar stands for, by the core schema of YAML 1.2.
///
/// Quoted and block scalars are strings, and so are `yes`, `No`, `on` and `1_000`.
public enum Content: Sendable, Equatable {
  /// `null`, `Null`, `NULL`, `~` or nothing.
  case null
  /// `true` or `false`, also capitalised or in capitals.
  case bool(Bool)
  /// `12`, `-7`, `0o17` or `0x1F`, within 64 bits.
  case integer(Int64)
  /// The text of a number with a fraction or an exponent, or of an integer beyond 64 bits,
  /// as it is written.
  case decimal(String)
  /// `.inf` or `-.inf`.
  case infinity(negative: Bool)
  /// `.nan`.
  case nan
  /// Everything else.
  case string(String)
}

extension Content {
  /// Interprets a text; `nil` when it does not fit the tag.
  init?(_ text: UnsafeBufferPointer<UInt8>, shape: Record.Shape, tag: CoreTag) {
    switch tag {
    case .none:
      self = shape == .plain ? Self.plain(text) : Self.verbatim(text)
    case .verbatim, .string, .sequence, .mapping:
      self = Self.verbatim(text)
    case .null:
      guard case .null = Self.plain(text) else { return nil }
      self = .null
    case .boolean:
      guard case .bool(let value) = Self.plain(text) else { return nil }
      self = .bool(value)
    case .integer:
      let content = Self.plain(text)
      switch content {
      case .integer: self = content
      case .decimal where Self.isDigits(text): self = content
      default: return nil
      }
    case .decimal:
      let content = Self.plain(text)
      switch content {
      case .decimal, .infinity, .nan: self = content
      case .integer where Self.isDigits(text):
        self = .decimal(String(decoding: text, as: UTF8.self))
      default: return nil
      }
    }
  }

  private static func verbatim(_ text: UnsafeBufferPointer<UInt8>) -> Self {
    .string(String(decoding: text, as: UTF8.self))
  }

  private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Self {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return number(text) ?? verbatim(text)
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      guard text.count <= 5 else { return verbatim(text) }
      switch String(decoding: text, as: UTF8.self) {
      case "~", "null", "Null", "NULL": return .null
      case "true", "True", "TRUE": return .bool(true)
      case "false", "False", "FALSE": return .bool(false)
      case let word: return .string(word)
      }
    default: return verbatim(text)
    }
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Self? {
    if text.count > 2, text[0] == UInt8(ascii: "0") {
      if text[1] == UInt8(ascii: "x") { return integer(text[2...], radix: 16, of: text) }
      if text[1] == UInt8(ascii: "o") { return integer(text[2...], radix: 8, of: text) }
    }
    let sign = text[0]
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    let digits = isSigned ? text[1...] : text[...]
    if let integer = integer(
      digits, radix: 10, isNegative: sign == UInt8(ascii: "-"), of: text)
    {
      return integer
    }
    if isDecimal(digits) { return .decimal(String(decoding: text, as: UTF8.self)) }
    guard digits.count == 4 else { return nil }
    switch String(decoding: digits, as: UTF8.self) {
    case ".inf", ".Inf", ".INF": return .infinity(negative: sign == UInt8(ascii: "-"))
    case ".nan", ".NaN", ".NAN": return isSigned ? nil : .nan
    default: return nil
    }
  }

  /// An integer, or its text when it has more than 64 bits; `nil` when it is none.
  private static func integer(
    _ digits: Slice<UnsafeBufferPointer<UInt8>>, radix: Int64, isNegative: Bool = false,
    of text: UnsafeBufferPointer<UInt8>
  ) -> Self? {
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    var overflows = false
    for digit in digits {
      guard let digit = hexadecimalDigit(digit), digit < radix else { return nil }
      guard !overflows else { continue }
      // Counted downwards, because the least integer has no positive counterpart.
      let (product, isTooLow) = value.multipliedReportingOverflow(by: radix)
      let (difference, isLower) = product.subtractingReportingOverflow(digit)
      overflows = isTooLow || isLower
      value = difference
    }
    if overflows || !isNegative && value == .min {
      return .decimal(String(decoding: text, as: UTF8.self))
    }
    return .integer(isNegative ? value : -value)
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> Int64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int64(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int64(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int64(byte) - 55
    default: nil
    }
  }

  /// Whether digits match `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
  private static func isDecimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = digits
    func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
    let whole = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(whole)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = rest.prefix(while: isDigit).count
      guard whole + fraction > 0 else { return false }
      rest = rest.dropFirst(fraction)
    } else if whole == 0 {
      return false
    }
    guard let exponent = rest.first else { return true }
    guard exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "E") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  /// Whether a number is written in decimal digits only, but for its sign.
  private static func isDigits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let sign = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    return text.dropFirst(sign ? 1 : 0).allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }
}
