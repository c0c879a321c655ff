import Terminal

/// The signs that say at a glance what stands where; each state has its own, so that colour is never
/// needed to tell them apart.
struct Signs: Sendable, Hashable {
  /// Before the line where the person is.
  let marker: String
  let done: String
  let open: String
  /// There is an outcome, but no value: not applicable, or no data.
  let outcome: String
  let attention = "!"
  let up: String
  let down: String
  /// Of the bar that tells how far the interview has come.
  let passed: String
  let ahead: String
  let rule: String
  let separator: String
  /// At the left of a field.
  let field: String

  init(_ glyphs: Glyphs) {
    let isUnicode = glyphs == .unicode
    func sign(_ unicode: String, _ ascii: String) -> String { isUnicode ? unicode : ascii }
    marker = glyphs.list.marker
    done = sign("✓", "x")
    open = sign("○", "o")
    outcome = sign("–", "-")
    up = sign("↑", "^")
    down = sign("↓", "v")
    passed = sign("━", "=")
    ahead = sign("─", "-")
    rule = glyphs.rule
    separator = sign("·", "-")
    field = sign("▏", "|")
  }
}
