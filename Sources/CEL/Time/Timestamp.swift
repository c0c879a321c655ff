public import Numbers

/// A point in time, to the nanosecond, of the years 1…9999 of the Gregorian calendar in UTC; leap
/// seconds are not counted.
public struct Timestamp: Sendable, Hashable, Comparable {
  static let secondsOfDay = 86_400
  private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
  private static let nanosecondsOfSecond: UInt32 = 1_000_000_000

  /// Whole seconds since 1 January 1970, 00:00, rounded down; negative before it.
  public let secondsSince1970: Int64
  /// What is added to the whole seconds, 0…999,999,999.
  public let nanoseconds: UInt32

  /// The point in time, or `nil` outside the years 1…9999 or of more nanoseconds than a second has.
  public init?(secondsSince1970 seconds: Int64, nanoseconds: UInt32 = 0) {
    guard Self.range.contains(seconds), nanoseconds < Self.nanosecondsOfSecond else { return nil }
    secondsSince1970 = seconds
    self.nanoseconds = nanoseconds
  }

  /// The beginning of a day in UTC.
  public init(_ day: Day) {
    secondsSince1970 = Int64(day.daysSince1970 * Self.secondsOfDay)
    nanoseconds = 0
  }

  /// The earlier first.
  public static func < (a: Timestamp, b: Timestamp) -> Bool {
    (a.secondsSince1970, a.nanoseconds) < (b.secondsSince1970, b.nanoseconds)
  }

  /// - Returns: `nil` outside the years 1…9999.
  func adding(_ duration: Duration) -> Timestamp? {
    let (seconds, nanoseconds) = duration.parts
    let sum = self.nanoseconds + nanoseconds
    let carry: Int64 = sum < Self.nanosecondsOfSecond ? 0 : 1
    return Timestamp(
      secondsSince1970: secondsSince1970 + seconds + carry,
      nanoseconds: carry == 0 ? sum : sum - Self.nanosecondsOfSecond)
  }

  /// - Returns: `nil` outside the years 1…9999.
  func subtracting(_ duration: Duration) -> Timestamp? {
    let (seconds, nanoseconds) = duration.parts
    let borrow: Int64 = self.nanoseconds >= nanoseconds ? 0 : 1
    let minuend = self.nanoseconds + (borrow == 0 ? 0 : Self.nanosecondsOfSecond)
    return Timestamp(
      secondsSince1970: secondsSince1970 - seconds - borrow, nanoseconds: minuend - nanoseconds)
  }

  /// The time from `other` to this one, negative where `other` is later.
  ///
  /// - Returns: `nil` where it is longer than a duration can be.
  func since(_ other: Timestamp) -> Duration? {
    Duration(
      seconds: secondsSince1970 - other.secondsSince1970,
      nanoseconds: Int64(nanoseconds) - Int64(other.nanoseconds))
  }
}

/// A stretch of time in nanoseconds, at most some 292 years long in either direction.
///
/// The specification holds a duration to 64 bits, though the message of the same name reaches
/// further.
public struct Duration: Sendable, Hashable, Comparable {
  private static let nanosecondsOfSecond: Int64 = 1_000_000_000

  /// Negative for a stretch that goes back.
  public let nanoseconds: Int64

  /// A stretch of so many nanoseconds.
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// - Returns: `nil` where the sum is longer than a duration can be.
  public init?(seconds: Int64, nanoseconds: Int64) {
    let sum = Int128(seconds) * Int128(Self.nanosecondsOfSecond) + Int128(nanoseconds)
    guard let nanoseconds = Int64(exactly: sum) else { return nil }
    self.nanoseconds = nanoseconds
  }

  /// The shorter first; what goes back before what goes forward.
  public static func < (a: Duration, b: Duration) -> Bool { a.nanoseconds < b.nanoseconds }

  /// Whole seconds, the rest dropped.
  var seconds: Int64 { nanoseconds / Self.nanosecondsOfSecond }

  /// Whole seconds, rounded down, and the nanoseconds above them.
  var parts: (seconds: Int64, nanoseconds: UInt32) {
    let (quotient, remainder) = nanoseconds.quotientAndRemainder(
      dividingBy: Self.nanosecondsOfSecond)
    return remainder < 0
      ? (quotient - 1, UInt32(remainder + Self.nanosecondsOfSecond))
      : (quotient, UInt32(remainder))
  }

  func adding(_ other: Duration) -> Duration? {
    let (sum, overflow) = nanoseconds.addingReportingOverflow(other.nanoseconds)
    return overflow ? nil : Duration(nanoseconds: sum)
  }

  func subtracting(_ other: Duration) -> Duration? {
    let (difference, overflow) = nanoseconds.subtractingReportingOverflow(other.nanoseconds)
    return overflow ? nil : Duration(nanoseconds: difference)
  }
}
