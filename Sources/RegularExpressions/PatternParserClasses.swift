extension PatternParser {
  /// Reads `[…]`.
  mutating func characterClass() throws(PatternError) -> CharacterClass {
    let start = position
    position += 1
    let isInverted = skip("^")
    var intervals: [CharacterClass.Interval] = []
    // A bracket that comes first stands for itself.
    var isFirst = true
    while isFirst || peek() != "]" {
      guard peek() != nil else { throw error(.classNotClosed, from: start, to: start + 1) }
      isFirst = false
      if let set = try posixClass() {
        intervals += set.intervals
        continue
      }
      let itemStart = position
      switch try classItem(of: start) {
      case .set(let set): intervals += set.intervals
      case .scalar(let low):
        let high = try rangeEnd(from: itemStart, of: start) ?? low
        guard low <= high else { throw error(.rangeOrder, from: itemStart) }
        intervals.append(low.value...high.value)
      case .assertion: throw error(.unknownEscape, from: itemStart)
      }
    }
    position += 1
    return finished(CharacterClass(intervals), isInverted: isInverted)
  }

  /// A scalar or an escape inside of brackets that were opened at `start`.
  private mutating func classItem(of start: Int) throws(PatternError) -> Escape {
    guard let scalar = peek() else {
      throw error(.classNotClosed, from: start, to: start + 1)
    }
    if scalar == #"\"# { return try escapeInClass() }
    position += 1
    return .scalar(scalar)
  }

  /// The end of `a-z`, behind the `a`; a minus before the closing bracket stands for itself.
  private mutating func rangeEnd(
    from itemStart: Int, of start: Int
  ) throws(PatternError) -> Unicode.Scalar? {
    guard peek() == "-", let next = peek(1), next != "]" else { return nil }
    position += 1
    guard case .scalar(let scalar) = try classItem(of: start) else {
      throw error(.rangeOrder, from: itemStart)
    }
    return scalar
  }

  /// `[:alpha:]` or `[:^alpha:]`, if it stands here.
  private mutating func posixClass() throws(PatternError) -> CharacterClass? {
    let start = position
    guard skip("[:") else { return nil }
    let isInverted = skip("^")
    var name = ""
    while let scalar = peek(), scalar != ":", scalar != "]" {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard skip(":]") else {
      position = start
      return nil
    }
    guard let set = CharacterClass.posix[name] else { throw error(.unknownClass, from: start) }
    return finished(set, isInverted: isInverted)
  }
}
