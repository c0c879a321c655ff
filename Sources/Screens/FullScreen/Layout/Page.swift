import DisplayWidth
import Terminal

/// Lines that belong together and what they are to the page.
struct Block {
  /// How much an empty line before a block matters.
  enum Space {
    /// Never one.
    case none
    /// Where there is more than enough room.
    case generous
    /// Where all that is usual has room.
    case welcome
    /// Where there is room at all.
    case usual
  }

  var lines: [FrameLine]
  var space = Space.usual
  /// Whether this is where the person is: it stays in view.
  var isFocus = false
  /// Where the cursor stands, counted from the block's first cell.
  var cursor: Frame.Position?
}

/// A screen before it is known how high the window is: a heading, what stays in view, what scrolls
/// under it, notices, and the keys at the bottom.
struct Page {
  /// Says where the person is; always shown.
  var heading: [FrameLine] = []
  /// Stays in view above what scrolls, as a question does, as long as enough is left to scroll in.
  var top: [Block] = []
  /// Scrolls where it is too long.
  var blocks: [Block] = []
  /// How many blocks there are before the first and behind the last of `blocks`, left out because
  /// nobody could see them anyway.
  var leftOut = (above: 0, below: 0)
  /// The first line of `blocks` to show, where the person scrolls by hand; `nil` follows the focus.
  var scroll: Int?
  /// Whether what scrolls keeps its empty lines, as text that is read does.
  var keepsSpace = false
  /// Stays in view under what scrolls, as the list of what to do next does.
  var bottom: [Block] = []
  /// What is told at the very end.
  var notices: [FrameLine] = []
  /// The last line; the most important key first.
  var keys: [KeyHint] = []
}

/// A key and what it does here.
struct KeyHint: Hashable {
  let key: String
  let does: String

  /// In columns.
  var width: Int { key.displayWidth + 1 + does.displayWidth }

  init(_ key: String, _ does: String) {
    self.key = key
    self.does = does
  }
}
