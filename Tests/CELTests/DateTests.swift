import Diagnostics
import Numbers
import TestKit
import Testing

@testable import CEL

@Suite("Days in expressions")
struct DateTests {
  /// Whole years by counting them: the last year whose anniversary is not after the second day.
  /// The anniversary of 29 February is 28 February where there is no 29th.
  private static func counted(_ a: Day, _ b: Day) -> Int {
    guard a <= b else { return -counted(b, a) }
    var years = 0
    while true {
      let year = a.year + years + 1
      guard
        let anniversary = Day(year: year, month: a.month, day: a.day)
          ?? Day(year: year, month: 2, day: 28), anniversary <= b
      else { return years }
      years += 1
    }
  }

  @Test("count whole years as one counts anniversaries") func years() throws {
    let program = try #require(
      Self.environment.compile("yearsBetween(a, b)", place: { _ in nil }, expecting: .any).value)
    var random = SplitMix(seed: 15)
    for round in 0..<3_000 {
      // Every other begins in the days in which February ends.
      let a =
        round.isMultiple(of: 2)
        ? try #require(Day(daysSince1970: .random(in: -200_000...200_000, using: &random)))
        : try #require(
          Day(year: 4 * Int.random(in: 425...575, using: &random), month: 2, day: 28).flatMap {
            Day(daysSince1970: $0.daysSince1970 + Int.random(in: 0...2, using: &random))
          })
      let anniversary = a.addingYears(.random(in: -60...60, using: &random))?.daysSince1970
      let b = try #require(
        Day(daysSince1970: (anniversary ?? 0) + Int.random(in: -2...2, using: &random)))
      // The time of the day does not count.
      let late = try #require(
        Timestamp(b).adding(
          Duration(nanoseconds: .random(in: 0..<86_400_000_000_000, using: &random))))
      let result = program.evaluate([.timestamp(Timestamp(a)), .timestamp(late)])
      #expect(result == .int(Int64(Self.counted(a, b))), "\(a) \(b)")
    }
  }

  private static let environment = {
    var environment = Environment(profile: .survey)
    environment.declare("a", .timestamp, slot: Slot(index: 0))
    environment.declare("b", .timestamp, slot: Slot(index: 1))
    return environment
  }()

  /// Expression, value or error.
  static let values: [(String, String)] = [
    ("date('2020-02-29')", "timestamp('2020-02-29T00:00:00Z')"),
    ("date(2026, 12, 31) == date('2026-12-31')", "true"),
    ("date('2020-01-01') < timestamp('2020-01-01T00:00:01Z')", "true"),
    ("date('2026-01-31').getMonth()", "0"),
    ("type(date('2026-01-31'))", "google.protobuf.Timestamp"),
    ("date('2026-03-31') - date('2026-03-01')", "duration('2592000s')"),
    ("yearsBetween(date('2020-02-29'), date('2021-02-28'))", "1"),
    ("yearsBetween(date('2020-02-29'), date('2024-02-28'))", "3"),
    ("yearsBetween(date('2026-01-02'), date('2026-01-01'))", "0"),
    ("yearsBetween(date('2026-01-02'), date('2025-01-01'))", "-1"),
    ("yearsBetween(date(members + 2000, 1, 1), date('2026-01-01'))", "14"),
    ("date('2026-02-30')", "no-such-day at date('2026-02-30')"),
    ("date('2026-2-3')", "no-such-day at date('2026-2-3')"),
    ("date(2026, 13, 1)", "no-such-day at date(2026, 13, 1)"),
    ("date(9223372036854775807, 1, 1)", "no-such-day at date(9223372036854775807, 1, 1)"),
    // A day is no text; a text that is written as a day can only be meant as one.
    ("date('2026-01-01') < '2026-07-01'", "text-for-date value='2026-07-01'"),
    ("'2026-07-01' == date('2026-01-01')", "text-for-date value='2026-07-01'"),
    (
      "date('2026-01-01') in ['2026-07-01']",
      "operand-types left=timestamp operator=in right=list(string)"
    ),
    ("date('2026-01-01') < 'soon'", "operand-types left=timestamp operator=< right=string"),
    (
      "yearsBetween(date('2026-01-01'), '2026-01-01')",
      "argument-types name=yearsBetween types=timestamp, string"
    ),
  ]

  @Test("have these values") func evaluates() {
    for (source, value) in Self.values {
      #expect(SampleModel.evaluate(source) == value, "\(source)")
    }
  }
}
