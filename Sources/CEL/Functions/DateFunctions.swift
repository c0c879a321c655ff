internal import Diagnostics
internal import Numbers

extension Function {
  /// What questionnaires need to compute with days. A day is the point in time at which it begins
  /// in UTC.
  static let dates: [Function] = [date, yearsBetween]

  private static let date = Function(
    "date",
    [
      Overload(
        .function, [.string], .timestamp,
        .unary { value, budget throws(Failure) in
          guard case .string(let text) = value else { return value }
          try budget.scan(bytes: text.utf8.count)
          guard let day = Day(text: text) else { throw Failure.noSuchDay(value.description) }
          return .timestamp(Timestamp(day))
        }),
      Overload(
        .function, [.int, .int, .int], .timestamp,
        .any { values, _ throws(Failure) in
          guard values.count == 3, case .int(let year) = values[0],
            case .int(let month) = values[1],
            case .int(let day) = values[2]
          else { return .null }
          guard let day = Day(year: Int(year), month: Int(month), day: Int(day)) else {
            throw Failure.noSuchDay("\(year)-\(month)-\(day)")
          }
          return .timestamp(Timestamp(day))
        }),
    ])

  /// Whole years from the day of one point in time to the day of another, both in UTC; negative
  /// where the second is earlier. A year is complete on its anniversary, for one that began on
  /// 29 February on 28 February where there is no 29th.
  private static let yearsBetween = Function(
    "yearsBetween",
    [
      Overload(
        .function, [.timestamp, .timestamp], .int,
        .binary { a, b, _ throws(Failure) in
          guard case (.timestamp(let a), .timestamp(let b)) = (a, b),
            let first = LocalTime(a, offset: 0)?.day, let second = LocalTime(b, offset: 0)?.day
          else { throw Failure.timestampRange }
          return .int(Int64(first.years(until: second)))
        })
    ])
}

extension Failure {
  fileprivate static func noSuchDay(_ text: String) -> Failure {
    Failure(.noSuchDay, ["value": .text(text)])
  }
}
