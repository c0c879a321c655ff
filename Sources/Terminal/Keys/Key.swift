/// What a person pressed, whatever bytes their terminal sends for it.
///
/// Shift is told only where it makes another key, as in `backTab`.
public enum Key: Sendable, Hashable {
  /// One Unicode scalar as typed, in NFC. A combining mark comes as a key of its own, because it may
  /// come late; a field joins it to the letter before.
  case character(Character)
  case enter
  case tab
  /// Shift+Tab.
  case backTab
  case escape
  /// Removes what stands before the caret.
  case backspace
  /// Removes what stands behind the caret.
  case delete
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// F1 to F12.
  case function(Int)
  /// Ctrl and a letter in lower case, or Ctrl and one of `@ \ ] ^ _`. Ctrl-J makes a new line where
  /// one can be made; Ctrl-I, Ctrl-M and Ctrl-H are Tab, Enter and Backspace.
  case control(Character)
  /// Ctrl and a key that is no letter, such as an arrow.
  indirect case controlled(Key)
  /// Alt, or Esc just before, and a key.
  indirect case alternate(Key)
  /// A text that was pasted, whole; its lines end with LF alone.
  case paste(String)
}
