import Documents

/// How a format writes what stands inside blocks; what stands around them is for templates.
protocol DocumentFormat {
  /// Text that stays on one line, such as a heading.
  func line(_ text: String) -> String
  /// Running text with its emphasis and its breaks.
  func paragraph(_ spans: [Document.Span]) -> String
  /// Running text behind a sign of so many columns.
  func item(_ spans: [Document.Span], indentation: Int) -> String
  /// What a name stands for, behind it.
  func definition(_ text: String) -> String
  func tree(_ branches: [Document.Branch]) -> String
  /// The heads, the rows, and the rows that sum them up.
  func table(_ table: Document.Table) -> (head: String, body: String, foot: String)
  /// The picture of a figure; `nil` where the format has none.
  func picture(_ figure: Document.Figure, id: String) -> String?
}
