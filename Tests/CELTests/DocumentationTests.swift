import Foundation
import Testing

@Suite("docs/cel.md")
struct DocumentationTests {
  @Test("shows what the language does")
  func examples() throws {
    let url = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/cel.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    let examples = text.matches(of: /(?m)^- `(.+)` → `(.+)`$/)
    #expect(examples.count == text.split(separator: "\n").count { $0.hasPrefix("- ") })
    for example in examples {
      let (source, value) = (String(example.1), String(example.2))
      #expect(SampleModel.evaluate(source) == value, "\(source)")
    }
  }
}
