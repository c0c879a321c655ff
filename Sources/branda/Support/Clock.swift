import Results

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one clock of the program.
enum Clock {
  /// The seconds since 1970 that the program goes by: those of `SOURCE_DATE_EPOCH`, where it says a
  /// whole number, so that a run can be repeated byte for byte; else the system's.
  private static var seconds: Int { fixed ?? time(nil) }

  private static let fixed = environment["SOURCE_DATE_EPOCH"].flatMap(Int.init)

  /// The second it is; `nil` for a clock beyond the year 9999.
  static var now: Instant? { Instant(secondsSince1970: seconds) }

  /// The time of day where the person is, such as `14:02`; in Coordinated Universal Time where
  /// `SOURCE_DATE_EPOCH` stands for the clock.
  static var timeOfDay: String {
    var moment = time_t(seconds)
    var parts = tm()
    _ = fixed == nil ? localtime_r(&moment, &parts) : gmtime_r(&moment, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return two(parts.tm_hour) + ":" + two(parts.tm_min)
  }
}
