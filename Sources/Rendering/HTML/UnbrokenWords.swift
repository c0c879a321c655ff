/// Numbers of questions and days, which no line may cut in two: `HUM-01`, `2026-03-16`.
///
/// Style sheets cannot ask for that: browsers break lines after any hyphen.
enum UnbrokenWords {
  /// Longer ones may not fit a narrow column.
  private static let longest = 16

  /// Text that is escaped already, with a mark around each of them.
  static func marked(_ html: String) -> String {
    guard html.utf8.contains(hyphen) else { return html }
    var result = ""
    result.reserveCapacity(html.utf8.count + 64)
    var rest = html[...]
    while let start = rest.utf8.firstIndex(where: isPart) {
      let end = rest[start...].utf8.firstIndex { !isPart($0) } ?? rest.endIndex
      let word = rest[start..<end]
      result += rest[..<start]
      result += isUnbroken(word) ? "<span class=\"unbroken\">\(word)</span>" : word
      rest = rest[end...]
    }
    return result + rest
  }

  private static let hyphen = UInt8(ascii: "-")

  /// Letters beyond ASCII belong to words, too.
  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: byte == hyphen || byte >= 0x80 || isDigit(byte)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a digit stands behind a hyphen that is not the first.
  private static func isUnbroken(_ word: Substring) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count <= longest, let last = bytes.last, last != hyphen else { return false }
    return bytes.indices.dropFirst().dropLast().contains { place in
      bytes[place] == hyphen && bytes[place - 1] != hyphen && isDigit(bytes[place + 1])
    }
  }
}
