import Interview
import Language
import Questionnaire
import Terminal
import Testing

@testable import Screens

/// Nothing that the flagship says is cut at any size: what does not fit at once comes into view as
/// the marker moves, and the question and the keys never leave it.
@Suite struct FlagshipFitsTests {
  @Test(arguments: [(80, 24), (60, 20), (120, 40)], ["lt", "en"])
  func everyWordComesIntoView(_ size: (columns: Int, rows: Int), _ language: String) {
    let model = ScreenSession.flagship
    let window = WindowSize(columns: size.columns, rows: size.rows)
    let interview = ScreenSession(of: model).screens.interview
    for index in interview.asked {
      var session = ScreenSession(language, of: model, at: index, window: window)
      session.press(.enter)
      let card = QuestionCard(index, in: interview, Texts.texts(LanguageTag(language)))
      var shown: [String] = []
      let isField = card.choices.isEmpty
      for _ in 0...(isField ? 12 : card.choices.count) {
        let frame = session.frame
        let text = frame.words
        #expect(text.contains(card.ask.words), "\(card.ask)")
        #expect(
          frame.lines.last?.text.hasSuffix("Esc \(language == "lt" ? "meniu" : "menu")") ?? false)
        #expect(frame.lines.allSatisfy { $0.width <= window.columns })
        shown.append(text)
        session.press(isField ? .up : .down)
      }
      let all =
        card.choices.map(\.text) + card.gates + card.checks
        + [card.why, card.weight, card.code].compactMap(\.self)
      for text in all {
        #expect(shown.contains { $0.contains(text.words) }, "\(card.code ?? ""): \(text)")
      }
    }
  }
}

extension Frame {
  /// The text without margins, line ends and runs of spaces.
  fileprivate var words: String { lines.map(\.text).joined(separator: " ").words }
}

extension String {
  fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
