import DisplayWidth

/// A text that a person writes: characters, a caret between them, and what keys do to them.
///
/// The text is always in NFC, and no control character is in it but LF where there may be several
/// lines. A letter and its marks are one character, however they were typed.
public struct TextField: Sendable, Hashable {
  /// The characters before, behind and between which the caret can stand.
  public private(set) var characters: [Character] = []
  /// How many characters stand before the caret.
  public private(set) var caret = 0
  /// Whether the text may have several lines.
  public let hasLines: Bool
  /// How many characters fit. What would not fit is not taken, not even a part of it.
  public let limit: Int
  /// How wide the field is shown, in columns. Moves up and down go by the lines that this makes.
  public var columns: Int
  /// Whether the last key brought more than fits, so that it was not taken.
  public private(set) var isOverfull = false
  /// The column that moves up and down try to keep to.
  private var aim: Int?

  /// A field with a text, the caret at its end.
  ///
  /// - Parameters:
  ///   - text: Cut to the limit where it is longer.
  ///   - hasLines: Whether it may have several lines; otherwise line ends become spaces.
  ///   - columns: How wide the field is shown.
  ///   - limit: How many characters fit.
  public init(
    _ text: String = "", hasLines: Bool = false, columns: Int = 76, limit: Int = 20_000
  ) {
    self.hasLines = hasLines
    self.columns = columns
    self.limit = max(0, limit)
    characters = Array(Array(kept(text).composed).prefix(self.limit))
    caret = characters.count
  }

  /// What is written. Setting it puts the caret at its end.
  public var text: String {
    get { String(characters) }
    set { self = TextField(newValue, hasLines: hasLines, columns: columns, limit: limit) }
  }

  /// Whether nothing is written.
  public var isEmpty: Bool { characters.isEmpty }

  /// Does what the key means in a text.
  ///
  /// - Returns: Whether it means anything; where not, the field is as it was. Enter, Tab, Esc and
  ///   function keys never do, nor does a move up or down that would leave the text.
  public mutating func handle(_ key: Key) -> Bool {
    isOverfull = false
    if let rows = rowsMoved(by: key) { return moveVertically(rows) }
    aim = nil
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .control("j"), .alternate(.enter):
      guard hasLines else { return false }
      insert("\n")
    case .backspace: remove(max(0, caret - 1)..<caret)
    case .delete, .control("d"): remove(caret..<min(caret + 1, characters.count))
    case .control("w"), .alternate(.backspace), .controlled(.backspace):
      remove(wordBefore..<caret)
    case .controlled(.delete), .alternate(.delete), .alternate(.character("d")):
      remove(caret..<wordBehind)
    case .control("u"): remove(lineStart..<caret)
    case .control("k"): remove(caret..<lineEnd)
    case .left, .control("b"): caret = max(0, caret - 1)
    case .right, .control("f"): caret = min(caret + 1, characters.count)
    case .controlled(.left), .alternate(.left), .alternate(.character("b")): caret = wordBefore
    case .controlled(.right), .alternate(.right), .alternate(.character("f")): caret = wordBehind
    case .home, .control("a"): caret = lineStart
    case .end, .control("e"): caret = lineEnd
    case .controlled(.home): caret = 0
    case .controlled(.end): caret = characters.count
    default: return false
    }
    return true
  }

  /// Writes a text at the caret, or nothing where it does not fit.
  public mutating func insert(_ text: String) {
    replace(caret..<caret, with: kept(text))
  }

  // MARK: Changes

  private mutating func remove(_ range: Range<Int>) {
    if !range.isEmpty { replace(range, with: "") }
  }

  /// The only place where characters change: what then stands side by side may join.
  private mutating func replace(_ range: Range<Int>, with text: String) {
    let new = text.composed
    var start = range.lowerBound
    var end = range.upperBound
    while start > 0, !characters[start - 1].standsAlone { start -= 1 }
    while end < characters.count, !characters[end].standsAlone { end += 1 }
    if start < range.lowerBound || end > range.upperBound
      || !new.unicodeScalars.allSatisfy(\.standsAlone)
    {
      // What stands alone may still be what a mark is written upon.
      start = max(0, start - 1)
      end = min(end + 1, characters.count)
    }
    let before = String(characters[start..<range.lowerBound]) + new
    let behind = String(characters[range.upperBound..<end])
    let joined = Array((before + behind).composed)
    guard characters.count - (end - start) + joined.count <= limit || new.isEmpty else {
      isOverfull = true
      return
    }
    // Where both sides have joined the caret stands behind the character that they make.
    let apart = before.composed.count + behind.count
    let back = joined.count == apart ? behind.count : max(0, behind.count - 1)
    characters.replaceSubrange(start..<end, with: joined)
    caret = start + max(0, joined.count - back)
  }

  /// The text without what a field does not hold.
  private func kept(_ text: String) -> String {
    var result = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}":
        result.unicodeScalars.append(hasLines ? "\n" : " ")
      case "\t": result.unicodeScalars.append(" ")
      default:
        if scalar.properties.generalCategory != .control { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  // MARK: Moves

  private var lineStart: Int {
    (characters[..<caret].lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int {
    characters[caret...].firstIndex(of: "\n") ?? characters.count
  }

  /// The beginning of the word in which or behind which the caret stands.
  private var wordBefore: Int {
    var index = caret
    while index > 0, !characters[index - 1].isPartOfWord { index -= 1 }
    while index > 0, characters[index - 1].isPartOfWord { index -= 1 }
    return index
  }

  /// The end of the word in which or before which the caret stands.
  private var wordBehind: Int {
    var index = caret
    while index < characters.count, !characters[index].isPartOfWord { index += 1 }
    while index < characters.count, characters[index].isPartOfWord { index += 1 }
    return index
  }

  private func rowsMoved(by key: Key) -> Int? {
    guard hasLines else { return nil }
    return switch key {
    case .up, .control("p"): -1
    case .down, .control("n"): 1
    default: nil
    }
  }

  private mutating func moveVertically(_ rows: Int) -> Bool {
    let layout = TextFieldLayout(characters, columns: columns)
    let place = layout.position(of: caret)
    let row = place.row + rows
    guard layout.rows.indices.contains(row) else { return false }
    let column = aim ?? place.column
    caret = layout.index(row: row, column: column)
    aim = column
    return true
  }
}

extension Character {
  /// Whether words are made of it: letters with their marks, digits, and what joins them.
  fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "_" || self == "'" }

  /// Whether it neither joins with any neighbour nor changes by being composed with one.
  fileprivate var standsAlone: Bool { unicodeScalars.allSatisfy(\.standsAlone) }
}

extension Unicode.Scalar {
  /// Whether this is a character by itself beside any other such scalar. True of nearly all that is
  /// written; what it is not true of is looked at more closely.
  fileprivate var standsAlone: Bool {
    switch value {
    // Latin, Greek, Cyrillic, Hebrew and Arabic letters, punctuation, kana, Chinese characters, Hangul
    // syllables, pictures; no marks and no joiners.
    case 0x0A, 0x20..<0x300, 0x370..<0x483, 0x48A..<0x530, 0x5D0..<0x5EB, 0x620..<0x64B,
      0x1E00..<0x1F00, 0x2010..<0x2028, 0x3041..<0x3097, 0x30A1..<0x30FB, 0x4E00..<0xA000,
      0xAC00..<0xD7A4, 0x1F300..<0x1F3FB, 0x1F400..<0x1F600:
      true
    default: false
    }
  }
}
