internal import Diagnostics

extension Lexer {
  /// Reads `12`, `12u`, `0x1F`, `1.5`, `.5`, `1e-3`.
  mutating func number(at start: Int) -> Token {
    var end = start
    let isHexadecimal =
      byte(start) == UInt8(ascii: "0") && byte(start + 1) | 0x20 == UInt8(ascii: "x")
    var isDouble = false
    if isHexadecimal {
      end += 2
      while byte(end).hexadecimalDigit != nil { end += 1 }
    } else {
      while byte(end).isDigit { end += 1 }
      if byte(end) == UInt8(ascii: "."), byte(end + 1).isDigit {
        isDouble = true
        end += 1
        while byte(end).isDigit { end += 1 }
      }
      if byte(end) | 0x20 == UInt8(ascii: "e") {
        var exponent = end + 1
        if byte(exponent) == UInt8(ascii: "+") || byte(exponent) == UInt8(ascii: "-") {
          exponent += 1
        }
        if byte(exponent).isDigit {
          isDouble = true
          end = exponent
          while byte(end).isDigit { end += 1 }
        }
      }
    }
    let digits = end
    let isUnsigned = !isDouble && byte(end) | 0x20 == UInt8(ascii: "u")
    if isUnsigned { end += 1 }
    guard !byte(end).continuesName, byte(end) < 0x80 else {
      while byte(end).continuesName || byte(end) >= 0x80 { end += 1 }
      return invalid(start..<end, .malformedNumber)
    }
    return isDouble
      ? double(start..<end)
      : integer(
        start..<end, digits: isHexadecimal ? start + 2..<digits : start..<digits,
        radix: isHexadecimal ? 16 : 10, isUnsigned: isUnsigned)
  }

  private mutating func double(_ range: Range<Int>) -> Token {
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else {
      return invalid(range, .numberRange)
    }
    return Token(kind: .literal, range: range, literal: .double(value))
  }

  private mutating func integer(
    _ range: Range<Int>, digits: Range<Int>, radix: Int, isUnsigned: Bool
  ) -> Token {
    guard !digits.isEmpty else { return invalid(range, .malformedNumber) }
    let text = String(decoding: bytes[digits], as: UTF8.self)
    // 2^63 is an int only behind a minus; the parser knows.
    guard let value = UInt64(text, radix: radix),
      isUnsigned || value <= Int64.min.magnitude
    else { return invalid(range, .numberRange) }
    return Token(kind: isUnsigned ? .literal : .int, range: range, literal: .uint(value))
  }
}
