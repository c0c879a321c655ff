public import Numbers
public import Questionnaire

/// What one round of assessment covers: a year, a half-year or a quarter.
public struct Period: Sendable, Hashable {
  /// 1000…9999.
  public let year: Int
  /// How much of the year the round covers.
  public let unit: PeriodUnit
  /// Which part of the year, from 1; 1 for a whole year.
  public let part: Int

  /// Reads `2026`, `2026-H1` or `2026-Q1`, and nothing else.
  public init?(text: String) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, first.utf8.first != UInt8(ascii: "0"),
      first.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(first)
    else { return nil }
    self.year = year
    guard parts.count == 2 else {
      (unit, part) = (.year, 1)
      return
    }
    switch parts[1] {
    case "H1": (unit, part) = (.halfYear, 1)
    case "H2": (unit, part) = (.halfYear, 2)
    case "Q1": (unit, part) = (.quarter, 1)
    case "Q2": (unit, part) = (.quarter, 2)
    case "Q3": (unit, part) = (.quarter, 3)
    case "Q4": (unit, part) = (.quarter, 4)
    default: return nil
    }
  }
}

extension Period: CustomStringConvertible {
  /// As `init(text:)` reads it: `2026`, `2026-H1` or `2026-Q1`.
  public var description: String {
    switch unit {
    case .year: String(year)
    case .halfYear: "\(year)-H\(part)"
    case .quarter: "\(year)-Q\(part)"
    }
  }
}

extension Period: Comparable {
  /// The order of their ends, and among equal ends the shorter period first.
  public static func < (a: Period, b: Period) -> Bool {
    (a.year, a.lastMonth, a.months) < (b.year, b.lastMonth, b.months)
  }

  private var months: Int {
    switch unit {
    case .year: 12
    case .halfYear: 6
    case .quarter: 3
    }
  }

  private var lastMonth: Int { part * months }

  /// The day on which it begins.
  public var firstDay: Day? { Day(year: year, month: lastMonth - months + 1, day: 1) }
}

extension PeriodUnit {
  /// A period of this unit, as an example of how one is written.
  public var example: String {
    switch self {
    case .year: "2026"
    case .halfYear: "2026-H1"
    case .quarter: "2026-Q1"
    }
  }
}
