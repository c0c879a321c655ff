import Documents
import Foundation
import Language
import Rendering
import Testing

/// Whole documents as Markdown, beside the tests in the folder `Golden`. `RECORD=1` writes what comes
/// out now, to be read before it is kept.
enum Golden {
  static func expect(
    _ document: Document, is name: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name).\(document.language.rawValue).md")
    let text = MarkdownRenderer().text(document)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, sourceLocation: location)
  }
}
