public import Interview
public import Language
import Questionnaire
public import Terminal

/// The interview on the whole screen: one question at a time, with keys.
///
/// A value: keys in, effects out, and a frame for any window. Whoever drives it carries out the
/// effects first and paints the frame after that, so a question appears only when the answer before
/// it is on disk.
public struct FullScreenInterview: Sendable {
  /// What a key leads to.
  public struct Step: Sendable, Equatable {
    /// To be carried out before the next frame is painted, in this order.
    public var effects: [InterviewEffect] = []
    /// A text to be edited in the person's own editor; `edited` takes what becomes of it.
    public var textToEdit: String?
  }

  /// What is on the screen when nothing lies over it.
  enum Base: Sendable {
    case start(StartScreen)
    case question(QuestionScreen)
    case review(ReviewScreen)
    case finish(FinishScreen)
  }

  /// What lies over it for a while.
  enum Overlay: Sendable {
    case menu(MenuScreen)
    case sections(SectionsScreen)
    case reading(ReadingScreen)
    case goTo(GoToScreen)
  }

  /// With every answer taken so far, those among them whose effects are still to be carried out.
  public internal(set) var interview: Interview
  /// The language of the frames to come; the person can change it by a key.
  public internal(set) var language: LanguageTag
  /// Whether nothing more will be asked.
  public internal(set) var isOver = false
  /// When the last answer was saved, such as `14:02`, for the mark on the screen; the room reads no
  /// clock, so whoever drives the interview says.
  public var savedAt: String?

  let occasion: InterviewOccasion
  let glyphs: Glyphs
  var base: Base
  var overlay: Overlay?
  /// What to tell under the next screen, until a key leads on.
  var notices: [AnswerNotice] = []
  /// What was being entered where the person left without accepting it, by question.
  var drafts: [Int: QuestionScreen] = [:]
  /// The question that was chosen in the review, to which leaving it leads back.
  var chosenInReview: Int?
  /// The position told last.
  var position: Int??
  var effects: [InterviewEffect] = []
  var textToEdit: String?

  var texts: Texts { Texts.texts(language) }
  var model: Questionnaire { interview.questionnaire }

  /// - Parameters:
  ///   - resumingAt: The question that was on the screen when the person left; another one is
  ///     offered where it is not asked any more. `nil` offers the first one open.
  ///   - glyphs: The signs that the terminal can show.
  public init(
    _ interview: Interview, occasion: InterviewOccasion, language: LanguageTag,
    resumingAt: Int? = nil, glyphs: Glyphs = .unicode
  ) {
    self.interview = interview
    self.occasion = occasion
    self.language = language
    self.glyphs = glyphs
    if let resumingAt { position = .some(resumingAt) }
    base = .start(
      StartScreen(interview, resumingAt: resumingAt, Texts.texts(language)))
  }

  /// What a key leads to; nothing after the end, or in a window too small to show what it does.
  public mutating func handle(_ key: Key, in window: WindowSize) -> Step {
    guard !isOver, Self.fits(window) else { return Step() }
    if let action = action(for: key, in: window) { carryOut(action) }
    return step()
  }

  /// Takes a text back from the person's editor; `nil` where they gave up.
  public mutating func edited(_ text: String?) -> Step {
    if let text, case .question(var screen) = base {
      screen.takeEdited(text)
      base = .question(screen)
    }
    return step()
  }

  /// Tells the person what went wrong without ending the interview.
  public mutating func warn(_ text: String) {
    notices.append(AnswerNotice(text: text.asSentence, isWarning: true))
  }

  /// Whether a window is large enough for an interview; in a smaller one a frame only says so.
  public static func fits(_ window: WindowSize) -> Bool {
    window.columns >= PageLayout.smallest.columns && window.rows >= PageLayout.smallest.rows
  }

  /// What the screen shows.
  public func frame(_ window: WindowSize) -> Frame {
    guard Self.fits(window) else { return tooSmall(window) }
    let columns = PageLayout.columns(window)
    var page = page(context, columns: columns)
    page.notices += notices.flatMap { notice in
      notice.text.wrapped(width: columns, first: notice.isWarning ? "! " : "")
        .map { FrameLine($0, notice.isWarning ? Palette.attention : Palette.good) }
    }
    return PageLayout(size: window, texts: texts, signs: Signs(glyphs)).frame(page)
  }

  private func tooSmall(_ window: WindowSize) -> Frame {
    let smallest = PageLayout.smallest
    let sentence = texts(
      "screen.too-small",
      ["columns": .text(String(smallest.columns)), "rows": .text(String(smallest.rows))])
    return Frame(
      size: window,
      lines: sentence.wrapped(width: max(1, window.columns)).map { FrameLine($0) },
      cursor: Frame.Position(row: 0, column: 0))
  }

  private mutating func step() -> Step {
    defer {
      effects = []
      textToEdit = nil
    }
    return Step(effects: effects, textToEdit: textToEdit)
  }

  var context: ScreenContext {
    ScreenContext(
      interview: interview, texts: texts, occasion: occasion, glyphs: glyphs, savedAt: savedAt,
      drafts: drafts.keys.sorted())
  }
}
