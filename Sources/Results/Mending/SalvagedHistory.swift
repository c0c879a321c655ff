import Diagnostics

/// A history as a repair would have it: what can be read, in order, each line with the number that
/// follows from its place; where a line cannot be read, one that says so.
struct SalvagedHistory {
  /// Numbered without gaps.
  private(set) var entries: [HistoryEntry] = []
  /// The entries whose lines stand in the file as they are to stand; by number.
  private var ranges: [Int: Range<Int>] = [:]
  /// What is wrong with the lines, each at its place.
  private(set) var findings: [Diagnostic] = []
  /// Whether anything that is lost stands nowhere else.
  private(set) var isLossy = false

  private let file: SourceFile
  /// The last number that the assessment file contains.
  private let known: Int

  /// So many missing lines are taken for lines that are gone; more, for a number that is wrong.
  private static let widestGap = 10_000

  init(_ history: History, of file: SourceFile, known: Int) {
    self.file = file
    self.known = known
    var number = history.firstNumber ?? 1
    for (place, line) in history.lines.enumerated() {
      guard let entry = line.entry else {
        if number >= 1 { lose(number, line.range, after: entries.last?.at ?? history.latest) }
        number += 1
        continue
      }
      if entry.number == number {
        keep(entry, line.range)
        number += 1
        continue
      }
      let next = history.lines[(place + 1)...].firstIndex { $0.entry != nil }
      let follows = next.flatMap { next in
        history.lines[next].entry.map { $0.number - (next - place) }
      }
      let gap = entry.number - number
      if (1...Self.widestGap).contains(gap), follows == nil || follows == entry.number {
        miss(number..<entry.number, before: line.range, entry.at)
        keep(entry, line.range)
        number = entry.number + 1
      } else if follows == number || follows == nil && gap > 0 {
        renumber(entry, number, line.range)
        number += 1
      } else {
        report("results.line-out-of-turn", at: line.range, entry.number, number)
      }
    }
  }

  /// Whether the file has to be written anew.
  var isDamaged: Bool { !findings.isEmpty }

  /// Whether anything can be read.
  var isReadable: Bool { entries.contains { $0.event != .lost } }

  /// The bytes that a line has in the file; `nil` for one that is to be written anew.
  func bytes(of entry: HistoryEntry) -> ArraySlice<UInt8>? {
    ranges[entry.number].map { file.bytes[$0] }
  }

  private mutating func keep(_ entry: HistoryEntry, _ range: Range<Int>) {
    entries.append(entry)
    ranges[entry.number] = range.lowerBound..<range.upperBound + 1
  }

  private mutating func renumber(_ entry: HistoryEntry, _ number: Int, _ range: Range<Int>) {
    report("results.line-renumbered", at: range, entry.number, number)
    var entry = entry
    entry.number = number
    entries.append(entry)
  }

  private mutating func lose(_ number: Int, _ range: Range<Int>, after instant: Instant?) {
    mark(number, instant)
    report(number <= known ? "results.line-contained" : "results.line-lost", at: range)
  }

  private mutating func miss(_ numbers: Range<Int>, before range: Range<Int>, _ next: Instant) {
    for number in numbers { mark(number, entries.last?.at ?? next) }
    let isContained = numbers.upperBound - 1 <= known
    findings.append(
      Diagnostic(
        .init(isContained ? "results.lines-contained" : "results.lines-missing"), .warning,
        at: Place(file, range.lowerBound..<range.lowerBound),
        ["count": .count(numbers.count), "first": .text(String(numbers.lowerBound))]))
  }

  private mutating func mark(_ number: Int, _ instant: Instant?) {
    if number > known { isLossy = true }
    entries.append(
      HistoryEntry(
        number: number, at: instant ?? Instant.beginning, by: Bridge.author, event: .lost))
  }

  private mutating func report(
    _ code: String, at range: Range<Int>, _ found: Int? = nil, _ expected: Int? = nil
  ) {
    var arguments: [String: Diagnostic.Argument] = [:]
    if let found, let expected {
      arguments = ["found": .text(String(found)), "expected": .text(String(expected))]
    }
    findings.append(Diagnostic(.init(code), .warning, at: Place(file, range), arguments))
  }
}
