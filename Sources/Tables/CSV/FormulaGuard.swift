/// Keeps spreadsheets from running texts as formulas, in a way that can be taken back.
///
/// A text that begins with a sign that begins formulas, or with an apostrophe, gets an apostrophe
/// before it; reading takes off the apostrophe before just such a beginning. Source of the signs:
/// OWASP, CSV Injection.
enum FormulaGuard {
  private static func isGuarded(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'": true
    default: false
    }
  }

  static func added(to text: String) -> String {
    guard let first = text.unicodeScalars.first, isGuarded(first) else { return text }
    return "'" + text
  }

  static func removed(from text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'") else { return text }
    let rest = text.unicodeScalars.dropFirst()
    guard let second = rest.first, isGuarded(second) else { return text }
    return String(rest)
  }
}
