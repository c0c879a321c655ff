extension Provenance {
  /// Reads a plain or quoted scalar (without its quotes): white space around line breaks folds
  /// into a space or, with empty lines, into as many line feeds as there are empty lines.
  mutating func readFlow(_ bytes: [UInt8], _ range: Range<Int>, _ shape: Record.Shape) {
    let end = range.upperBound
    var index = range.lowerBound
    while index < end {
      let byte = bytes[index]
      if byte.isBlank || byte.isLineBreak {
        let space = whiteSpace(bytes, index..<end)
        index = space.range.upperBound
        switch space.breaks.count {
        case 0: copy(space.range)
        case 1: piece(1, space.range)
        default: for lineBreak in space.breaks.dropFirst() { piece(1, lineBreak) }
        }
      } else if shape == .singleQuoted, byte == UInt8(ascii: "'") {
        piece(1, index..<min(index + 2, end))
        index += 2
      } else if shape == .doubleQuoted, byte == UInt8(ascii: "\\") {
        if let joined = lineBreak(bytes, at: index + 1) {
          // An escaped line break vanishes; every empty line after it is a line feed.
          let space = whiteSpace(bytes, min(joined.upperBound, end)..<end)
          for lineBreak in space.breaks { piece(1, lineBreak) }
          index = space.range.upperBound
        } else {
          index = readEscape(bytes, index..<end)
        }
      } else {
        copy(index..<index + 1)
        index += 1
      }
    }
  }

  private func whiteSpace(
    _ bytes: [UInt8], _ range: Range<Int>
  ) -> (range: Range<Int>, breaks: [Range<Int>]) {
    var index = range.lowerBound
    var breaks: [Range<Int>] = []
    while index < range.upperBound {
      if let found = lineBreak(bytes, at: index) {
        breaks.append(found)
        index = found.upperBound
      } else if bytes[index].isBlank {
        index += 1
      } else {
        break
      }
    }
    return (range.lowerBound..<index, breaks)
  }

  /// Reads one escape sequence and gives the offset behind it.
  private mutating func readEscape(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let start = range.lowerBound
    guard start + 1 < range.upperBound else {
      copy(range)
      return range.upperBound
    }
    let digits: Int
    switch bytes[start + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case UInt8(ascii: "N"), UInt8(ascii: "_"):  // U+0085, U+00A0
      piece(2, start..<start + 2)
      return start + 2
    case UInt8(ascii: "L"), UInt8(ascii: "P"):  // U+2028, U+2029
      piece(3, start..<start + 2)
      return start + 2
    default:
      piece(1, start..<start + 2)
      return start + 2
    }
    let end = min(start + 2 + digits, range.upperBound)
    let value = UInt32(String(decoding: bytes[start + 2..<end], as: UTF8.self), radix: 16)
    let scalar = value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    piece(UTF8.width(scalar), start..<end)
    return end
  }
}
