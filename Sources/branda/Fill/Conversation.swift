import Interview
import Language
import Results
import Screens
import Terminal

/// The interview in plain lines with a person or a pipe: carries out what `PlainInterview` wants.
struct Conversation {
  private var plain: PlainInterview
  private var carrier: EffectCarrier
  private let console: Console
  private let resumption: Resumption

  init(
    _ opening: InterviewOpening, _ carrier: EffectCarrier, _ console: Console,
    _ resumption: Resumption
  ) {
    plain = PlainInterview(
      opening.interview, occasion: opening.occasion, language: opening.language,
      resumingAt: opening.resumingAt, columns: windowSize(1, environment: environment).columns)
    self.carrier = carrier
    self.console = console
    self.resumption = resumption
  }

  /// Asks until the person leaves or the input ends; tells whether everything is answered.
  mutating func run() throws(Failure) -> Bool {
    let texts = Texts.texts(plain.language)
    Interruption.say(
      texts(
        "fill.interrupted",
        ["file": .text(resumption.file), "command": .text(resumption.command)]))
    var reader = LineReader()
    // At a terminal the person's own Enter ends the line of the prompt.
    let isTyped = isTerminal(0)
    try carryOut(plain.start())
    while carrier.isComplete == nil {
      do {
        switch try reader.next() {
        case .line(let line):
          if !isTyped { try console.print("\n") }
          try carryOut(plain.handle(line))
        case .tooLong:
          if !isTyped { try console.print("\n") }
          try carryOut(plain.handleTooLong())
        case .end:
          try console.print("\n")
          try carryOut(plain.end())
        }
      } catch let failure as Failure {
        throw failure
      } catch {
        try carryOut(plain.end())
      }
    }
    console.say("fill.saved-in", ["file": .text(resumption.file)])
    return carrier.isComplete ?? false
  }

  /// First everything onto the disk, then the lines onto the screen.
  private mutating func carryOut(_ step: PlainInterview.Step) throws(Failure) {
    for problem in try carrier.carryOut(step.effects) { console.show([problem.diagnostic]) }
    try console.print(step.lines)
  }
}
