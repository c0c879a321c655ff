/// Texts as XML and spreadsheets can hold them.
enum CellText {
  /// The most that a cell holds, in UTF-16 code units.
  static let limit = 32_767

  /// The text without characters that XML does not have, with nothing in it that readers take for an
  /// escape, cut where it is longer than a cell.
  static func safe(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var window: [UnicodeScalar] = []
    for scalar in text.unicodeScalars where isAllowed(scalar) {
      scalars.append(scalar)
      window.append(scalar)
      if window.count > 7 { window.removeFirst() }
      // `_x0041_` stands for “A” in such files; an escaped underscore keeps it as it was written.
      if isEscape(window) {
        scalars.removeLast(7)
        scalars.append(contentsOf: "_x005F".unicodeScalars)
        scalars.append(contentsOf: window)
        window = ["_"]
      }
    }
    return cut(String(scalars))
  }

  private static func isAllowed(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
    // Marks that turn the direction of what stands behind them.
    case 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }

  private static func isEscape(_ scalars: [UnicodeScalar]) -> Bool {
    scalars.count == 7 && scalars[0] == "_" && scalars[1] == "x" && scalars[6] == "_"
      && scalars[2...5].allSatisfy(\.properties.isASCIIHexDigit)
  }

  private static func cut(_ text: String) -> String {
    guard text.utf16.count > limit else { return text }
    var kept = 0
    var end = text.startIndex
    for index in text.indices {
      let next = text.index(after: index)
      kept += text[index..<next].utf16.count
      if kept > limit - 1 { break }
      end = next
    }
    return text[..<end] + "…"
  }
}
