import Language
import Screens
import Terminal

/// A review in plain lines with a person or a pipe: carries out what `ReviewSession` wants.
struct ReviewConversation {
  private var session: ReviewSession
  private var recorder: ReviewRecorder
  private let console: Console

  init(_ session: ReviewSession, _ recorder: ReviewRecorder, _ console: Console) {
    self.session = session
    self.recorder = recorder
    self.console = console
  }

  /// Asks until the person leaves or the input ends.
  mutating func run() throws(Failure) {
    var reader = LineReader()
    // At a terminal the person's own Enter ends the line of the prompt.
    let isTyped = isTerminal(0)
    try carryOut(session.start())
    while !recorder.isFinished {
      do {
        switch try reader.next() {
        case .line(let line):
          if !isTyped { try console.print("\n") }
          try carryOut(session.handle(line))
        case .tooLong:
          if !isTyped { try console.print("\n") }
          try carryOut(session.handleTooLong())
        case .end:
          try console.print("\n")
          try carryOut(session.end())
        }
      } catch let failure as Failure {
        throw failure
      } catch {
        try carryOut(session.end())
      }
    }
  }

  /// First everything onto the disk, then the lines onto the screen.
  private mutating func carryOut(_ step: ReviewSession.Step) throws(Failure) {
    try recorder.carryOut(step.effects)
    try console.print(step.lines)
  }
}
