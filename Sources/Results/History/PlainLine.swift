import Numbers

/// A line of a history that is in every byte as Branda writes responses, looked at and not taken apart.
///
/// Histories are long, and what they tell stands in the assessment already. So this knows the one
/// notation strictly and nothing else: what it takes, `HistoryEntry.init(line:on:)` takes, too; what it
/// does not know is for that one to judge.
struct PlainLine {
  let number: Int
  let at: Instant
  /// The question, as the line names it.
  let question: String
  /// Whether nothing is left of the response.
  let isRemoval: Bool

  /// Longer lines hold long texts, whose limits are not checked here.
  private static let longest = 2000

  /// - Complexity: O(length).
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard line.count <= Self.longest else { return nil }
    var scanner = LineScanner(line)
    guard scanner.skip(#"{"n":"#), let number = scanner.number(), scanner.skip(#","at":"#),
      let at = scanner.instant(), scanner.skip(#","by":"#), scanner.text() != nil
    else { return nil }
    if scanner.skip(#","given":"#), scanner.instant() == nil { return nil }
    guard scanner.skip(#","question":"#), let question = scanner.identifier(),
      scanner.skip(#","new":"#)
    else { return nil }
    let isRemoval = scanner.skip("null")
    guard isRemoval || scanner.response() else { return nil }
    if scanner.skip(#","old":"#), !scanner.response() { return nil }
    if scanner.skip(#","reason":"#), scanner.text() == nil { return nil }
    guard scanner.skip("}"), scanner.isAtEnd else { return nil }
    self.number = number
    self.at = at
    self.question = question
    self.isRemoval = isRemoval
  }
}

/// Steps through a line; what returns `nil` or `false` has found something else.
private struct LineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count <= bytes.count - position else { return false }
    for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] {
      return false
    }
    position += count
    return true
  }

  /// A number of a line.
  mutating func number() -> Int? {
    var number: Int64 = 0
    let start = position
    while position < bytes.count, case 0x30...0x39 = bytes[position] {
      guard number < HistoryEntry.numbers.upperBound else { return nil }
      number = number * 10 + Int64(bytes[position] - 0x30)
      position += 1
    }
    guard HistoryEntry.numbers.contains(number), bytes[start] != 0x30 else { return nil }
    return Int(number)
  }

  /// A text in quotes, of letters, digits and signs that steer nothing: all of ASCII, and of the
  /// rest the letters of Latin, Greek and Cyrillic, dashes and quotation marks.
  mutating func text() -> UnsafeBufferPointer<UInt8>? {
    guard skip("\"") else { return nil }
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<position])
      case UInt8(ascii: "\\"):
        guard let next = byte(1), #"\"nt"#.utf8.contains(next) else { return nil }
        position += 2
      case 0x20...0x7E: position += 1
      case 0xC3...0xD7:
        guard let next = byte(1), next & 0xC0 == 0x80 else { return nil }
        position += 2
      case 0xE2:
        guard byte(1) == 0x80, let last = byte(2), (0x90...0xA7).contains(last) else { return nil }
        position += 3
      default: return nil
      }
    }
    return nil
  }

  private func byte(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  /// A text in which there is something to read.
  private mutating func remark() -> Bool {
    guard let first = text()?.first else { return false }
    return first != UInt8(ascii: " ") && first != UInt8(ascii: "\\")
  }

  /// A text that has to be of some form.
  private mutating func text<Value>(_ read: (String) -> Value?) -> Value? {
    text().flatMap { read(String(decoding: $0, as: UTF8.self)) }
  }

  mutating func instant() -> Instant? { text().flatMap { Instant(utf8: $0) } }

  mutating func identifier() -> String? {
    guard let text = text(), (1...64).contains(text.count),
      text.allSatisfy({ byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "_"):
          true
        default: false
        }
      })
    else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}

extension LineScanner {
  /// A response in the order of the grammar, each part once.
  mutating func response() -> Bool {
    guard skip("{") else { return false }
    var isFirst = true
    if key(#""value":"#, &isFirst) {
      guard value() else { return false }
    } else if key(#""not_applicable":"#, &isFirst) {
      guard skip("true") || text() != nil else { return false }
    } else {
      _ = key(#""no_data":true"#, &isFirst)
    }
    if key(#""from":"#, &isFirst), text({ Period(text: $0) }) == nil { return false }
    if key(#""comment":"#, &isFirst), !remark() { return false }
    if key(#""evidence":["#, &isFirst), !proofs() { return false }
    if key(#""confirmed":{"by":"#, &isFirst) {
      guard remark(), skip(#","on":"#), day(), skip("}") else { return false }
    }
    if key(#""returned":{"by":"#, &isFirst) {
      guard remark(), skip(#","on":"#), day(), skip(#","note":"#), remark(), skip("}") else {
        return false
      }
    }
    return skip("}")
  }

  /// A key in its turn, with the comma before it.
  private mutating func key(_ key: StaticString, _ isFirst: inout Bool) -> Bool {
    let start = position
    if isFirst || skip(","), skip(key) {
      isFirst = false
      return true
    }
    position = start
    return false
  }

  private mutating func value() -> Bool {
    if skip("[") {
      if skip("]") { return true }
      repeat {
        guard text() != nil else { return false }
      } while skip(",")
      return skip("]")
    }
    return text() != nil || decimal()
  }

  private mutating func decimal() -> Bool {
    _ = skip("-")
    guard digits() else { return false }
    return !skip(".") || digits()
  }

  private mutating func digits() -> Bool {
    let start = position
    while let digit = byte(0), (0x30...0x39).contains(digit) { position += 1 }
    return position > start
  }

  /// Behind the bracket that opens the list.
  private mutating func proofs() -> Bool {
    repeat {
      guard skip(#"{"text":"#), remark() else { return false }
      if skip(#","valid_until":"#), !day() { return false }
      guard skip("}") else { return false }
    } while skip(",")
    return skip("]")
  }

  private mutating func day() -> Bool { text { Day(text: $0) } != nil }
}
