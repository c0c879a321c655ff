import Interview
import Language
import Questionnaire
import Scoring
import Terminal
import TestKit
import Testing

@testable import Screens

/// Whatever is pressed, the interview on the screen and what is on disk stay one.
@Suite struct RandomKeysTests {
  /// Keys as people press them, those that do something more often than others.
  private static let keys: [Key] =
    Key.script("enter*12 down*8 up*2 tab*4 backtab*4 space*4 esc*4 ctrl-n ctrl-o ctrl-t ctrl-x")
    + Key.script("f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 home end left right backspace pagedown pageup")
    + Key.script("“12345”  “123”  “12,5”  “a”  “ą”  “/”  “?”  “=”  “t”  “2024-05-03”")
    + [.paste("viena\ndvi\ntrys"), .delete, .alternate(.left), .alternate(.right), .control("j")]

  private static let windows = [
    WindowSize(columns: 80, rows: 24), WindowSize(columns: 60, rows: 20),
    WindowSize(columns: 120, rows: 40), WindowSize(columns: 40, rows: 12),
    WindowSize(columns: 20, rows: 5),
  ]

  @Test(arguments: 1...24) func anyKeysLeaveAConsistentSession(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var session = ScreenSession(seed.isMultiple(of: 2) ? "lt" : "en")
    for _ in 0..<150 {
      if Int.random(in: 0..<20, using: &random) == 0 {
        session.window = Self.windows.randomElement(using: &random) ?? session.window
      }
      session.press(Self.keys.randomElement(using: &random) ?? .enter)
      let frame = session.frame
      #expect(frame.lines.count <= session.window.rows && frame.cursor != nil)
      if session.screens.isOver { break }
    }
    expectConsistent(session)
    expectBackAndForthIsNothing(session)
    expectAWayOut(session)
  }

  /// What was to be put on disk makes the same interview again.
  private func expectConsistent(_ session: ScreenSession) {
    let now = session.screens.interview
    let again = Interview(now.questionnaire, context: now.context, responses: session.stored)
    let questions = now.questionnaire.questions.indices
    #expect(questions.allSatisfy { now.response(to: $0) == again.response(to: $0) })
    #expect(questions.allSatisfy { now.state(of: $0) == again.state(of: $0) })
    #expect(now.problems == again.problems)
  }

  private func expectBackAndForthIsNothing(_ session: ScreenSession) {
    guard let question = session.asks, case .question(let before) = session.screens.base,
      before.stage == .answer, let index = session.screens.model.index(of: question),
      session.screens.interview.previous(before: index) != nil,
      FullScreenInterview.fits(session.window)
    else { return }
    var session = session
    let stored = session.stored
    session.press(.backTab, .tab)
    #expect(session.asks == question)
    #expect(session.stored == stored)
    guard case .question(let after) = session.screens.base else { return }
    #expect(after.isDraft == before.isDraft)
    if before.isDraft { #expect(after.entry == before.entry) }
  }

  /// From anywhere two keys lead out.
  private func expectAWayOut(_ session: ScreenSession) {
    var session = session
    session.window = WindowSize(columns: 80, rows: 24)
    session.press(.function(10), .enter)
    #expect(session.screens.isOver)
    #expect(session.isComplete != nil)
    session.press(Self.keys)
    #expect(session.screens.isOver)
  }
}
