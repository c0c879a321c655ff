public import Interview
public import Language
public import Numbers
import Questionnaire
import Scoring

/// What a review is of, and who does it.
public struct ReviewOccasion: Sendable {
  /// The cluster's name as the person knows it, or its identifier.
  public var cluster: String
  /// Such as `2026` or `2026-H1`.
  public var period: String
  /// The facilitator's name, which stands with every confirmation and return.
  public var reviewer: String
  /// The day of the review: proof that holds no longer on it is told of.
  public var today: Day
  /// What was answered last time, shown beside the answers.
  public var lastRound: LastRound?

  /// A review by somebody on a day.
  public init(
    cluster: String, period: String, reviewer: String, today: Day, lastRound: LastRound? = nil
  ) {
    self.cluster = cluster
    self.period = period
    self.reviewer = reviewer
    self.today = today
    self.lastRound = lastRound
  }
}

/// What whoever drives a review has to carry out, in the order given.
public enum ReviewEffect: Sendable, Equatable {
  /// The response now stored for a question, and why, to be put on disk.
  case accept(question: Int, response: Response, reason: String?)
  /// The whole assessment is confirmed.
  case confirm
  /// The whole assessment goes back to whoever answers.
  case giveBack
  /// Nothing more will be asked.
  case finish
}

/// A facilitator's way through the answers that need a confirmation or decide a gate, in lines of
/// text.
///
/// A value: lines in, lines and effects out, as `PlainInterview`. It changes no answer; it confirms
/// answers, returns them with a note, and adds to their comments.
public struct ReviewSession: Sendable {
  /// What a line of input leads to. The effects come before the lines.
  public struct Step: Sendable, Equatable {
    /// To be carried out before the lines are shown, in this order.
    public var effects: [ReviewEffect]
    /// To be printed from top to bottom; a prompt without a line break.
    public var lines: [Line]
  }

  /// What the next line of input will be taken for.
  enum Mode: Sendable, Equatable {
    /// A command about an answer, by its place in `questions`.
    case answer(Int)
    /// What is to be corrected in it.
    case note(Int)
    /// What becomes of the whole.
    case summary
    case finished
  }

  /// With every confirmation and return so far.
  public internal(set) var interview: Interview
  /// The language of the lines to come.
  public internal(set) var language: LanguageTag
  let occasion: ReviewOccasion
  /// The questions gone through, ascending; no step of a review changes which these are.
  let questions: [Int]
  let columns: Int
  var mode = Mode.summary
  var effects: [ReviewEffect] = []
  var lines: Lines

  var texts: Texts { Texts.texts(language) }
  var model: Questionnaire { interview.questionnaire }

  /// - Parameter columns: How wide the screen is; lines are no wider, nor wider than text reads well.
  public init(
    _ interview: Interview, occasion: ReviewOccasion, language: LanguageTag, columns: Int = 80
  ) {
    self.columns = min(max(columns, 20), Lines.comfortable)
    lines = Lines(columns: self.columns)
    questions = interview.questionnaire.questionsToReview.filter(interview.isAsked)
    self.interview = interview
    self.occasion = occasion
    self.language = language
  }

  /// The greeting, and the first answer that is neither confirmed nor returned.
  public mutating func start() -> Step {
    greet()
    if let first = firstOpen { show(first) } else { showSummary() }
    return step()
  }

  /// What a line of input leads to; nothing after the end.
  public mutating func handle(_ line: String) -> Step {
    let line = line.filter { $0 != "\r" }.trimmed
    let isUnreadable = line.unicodeScalars.contains {
      $0 == "\u{FFFD}" || ($0.properties.generalCategory == .control && $0 != "\t")
    }
    switch mode {
    case .finished: break
    case _ where isUnreadable: refuse(texts("plain.control-characters"))
    case .answer(let place): handle(line, at: place)
    case .note(let place): giveNote(line, at: place)
    case .summary: leaveSummary(line)
    }
    return step()
  }

  /// A line that was too long to be read.
  public mutating func handleTooLong() -> Step {
    refuse(texts("plain.line-too-long"))
    return step()
  }

  /// The end of the input: everything stays as it is.
  public mutating func end() -> Step {
    if mode != .finished { finish() }
    return step()
  }

  /// The first place whose answer is neither confirmed nor returned.
  var firstOpen: Int? { questions.firstIndex { state(of: $0) == .open } }

  mutating func finish() {
    mode = .finished
    effects.append(.finish)
  }

  mutating func refuse(_ text: String) {
    lines.add(.problem, text, first: "! ")
    lines.prompt()
  }

  private mutating func step() -> Step {
    defer {
      effects = []
      lines = Lines(columns: columns)
    }
    return Step(effects: effects, lines: lines.all)
  }
}
