internal import Diagnostics
internal import Numbers

extension Timestamp: CustomStringConvertible {
  /// The time in UTC by RFC 3339, `2009-02-13T23:31:30.5Z`, without zeros at the end of a fraction.
  public var description: String {
    guard let local = LocalTime(self, offset: 0) else { return "" }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return local.day.description + "T" + two(local.hour) + ":" + two(local.minute) + ":"
      + two(local.second) + Duration.fraction(nanoseconds) + "Z"
  }

  /// Reads a time by RFC 3339, with `Z` or an offset from UTC; what is finer than a nanosecond is
  /// cut off.
  init(reading text: String) throws(Failure) {
    let bytes = Array(text.utf8)
    // `2009-02-13T23:31:30`
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = ClockText.number(bytes[11..<13], below: 24),
      let minute = ClockText.number(bytes[14..<16], below: 60),
      let second = ClockText.number(bytes[17..<19], below: 60)
    else { throw Failure.conversion(text, to: .timestamp) }
    var rest = bytes[19...]
    var nanoseconds: UInt32 = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { ClockText.digit($0) != nil }
      guard !digits.isEmpty else { throw Failure.conversion(text, to: .timestamp) }
      rest = rest[digits.endIndex...]
      for place in 0..<9 {
        let digit = place < digits.count ? ClockText.digit(digits[digits.startIndex + place]) : 0
        nanoseconds = nanoseconds * 10 + UInt32(digit ?? 0)
      }
    }
    let isUTC = rest.elementsEqual([UInt8(ascii: "Z")]) || rest.elementsEqual([UInt8(ascii: "z")])
    guard let offset = isUTC ? 0 : ClockText.offset(rest, needsSign: true) else {
      throw Failure.conversion(text, to: .timestamp)
    }
    guard let day = Day(text: String(decoding: bytes[..<10], as: UTF8.self)) else {
      // The calendar has no such day, or the year 0, which the range leaves out.
      throw Failure.conversion(text, to: .timestamp)
    }
    let seconds =
      day.daysSince1970 * Self.secondsOfDay + hour * 3600 + minute * 60 + second - offset
    guard
      let timestamp = Timestamp(secondsSince1970: Int64(seconds), nanoseconds: nanoseconds)
    else { throw Failure.timestampRange }
    self = timestamp
  }
}

extension Duration: CustomStringConvertible {
  /// The seconds, with what is left of them behind a point: `-1.5s`.
  public var description: String {
    let magnitude = nanoseconds.magnitude
    return (nanoseconds < 0 ? "-" : "") + String(magnitude / 1_000_000_000)
      + Self.fraction(UInt32(magnitude % 1_000_000_000)) + "s"
  }

  /// Nanoseconds below a second as decimals, with the point; nothing for none.
  fileprivate static func fraction(_ nanoseconds: UInt32) -> String {
    guard nanoseconds > 0 else { return "" }
    let digits = String(nanoseconds)
    var text = "." + String(repeating: "0", count: 9 - digits.utf8.count) + digits
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }

  private static let units: [(name: String, nanoseconds: Int128)] = [
    ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
    ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  private static let longest: Int128 = 1_000_000_000_000_000_000_000_000
  private static let finest: Int128 = 1_000_000_000_000_000_000

  /// Reads a duration such as `1h30m`, `-1.5h` or `0`; what is finer than a nanosecond is cut off.
  init(reading text: String) throws(Failure) {
    var rest = Substring(text)
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    if rest == "0" {
      self.init(nanoseconds: 0)
      return
    }
    guard !rest.isEmpty else { throw Failure.conversion(text, to: .duration) }
    var sum: Int128 = 0
    while !rest.isEmpty {
      guard let part = Self.part(&rest) else { throw Failure.conversion(text, to: .duration) }
      sum += part
      guard sum <= Int128(Int64.max) + 1 else { throw Failure.durationRange }
    }
    guard let nanoseconds = Int64(exactly: isNegative ? -sum : sum) else {
      throw Failure.durationRange
    }
    self.init(nanoseconds: nanoseconds)
  }

  /// A number with its unit, in nanoseconds; more than any duration has, where it is very large.
  private static func part(_ rest: inout Substring) -> Int128? {
    func nextDigit() -> Int? {
      guard let digit = rest.utf8.first.flatMap(ClockText.digit) else { return nil }
      rest.removeFirst()
      return digit
    }
    var hasDigits = false
    var whole: Int128 = 0
    while let digit = nextDigit() {
      hasDigits = true
      // Further digits make no difference: it is too long in any unit.
      if whole < longest { whole = whole * 10 + Int128(digit) }
    }
    var fraction: Int128 = 0
    var scale: Int128 = 1
    if rest.hasPrefix(".") {
      rest.removeFirst()
      while let digit = nextDigit() {
        hasDigits = true
        // Further places are below a nanosecond in any unit.
        guard scale < finest else { continue }
        fraction = fraction * 10 + Int128(digit)
        scale *= 10
      }
    }
    guard hasDigits else { return nil }
    // The longest name that fits, so that `ms` is no `m`.
    let fitting = units.filter { rest.hasPrefix($0.name) }
    guard let unit = fitting.max(by: { $0.name.utf8.count < $1.name.utf8.count }) else {
      return nil
    }
    rest.removeFirst(unit.name.count)
    return whole * unit.nanoseconds + fraction * unit.nanoseconds / scale
  }
}

/// What texts about clocks consist of.
enum ClockText {
  static func digit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
  }

  /// A number of two digits.
  static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard digits.count == 2, let ten = digits.first.flatMap(digit),
      let one = digits.last.flatMap(digit)
    else { return nil }
    let number = ten * 10 + one
    return number < limit ? number : nil
  }

  /// The seconds by which `+02:00` or `-09:30` is ahead of UTC.
  static func offset(_ text: ArraySlice<UInt8>, needsSign: Bool) -> Int? {
    var text = text
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative || text.first == UInt8(ascii: "+") {
      text = text.dropFirst()
    } else if needsSign {
      return nil
    }
    guard text.count == 5, text[text.startIndex + 2] == UInt8(ascii: ":"),
      let hours = number(text.prefix(2), below: 24), let minutes = number(text.suffix(2), below: 60)
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return isNegative ? -seconds : seconds
  }
}

extension Failure {
  static let timestampRange = Failure(.timestampRange)
  static let durationRange = Failure(.durationRange)

  static func conversion(_ text: String, to type: CELType) -> Failure {
    Failure(
      .conversion,
      ["value": .text(Value.string(text).description), "type": .text(type.description)])
  }
}
