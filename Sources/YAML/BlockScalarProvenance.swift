extension Provenance {
  /// Reads a literal or folded scalar from its indicator on.
  ///
  /// How far it is indented follows from the decoded text, which shows how many of the spaces
  /// before the first line belong to it; so indentation indicators need not be understood.
  mutating func readBlock(
    _ bytes: [UInt8], from start: Int, _ text: UnsafeBufferPointer<UInt8>, isFolded: Bool
  ) {
    var line = Self.endOfLine(bytes, start)
    line = lineBreak(bytes, at: line)?.upperBound ?? line
    let emptyLines = text.prefix { $0 == 0x0A }.count
    var breaks: [Range<Int>] = []
    for _ in 0..<emptyLines {
      guard let found = lineBreak(bytes, at: Self.endOfSpaces(bytes, line)) else { return }
      breaks.append(found)
      line = found.upperBound
    }
    guard emptyLines < text.count else {
      for lineBreak in breaks { piece(1, lineBreak) }
      return
    }
    let spacesInText = text[emptyLines...].prefix { $0 == 0x20 }.count
    let indentation = Self.endOfSpaces(bytes, line) - line - spacesInText
    guard indentation > 0 else { return }
    readLines(bytes, from: line, indentation, text.count, isFolded: isFolded, breaks)
  }

  /// Reads the lines, the first of which is not empty.
  ///
  /// - Parameter breaks: The breaks of the empty lines before it.
  private mutating func readLines(
    _ bytes: [UInt8], from start: Int, _ indentation: Int, _ size: Int, isFolded: Bool,
    _ breaks: [Range<Int>]
  ) {
    var line = start
    /// The break of the last line, and those of the empty lines after it.
    var lastBreak: Range<Int>?
    var emptyBreaks = breaks
    var isAfterIndented = false
    while count < size {
      let content = line + indentation
      let end = Self.endOfLine(bytes, line)
      guard content < end else { break }
      let isIndented = bytes[content].isBlank
      if let lastBreak {
        if !isFolded || isIndented || isAfterIndented {
          piece(1, lastBreak)
        } else if emptyBreaks.isEmpty {
          piece(1, lastBreak.lowerBound..<content)
        }
      }
      for lineBreak in emptyBreaks { piece(1, lineBreak) }
      copy(content..<end)
      isAfterIndented = isIndented
      emptyBreaks = []
      lastBreak = lineBreak(bytes, at: end)
      guard let lastBreak else { return }
      line = lastBreak.upperBound
      while true {
        let spaces = min(Self.endOfSpaces(bytes, line), line + indentation)
        guard let found = lineBreak(bytes, at: spaces) else { break }
        emptyBreaks.append(found)
        line = found.upperBound
      }
      if min(Self.endOfSpaces(bytes, line), line + indentation) < line + indentation { break }
    }
    // What chomping has left.
    if count < size, let lastBreak { piece(1, lastBreak) }
    for lineBreak in emptyBreaks where count < size { piece(1, lineBreak) }
  }

  private static func endOfLine(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, !bytes[index].isLineBreak { index += 1 }
    return index
  }

  private static func endOfSpaces(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index
  }
}
