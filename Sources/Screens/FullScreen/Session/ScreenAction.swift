import Interview

/// What a screen asks the interview to do; the screens themselves change no answer.
enum ScreenAction: Sendable, Equatable {
  /// Whatever a command of the interview does, from wherever the person is.
  case command(Command)
  /// The answer entered, to be accepted and left behind.
  case answer(Answer)
  /// Goes on with what stands: an answer kept, or none.
  case next
  case comment(String?)
  /// A proof of the answer; whether the next question follows.
  case addEvidence(Evidence, goesOn: Bool)
  case removeEvidence
  /// Shows a question; from a review it leads back there.
  case show(Int)
  case open(OverlayKind)
  /// Takes away what lies over the screen.
  case close
  /// To be edited in the person's own editor.
  case edit(String)
  /// Over: nothing more is asked.
  case end
}

/// What can lie over a screen for a while.
enum OverlayKind: Sendable, Hashable {
  case menu, sections, help, profile, goTo
}
