public import Documents

/// Writes a document as Markdown: CommonMark with the tables of GitHub's dialect.
public struct MarkdownRenderer: Sendable {
  /// Nothing to set.
  public init() {}

  /// The whole text by the shipped templates, ended by a line break. Same document, same bytes.
  public func text(_ document: Document) -> String {
    // The shipped templates repeat nothing, so nothing is too much for them.
    (try? text(document, .standard, limit: .max)) ?? ""
  }

  /// The whole text by templates that may be a user's own.
  ///
  /// - Throws: where they write more than any document comes to.
  public func text(_ document: Document, _ templates: TemplateSet) throws(OutputTooLarge) -> String
  {
    try text(document, templates, limit: TemplateSet.largestOutput)
  }

  private func text(
    _ document: Document, _ templates: TemplateSet, limit: Int
  ) throws(OutputTooLarge) -> String {
    var context = DocumentContext(MarkdownFormat())
    return try templates.render(.object(context.value(document)), with: "page.md", limit: limit)
  }
}
