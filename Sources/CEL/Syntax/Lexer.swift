internal import Diagnostics

/// Cuts a source into tokens. What cannot be read is reported and passed over.
struct Lexer {
  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  var findings: [Finding] = []
  private var position = 0

  /// - Complexity: O(*n*).
  static func tokens(of source: String) -> (tokens: [Token], findings: [Finding]) {
    var lexer = Lexer(bytes: Array(source.utf8))
    lexer.run()
    return (lexer.tokens, lexer.findings)
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func run() {
    while true {
      skipBlanks()
      guard position < bytes.count else { break }
      let token = next()
      tokens.append(token)
      position = token.range.upperBound
    }
    tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
      case UInt8(ascii: "/") where byte(position + 1) == UInt8(ascii: "/"):
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      default: return
      }
    }
  }

  private mutating func next() -> Token {
    let start = position
    let first = bytes[start]
    if first.isDigit || (first == UInt8(ascii: ".") && byte(start + 1).isDigit) {
      return number(at: start)
    }
    if let string = string(at: start) { return string }
    if first.startsName { return word(at: start) }
    if first == UInt8(ascii: "`") { return quotedName(at: start) }
    return symbol(at: start)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func word(at start: Int) -> Token {
    var end = start
    while byte(end).continuesName { end += 1 }
    if isForeignLetter(at: end) { return foreignName(start, end) }
    let text = text(start..<end)
    let kind: Token.Kind
    var literal: Value?
    switch text {
    case "true", "false":
      kind = .literal
      literal = .bool(text == "true")
    case "null":
      kind = .literal
      literal = .null
    case "in": kind = .symbol(.in)
    default: kind = Token.reservedWords.contains(text) ? .reserved : .name
    }
    return Token(kind: kind, range: start..<end, text: text, literal: literal)
  }

  private mutating func quotedName(at start: Int) -> Token {
    var end = start + 1
    while byte(end).continuesName || [0x20, 0x2D, 0x2E, 0x2F].contains(byte(end)) { end += 1 }
    guard byte(end) == UInt8(ascii: "`"), end > start + 1 else {
      return invalid(start..<start + 1, .unexpectedCharacter)
    }
    return Token(kind: .quotedName, range: start..<end + 1, text: text(start + 1..<end))
  }

  private mutating func symbol(at start: Int) -> Token {
    if let torn = tornOperator(at: start) { return torn }
    for length in [3, 2, 1] where start + length <= bytes.count {
      let range = start..<start + length
      if length < 3, let symbol = Self.symbols[Self.key(bytes[range])] {
        return Token(kind: .symbol(symbol), range: range, text: symbol.rawValue)
      }
      if range.allSatisfy({ bytes[$0] < 0x80 }), let symbol = Token.spellings[text(range)] {
        return respelled(symbol, text(range), range)
      }
    }
    return character(at: start)
  }

  private static let symbols: [UInt16: Token.Symbol] = Dictionary(
    uniqueKeysWithValues: Token.Symbol.allCases.map { (key($0.rawValue.utf8), $0) })

  /// One or two bytes as one number.
  private static func key(_ bytes: some Sequence<UInt8>) -> UInt16 {
    bytes.reduce(0) { $0 << 8 | UInt16($1) }
  }

  private static let signs: Set<UInt8> = Set("<>=!&|".utf8)

  /// An operator of two signs that have come apart, such as `> =`.
  private mutating func tornOperator(at start: Int) -> Token? {
    guard byte(start + 1) == 0x20, Self.signs.contains(byte(start)) else { return nil }
    var second = start + 2
    while byte(second) == 0x20 { second += 1 }
    // A `!` may begin what follows.
    guard Self.signs.contains(byte(second)), byte(second) != UInt8(ascii: "!"),
      !Self.signs.contains(byte(second + 1))
    else { return nil }
    let joined = text(start..<start + 1) + text(second..<second + 1)
    guard let symbol = Token.Symbol(rawValue: joined) ?? Token.spellings[joined]
    else { return nil }
    return respelled(symbol, text(start..<second + 1), start..<second + 1)
  }

  /// Takes the operator of another notation as the one that is meant, and says so.
  private mutating func respelled(
    _ symbol: Token.Symbol, _ text: String, _ range: Range<Int>
  ) -> Token {
    findings.append(
      Finding(
        .operatorSpelling, at: range,
        ["found": .text(text), "operator": .text(symbol.rawValue)]))
    return Token(kind: .symbol(symbol), range: range, text: text, isTold: true)
  }

  private static let quotes: Set<String> = ["“", "”", "„", "‘", "’", "‚", "«", "»"]

  /// A character that begins nothing.
  private mutating func character(at start: Int) -> Token {
    let end = characterEnd(start)
    let text = text(start..<end)
    if let symbol = Token.spellings[text] { return respelled(symbol, text, start..<end) }
    if Self.quotes.contains(text) { return typographicString(start, end) }
    if isForeignLetter(at: start) { return foreignName(start, end) }
    return invalid(start..<end, .unexpectedCharacter)
  }

  private func characterEnd(_ start: Int) -> Int {
    var end = start + 1
    while byte(end) & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private func isForeignLetter(at start: Int) -> Bool {
    guard byte(start) >= 0x80 else { return false }
    return text(start..<characterEnd(start)).unicodeScalars.allSatisfy(\.properties.isAlphabetic)
  }

  /// A name with letters that names cannot have, told once and whole.
  private mutating func foreignName(_ start: Int, _ end: Int) -> Token {
    var end = end
    while byte(end).continuesName || isForeignLetter(at: end) {
      end = characterEnd(end)
    }
    return invalid(start..<end, .nameLetters)
  }

  /// A string in the quotes of books: told, and then taken as the string that is meant.
  private mutating func typographicString(_ start: Int, _ contentStart: Int) -> Token {
    let opening = invalid(start..<contentStart, .typographicQuote)
    var end = contentStart
    while end < bytes.count, bytes[end] != 0x0A {
      let next = characterEnd(end)
      if Self.quotes.contains(text(end..<next)) {
        return Token(
          kind: .literal, range: start..<next, literal: .string(text(contentStart..<end)))
      }
      end = next
    }
    return opening
  }

  mutating func invalid(_ range: Range<Int>, _ code: Diagnostic.Code) -> Token {
    findings.append(Finding(code, at: range, ["found": .text(text(range))]))
    return Token(kind: .invalid, range: range)
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var startsName: Bool {
    let lower = self | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || self == UInt8(ascii: "_")
  }

  var continuesName: Bool { startsName || isDigit }

  /// The value of a hexadecimal digit.
  var hexadecimalDigit: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
