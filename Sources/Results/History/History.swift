import Interview
import Questionnaire

/// A history as far as it can be read.
///
/// Numbers go up by one from line to line, so each line's number follows from its place, also
/// where the line itself cannot be read.
struct History {
  /// One complete line.
  struct Line {
    /// Its number and its time; `nil` where it is no entry.
    let head: (number: Int, at: Instant)?
    /// What it says; `nil` where it is no entry, and where its number is not above the one asked for
    /// and a look showed what it is.
    let entry: HistoryEntry?
    let range: Range<Int>
  }

  /// The complete lines, readable or not, as they stand.
  private(set) var lines: [Line] = []
  /// The entries with numbers above the one asked for.
  private(set) var entries: [HistoryEntry] = []
  /// The questions to which the lines up to the number asked for leave a response, by place; perhaps
  /// more, where this version of the model has no room for one.
  private(set) var told: Set<Int> = []
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

  /// Reads a history; entries up to the number `known` are checked and not taken over, so that those
  /// as Branda writes them need not be taken apart.
  ///
  /// - Complexity: O(size of the file).
  init(_ bytes: [UInt8], after known: Int, on questionnaire: Questionnaire) {
    readLines(of: bytes, after: known, on: questionnaire)
    if let torn = Self.firstTorn(lines, in: bytes) {
      length = lines[torn].range.lowerBound
      cutLine = length..<bytes.count
      lines.removeSubrange(torn...)
    }
    for (place, line) in lines.enumerated() {
      guard let head = line.head else { continue }
      firstNumber = head.number - place
      break
    }
    if !lines.isEmpty { lastNumber = (firstNumber ?? 1) + lines.count - 1 }
    if let cutLine {
      cutNumber = lastNumber.map { $0 + 1 } ?? Self.number(in: bytes[cutLine])
    }
    news = length
    latest = lines.compactMap(\.head?.at).max()
    for (place, line) in lines.enumerated() {
      let number = (firstNumber ?? 1) + place
      if number > known { news = min(news, line.range.lowerBound) }
      if line.head?.number == number {
        if number > known, let entry = line.entry { entries.append(entry) }
      } else {
        damages.append((number, line.range))
      }
    }
  }

  private mutating func readLines(
    of bytes: [UInt8], after known: Int, on questionnaire: Questionnaire
  ) {
    bytes.withUnsafeBufferPointer { all in
      while length < all.count {
        let rest = UnsafeBufferPointer(rebasing: all[length...])
        guard let count = rest.firstIndex(of: UInt8(ascii: "\n")) else {
          cutLine = length..<all.count
          return
        }
        read(
          UnsafeBufferPointer(rebasing: rest[..<count]), length..<length + count, after: known,
          on: questionnaire)
        length += count + 1
      }
    }
  }

  private mutating func read(
    _ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, after known: Int,
    on questionnaire: Questionnaire
  ) {
    if known > 0, let plain = PlainLine(line), plain.number <= known {
      if let question = questionnaire.place(ofNameInFiles: plain.question) {
        tell(of: question, isRemoval: plain.isRemoval)
      }
      lines.append(Line(head: (plain.number, plain.at), entry: nil, range: range))
      return
    }
    let entry = HistoryEntry(line: String(decoding: line, as: UTF8.self), on: questionnaire)
    if let entry, entry.number <= known, case .response(let question, let new, _) = entry.event {
      tell(of: question, isRemoval: new?.isEmpty ?? true)
    }
    lines.append(Line(head: entry.map { ($0.number, $0.at) }, entry: entry, range: range))
  }

  private mutating func tell(of question: Int, isRemoval: Bool) {
    if isRemoval { told.remove(question) } else { told.insert(question) }
  }

  /// The first of the last lines that have holes: bytes of value 0, which no line contains. Only
  /// where nothing readable follows, since whatever is flushed has no holes before it.
  private static func firstTorn(
    _ lines: [Line], in bytes: [UInt8]
  ) -> Int? {
    let unreadable = lines.lastIndex { $0.head != nil }.map { $0 + 1 } ?? 0
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
