/// The rules by which spreadsheets name sheets.
///
/// Source: ECMA-376 part 1, 18.2.19, and what Excel refuses.
public enum SheetName {
  /// In UTF-16 code units.
  static let limit = 31

  /// A name without what is forbidden, at most 31 units long; `-` where nothing is left.
  public static func allowed(_ text: String) -> String {
    var name = String(
      text.map { character in
        let isForbidden = character.unicodeScalars.contains {
          "[]:*?/\\".unicodeScalars.contains($0) || !$0.isAllowedInSheets
        }
        return isForbidden ? "-" : character
      })
    name = wholeWords(name)
    // Neither end may be an apostrophe, which quotes names in formulas.
    while name.first == "'" || name.first == " " { name.removeFirst() }
    while name.last == "'" || name.last == " " { name.removeLast() }
    return name.isEmpty ? "-" : name
  }

  /// An allowed name that differs from the others, whatever the case of letters.
  static func unique(_ text: String, besides others: [String]) -> String {
    let taken = Set(others.map { $0.lowercased() })
    let name = allowed(text)
    guard taken.contains(name.lowercased()) else { return name }
    var number = 2
    while true {
      let ending = " \(number)"
      let next = cut(name, to: limit - ending.utf16.count) + ending
      if !taken.contains(next.lowercased()) { return next }
      number += 1
    }
  }

  /// The shortest beginning that is left of a name where it is cut between words.
  private static let leastOfWords = 12

  /// What fits of a name: no part of a word, unless that would leave too little to know it by.
  private static func wholeWords(_ name: String) -> String {
    let part = cut(name, to: limit)
    guard part.count < name.count, name.dropFirst(part.count).first != " ",
      let end = part.lastIndex(of: " "), part[..<end].count >= leastOfWords
    else { return part }
    var words = part[..<end]
    while words.last.map({ " ,;.–".contains($0) }) == true { words.removeLast() }
    return String(words)
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var text = text
    while text.utf16.count > limit { text.removeLast() }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether a spreadsheet can hold it in a line of text: neither a control nor what XML does not have,
  /// nor a mark that turns the direction of what stands behind it.
  public var isAllowedInSheets: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
