/// The sizes that all pictures of one layout share, in units of the picture.
struct Measures: Sendable, Hashable {
  /// Of the whole picture.
  let width: Double
  /// Of all texts.
  let textSize: Double
  /// Whether labels stand above what they name.
  let isNarrow: Bool

  init(_ layout: ChartRenderer.Layout) {
    switch layout {
    // As wide as the text on an A4 page; 13 pixels of text there.
    case .wide: (width, textSize, isNarrow) = (640, 13, false)
    // 288 pixels are left at 320: texts are 11 pixels there.
    case .narrow: (width, textSize, isNarrow) = (360, 14, true)
    }
  }

  /// From baseline to baseline: more than a line's box, which browsers round up to pixels and which
  /// the caron of “Š” leaves.
  var lineHeight: Double { textSize * 1.35 }
  /// From the middle of a line to its baseline: half the height of a capital letter.
  var baselineBelowMiddle: Double { textSize * 0.365 }
  /// Between columns, and between a text and what it must not touch.
  var gap: Double { 12 }

  func width(of text: String, isBold: Bool = false) -> Double {
    TextMeasure.width(of: text, size: textSize, isBold: isBold)
  }

  func width(of lines: [String], isBold: Bool = false) -> Double {
    lines.map { width(of: $0, isBold: isBold) }.max() ?? 0
  }

  func lines(of text: String, width: Double, isBold: Bool = false, most: Int = 3) -> [String] {
    Label(text, isBold: isBold).lines(width: width, size: textSize, most: most)
  }
}
