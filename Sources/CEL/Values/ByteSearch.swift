/// A pattern of bytes, made ready to be looked for.
///
/// A match in UTF-8 always begins and ends between code points.
struct ByteSearch {
  /// Up to this many bytes a pattern is compared at every place, which needs no table.
  static let short = 16

  private let pattern: [UInt8]
  /// The table of Knuth, Morris and Pratt: how much of the pattern is still matched when the next
  /// byte does not fit. Empty for a short pattern.
  private let borders: [Int]

  init(_ pattern: [UInt8]) {
    self.pattern = pattern
    borders = pattern.count <= Self.short ? [] : Self.borders(of: pattern)
  }

  private static func borders(of pattern: [UInt8]) -> [Int] {
    var borders = [0]
    borders.reserveCapacity(pattern.count)
    var length = 0
    for byte in pattern.dropFirst() {
      while length > 0, byte != pattern[length] { length = borders[length - 1] }
      if byte == pattern[length] { length += 1 }
      borders.append(length)
    }
    return borders
  }

  /// The offset of the first match that begins at `start` or later.
  ///
  /// - Complexity: O(*n*) in what is passed over.
  func first(in text: [UInt8], from start: Int = 0) -> Int? {
    guard start >= 0, start <= text.count, pattern.count <= text.count - start else { return nil }
    return borders.isEmpty ? firstShort(in: text, from: start) : firstLong(in: text, from: start)
  }

  private func firstShort(in text: [UInt8], from start: Int) -> Int? {
    for offset in start...text.count - pattern.count {
      var length = 0
      while length < pattern.count, text[offset + length] == pattern[length] { length += 1 }
      if length == pattern.count { return offset }
    }
    return nil
  }

  private func firstLong(in text: [UInt8], from start: Int) -> Int? {
    var length = 0
    for offset in start..<text.count {
      while length > 0, text[offset] != pattern[length] { length = borders[length - 1] }
      if text[offset] == pattern[length] { length += 1 }
      if length == pattern.count { return offset + 1 - length }
    }
    return nil
  }

  /// The offset of the last match that begins at `start` or before.
  ///
  /// - Complexity: O(*n* + *m*).
  static func last(_ pattern: [UInt8], in text: [UInt8], notAfter start: Int) -> Int? {
    let head = Array(text.prefix(start + pattern.count).reversed())
    return ByteSearch(pattern.reversed()).first(in: head).map { head.count - $0 - pattern.count }
  }

  /// The offsets of all matches from the left that do not overlap, at most `limit`.
  ///
  /// The empty pattern stands before every code point and at the end.
  ///
  /// - Complexity: O(*n*).
  func all(in text: [UInt8], limit: Int) -> [Int] {
    var offsets: [Int] = []
    guard !pattern.isEmpty else {
      for offset in 0...text.count where offsets.count < limit {
        if offset == text.count || !text[offset].continuesScalar { offsets.append(offset) }
      }
      return offsets
    }
    var start = 0
    while offsets.count < limit, let offset = first(in: text, from: start) {
      offsets.append(offset)
      start = offset + pattern.count
    }
    return offsets
  }
}

extension UInt8 {
  /// Whether it is not the first byte of a code point in UTF-8.
  var continuesScalar: Bool { self & 0b1100_0000 == 0b1000_0000 }
}
