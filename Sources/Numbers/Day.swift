/// A day of the proleptic Gregorian calendar, of the years 1…9999, without time and time zone.
public struct Day: Sendable, Hashable, Comparable {
  /// 1…9999.
  public let year: Int
  /// 1…12.
  public let month: Int
  /// 1…31.
  public let day: Int

  /// The day, or `nil` where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(of: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day so many days after 1 January 1970 (before it, where negative).
  public init?(daysSince1970 days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    // Counted from 1 March of the year 0, every leap day ends its year, and the months from March
    // on have lengths that 153 days in 5 months describe.
    let sinceMarch = days + 719_468
    let era = sinceMarch / 146_097
    let dayOfEra = sinceMarch % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }

  /// Days since 1 January 1970, negative before it.
  public var daysSince1970: Int {
    let year = month <= 2 ? year - 1 : year
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  /// The same day of another year, 29 February becoming the 28th where it must; `nil` outside the
  /// years 1…9999.
  public func addingYears(_ years: Int) -> Day? {
    let (target, overflow) = year.addingReportingOverflow(years)
    guard !overflow, (1...9999).contains(target) else { return nil }
    return Day(year: target, month: month, day: min(day, Self.length(of: month, in: target)))
  }

  /// Whole years from this day to `other`, negative where `other` is earlier.
  ///
  /// A year that began on 29 February is complete on 28 February only where that year has no 29th,
  /// as in `addingYears`.
  public func years(until other: Day) -> Int {
    guard self <= other else { return -other.years(until: self) }
    let years = other.year - year
    guard let anniversary = addingYears(years) else { return years }
    return anniversary <= other ? years : years - 1
  }

  /// The order of the calendar.
  public static func < (a: Day, b: Day) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return switch month {
    case 2: leap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// Reads `2026-10-23` (ISO 8601, extended form), and nothing else.
  public init?(text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2026-10-23`.
  public var description: String {
    let year = String(year)
    return String(repeating: "0", count: 4 - year.utf8.count) + year
      + (month < 10 ? "-0" : "-") + String(month) + (day < 10 ? "-0" : "-") + String(day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
