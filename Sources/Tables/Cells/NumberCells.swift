import Diagnostics
import Numbers
import Questionnaire

/// Reads numbers as spreadsheets of several countries write them.
///
/// A single mark before three digits, as in `1.234`, has two meanings. Which one is meant, the rest of
/// the table tells: where all other numbers have one decimal mark, this one has it, too.
struct NumberCells {
  /// The decimal mark of the table; `nil` where nothing in it tells.
  let mark: Character?

  private static let styles = [NumberStyle.of(language: "lt"), NumberStyle.of(language: "en")]

  func read(
    _ text: String, _ question: Question
  ) throws(CellProblem) -> DecimalNumber {
    let reading = Self.reading(text)
    switch reading {
    case .number(let number): return number
    case .invalid:
      throw CellProblem(
        "tables.not-a-number",
        ["value": .text(text), "expected": .phrase("tables.expected.\(question.kind.name)")])
    case .ambiguous(let readings):
      // The meaning that is usual where the mark is comes first.
      if let style = Self.styles.first(where: { $0.decimalMark == mark }),
        case .ambiguous(let ordered) = readNumber(text, style: style), let usual = ordered.first
      {
        return usual
      }
      throw CellProblem(
        "tables.ambiguous-number",
        ["value": .text(text), "candidates": .list(readings.map(\.description))])
    }
  }

  /// The reading in any of the program's ways to write units.
  private static func reading(_ text: String) -> NumberReading {
    // Plain numbers need no more than this.
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = DecimalNumber(text: text)
    {
      return .number(number)
    }
    for style in styles {
      let reading = readNumber(text, style: style)
      if reading != .invalid { return reading }
    }
    return .invalid
  }

  /// The decimal mark that a cell shows; `nil` where it shows none.
  static func mark(in text: String) -> Character? {
    let marks = text.filter { $0 == "." || $0 == "," }
    guard let last = marks.last, case .number = reading(text) else { return nil }
    let other: Character = last == "." ? "," : "."
    return marks.count > 1 && marks.allSatisfy { $0 == last } ? other : last
  }
}
