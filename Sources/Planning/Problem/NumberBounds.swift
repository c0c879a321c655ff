import Numbers
import Questionnaire

/// Where the conditions of a model divide the numbers that may answer a question.
struct NumberBounds {
  /// The first numbers of the stretches within which no condition tells numbers apart, ascending.
  private(set) var starts: Set<DecimalKey> = []
  /// Numbers that are looked at, too, though reaching them is no step of its own.
  private(set) var others: Set<DecimalKey> = []
  /// The questions with whose answers conditions compare this one.
  private(set) var compared: Set<String> = []
  /// Whether conditions read the answer in another way than by comparing it with a written number
  /// or, within the bounds of “at least” and “at most”, with another answer.
  private(set) var isIncomplete = false

  /// A number in units of its last decimal place.
  typealias DecimalKey = Int64

  private let places: Int

  /// - Parameter places: The decimal places of the answers.
  init(places: Int) { self.places = places }

  /// Takes in where an expression compares the name with numbers and with other questions.
  mutating func add(_ source: String, name: String, of question: String, among numbers: Set<String>)
  {
    let tokens = Self.tokens(source)
    for (index, token) in tokens.enumerated() where token == name {
      let before = index > 0 ? tokens[index - 1] : ""
      let after = index + 1 < tokens.count ? tokens[index + 1] : ""
      let isMember = before == "." || after == "."
      let asksIfAnswered =
        before == "(" && after == ")" && index >= 2 && tokens[index - 2] == "answered"
      if isMember || asksIfAnswered { continue }
      if index + 2 < tokens.count, Self.comparisons.contains(after),
        let number = DecimalNumber(text: tokens[index + 2]),
        !Self.binds(before), index + 3 >= tokens.count || !Self.binds(tokens[index + 3])
      {
        add(number, after)
      } else if index >= 2, Self.comparisons.contains(before),
        let number = DecimalNumber(text: tokens[index - 2]), !Self.binds(after),
        index < 3 || !Self.binds(tokens[index - 3])
      {
        add(number, Self.mirrored[before] ?? before)
      } else if index + 2 < tokens.count, ["<=", ">="].contains(after), !Self.binds(before),
        let other = Self.question(tokens[index + 2], question, numbers),
        index + 3 >= tokens.count || !Self.binds(tokens[index + 3])
      {
        compared.insert(other)
      } else if index >= 2, ["<=", ">="].contains(before), !Self.binds(after),
        let other = Self.question(tokens[index - 2], question, numbers),
        index < 3 || !Self.binds(tokens[index - 3])
      {
        compared.insert(other)
      } else {
        isIncomplete = true
      }
    }
  }

  private static func question(
    _ token: String, _ own: String, _ numbers: Set<String>
  ) -> String? {
    if token == "this" { return own }
    return numbers.contains(token) ? token : nil
  }

  /// Looks at the numbers that matter to answers it is compared with.
  mutating func add(others starts: Set<DecimalKey>, places: Int) {
    for start in starts {
      guard let number = DecimalNumber(significand: start, scale: places),
        let own = rounded(number.rational, up: true)
      else { continue }
      others.insert(own)
    }
  }

  /// Takes in a number that is looked at, too.
  mutating func add(other number: Rational) {
    if let start = rounded(number, up: true) { others.insert(start) }
  }

  /// Looks at both ends of every stretch: what is divided by the number is the better the less, what
  /// is multiplied the more.
  mutating func addEnds(from lowest: DecimalKey) {
    let starts = starts.union([lowest])
    others.formUnion(starts)
    others.formUnion(starts.map { $0 + 1 })
    others.formUnion(starts.filter { $0 > lowest }.map { $0 - 1 })
  }

  /// There are numbers that matter and are not looked at.
  mutating func markIncomplete() { isIncomplete = true }

  /// Takes in the bound of a band: the first number beyond it.
  mutating func add(below bound: Rational) {
    if let start = rounded(bound, up: true) { starts.insert(start) }
  }

  private mutating func add(_ number: DecimalNumber, _ comparison: String) {
    let value = number.rational
    switch comparison {
    case ">=", "<":
      if let start = rounded(value, up: true) { starts.insert(start) }
    case ">", "<=":
      if let end = rounded(value, up: false) { starts.insert(end &+ 1) }
    default:
      if let start = rounded(value, up: true) { starts.insert(start) }
      if let end = rounded(value, up: false) { starts.insert(end &+ 1) }
    }
  }

  /// The number in units of the last place.
  func rounded(_ value: Rational, up: Bool) -> DecimalKey? {
    var unit = 1
    for _ in 0..<min(places, 9) { unit *= 10 }
    guard let scaled = try? value.multiplied(by: Rational(unit)) else { return nil }
    let (quotient, remainder) = scaled.numerator.quotientAndRemainder(
      dividingBy: scaled.denominator)
    let floor = remainder < 0 ? quotient - 1 : quotient
    return Int64(exactly: up && remainder != 0 ? floor + 1 : floor)
  }

  private static let comparisons: Set<String> = [">=", "<=", ">", "<", "==", "!="]
  private static let mirrored = [">=": "<=", "<=": ">=", ">": "<", "<": ">"]

  /// Whether a token takes part of the comparison away: arithmetic, a call, an index.
  private static func binds(_ token: String) -> Bool {
    ["+", "-", "*", "/", "%", ".", "["].contains(token)
  }

  /// Whether an expression reads a question of several choices only for how many are ticked.
  static func onlyCounts(_ name: String, in source: String) -> Bool {
    let tokens = tokens(source)
    return tokens.indices.allSatisfy { index in
      guard tokens[index] == name || tokens[index] == "this" else { return true }
      return index >= 2 && tokens[index - 1] == "(" && tokens[index - 2] == "count"
        && index + 1 < tokens.count && tokens[index + 1] == ")"
    }
  }

  /// Names, numbers and operators; texts in quotes count as one token.
  private static func tokens(_ source: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    var quote: Character?
    func isWord(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_"
    }
    let characters = Array(source)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      index += 1
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      let isPoint = character == "." && current.allSatisfy(\.isNumber) && !current.isEmpty
      if isWord(character) || isPoint {
        current.append(character)
        continue
      }
      if !current.isEmpty {
        tokens.append(current)
        current = ""
      }
      if character == "'" || character == "\"" {
        quote = character
        tokens.append("'")
      } else if !character.isWhitespace {
        let next = index < characters.count ? characters[index] : " "
        if "<>=!".contains(character), next == "=" {
          tokens.append("\(character)=")
          index += 1
        } else {
          tokens.append(String(character))
        }
      }
    }
    if !current.isEmpty { tokens.append(current) }
    return tokens
  }
}
