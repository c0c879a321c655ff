import Diagnostics
import Foundation
import Numbers
import TestKit
import Testing

@testable import CEL

@Suite("Points and stretches of time")
struct TimeTests {
  /// Expression, value as it would be written, or the kind of the error.
  static let values: [(String, String)] = [
    // Reading and writing.
    ("timestamp('2009-02-13T23:31:30Z')", "timestamp('2009-02-13T23:31:30Z')"),
    ("timestamp('2009-02-13T23:31:30.500Z')", "timestamp('2009-02-13T23:31:30.5Z')"),
    ("timestamp('2009-02-13t23:31:30z')", "timestamp('2009-02-13T23:31:30Z')"),
    ("timestamp('2009-02-14T01:31:30+02:00')", "timestamp('2009-02-13T23:31:30Z')"),
    ("timestamp('2009-02-13T14:01:30-09:30')", "timestamp('2009-02-13T23:31:30Z')"),
    ("timestamp('0001-01-01T00:00:00.0000000019Z')", "timestamp('0001-01-01T00:00:00.000000001Z')"),
    ("timestamp('9999-12-31T23:59:59.999999999Z')", "timestamp('9999-12-31T23:59:59.999999999Z')"),
    ("timestamp('2000-02-29T00:00:00Z')", "timestamp('2000-02-29T00:00:00Z')"),
    ("timestamp(-1)", "timestamp('1969-12-31T23:59:59Z')"),
    ("timestamp(timestamp(0))", "timestamp('1970-01-01T00:00:00Z')"),
    ("int(timestamp('1969-12-31T23:59:59.5Z'))", "-1"),
    ("duration('1h30m')", "duration('5400s')"), ("duration('-1.5h')", "duration('-5400s')"),
    ("duration('1h34us')", "duration('3600.000034s')"), ("duration('0')", "duration('0s')"),
    ("duration('+.5ms')", "duration('0.0005s')"), ("duration('1.9ns')", "duration('0.000000001s')"),
    ("duration('1µs') == duration('1000ns')", "true"),
    ("duration('00000000000000000000000000000000015s')", "duration('15s')"),
    ("duration('0.3333333333333333333333333h')", "duration('1199.999999999s')"),
    ("duration('-9223372036854775808ns')", "duration('-9223372036.854775808s')"),
    ("string(duration('-1.5s')) + string(timestamp(0))", "'-1.5s1970-01-01T00:00:00Z'"),
    // What is no time.
    ("timestamp('2009-02-13')", "conversion at timestamp('2009-02-13')"),
    ("timestamp('2009-02-13T23:31:30')", "conversion at timestamp('2009-02-13T23:31:30')"),
    ("timestamp('2009-02-30T23:31:30Z')", "conversion at timestamp('2009-02-30T23:31:30Z')"),
    ("timestamp('2009-02-13T24:00:00Z')", "conversion at timestamp('2009-02-13T24:00:00Z')"),
    ("timestamp('2009-02-13T23:31:30.Z')", "conversion at timestamp('2009-02-13T23:31:30.Z')"),
    ("timestamp('2009-02-13T23:31:30Z ')", "conversion at timestamp('2009-02-13T23:31:30Z ')"),
    (
      "timestamp('2009-02-13T23:31:30+2:00')", "conversion at timestamp('2009-02-13T23:31:30+2:00')"
    ),
    ("timestamp('')", "conversion at timestamp('')"),
    ("duration('')", "conversion at duration('')"),
    ("duration('-')", "conversion at duration('-')"),
    ("duration('1')", "conversion at duration('1')"),
    ("duration('1d')", "conversion at duration('1d')"),
    ("duration('.s')", "conversion at duration('.s')"),
    ("duration('1s 2s')", "conversion at duration('1s 2s')"),
    // The range.
    (
      "timestamp('0001-01-01T00:00:00+00:01')",
      "timestamp-range at timestamp('0001-01-01T00:00:00+00:01')"
    ),
    ("timestamp(9223372036854775807)", "timestamp-range at timestamp(9223372036854775807)"),
    ("duration('9223372036854775808ns')", "duration-range at duration('9223372036854775808ns')"),
    (
      "duration('99999999999999999999999999999999999999h')",
      "duration-range at duration('99999999999999999999999999999999999999h')"
    ),
    (
      "timestamp(253402300799) + duration('1s')",
      "timestamp-range at timestamp(253402300799) + duration('1s')"
    ),
    (
      "timestamp(0) - duration('-9223372036854775808ns')",
      "timestamp('2262-04-11T23:47:16.854775808Z')"
    ),
    (
      "duration('-1ns') - duration('9223372036854775807ns')",
      "duration('-9223372036.854775808s')"
    ),
    // Computing and comparing.
    ("timestamp(10) - timestamp(0) == duration('10s')", "true"),
    ("timestamp(0) - duration('1ns')", "timestamp('1969-12-31T23:59:59.999999999Z')"),
    ("duration('1s') + timestamp('1969-12-31T23:59:59.5Z')", "timestamp('1970-01-01T00:00:00.5Z')"),
    ("dyn(timestamp(0)) + dyn(duration('1h'))", "timestamp('1970-01-01T01:00:00Z')"),
    (
      "dyn(duration('1h')) - dyn(timestamp(0))",
      "operand-types at dyn(duration('1h')) - dyn(timestamp(0))"
    ),
    ("timestamp(0) < timestamp(1) && duration('1m') >= duration('60s')", "true"),
    ("timestamp(1) in [timestamp(0), timestamp('1970-01-01T00:00:01Z')]", "true"),
    ("duration('60s') in [duration('1m'), duration('2m')].map(d, d)", "true"),
    (
      "timestamp(9) in [1,2,3,4,5,6,7,8,9].map(s, timestamp(s))", "true"
    ),
    ("dyn(timestamp(0)) == 0", "false"),
    ("type(timestamp(0)) == google.protobuf.Timestamp", "true"),
    ("type(duration('0')) == google.protobuf.Duration", "true"),
    ("{timestamp(0): 1}", "key-type type=timestamp"),
    // Parts.
    ("timestamp('2024-12-31T12:00:00Z').getDayOfYear()", "365"),
    ("timestamp('1969-12-27T12:00:00Z').getDayOfWeek()", "6"),
    ("timestamp('1969-12-31T23:59:58.765Z').getSeconds()", "58"),
    ("timestamp('1969-12-31T23:59:58.765Z').getMilliseconds()", "765"),
    ("duration('-3661.5s').getHours()", "-1"), ("duration('-3661.5s').getMinutes()", "-61"),
    ("duration('-3661.5s').getMilliseconds()", "-500"),
    (
      "timestamp('0001-01-01T00:00:00Z').getFullYear('-01:00')",
      "timestamp-range at timestamp('0001-01-01T00:00:00Z').getFullYear('-01:00')"
    ),
    // Zones.
    ("timestamp('2026-07-01T00:00:00Z').getHours('Europe/Vilnius')", "3"),
    ("timestamp('2026-01-01T00:00:00Z').getHours('Europe/Vilnius')", "2"),
    ("timestamp('2426-07-01T00:00:00Z').getHours('Europe/Vilnius')", "3"),
    ("timestamp('2426-01-01T00:00:00Z').getHours('Australia/Sydney')", "11"),
    ("timestamp('2426-07-01T00:00:00Z').getHours('Australia/Sydney')", "10"),
    ("timestamp(0).getHours('+14:00')", "14"), ("timestamp(0).getHours('05:00')", "5"),
    (
      "timestamp(0).getHours('../../etc/passwd')",
      "unknown-time-zone at timestamp(0).getHours('../../etc/passwd')"
    ),
    ("timestamp(0).getHours('Europe')", "unknown-time-zone at timestamp(0).getHours('Europe')"),
    (
      "timestamp(0).getHours('localtime')",
      "unknown-time-zone at timestamp(0).getHours('localtime')"
    ),
    ("timestamp(0).getHours('')", "unknown-time-zone at timestamp(0).getHours('')"),
    ("timestamp(0).getHours('/UTC')", "unknown-time-zone at timestamp(0).getHours('/UTC')"),
    (
      "timestamp(0).getHours('Europe/Vilnius/')",
      "unknown-time-zone at timestamp(0).getHours('Europe/Vilnius/')"
    ),
    (
      #"timestamp(0).getHours('UTC\x00')"#,
      #"unknown-time-zone at timestamp(0).getHours('UTC\x00')"#
    ),
    ("timestamp(0).getHours('+25:00')", "unknown-time-zone at timestamp(0).getHours('+25:00')"),
  ]

  @Test("have these values", arguments: [Profile.strict, .survey])
  func values(_ profile: Profile) {
    for (source, value) in Self.values {
      #expect(SampleModel.evaluate(source, profile) == value, "\(source)")
    }
  }

  @Test("do not make values larger") func size() {
    #expect(MemoryLayout<Value>.size <= 17)
    #expect(MemoryLayout<Value>.stride <= 24)
  }

  @Test("show what another calendar shows") func calendar() throws {
    var random = SplitMix(seed: 11)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    // Before 1583 that calendar is the Julian.
    let first = Int64(-12_212_553_600)
    for _ in 0..<2_000 {
      let seconds = Int64.random(in: first...253_402_300_799, using: &random)
      let timestamp = try #require(Timestamp(secondsSince1970: seconds))
      let local = try #require(LocalTime(timestamp, offset: 0))
      let date = Date(timeIntervalSince1970: Double(seconds))
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second, .weekday, .dayOfYear], from: date)
      #expect(
        [
          local.day.year, local.day.month, local.day.day, local.hour, local.minute, local.second,
          local.dayOfWeek + 1, local.dayOfYear + 1,
        ] == [
          parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second,
          parts.weekday, parts.dayOfYear,
        ])
      #expect(try Timestamp(reading: timestamp.description) == timestamp)
    }
  }

  @Test("add up as whole numbers of nanoseconds do") func arithmetic() throws {
    var random = SplitMix(seed: 12)
    func nanoseconds(_ timestamp: Timestamp) -> Int128 {
      Int128(timestamp.secondsSince1970) * 1_000_000_000 + Int128(timestamp.nanoseconds)
    }
    for _ in 0..<2_000 {
      let seconds = Int64.random(in: -62_135_596_800...253_402_300_799, using: &random)
      let timestamp = try #require(
        Timestamp(
          secondsSince1970: seconds, nanoseconds: .random(in: 0...999_999_999, using: &random)))
      let duration = Duration(nanoseconds: .random(in: .min ... .max, using: &random))
      #expect(try Duration(reading: duration.description) == duration)
      let sum = nanoseconds(timestamp) + Int128(duration.nanoseconds)
      let difference = nanoseconds(timestamp) - Int128(duration.nanoseconds)
      for (result, wanted) in [
        (timestamp.adding(duration), sum), (timestamp.subtracting(duration), difference),
      ] {
        if let result {
          #expect(nanoseconds(result) == wanted)
          #expect(
            result.since(timestamp)?.nanoseconds == Int64(exactly: wanted - nanoseconds(timestamp)))
        } else {
          #expect(wanted < -62_135_596_800_000_000_000 || wanted > 253_402_300_799_999_999_999)
        }
      }
    }
  }
}
