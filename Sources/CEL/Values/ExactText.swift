extension String {
  /// Whether both consist of the same code points.
  func isIdentical(to other: String) -> Bool {
    // Swift's equality is quick and never finds identical strings unequal.
    self == other && utf8.elementsEqual(other.utf8)
  }

  /// Orders by code points, which is the order of the bytes of UTF-8.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

  /// Whether the code points of another string stand somewhere in this one.
  ///
  /// - Complexity: O(*n* + *m*).
  func containsExactly(_ other: String) -> Bool {
    var (text, pattern) = (self, other)
    return text.withUTF8 { text in
      pattern.withUTF8 { pattern in
        if pattern.count > text.count { return false }
        return pattern.count <= ByteSearch.short
          ? Self.containsShort(text, pattern)
          : ByteSearch(Array(pattern)).first(in: Array(text)) != nil
      }
    }
  }

  /// Copies nothing, as conditions ask it often.
  private static func containsShort(
    _ text: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for start in 0...text.count - pattern.count {
      var length = 0
      while length < pattern.count, text[start + length] == pattern[length] { length += 1 }
      if length == pattern.count { return true }
    }
    return false
  }

  /// Whether the string begins with the code points of another.
  func startsExactly(with other: String) -> Bool { utf8.starts(with: other.utf8) }

  /// Whether the string ends with the code points of another.
  func endsExactly(with other: String) -> Bool {
    let (a, b) = (utf8, other.utf8)
    return b.count <= a.count && a.suffix(b.count).elementsEqual(b)
  }
}
