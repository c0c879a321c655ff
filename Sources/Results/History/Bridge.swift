import Interview
import Questionnaire

/// The lines that a history lacks to tell what the assessment file contains.
///
/// A crash can leave the history shorter than the file when the disk kept the one and not the
/// other, and a copy of the history can be older than the file. Without these lines the next one
/// would leave a gap, and the file could never be rebuilt.
struct Bridge {
  /// Who gave the lines, as histories name it.
  static let author = "branda"

  /// Numbered on from the last complete line; empty where only the file's number is too high.
  private(set) var entries: [HistoryEntry] = []
  /// The number of the last line that the history then has.
  private(set) var lastNumber: Int
  /// The time of all the lines; those of the answers stand beside it.
  private let at: Instant

  /// - Parameters:
  ///   - last: The number of the history's last complete line, 0 where there is none.
  ///   - latest: The time of the history's last line, which those that follow are not before.
  ///   - past: What the history tells so far.
  ///   - present: What the file contains.
  init(
    after last: Int, at latest: Instant?, from past: StoredAssessment,
    to present: StoredAssessment
  ) {
    lastNumber = last
    at = ([latest].compactMap(\.self) + present.times.values).max() ?? Instant.beginning
    let head = HeadOfHistory(present.header)
    if head != HeadOfHistory(past.header) { append(.head(head), given: nil) }
    let questions = Set(past.responses.keys).union(present.responses.keys)
    for question in questions.sorted() {
      var old = past.responses[question]
      let new = present.responses[question]
      let time = present.times[question]
      let isSameTime = time == nil || time == past.times[question]
      guard new != old || !isSameTime else { continue }
      // The same answer, given once more later: only a line between the two tells the later time.
      if !isSameTime, new?.answer == old?.answer {
        append(.response(question: question, new: nil, old: old), given: time)
        old = nil
      }
      append(.response(question: question, new: new, old: old), given: time)
    }
  }

  /// What is kept and not told yet. Only what this version has no room for: the line of an answer
  /// that fits would be taken for the one that counts.
  mutating func append(kept present: [KeptResponse], notIn past: [KeptResponse]) {
    for response in present.reversed() where !past.contains(response) {
      append(.kept(question: response.question, new: response), given: response.at)
    }
  }

  private mutating func append(_ event: HistoryEntry.Event, given: Instant?) {
    lastNumber += 1
    entries.append(
      HistoryEntry(
        number: lastNumber, at: at, given: given == at ? nil : given, by: Self.author,
        event: event))
  }
}
