public import Numbers

/// A second of Coordinated Universal Time, of the years 1…9999, leap seconds not counted.
///
/// The room reads no clock: whoever records an answer says when.
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1 January 1970, 00:00, negative before it.
  public let secondsSince1970: Int

  private static let secondsOfDay = 86_400

  /// 1 January 1970, 00:00.
  static let beginning = Instant()

  private init() { secondsSince1970 = 0 }

  /// The second, or `nil` outside the years 1…9999.
  public init?(secondsSince1970 seconds: Int) {
    let (day, _) = Self.divide(seconds)
    guard Day(daysSince1970: day) != nil else { return nil }
    secondsSince1970 = seconds
  }

  /// Reads `2026-02-11T09:14:03Z`, and nothing else.
  public init?(text: some StringProtocol) {
    var text = String(text)
    guard let instant = text.withUTF8({ Instant(utf8: $0) }) else { return nil }
    self = instant
  }

  /// Reads the same from bytes: assessments and histories are full of instants.
  init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 5..<7),
      let dayOfMonth = Self.number(bytes, 8..<10),
      let day = Day(year: year, month: month, day: dayOfMonth),
      let hour = Self.number(bytes, 11..<13), hour < 24,
      let minute = Self.number(bytes, 14..<16), minute < 60,
      let second = Self.number(bytes, 17..<19), second < 60
    else { return nil }
    secondsSince1970 = day.daysSince1970 * Self.secondsOfDay + hour * 3600 + minute * 60 + second
  }

  /// The day in UTC.
  public var day: Day? { Day(daysSince1970: Self.divide(secondsSince1970).day) }

  /// The earlier first.
  public static func < (a: Instant, b: Instant) -> Bool { a.secondsSince1970 < b.secondsSince1970 }

  private static func divide(_ seconds: Int) -> (day: Int, second: Int) {
    let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: secondsOfDay)
    return remainder < 0 ? (quotient - 1, remainder + secondsOfDay) : (quotient, remainder)
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> Int? {
    var number = 0
    for place in places {
      guard case 0x30...0x39 = bytes[place] else { return nil }
      number = number * 10 + Int(bytes[place] - 0x30)
    }
    return number
  }
}

extension Instant: CustomStringConvertible {
  /// `2026-02-11T09:14:03Z`.
  public var description: String {
    let (_, second) = Self.divide(secondsSince1970)
    return (day?.description ?? "") + "T" + timeOfDay + ":" + Self.twoDigits(second % 60) + "Z"
  }

  /// Hours and minutes in UTC, `09:14`.
  public var timeOfDay: String {
    let (_, second) = Self.divide(secondsSince1970)
    return Self.twoDigits(second / 3600) + ":" + Self.twoDigits(second / 60 % 60)
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}
