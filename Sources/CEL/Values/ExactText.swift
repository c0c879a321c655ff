extension String {
  /// Whether both consist of the same code points.
  func isIdentical(to other: String) -> Bool {
    let (a, b) = (utf8, other.utf8)
    return a.count == b.count && a.elementsEqual(b)
  }

  /// Orders by code points, which is the order of the bytes of UTF-8.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

  /// Whether the code points of another string stand somewhere in this one.
  ///
  /// - Complexity: O(*n* + *m*), by the table of Knuth, Morris and Pratt.
  func containsExactly(_ other: String) -> Bool {
    let pattern = Array(other.utf8)
    guard !pattern.isEmpty else { return true }
    guard pattern.count <= utf8.count else { return false }
    var borders = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for index in 1..<max(1, pattern.count) {
      while length > 0, pattern[index] != pattern[length] { length = borders[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      borders[index] = length
    }
    length = 0
    for byte in utf8 {
      while length > 0, byte != pattern[length] { length = borders[length - 1] }
      if byte == pattern[length] { length += 1 }
      if length == pattern.count { return true }
    }
    return false
  }

  func startsExactly(with other: String) -> Bool { utf8.starts(with: other.utf8) }

  func endsExactly(with other: String) -> Bool {
    let (a, b) = (utf8, other.utf8)
    return b.count <= a.count && a.suffix(b.count).elementsEqual(b)
  }
}
