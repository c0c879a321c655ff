public import Documents

/// Writes a document as one page of HTML: no script, nothing from elsewhere, pictures drawn in it.
public struct HTMLRenderer: Sendable {
  private let templates: TemplateSet
  private let style: HouseStyle

  /// By default as shipped.
  public init(_ templates: TemplateSet = .standard, style: HouseStyle = .standard) {
    self.templates = templates
    self.style = style
  }

  /// The whole page. Same document, templates and style, same bytes.
  ///
  /// - Throws: where templates write more than any document comes to.
  public func text(_ document: Document) throws(OutputTooLarge) -> String {
    let format = HTMLFormat(style.palette)
    var context = DocumentContext(format)
    var value = context.value(document)
    value["style"] = style.value(in: document.language, format)
    return try templates.render(.object(value), with: "page.html")
  }
}
