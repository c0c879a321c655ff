internal import Numbers

/// The offset of all years that a table does not cover, in the notation of POSIX:
/// `EET-2EEST,M3.5.0/3,M10.5.0/4`.
struct TimeZoneRule: Sendable {
  fileprivate struct Summer: Sendable {
    var offset: Int
    var begins: Change
    var ends: Change
  }

  /// A day of every year and the time on its clocks.
  fileprivate struct Change: Sendable {
    enum Date: Sendable {
      /// Counted from 1; 29 February is never counted.
      case dayWithoutLeap(Int)
      /// Counted from 0.
      case day(Int)
      /// The day of the week (0 is Sunday) of the week of the month; the fifth is the last.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    var date: Date
    /// Seconds since the beginning of the day; may be of a neighbouring day.
    var time: Int
  }

  private var standard: Int
  private var summer: Summer?

  /// The seconds by which clocks are ahead of UTC at a time in seconds since 1970.
  func offset(at time: Int64) -> Int {
    guard let summer, let timestamp = Timestamp(secondsSince1970: time),
      let year = LocalTime(timestamp, offset: standard)?.day.year,
      let begin = summer.begins.seconds(in: year), let end = summer.ends.seconds(in: year)
    else { return standard }
    let begins = Int64(begin - standard)
    let ends = Int64(end - summer.offset)
    // South of the equator a year begins in summer.
    let isSummer =
      begins < ends ? begins <= time && time < ends : !(ends <= time && time < begins)
    return isSummer ? summer.offset : standard
  }

  // MARK: Reading

  /// - Returns: `nil` for a text that is no such rule.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard Self.skipName(&rest), let west = Self.time(&rest, hours: 24) else { return nil }
    standard = -west
    guard !rest.isEmpty else { return }
    guard Self.skipName(&rest) else { return nil }
    var offset = standard + 3600
    if let next = rest.first, next != UInt8(ascii: ",") {
      guard let west = Self.time(&rest, hours: 24) else { return nil }
      offset = -west
    }
    guard let begins = Self.change(&rest), let ends = Self.change(&rest), rest.isEmpty else {
      return nil
    }
    summer = Summer(offset: offset, begins: begins, ends: ends)
  }

  private static func take(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// `EET`, or anything in `<…>`.
  private static func skipName(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if take("<", &rest) {
      rest = rest.drop { $0 != UInt8(ascii: ">") }
      return take(">", &rest)
    }
    let name = rest.prefix {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
    }
    rest = rest[name.endIndex...]
    return name.count >= 3
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { ClockText.digit($0) != nil }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest[digits.endIndex...]
    let number = digits.reduce(0) { $0 * 10 + (ClockText.digit($1) ?? 0) }
    return range.contains(number) ? number : nil
  }

  /// `-2`, `3:30`, `24:00:00`, in seconds.
  private static func time(_ rest: inout ArraySlice<UInt8>, hours limit: Int) -> Int? {
    let isNegative = take("-", &rest)
    if !isNegative { _ = take("+", &rest) }
    guard let hours = number(&rest, 0...limit) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where take(":", &rest) {
      guard let part = number(&rest, 0...59) else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// `,M3.5.0/3`
  private static func change(_ rest: inout ArraySlice<UInt8>) -> Change? {
    guard take(",", &rest) else { return nil }
    let date: Change.Date
    if take("M", &rest) {
      guard let month = number(&rest, 1...12), take(".", &rest),
        let week = number(&rest, 1...5), take(".", &rest), let weekday = number(&rest, 0...6)
      else { return nil }
      date = .weekday(month: month, week: week, weekday: weekday)
    } else if take("J", &rest) {
      guard let day = number(&rest, 1...365) else { return nil }
      date = .dayWithoutLeap(day)
    } else {
      guard let day = number(&rest, 0...365) else { return nil }
      date = .day(day)
    }
    guard take("/", &rest) else { return Change(date: date, time: 2 * 3600) }
    return time(&rest, hours: 167).map { Change(date: date, time: $0) }
  }
}

extension TimeZoneRule.Change {
  /// On the clocks before the change, in seconds since 1970 as those clocks count them.
  fileprivate func seconds(in year: Int) -> Int? {
    guard let first = Day(year: year, month: 1, day: 1)?.daysSince1970 else { return nil }
    let day: Int
    switch date {
    case .day(let number): day = first + number
    case .dayWithoutLeap(let number):
      let isAfterLeapDay = number >= 60 && Day(year: year, month: 2, day: 29) != nil
      day = first + number - 1 + (isAfterLeapDay ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      guard let start = Day(year: year, month: month, day: 1)?.daysSince1970 else { return nil }
      // 1 January 1970 was a Thursday; the remainder is made positive for days before it.
      let begins = ((start + 4) % 7 + 7) % 7
      let days = (weekday - begins + 7) % 7 + (week - 1) * 7
      // The fifth may lie in the next month, and a week before it is the last.
      let isInside = Day(year: year, month: month, day: days + 1) != nil
      day = start + (isInside ? days : days - 7)
    }
    return day * Timestamp.secondsOfDay + time
  }
}
