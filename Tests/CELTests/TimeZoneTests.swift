import Foundation
import TestKit
import Testing

@testable import CEL

@Suite("Time zones")
struct TimeZoneTests {
  private static let names = [
    "Europe/Vilnius", "Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kathmandu",
    "America/Sao_Paulo", "Asia/Tokyo", "US/Central",
  ]

  @Test("agree with another reader of the same zones", arguments: names)
  func offsets(_ name: String) throws {
    let zone = try #require(TimeZoneFolder.system.zone(name))
    let other = try #require(TimeZone(identifier: name))
    var random = SplitMix(seed: 13)
    for _ in 0..<2_000 {
      // 1970 to 2400, so beyond the tables of the files too.
      let time = Int64.random(in: 0...13_569_465_600, using: &random)
      let wanted = other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
      #expect(zone.offset(at: time) == wanted, "\(time)")
    }
  }

  /// Rule, time, offset.
  @Test(
    "follow the rules of later years",
    arguments: [
      ("EET-2EEST,M3.5.0/3,M10.5.0/4", "2026-03-29T00:59:59Z", 7200),
      ("EET-2EEST,M3.5.0/3,M10.5.0/4", "2026-03-29T01:00:00Z", 10_800),
      ("EET-2EEST,M3.5.0/3,M10.5.0/4", "2026-10-25T00:59:59Z", 10_800),
      ("EET-2EEST,M3.5.0/3,M10.5.0/4", "2026-10-25T01:00:00Z", 7200),
      ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T00:59:59Z", -10_800),
      ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T01:00:00Z", -7200),
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01T00:00:00Z", 39_600),
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-06-01T00:00:00Z", 36_000),
      ("XXX3YYY2:30:15,J60/0,300/0", "2028-03-01T02:59:59Z", -10_800),
      ("XXX3YYY2:30:15,J60/0,300/0", "2028-03-01T03:00:00Z", -9015),
      ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z", 10_800),
      ("<+0545>-5:45", "2026-01-01T00:00:00Z", 20_700),
    ])
  func rules(_ text: String, _ time: String, _ offset: Int) throws {
    let rule = try #require(TimeZoneRule(text))
    #expect(try rule.offset(at: Timestamp(reading: time).secondsSince1970) == offset)
  }

  @Test(
    "take nothing else for a rule",
    arguments: [
      "", "E", "EET", "EET-", "EET-25", "EET-2EEST", "EET-2EEST,M3.5.0", "EET-2EEST,M13.5.0,M1.1.0",
      "EET-2EEST,M3.6.0,M1.1.0", "EET-2EEST,J0,J1", "EET-2EEST,366,1", "<EET-2", "EET-2EEST,1,2,3",
      "EET-99999999999999999999",
    ])
  func malformed(_ text: String) { #expect(TimeZoneRule(text) == nil) }

  @Test("are not read from damaged files", arguments: ["Europe/Vilnius", "Asia/Kathmandu"])
  func damage(_ name: String) throws {
    let paths = ["/usr/share/zoneinfo/", "/var/db/timezone/zoneinfo/"]
    let file = try #require(
      paths.lazy.compactMap { FileManager.default.contents(atPath: $0 + name) }.first)
    let bytes = Array(file)
    let footer = try #require(bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")))
    for length in 0..<footer { #expect(TimeZoneRules(Array(bytes[..<length])) == nil) }
    // A changed byte may go unnoticed, but does no harm.
    var random = SplitMix(seed: 14)
    for _ in 0..<2_000 {
      var damaged = bytes
      let place = Int.random(in: damaged.indices, using: &random)
      damaged[place] = .random(in: 0...255, using: &random)
      let zone = TimeZoneRules(damaged)
      for time in [-62_135_596_800, 0, 253_402_300_799] as [Int64] {
        #expect(abs(zone?.offset(at: time) ?? 0) <= 700_000)
      }
    }
  }
}
