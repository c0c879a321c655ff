extension Lexer {
  /// Where a stretch of a string's content stands in the source, if all its escapes are known.
  ///
  /// - Parameters:
  ///   - content: In bytes of what the string stands for.
  ///   - literal: In bytes of the source, with quotes.
  static func place(
    of content: Range<Int>, inLiteralAt literal: Range<Int>, of source: String
  ) -> Range<Int>? {
    let lexer = Lexer(bytes: Array(source.utf8))
    guard let quotation = lexer.quotation(at: literal.lowerBound),
      let starts = lexer.starts(in: quotation),
      content.lowerBound >= 0, content.upperBound < starts.count
    else { return nil }
    return starts[content.lowerBound]..<starts[content.upperBound]
  }

  /// For each byte of the content, and for its end, where in the source that begins which it
  /// belongs to: itself, or an escape.
  private func starts(in quotation: Quotation) -> [Int]? {
    var starts: [Int] = []
    var index = quotation.contentStart
    let end = quotation.contentEnd ?? index
    while index < end {
      guard !quotation.isRaw, byte(index) == UInt8(ascii: "\\") else {
        starts.append(index)
        index += 1
        continue
      }
      let escape = escape(at: index, isBytes: false)
      guard let value = escape.value else { return nil }
      starts += repeatElement(index, count: value.count)
      index = escape.end
    }
    return starts + [end]
  }
}
