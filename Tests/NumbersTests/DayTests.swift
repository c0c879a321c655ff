import Numbers
import Testing

@Suite struct DayTests {
  @Test(arguments: ["2026-10-23", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"])
  func readsAndWrites(text: String) throws {
    #expect(try #require(Day(text: text)).description == text)
  }

  @Test(arguments: [
    "", "2026-2-3", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
    "2026-01-00", "0000-01-01", "2026/01/01", "20260101", "2026-01-01T00:00", "-026-01-01",
    "２026-01-0", "2026-1a-01",
  ])
  func refuses(text: String) {
    #expect(Day(text: text) == nil)
  }

  @Test(
    arguments: [
      ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"),
      ("2026-10-23", -6, "2020-10-23"),
      ("9999-01-01", 1, nil), ("2026-01-01", Int.max, nil),
    ] as [(String, Int, String?)])
  func addsYears(start: String, years: Int, expected: String?) {
    #expect(Day(text: start)?.addingYears(years)?.description == expected)
  }

  @Test(arguments: [
    ("2020-10-23", "2026-10-23", 6), ("2020-10-23", "2026-10-22", 5),
    ("2020-10-23", "2020-10-23", 0),
    ("2024-02-29", "2025-02-28", 1), ("2024-02-29", "2025-02-27", 0),
    ("2026-10-23", "2020-10-24", -5),
  ])
  func countsYears(start: String, end: String, expected: Int) throws {
    #expect(try #require(Day(text: start)).years(until: #require(Day(text: end))) == expected)
  }

  /// A walk of the whole calendar, one day after the other, is the second computation.
  @Test func countsDays() throws {
    var expected = try #require(Day(year: 1, month: 1, day: 1)).daysSince1970
    #expect(expected == -719_162)
    for year in 1...9999 {
      for month in 1...12 {
        for number in 1...31 {
          guard let day = Day(year: year, month: month, day: number) else { continue }
          if day.daysSince1970 != expected || Day(daysSince1970: expected) != day {
            Issue.record("\(day) is not day \(expected)")
          }
          expected += 1
        }
      }
    }
    #expect(expected == 2_932_897)
    #expect(Day(daysSince1970: 0)?.description == "1970-01-01")
    #expect(Day(daysSince1970: expected) == nil && Day(daysSince1970: .min) == nil)
  }
}
