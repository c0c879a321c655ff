import Questionnaire

/// A history as far as it can be read.
///
/// Numbers go up by one from line to line, so each line's number follows from its place, also
/// where the line itself cannot be read.
struct History {
  /// One complete line.
  typealias Line = (entry: HistoryEntry?, range: Range<Int>)

  /// The complete lines, readable or not, as they stand.
  private(set) var lines: [Line] = []
  /// The entries with numbers above the one asked for.
  private(set) var entries: [HistoryEntry] = []
  /// The number of the first line; `nil` where no line can be read.
  private(set) var firstNumber: Int?
  /// The complete lines that are no entries or whose numbers are out of turn.
  private(set) var damages: [(number: Int, range: Range<Int>)] = []
  /// The bytes of all complete lines; what follows them was never acknowledged.
  private(set) var length = 0
  /// The number of the last complete line; `nil` where there is none.
  private(set) var lastNumber: Int?
  /// The latest time of any line; `nil` where none can be read.
  private(set) var latest: Instant?
  /// Where the lines begin whose numbers are above the one asked for.
  private(set) var news = 0
  /// What stands behind the last complete line: a line cut short, or one that is whole in its length
  /// only, as a crash leaves it where parts of it reached the disk in another order.
  private(set) var cutLine: Range<Int>?
  /// The number of the cut line, as far as it can be known.
  private(set) var cutNumber: Int?

  /// Reads a history; entries up to the number `known` are checked but not taken over.
  ///
  /// - Complexity: O(size of the file).
  init(_ bytes: [UInt8], after known: Int, on questionnaire: Questionnaire) {
    while length < bytes.count {
      guard let end = bytes[length...].firstIndex(of: UInt8(ascii: "\n")) else {
        cutLine = length..<bytes.count
        break
      }
      let text = String(decoding: bytes[length..<end], as: UTF8.self)
      lines.append((HistoryEntry(line: text, on: questionnaire), length..<end))
      length = end + 1
    }
    if let torn = Self.firstTorn(lines, in: bytes) {
      length = lines[torn].range.lowerBound
      cutLine = length..<bytes.count
      lines.removeSubrange(torn...)
    }
    for (place, line) in lines.enumerated() {
      guard let entry = line.entry else { continue }
      firstNumber = entry.number - place
      break
    }
    if !lines.isEmpty { lastNumber = (firstNumber ?? 1) + lines.count - 1 }
    if let cutLine {
      cutNumber = lastNumber.map { $0 + 1 } ?? Self.number(in: bytes[cutLine])
    }
    news = length
    latest = lines.compactMap(\.entry?.at).max()
    for (place, line) in lines.enumerated() {
      let number = (firstNumber ?? 1) + place
      if number > known { news = min(news, line.range.lowerBound) }
      if let entry = line.entry, entry.number == number {
        if number > known { entries.append(entry) }
      } else {
        damages.append((number, line.range))
      }
    }
  }

  /// The first of the last lines that have holes: bytes of value 0, which no line contains. Only
  /// where nothing readable follows, since whatever is flushed has no holes before it.
  private static func firstTorn(
    _ lines: [Line], in bytes: [UInt8]
  ) -> Int? {
    let unreadable = lines.lastIndex { $0.entry != nil }.map { $0 + 1 } ?? 0
    return lines[unreadable...].firstIndex { bytes[$0.range].contains(0) }
  }

  /// The number at the beginning of a line that is cut behind it.
  private static func number(in line: ArraySlice<UInt8>) -> Int? {
    let beginning = Array(#"{"n":"#.utf8)
    guard line.starts(with: beginning) else { return nil }
    let rest = line.dropFirst(beginning.count)
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard digits.count < rest.count, let number = Int64(String(decoding: digits, as: UTF8.self)),
      HistoryEntry.numbers.contains(number)
    else { return nil }
    return Int(number)
  }
}
