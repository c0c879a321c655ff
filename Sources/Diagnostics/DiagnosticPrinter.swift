import DisplayWidth

/// Prints findings for people: `file:line:column`, the sentence, the excerpt with a caret, the way
/// out.
///
/// ```text
/// model.yaml:12:18: error: no question is called “covrage” [expression.unknown-name]
///    |     show_if: covrage >= 2
///    |              ^~~~~~~
///    = did you mean “coverage”?
/// ```
public struct DiagnosticPrinter: Sendable {
  /// Gives the text of a catalogue entry with its arguments filled in; `nil` if there is none.
  public typealias Wording =
    @Sendable (_ name: String, _ arguments: [String: Diagnostic.Argument])
    -> String?

  /// Turns a finished line into a coloured one; the identity where colour is off.
  public typealias Paint = @Sendable (_ text: String, _ role: Role) -> String

  /// What a piece of the output is, for colouring.
  public enum Role: Sendable { case place, error, warning, note, caret, code, help }

  /// The longest excerpt shown, in columns; a longer line is cut around the place.
  public static let excerptWidth = 96

  private let wording: Wording
  private let paint: Paint

  /// A printer that speaks as `wording` does and is uncoloured unless told how to paint.
  public init(wording: @escaping Wording, paint: @escaping Paint = { text, _ in text }) {
    self.wording = wording
    self.paint = paint
  }

  /// The sentence of a finding, without place and excerpt.
  public func sentence(_ diagnostic: Diagnostic) -> String {
    wording(diagnostic.code.rawValue, diagnostic.arguments) ?? diagnostic.code.rawValue
  }

  /// The way out, if the catalogue has one.
  public func help(_ diagnostic: Diagnostic) -> String? {
    diagnostic.help.flatMap { wording($0, diagnostic.arguments) }
  }

  /// One finding, several lines, ended by a line break.
  public func print(_ diagnostic: Diagnostic) -> String {
    let role: Role =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    let severity = wording("severity.\(diagnostic.severity.rawValue)", [:])
    var text = header(
      place: diagnostic.place, severity: severity ?? diagnostic.severity.rawValue, role: role,
      sentence: sentence(diagnostic), code: diagnostic.code)
    if let place = diagnostic.place { text += excerpt(place) }
    for note in diagnostic.notes {
      let words = wording(note.code.rawValue, note.arguments) ?? note.code.rawValue
      text += "   "
      if let place = note.place { text += paint(locator(place) + ":", .place) + " " }
      text += paint(words, .note) + "\n"
    }
    if let help = help(diagnostic) { text += "   = " + paint(help, .help) + "\n" }
    return text
  }

  private func header(
    place: Place?, severity: String, role: Role, sentence: String, code: Diagnostic.Code
  ) -> String {
    var text = ""
    if let place { text += paint(locator(place) + ":", .place) + " " }
    text += paint(severity + ":", role) + " " + sentence
    text += " " + paint("[\(code.rawValue)]", .code) + "\n"
    return text
  }

  private func locator(_ place: Place) -> String {
    let start = place.start
    return "\(place.file.name.madeVisible):\(start.line):\(start.column)"
  }

  /// The line of a place with a caret under it. Tabs become one space and control characters
  /// their pictures, so the caret stands where the eye expects it.
  private func excerpt(_ place: Place) -> String {
    let start = place.start
    let line = place.file.lineRange(start.line)
    guard !line.isEmpty || place.range.isEmpty else { return "" }
    let lower = min(max(place.range.lowerBound, line.lowerBound), line.upperBound)
    let upper = min(max(place.range.upperBound, lower), line.upperBound)
    var before = place.file.text(line.lowerBound..<lower).madeVisible
    let marked = place.file.text(lower..<upper).madeVisible
    var after = place.file.text(upper..<line.upperBound).madeVisible
    before = before.keepingEnd(columns: Self.excerptWidth / 2)
    let shown = marked.keepingStart(columns: Self.excerptWidth)
    after = after.keepingStart(
      columns: max(0, Self.excerptWidth - before.displayWidth - shown.displayWidth))
    let underline = max(1, shown.displayWidth)
    let caret = "^" + String(repeating: "~", count: underline - 1)
    let indent = String(repeating: " ", count: before.displayWidth)
    return "   | \(before)\(shown)\(after)\n   | \(indent)\(paint(caret, .caret))\n"
  }
}
