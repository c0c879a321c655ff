import Documents

extension Document.Tone {
  /// Stands before the word of a state, so that it can be told without its colour.
  var sign: String {
    switch self {
    case .good: "✓ "
    case .bad: "✗ "
    case .open: "? "
    case .neutral: ""
    }
  }
}
