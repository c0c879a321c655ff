internal import Diagnostics

/// A time zone as expressions name it.
enum TimeZoneName {
  /// What looking a zone up costs.
  private static let steps = 10

  /// The seconds by which a zone's clocks are ahead of UTC at a point in time.
  ///
  /// A zone is `UTC`, an offset such as `+02:00` or `-09:30`, or a name of the system's time zone
  /// data such as `Europe/Vilnius`.
  static func offset(
    of name: String, at timestamp: Timestamp, _ budget: inout Budget
  ) throws(Failure) -> Int {
    if name == "UTC" { return 0 }
    if name.utf8.count <= 6, let offset = ClockText.offset(Array(name.utf8)[...], needsSign: false)
    {
      return offset
    }
    try budget.spend(steps)
    guard let zone = TimeZoneFolder.system.zone(name) else {
      throw Failure(.unknownTimeZone, ["name": .text(Value.string(name).description)])
    }
    return zone.offset(at: timestamp.secondsSince1970)
  }
}
