internal import DisplayWidth

/// How wide text is in DejaVu Sans, without setting it. Verdana, which stands in where the font is
/// not installed, has nearly the same letters and none that is notably wider.
public enum TextMeasure {
  /// From the baseline to the top of a line's box, in type sizes. Source: the font's `hhea`.
  public static let ascent = 1901.0 / 2048
  /// From the baseline to the bottom of a line's box, in type sizes.
  public static let descent = 483.0 / 2048

  /// The width of a text on one line, without kerning, which only draws letters nearer.
  ///
  /// - Complexity: O(*n*) in the number of code points.
  public static func width(of text: some StringProtocol, size: Double, isBold: Bool = false)
    -> Double
  {
    let table = isBold ? bold : regular
    var units = 0
    for scalar in text.unicodeScalars { units += table.advance(scalar) }
    return Double(units) * size / 2048
  }

  private static let regular = AdvanceTable(DejaVuSansAdvances.regular)
  private static let bold = AdvanceTable(DejaVuSansAdvances.bold)
}

/// Advances by code point, in blocks.
private struct AdvanceTable: Sendable {
  /// From the lowest code points to the highest. -1 where the font has no glyph.
  private var blocks: [(first: UInt32, advances: [Int])] = []

  init(_ text: String) {
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if word.hasPrefix("U+") {
        blocks.append((UInt32(word.dropFirst(2), radix: 16) ?? 0, []))
        continue
      }
      let parts = word.split(separator: "*")
      let advance = Int(parts[0]) ?? -1
      let count = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
      if blocks.isEmpty { continue }
      blocks[blocks.count - 1].advances += [Int](repeating: advance, count: count)
    }
  }

  func advance(_ scalar: Unicode.Scalar) -> Int {
    for (first, advances) in blocks {
      guard scalar.value >= first else { break }
      let index = Int(scalar.value - first)
      if index < advances.count, advances[index] >= 0 { return advances[index] }
    }
    return Self.assumed(scalar)
  }

  /// What some other font will take for a sign that this one lacks: rather too much than too little.
  private static func assumed(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Sentences in one code point, and signs of cuneiform.
    case 0xFDF0...0xFDFD, 0x12000...0x1254F: return 8192
    default:
      switch Character(scalar).displayWidth {
      case 0: return 0
      case 1: return 1900
      default: return 2900
      }
    }
  }
}
