import Diagnostics
import Numbers

/// Reads days as forms and spreadsheets write them.
///
/// Year first, with any mark between the parts, a time behind it or not; day first with full stops,
/// as all of Europe writes it, and with slashes where only one order makes a day.
enum DayCells {
  static func read(_ text: String) throws(CellProblem) -> Day {
    if let day = Day(text: text) { return day }
    if let serial = serial(text) { throw serial }
    let date = text.prefix { $0 != "T" && !$0.isWhitespace || $0 == "." }
    let rest = text[date.endIndex...]
    guard rest.isEmpty || rest.contains(":") else { throw problem(text) }
    let marks = Set(date.filter { "-./".contains($0) })
    let parts = date.split { "-./".contains($0) }
    let numbers = parts.compactMap { part in
      part.utf8.count <= 4 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard marks.count == 1, parts.count == 3, numbers.count == 3 else { throw problem(text) }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    let readings: [Day?]
    if parts[0].utf8.count == 4 {
      readings = [Day(year: a, month: b, day: c)]
    } else if parts[2].utf8.count == 4 {
      let isSlashed = marks.contains("/")
      readings = [
        Day(year: c, month: b, day: a), isSlashed && a != b ? Day(year: c, month: a, day: b) : nil,
      ]
    } else {
      throw problem(text)
    }
    let days = readings.compactMap(\.self)
    guard let day = days.first else { throw problem(text) }
    guard days.count == 1 else {
      throw CellProblem(
        "tables.ambiguous-date",
        ["value": .text(text), "candidates": .list(days.map(\.description))])
    }
    return day
  }

  /// The number by which spreadsheets count days, which shows that the cell has lost its format.
  private static func serial(_ text: String) -> CellProblem? {
    guard text.utf8.count == 5, let number = Int(text), number > 20_000,
      // Day 25,569 is 1 January 1970.
      let day = Day(daysSince1970: number - 25_569)
    else { return nil }
    return CellProblem(
      "tables.serial-date", ["value": .text(text), "day": .text(day.description)])
  }

  private static func problem(_ text: String) -> CellProblem {
    CellProblem(
      "assessment.wrong-value",
      ["value": .text(text), "expected": .phrase("assessment.expected.date")])
  }
}
