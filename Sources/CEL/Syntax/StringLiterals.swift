internal import Diagnostics

extension Lexer {
  /// The quotes around a string or bytes, and what their prefix says.
  struct Quotation {
    var isRaw = false
    var isBytes = false
    var isTriple = false
    var contentStart = 0
    /// Where the content ends; `nil` if that is never.
    var contentEnd: Int?

    var quoteLength: Int { isTriple ? 3 : 1 }
  }

  /// Reads a string or bytes, if one begins here.
  mutating func string(at start: Int) -> Token? {
    guard let quotation = quotation(at: start) else { return nil }
    guard let contentEnd = quotation.contentEnd else {
      var lineEnd = start
      while lineEnd < bytes.count, quotation.isTriple || bytes[lineEnd] != 0x0A { lineEnd += 1 }
      findings.append(
        Finding(
          .unterminatedString, at: start..<min(quotation.contentStart, bytes.count)))
      return Token(kind: .invalid, range: start..<lineEnd)
    }
    let range = start..<contentEnd + quotation.quoteLength
    let content = quotation.contentStart..<contentEnd
    let decoded =
      quotation.isRaw ? Array(bytes[content]) : unescape(content, isBytes: quotation.isBytes)
    return Token(
      kind: .literal, range: range,
      literal: quotation.isBytes
        ? .bytes(decoded) : .string(String(decoding: decoded, as: UTF8.self)))
  }

  /// Finds the quotes of a string or bytes: `'…'`, `"…"`, `'''…'''`, `"""…"""`, each with `r` (no
  /// escapes), `b` (bytes) or both before it.
  func quotation(at start: Int) -> Quotation? {
    var quotation = Quotation()
    var quoteStart = start
    while quoteStart < start + 2 {
      let letter = byte(quoteStart) | 0x20
      if letter == UInt8(ascii: "r"), !quotation.isRaw {
        quotation.isRaw = true
      } else if letter == UInt8(ascii: "b"), !quotation.isBytes {
        quotation.isBytes = true
      } else {
        break
      }
      quoteStart += 1
    }
    let quote = byte(quoteStart)
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
    quotation.isTriple = byte(quoteStart + 1) == quote && byte(quoteStart + 2) == quote
    quotation.contentStart = quoteStart + quotation.quoteLength
    quotation.contentEnd = end(
      of: quote, isTriple: quotation.isTriple, isRaw: quotation.isRaw,
      from: quotation.contentStart)
    return quotation
  }

  private func end(of quote: UInt8, isTriple: Bool, isRaw: Bool, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), !isRaw {
        index += 2
        continue
      }
      if bytes[index] == quote,
        !isTriple || (byte(index + 1) == quote && byte(index + 2) == quote)
      {
        return index
      }
      if !isTriple, bytes[index] == 0x0A || bytes[index] == 0x0D { return nil }
      index += 1
    }
    return nil
  }

  private mutating func unescape(_ range: Range<Int>, isBytes: Bool) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        decoded.append(bytes[index])
        index += 1
        continue
      }
      let escape = escape(at: index, isBytes: isBytes)
      if let value = escape.value {
        decoded += value
      } else {
        findings.append(
          Finding(
            .unknownEscape, at: index..<escape.end,
            ["found": .text(String(decoding: bytes[index..<escape.end], as: UTF8.self))]))
      }
      index = escape.end
    }
    return decoded
  }

  /// The bytes that an escape stands for, `nil` if it is none, and where it ends.
  func escape(at start: Int, isBytes: Bool) -> (value: [UInt8]?, end: Int) {
    let letter = byte(start + 1)
    if let simple = Self.simpleEscapes[letter] { return ([simple], start + 2) }
    var digits = start + 2
    var count: Int
    var base: UInt32 = 16
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): count = 2
    case UInt8(ascii: "u") where !isBytes: count = 4
    case UInt8(ascii: "U") where !isBytes: count = 8
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      (count, base) = (3, 8)
      digits = start + 1
    default:
      var end = min(start + 2, bytes.count)
      while byte(end) & 0xC0 == 0x80 { end += 1 }
      return (nil, end)
    }
    var value: UInt32 = 0
    while count > 0 {
      guard let digit = byte(digits).hexadecimalDigit, digit < base else {
        return (nil, max(digits, start + 2))
      }
      value = value &* base &+ digit
      digits += 1
      count -= 1
    }
    if isBytes { return ([UInt8(truncatingIfNeeded: value)], digits) }
    guard let scalar = Unicode.Scalar(value) else { return (nil, digits) }
    return (Array(String(Character(scalar)).utf8), digits)
  }

  private static let simpleEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
    UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "?"): UInt8(ascii: "?"),
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
    UInt8(ascii: "`"): UInt8(ascii: "`"),
  ]
}
