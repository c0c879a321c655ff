import DisplayWidth
import Language
import Terminal

/// Tells which reports there are, in the order in which they were asked for, whichever is ready first.
struct ReportDelivery: ~Copyable {
  /// The path of a file, or why it was not written.
  typealias Outcome = Result<String, Failure>

  private let folder: String
  private let console: Console
  private var progress: Progress?
  /// What is ready before its turn.
  private var waiting: [Int: [Outcome]] = [:]
  private var next = 0
  private var written = 0
  private var failures: [Failure] = []

  init(of count: Int, into folder: String, _ console: Console) {
    self.folder = folder
    self.console = console
    guard count > 1, !console.isQuiet, Output.error.isTerminal else { return }
    progress = Progress(console.texts("report.progress"), total: count, glyphs: console.glyphs)
  }

  /// A report is ready. Who has been asked to end says nothing more of reports.
  mutating func take(_ outcomes: [Outcome], of place: Int) {
    guard !EndingSignals.haveCome else { return }
    progress?.advance()
    waiting[place] = outcomes
    while let outcomes = waiting.removeValue(forKey: next) {
      for outcome in outcomes { tell(outcome) }
      next += 1
    }
  }

  private mutating func tell(_ outcome: Outcome) {
    switch outcome {
    case .success(let path):
      written += 1
      if progress == nil { console.say("common.written", ["file": .text(path.madeVisible)]) }
    case .failure(let failure): failures.append(failure)
    }
  }

  /// All are ready.
  ///
  /// - Returns: What failed.
  mutating func end() -> [Failure] {
    guard progress != nil else { return failures }
    progress = nil
    guard !EndingSignals.haveCome else { return failures }
    // The bar is gone by now, and nothing else has said what there is.
    console.say(
      "report.written", ["count": .count(written), "folder": .text(folder.madeVisible)])
    return failures
  }
}
