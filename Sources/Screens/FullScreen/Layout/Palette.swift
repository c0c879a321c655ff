import Terminal

/// How the parts of a screen look. Every state has a sign or a word as well; nothing that is needed
/// is grey.
enum Palette {
  static let heading = Style(.cyan, isBold: true)
  static let question = Style.bold
  static let marked = Style(.cyan, isBold: true)
  static let chosen = Style(.green)
  static let good = Style(.green)
  static let attention = Style(.yellow, isBold: true)
  static let key = Style.bold
  static let rule = Style(.brightBlack)
  static let counter = Style(.cyan)
}
