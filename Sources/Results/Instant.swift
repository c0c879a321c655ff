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
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let day = Day(text: text.prefix(10)), let hour = Self.number(bytes[11...12]), hour < 24,
      let minute = Self.number(bytes[14...15]), minute < 60,
      let second = Self.number(bytes[17...18]), second < 60
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

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0) { value, digit in
      guard let value, (0x30...0x39).contains(digit) else { return nil }
      return value * 10 + Int(digit - 0x30)
    }
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
