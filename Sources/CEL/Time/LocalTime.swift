internal import Numbers

/// What calendar and clock show at a point in time, somewhere.
struct LocalTime: Sendable {
  let day: Day
  /// Seconds since the beginning of the day.
  let secondOfDay: Int
  let nanoseconds: UInt32

  /// - Parameter offset: The seconds by which clocks there are ahead of UTC.
  /// - Returns: `nil` where the calendar there shows no year of 1…9999.
  init?(_ timestamp: Timestamp, offset: Int) {
    let seconds = Int(timestamp.secondsSince1970) + offset
    let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: Timestamp.secondsOfDay)
    guard let day = Day(daysSince1970: remainder < 0 ? quotient - 1 : quotient) else { return nil }
    self.day = day
    secondOfDay = remainder < 0 ? remainder + Timestamp.secondsOfDay : remainder
    nanoseconds = timestamp.nanoseconds
  }

  var hour: Int { secondOfDay / 3600 }
  var minute: Int { secondOfDay / 60 % 60 }
  var second: Int { secondOfDay % 60 }

  /// 0 is Sunday.
  var dayOfWeek: Int {
    // 1 January 1970 was a Thursday.
    let remainder = (day.daysSince1970 + 4) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// 0 is 1 January.
  var dayOfYear: Int {
    guard let first = Day(year: day.year, month: 1, day: 1) else { return 0 }
    return day.daysSince1970 - first.daysSince1970
  }
}
