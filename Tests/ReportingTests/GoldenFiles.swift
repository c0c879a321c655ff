import Documents
import Foundation
import Language
import Rendering
import TestKit
import Testing

/// Whole documents as Markdown, beside the tests in the folder `Golden`.
enum Golden {
  static func expect(
    _ document: Document, is name: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name).\(document.language.rawValue).md")
    try expectGolden(MarkdownRenderer().text(document), in: file, at: location)
  }
}
