internal import Diagnostics

// How findings about the tree are made.

extension Composer {
  mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < YAMLLimits.findings else {
      guard !isFinished else { return }
      return fail(
        Diagnostic(
          .tooManyFindings, at: diagnostic.place, ["limit": .count(YAMLLimits.findings)]))
    }
    diagnostics.append(diagnostic)
  }

  mutating func fail(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    isFinished = true
    isUnusable = true
  }

  mutating func tooDeep(_ place: Place) {
    fail(Diagnostic(.tooDeep, at: place, ["limit": .count(limits.depth)]))
  }

  mutating func tag(
    _ tag: UnsafeMutablePointer<UInt8>, _ shape: Record.Shape, _ properties: NodeProperties?
  ) -> CoreTag {
    let range = properties?.tag ?? lastEnd..<lastEnd
    let written = Diagnostic.Argument.text(file.text(range).shortened)
    guard let known = CoreTag(String(cString: tag)) else {
      report(Diagnostic(.unknownTag, at: Place(file, range), ["tag": written]))
      return .none
    }
    guard known.fits(shape) else {
      report(Diagnostic(.tagMismatch, at: Place(file, range), ["tag": written]))
      return .none
    }
    return known
  }

  /// Reports a text that does not fit its tag, and a hexadecimal or octal integer that is too
  /// large: unlike a decimal one, it has no other reading.
  mutating func checkText(
    _ text: UnsafeBufferPointer<UInt8>, of record: Record, _ properties: NodeProperties?
  ) {
    let hasRadix =
      text.count > 16 && text[0] == UInt8(ascii: "0")
      && (text[1] == UInt8(ascii: "x") || text[1] == UInt8(ascii: "o"))
    guard record.tag != .none || hasRadix && record.shape == .plain else { return }
    let place = Place(file, record.range)
    let content = Content(text, shape: record.shape, tag: record.tag)
    switch content {
    case nil:
      let tag = file.text(properties?.tag ?? 0..<0).shortened
      report(Diagnostic(.tagMismatch, at: place, ["tag": .text(tag)]))
    case .decimal(let text) where hasRadix:
      report(Diagnostic(.integerOutOfRange, at: place, ["text": .text(text.shortened)]))
    default: break
    }
  }

  /// The character at an offset; nothing at a line break and at the end.
  func character(at offset: Int) -> Range<Int> {
    guard offset < bytes.count, !bytes[offset].isLineBreak else { return offset..<offset }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }
}

extension String {
  /// A text of the file, short enough to be named in a sentence.
  var shortened: String { count > 80 ? prefix(79) + "…" : self }
}
