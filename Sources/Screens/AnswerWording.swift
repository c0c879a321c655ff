import DisplayWidth
import Language
import Wording

extension AnswerWording {
  /// Words for the interview: what is read back is what one types.
  init(_ texts: Texts) { self.init(texts, for: .typing) }

  /// A long answer cut to its beginning.
  func short(_ text: String, columns: Int) -> String {
    String(text.prefix { !$0.isNewline }).keepingStart(columns: columns)
  }
}
