/// What templates can name, by `branda.document/1`; `docs/templates.md` tells what each is.
enum TemplateNames {
  /// The version of the names; a change that breaks a template raises the number.
  static let schema = "branda.document/1"

  /// Every name that some part of a document goes by.
  static let known: Set<String> = [
    // The document.
    "schema", "title", "language", "facts", "contents", "intro", "sections", "section", "words",
    "style", "in", "name", "footer", "organisation", "logo",
    // Its sections and what is in them.
    "anchor", "heading", "startsPage", "isWhole", "blocks", "is", "parts", "level", "marks",
    "paragraph", "list", "numbered", "definitions", "table", "figure", "tree", "choices", "blank",
    "unit", "alternatives",
    "items", "text", "number", "id", "label", "caption", "isWide", "isScrolling", "head", "body",
    "foot",
    "description", "picture",
    // Fixed words.
    "skip",
    // The style.
    "accent", "own", "reference", "ink", "quiet", "paper", "line", "paperFooter", "charts",
    "shades",
    "background",
  ]

  /// Names whose members are not known beforehand: anchors and languages.
  static let open: Set<String> = ["section", "is", "in"]

  /// The first part of a path that means nothing; `nil` where all mean something.
  static func unknown(in path: String) -> String? {
    for part in path.split(separator: ".") {
      guard known.contains(String(part)) else { return String(part) }
      if open.contains(String(part)) { return nil }
    }
    return nil
  }
}
