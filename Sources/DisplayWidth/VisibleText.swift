extension StringProtocol {
  /// The text with control characters, escapes and direction marks made visible, so that nothing
  /// read from a file can act on the terminal.
  public var madeVisible: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09: result.unicodeScalars.append(" ")
      case 0x00..<0x20:
        result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.unicodeScalars.append("\u{2421}")
      case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0xFEFF, 0x2028,
        0x2029:
        result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// The beginning of the text, cut to so many columns and ended by “…” where something is missing.
  public func keepingStart(columns: Int) -> String {
    guard displayWidth > columns else { return self }
    var width = 0
    var result = ""
    for character in self {
      width += character.displayWidth
      if width > columns - 1 { break }
      result.append(character)
    }
    return result + "…"
  }

  /// The end of the text, cut to so many columns and begun by “…” where something is missing.
  public func keepingEnd(columns: Int) -> String {
    guard displayWidth > columns else { return self }
    var width = 0
    var tail: [Character] = []
    for character in reversed() {
      width += character.displayWidth
      if width > columns - 1 { break }
      tail.append(character)
    }
    return "…" + String(tail.reversed())
  }
}
