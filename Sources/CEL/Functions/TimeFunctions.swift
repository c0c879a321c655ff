internal import Diagnostics
internal import Numbers

extension Function {
  /// Points and stretches of time: how they are made, and what calendar and clock show of them.
  static let time: [Function] = [
    Function(
      "timestamp",
      [
        reading(.timestamp) { text throws(Failure) in
          .timestamp(try Timestamp(reading: text))
        },
        Overload(
          .function, [.int], .timestamp,
          .unary { value, _ throws(Failure) in
            guard case .int(let seconds) = value else { return value }
            guard let timestamp = Timestamp(secondsSince1970: seconds) else {
              throw Failure.timestampRange
            }
            return .timestamp(timestamp)
          }),
        same(.timestamp),
      ]),
    Function(
      "duration",
      [
        reading(.duration) { text throws(Failure) in
          .duration(try Duration(reading: text))
        }, same(.duration),
      ]),
    part("getFullYear") { $0.day.year },
    part("getMonth") { $0.day.month - 1 },
    part("getDate") { $0.day.day },
    part("getDayOfMonth") { $0.day.day - 1 },
    part("getDayOfWeek") { $0.dayOfWeek },
    part("getDayOfYear") { $0.dayOfYear },
    part("getHours", { $0.hour }, ofDuration: { $0.seconds / 3600 }),
    part("getMinutes", { $0.minute }, ofDuration: { $0.seconds / 60 }),
    part("getSeconds", { $0.second }, ofDuration: { $0.seconds }),
    // Of a duration too this is what is left of the seconds, not the whole in another unit.
    part(
      "getMilliseconds", { Int($0.nanoseconds / 1_000_000) },
      ofDuration: { $0.nanoseconds % 1_000_000_000 / 1_000_000 }),
  ]

  private static func reading(
    _ type: CELType, _ read: @escaping @Sendable (String) throws(Failure) -> Value
  ) -> Overload {
    Overload(
      .function, [.string], type,
      .unary { value, budget throws(Failure) in
        guard case .string(let text) = value else { return value }
        try budget.scan(bytes: text.utf8.count)
        return try read(text)
      })
  }

  private static func same(_ type: CELType) -> Overload {
    Overload(.function, [type], type, .unary { value, _ throws(Failure) in value })
  }

  /// A part of a point in time, in UTC or in a zone, or a measure of a duration.
  private static func part(
    _ name: String, _ part: @escaping @Sendable (LocalTime) -> Int,
    ofDuration measure: (@Sendable (Duration) -> Int64)? = nil
  ) -> Function {
    let read: @Sendable (Timestamp, Int) throws(Failure) -> Value = {
      timestamp, offset throws(Failure) in
      guard let local = LocalTime(timestamp, offset: offset) else { throw Failure.timestampRange }
      return .int(Int64(part(local)))
    }
    var overloads = [
      Overload(
        .method, [.timestamp], .int,
        .unary { value, _ throws(Failure) in
          guard case .timestamp(let timestamp) = value else { return value }
          return try read(timestamp, 0)
        }),
      Overload(
        .method, [.timestamp, .string], .int,
        .binary { value, zone, budget throws(Failure) in
          guard case (.timestamp(let timestamp), .string(let zone)) = (value, zone) else {
            return value
          }
          return try read(
            timestamp, try TimeZoneName.offset(of: zone, at: timestamp, &budget))
        }),
    ]
    if let measure {
      overloads.append(
        Overload(
          .method, [.duration], .int,
          .unary { value, _ throws(Failure) in
            guard case .duration(let duration) = value else { return value }
            return .int(measure(duration))
          }))
    }
    return Function(name, overloads)
  }
}
