extension PatternParser {
  /// How often something is repeated.
  private struct Repetition {
    var minimum: Int
    var maximum: Int?
  }

  /// Whether `*`, `+`, `?` or `{n,m}` stands here.
  var repetitionFollows: Bool {
    switch peek() {
    case "*", "+", "?": true
    case "{": countEnd != nil
    default: false
    }
  }

  /// Applies the repetition that follows a part, if there is one.
  mutating func repeated(_ part: PatternTree?) throws(PatternError) -> PatternTree? {
    guard repetitionFollows else { return part }
    guard let part else { throw try repetitionError(.nothingToRepeat) }
    let repetition = try repetition()
    // `a**` would be harmless, but a reader of `a++` may mean something that RE2 does not have.
    if repetitionFollows { throw try repetitionError(.repeatedTwice) }
    if part == .empty || repetition.maximum == 0 { return .empty }
    return .repetition(part, minimum: repetition.minimum, maximum: repetition.maximum)
  }

  /// A mistake whose place is the repetition that stands here.
  func repetitionError(_ kind: PatternError.Kind) throws(PatternError) -> PatternError {
    var parser = self
    _ = try parser.repetition()
    return error(kind, from: position, to: parser.position)
  }

  private mutating func repetition() throws(PatternError) -> Repetition {
    let start = position
    let repetition: Repetition
    switch peek() {
    case "*":
      position += 1
      repetition = Repetition(minimum: 0, maximum: nil)
    case "+":
      position += 1
      repetition = Repetition(minimum: 1, maximum: nil)
    case "?":
      position += 1
      repetition = Repetition(minimum: 0, maximum: 1)
    default: repetition = try counts()
    }
    _ = skip("?")
    let largest = max(repetition.minimum, repetition.maximum ?? 0)
    guard largest <= PatternLimits.repetitions,
      repetition.minimum <= repetition.maximum ?? repetition.minimum
    else { throw error(.repetitionCount, from: start) }
    return repetition
  }

  /// Behind the `}` of `{n}`, `{n,}` or `{n,m}`; other braces stand for themselves.
  private var countEnd: Int? {
    var index = position + 1
    func skipDigits() -> Bool {
      let start = index
      while index < scalars.count, scalars[index].digit != nil { index += 1 }
      return index > start
    }
    guard skipDigits() else { return nil }
    if index < scalars.count, scalars[index] == "," {
      index += 1
      _ = skipDigits()
    }
    return index < scalars.count && scalars[index] == "}" ? index + 1 : nil
  }

  private mutating func counts() throws(PatternError) -> Repetition {
    position += 1
    let minimum = number() ?? 0
    guard skip(",") else {
      position += 1
      return Repetition(minimum: minimum, maximum: minimum)
    }
    let maximum = number()
    position += 1
    return Repetition(minimum: minimum, maximum: maximum)
  }

  /// Reads digits; what is beyond the limit stays just beyond it.
  private mutating func number() -> Int? {
    var value: Int?
    while let digit = peek()?.digit {
      value = min((value ?? 0) * 10 + digit, PatternLimits.repetitions + 1)
      position += 1
    }
    return value
  }
}

extension Unicode.Scalar {
  /// The value of a decimal digit of ASCII.
  var digit: Int? { "0"..."9" ~= self ? Int(value - 0x30) : nil }
}
