extension PatternParser {
  /// What a backslash and the letters after it stand for.
  enum Escape {
    case scalar(Unicode.Scalar)
    case set(CharacterClass)
    case assertion(Assertion)
  }

  /// Reads an escape outside of brackets.
  mutating func escape() throws(PatternError) -> Escape {
    if let assertion = peek(1).flatMap(Self.assertion) {
      position += 2
      return .assertion(assertion)
    }
    return try escapeInClass()
  }

  private static func assertion(_ letter: Unicode.Scalar) -> Assertion? {
    switch letter {
    case "A": .beginText
    case "z": .endText
    case "b": .wordBoundary
    case "B": .noWordBoundary
    default: nil
    }
  }

  /// Reads an escape that stands for code points, as all between brackets do.
  mutating func escapeInClass() throws(PatternError) -> Escape {
    let start = position
    guard let letter = peek(1) else { throw error(.unknownEscape, from: start, to: start + 1) }
    position += 2
    switch letter {
    case "d", "D": return .set(finished(.digits, isInverted: letter == "D"))
    case "s", "S": return .set(finished(.perlSpaces, isInverted: letter == "S"))
    case "w", "W": return .set(finished(.wordCharacters, isInverted: letter == "W"))
    case "p", "P": return .set(try unicodeClass(from: start))
    case "C": throw error(.singleByte, from: start)
    case "k", "g": throw error(.backreference, from: start)
    case "x": return .scalar(try hexadecimal(from: start))
    case "0"..."9": return .scalar(try octal(letter, from: start))
    case "a": return .scalar("\u{07}")
    case "f": return .scalar("\u{0C}")
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "t": return .scalar("\t")
    case "v": return .scalar("\u{0B}")
    case "A"..."Z", "a"..."z": throw error(.unknownEscape, from: start)
    default:
      guard letter.isASCII else { throw error(.unknownEscape, from: start) }
      return .scalar(letter)
    }
  }

  /// A class that has been read: folded where case is ignored, and only then inverted.
  ///
  /// What is left of all code points without whole letters consists of whole letters, too, so a
  /// class can be finished inside of another.
  func finished(_ set: CharacterClass, isInverted: Bool) -> CharacterClass {
    let folded = flags.ignoresCase ? set.folded : set
    return isInverted ? folded.inverted : folded
  }

  /// `\x7F` or `\x{10FFFF}`, behind the `x`.
  private mutating func hexadecimal(from start: Int) throws(PatternError) -> Unicode.Scalar {
    let isBraced = skip("{")
    var value: UInt32 = 0
    var count = 0
    while let digit = peek()?.hexadecimalDigit, isBraced || count < 2 {
      value = min(value * 16 + digit, CharacterClass.lastScalar + 1)
      count += 1
      position += 1
    }
    let isClosed = isBraced ? count > 0 && skip("}") : count == 2
    guard isClosed, let scalar = Unicode.Scalar(value) else {
      throw error(.unknownEscape, from: start)
    }
    return scalar
  }

  /// Up to three octal digits; a single one that is not 0 would refer back to a group.
  private mutating func octal(
    _ first: Unicode.Scalar, from start: Int
  ) throws(PatternError) -> Unicode.Scalar {
    guard first == "0" || first < "8", let digit = first.digit,
      first == "0" || peek()?.octalDigit != nil
    else { throw error(.backreference, from: start) }
    var value = UInt32(digit)
    var count = 1
    while count < 3, let digit = peek()?.octalDigit {
      value = value * 8 + digit
      count += 1
      position += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw error(.unknownEscape, from: start) }
    return scalar
  }

  /// `\pL`, `\p{Lu}`, `\p{^Lu}`, `\P{Lu}`, behind the letter `p`.
  private mutating func unicodeClass(from start: Int) throws(PatternError) -> CharacterClass {
    var isInverted = scalars[start + 1] == "P"
    var name = ""
    if skip("{") {
      if skip("^") { isInverted.toggle() }
      while let scalar = peek(), scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard skip("}") else { throw error(.unknownUnicodeClass, from: start) }
    } else if let scalar = peek() {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard let set = CharacterClass.unicode(name) else {
      throw error(.unknownUnicodeClass, from: start)
    }
    return finished(set, isInverted: isInverted)
  }
}

extension Unicode.Scalar {
  fileprivate var octalDigit: UInt32? { "0"..."7" ~= self ? value - 0x30 : nil }

  fileprivate var hexadecimalDigit: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
