internal import Documents

/// Texts as XML and spreadsheets can hold them.
enum CellText {
  /// The most that a cell holds, in UTF-16 code units.
  static let limit = 32_767
  /// The most that the library takes of an attribute, in bytes; the rest it cuts off, wherever that is.
  private static let attributeLimit = 2_000

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
    return cut(String(scalars), to: limit) { $0.utf16.count }
  }

  /// The same of a text that becomes an attribute, such as what is said of a picture.
  static func attribute(_ text: String) -> String {
    cut(safe(text), to: attributeLimit) { $0.utf8.count }
  }

  /// A cell may have several lines.
  private static func isAllowed(_ scalar: UnicodeScalar) -> Bool {
    scalar == "\t" || scalar == "\n" || scalar.isAllowedInSheets
  }

  private static func isEscape(_ scalars: [UnicodeScalar]) -> Bool {
    scalars.count == 7 && scalars[0] == "_" && scalars[1] == "x" && scalars[6] == "_"
      && scalars[2...5].allSatisfy(\.properties.isASCIIHexDigit)
  }

  /// - Parameter length: In the units of the limit.
  private static func cut(
    _ text: String, to limit: Int, _ length: (Substring) -> Int
  ) -> String {
    guard length(text[...]) > limit else { return text }
    var kept = length("…")
    var end = text.startIndex
    for index in text.indices {
      let next = text.index(after: index)
      kept += length(text[index..<next])
      if kept > limit { break }
      end = next
    }
    return text[..<end] + "…"
  }
}
