public import Interview
public import Language
import Numbers
import Questionnaire

/// The interview in lines of text: one question at a time, nothing drawn twice, every answer by
/// number or by word, so that it works with screen readers, on any terminal and through pipes.
///
/// A value: lines in, lines and effects out. Whoever drives it carries out the effects first and
/// prints the lines after that, so a question appears only when the answer before it is on disk.
public struct PlainInterview: Sendable {
  /// What a line of input leads to. The effects come before the lines.
  public struct Step: Sendable, Equatable {
    /// To be carried out before the lines are shown, in this order.
    public var effects: [InterviewEffect]
    /// To be printed from top to bottom; a prompt without a line break.
    public var lines: [Line]
  }

  /// What the next line of input will be taken for.
  enum Mode: Sendable, Equatable {
    case question(Int)
    /// Which of the readings of a number was meant.
    case meaning(Int, [DecimalNumber])
    /// Lines of a long text so far.
    case longText(Int, [String])
    /// Why a question is not applicable.
    case reason(Int)
    /// Proof for the answer just given.
    case evidence(Int)
    /// What to do after the last question, or out of a review.
    case summary
    /// Which section; the question to return to.
    case sections(Int?)
    case finished

    /// Whether the next line is text that is no answer itself.
    var asksForRemark: Bool {
      switch self {
      case .reason, .evidence: true
      default: false
      }
    }
  }

  /// With every answer taken so far, those among them whose effects are still to be carried out.
  public internal(set) var interview: Interview
  /// The language of the lines to come; the person can change it by a command.
  public internal(set) var language: LanguageTag

  let occasion: InterviewOccasion
  var mode = Mode.finished
  /// The section whose heading was shown last.
  var section: Int??
  /// The position told last.
  var position: Int??
  /// Whether the next answer leads back to the summary, from which the question was chosen.
  var returnsToSummary = false
  var effects: [InterviewEffect] = []
  var lines: Lines
  /// How wide a line may be.
  let columns: Int

  var texts: Texts { Texts.texts(language) }
  var model: Questionnaire { interview.questionnaire }

  /// - Parameters:
  ///   - resumingAt: The question that was on the screen when the person left; another one is
  ///     chosen where it is not asked any more. `nil` begins with the first one open.
  ///   - columns: How wide the screen is; lines are no wider, nor wider than text reads well.
  public init(
    _ interview: Interview, occasion: InterviewOccasion, language: LanguageTag,
    resumingAt: Int? = nil,
    columns: Int = 80
  ) {
    self.columns = min(max(columns, 20), Lines.comfortable)
    lines = Lines(columns: self.columns)
    self.interview = interview
    self.occasion = occasion
    self.language = language
    if let resumingAt { position = .some(resumingAt) }
  }

  /// The greeting and the first question.
  public mutating func start() -> Step {
    let saved = position ?? nil
    let hasAnswers = model.questions.indices.contains { interview.response(to: $0) != nil }
    let first =
      saved.flatMap { interview.isAsked($0) ? $0 : nil } ?? interview.firstOpen()
    greet(resumingAt: hasAnswers ? first : nil, hasAnswers: hasAnswers)
    if let first { show(first) } else { showSummary() }
    return step()
  }

  /// What a line of input leads to; nothing after the end.
  public mutating func handle(_ line: String) -> Step {
    guard mode != .finished else { return step() }
    let clean = line.filter { $0 != "\r" }
    if let unreadable = unreadable(clean) {
      refuse(unreadable)
      return step()
    }
    switch mode {
    case .question(let question): answer(clean.trimmed, to: question)
    case .meaning(let question, let meanings): choose(clean.trimmed, of: meanings, for: question)
    case .longText(let question, let text): goOn(clean, text, to: question)
    case .reason(let question): giveReason(clean.trimmed, for: question)
    case .evidence(let question): giveEvidence(clean.trimmed, for: question)
    case .summary: leaveSummary(clean.trimmed)
    case .sections(let question): chooseSection(clean.trimmed, from: question)
    case .finished: break
    }
    return step()
  }

  /// A line that was too long to be read.
  public mutating func handleTooLong() -> Step {
    refuse(texts("plain.line-too-long"))
    return step()
  }

  /// The end of the input: a long text begun is an answer, everything else stays as it is.
  public mutating func end() -> Step {
    if case .longText(let question, let text) = mode {
      give(.value(.text(text.joined(separator: "\n").trimmed)), to: question)
    }
    if mode != .finished { finish() }
    return step()
  }

  mutating func step() -> Step {
    defer {
      effects = []
      lines = Lines(columns: columns)
    }
    return Step(effects: effects, lines: lines.all)
  }

  mutating func finish() {
    mode = .finished
    effects.append(.finish(complete: interview.isComplete))
  }

  /// Why a line cannot be taken as it is; `nil` where it can.
  private func unreadable(_ line: String) -> String? {
    if line.unicodeScalars.contains("\u{FFFD}") { return texts("plain.not-utf8") }
    let hasControl = line.unicodeScalars.contains {
      $0.properties.generalCategory == .control && $0 != "\t"
    }
    return hasControl ? texts("plain.control-characters") : nil
  }

  /// Says what is wrong and waits for another line.
  mutating func refuse(_ text: String) {
    lines.add(.problem, text, first: "! ")
    lines.prompt()
  }
}

extension StringProtocol {
  /// The text without white space at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
