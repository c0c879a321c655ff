import Interview
import Language
import Questionnaire
import Terminal

/// What every screen reads and none changes.
struct ScreenContext {
  let interview: Interview
  let texts: Texts
  let occasion: InterviewOccasion
  let glyphs: Glyphs
  /// When the last answer was saved, such as `14:02`; `nil` before the first one.
  let savedAt: String?
  /// Questions with something entered and not accepted yet, ascending.
  let drafts: [Int]

  var model: Questionnaire { interview.questionnaire }
  var signs: Signs { Signs(glyphs) }
  var language: String { texts.language.rawValue }
}
