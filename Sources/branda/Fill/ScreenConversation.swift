import Diagnostics
import Interview
import Language
import Results
import Screens
import Terminal

/// The interview on the whole screen: carries out what `FullScreenInterview` wants, then paints.
struct ScreenConversation {
  private var screens: FullScreenInterview
  private var carrier: EffectCarrier
  private let console: Console
  private let resumption: Resumption

  init(
    _ opening: InterviewOpening, _ carrier: EffectCarrier, _ console: Console,
    _ resumption: Resumption
  ) {
    screens = FullScreenInterview(
      opening.interview, occasion: opening.occasion, language: opening.language,
      resumingAt: opening.resumingAt, glyphs: console.glyphs)
    self.carrier = carrier
    self.console = console
    self.resumption = resumption
  }

  /// Asks until the person leaves; tells whether everything is answered.
  mutating func run() throws(Failure) -> Bool {
    do {
      try converse()
    } catch let failure as Failure {
      throw failure
    } catch let failure as SystemFailure {
      throw Failure("exit.terminal", ["reason": .reason(failure.code)], exit: .inputOutput)
    } catch {
      throw .silent(.inputOutput)
    }
    console.say("fill.saved-in", ["file": .text(resumption.file)])
    return carrier.isComplete ?? false
  }

  private mutating func converse() throws {
    let terminal = try FullScreenTerminal(
      environment: environment, isColored: console.painter.isOn)
    // Whatever happens, what is said about it is said on the ordinary screen.
    defer { terminal.leave() }
    var language: LanguageTag?
    while !screens.isOver {
      if language != screens.language {
        language = screens.language
        terminal.setFarewell(farewell)
      }
      try terminal.paint(screens.frame(terminal.size))
      switch try terminal.next() {
      case .keys(let keys): try press(keys, at: terminal)
      case .ended: return
      case .resized, .resumed, nil: break
      }
    }
  }

  private mutating func press(_ keys: [Key], at terminal: FullScreenTerminal) throws {
    for key in keys where !screens.isOver {
      var step = screens.handle(key, in: terminal.size)
      try carryOut(step.effects)
      if let text = step.textToEdit {
        step = try screens.edited(edit(text, at: terminal))
        try carryOut(step.effects)
      }
    }
  }

  /// Onto the disk, before anything else is shown.
  private mutating func carryOut(_ effects: [InterviewEffect]) throws(Failure) {
    guard !effects.isEmpty else { return }
    for problem in try carrier.carryOut(effects) {
      let finding = problem.diagnostic
      screens.warn(
        texts(finding.code.rawValue, finding.arguments.mapValues { TextArgument($0) }))
    }
    let hasAccepted = effects.contains { effect in
      if case .accept = effect { true } else { false }
    }
    if hasAccepted { screens.savedAt = Clock.timeOfDay }
  }

  /// What the person's own editor makes of a text; `nil` where that failed, which is told.
  private mutating func edit(_ text: String, at terminal: FullScreenTerminal) throws -> String? {
    do {
      return try terminal.suspend { try Editor(environment).edit(text) }
    } catch let failure as Editor.Failure {
      screens.warn(texts("fill.editor-failed", ["editor": .text(failure.editor)]))
      return nil
    }
  }

  private var farewell: String {
    texts(
      "fill.interrupted",
      ["file": .text(resumption.file), "command": .text(resumption.command)])
  }

  private var texts: Texts { Texts.texts(screens.language) }
}
