internal import DisplayWidth

/// A text that came from anywhere, made fit to stand in a picture: one paragraph of bounded length
/// that cannot act on what surrounds it.
struct Label: Sendable, Hashable {
  /// Words set apart by single spaces.
  let text: String
  let isBold: Bool

  init(_ text: String, isBold: Bool = false) {
    self.isBold = isBold
    var kept = ""
    // More than a picture ever shows, and little enough to measure many times.
    for character in text.prefix(400) {
      if character.isNewline || character.isWhitespace && character != "\u{A0}" {
        if !kept.isEmpty, kept.last != " " { kept.append(" ") }
        continue
      }
      // Marks upon marks would reach far above and below their line.
      var marks = 0
      let scalars = character.unicodeScalars.prefix(10).filter { scalar in
        if scalar.properties.generalCategory == .nonspacingMark { marks += 1 }
        return marks <= 3 && !Self.isDropped(scalar)
      }
      kept.append(String(String.UnicodeScalarView(scalars)).madeVisible)
    }
    if kept.last == " " { kept.removeLast() }
    self.text = kept
  }

  /// Soft hyphens, which are measured but not drawn, and code points that XML forbids.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{AD}" || scalar.value & 0xFFFE == 0xFFFE
  }

  func width(size: Double) -> Double { TextMeasure.width(of: text, size: size, isBold: isBold) }

  /// The text in lines no wider than there is room: broken between words, within a word only where
  /// it alone is wider; what goes beyond the last line is cut and ended by “…”. Empty for no text.
  func lines(width: Double, size: Double, most: Int = 3) -> [String] {
    func measure(_ text: some StringProtocol) -> Double {
      TextMeasure.width(of: text, size: size, isBold: isBold)
    }
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      if measure(rest) <= width {
        lines.append(String(rest))
        break
      }
      if lines.count == most - 1 {
        lines.append(cut(rest, width: width, measure: measure))
        break
      }
      let end = breakPoint(of: rest, width: width, measure: measure)
      lines.append(String(rest[..<end].drop { $0 == " " }.trimmingEnd()))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }

  /// Where the first line ends: after the last word that fits, else within the first.
  private func breakPoint(
    of text: Substring, width: Double, measure: (Substring) -> Double
  ) -> Substring.Index {
    var between: Substring.Index?
    var total = 0.0
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == " " { between = index }
      total += measure(text[index..<next])
      if total > width {
        return between ?? (index == text.startIndex ? next : index)
      }
      if text[index] == "-" || text[index] == "–" || text[index] == "/" { between = next }
      index = next
    }
    return text.endIndex
  }

  private func cut(_ text: Substring, width: Double, measure: (Substring) -> Double) -> String {
    var room = width - measure("…")
    var end = text.startIndex
    while end < text.endIndex {
      let next = text.index(after: end)
      room -= measure(text[end..<next])
      if room < 0 { break }
      end = next
    }
    return String(text[..<end].trimmingEnd()) + "…"
  }
}

extension Substring {
  fileprivate func trimmingEnd() -> Substring {
    var result = self
    while result.last == " " { result.removeLast() }
    return result
  }
}
