import Diagnostics
import TestKit
import Testing

@Suite struct PrinterTests {
  /// The caret stands under what is marked, whatever comes before it on the line.
  @Test(arguments: [
    ("plain ⟦here⟧ after", "plain here after", "      ^~~~"),
    ("\tąčę ⟦žū⟧", " ąčę žū", "     ^~"),
    ("日本語 ⟦東京⟧ x", "日本語 東京 x", "       ^~~~"),
    ("e\u{0301}e\u{0301} ⟦o\u{0308}⟧!", "e\u{0301}e\u{0301} o\u{0308}!", "   ^"),
    ("👩‍👩‍👧 ⟦🇱🇹⟧", "👩‍👩‍👧 🇱🇹", "   ^~"),
    ("\u{1B}[31m⟦red\u{7}⟧\u{202E}x", "␛[31mred␇\u{FFFD}x", "     ^~~~"),
    ("first\nsecond ⟦two\nlines⟧", "second two", "       ^~~"),
    ("end⟦⟧", "end", "   ^"),
  ]) func marksThePlace(_ marked: String, _ line: String, _ caret: String) throws {
    let marked = Marked(marked)
    let file = SourceFile(name: "file.yaml", text: marked.text)
    let finding = Diagnostic(
      Diagnostic.Code("yaml.syntax"), at: Place(file, try #require(marked.ranges.first)))
    let printed = [finding].printed().split(separator: "\n").dropFirst().prefix(2)
    #expect(printed.map(String.init) == ["   | " + line, "   | " + caret])
  }

  @Test func longLinesAreCutAroundThePlace() throws {
    let marked = Marked(
      String(repeating: "before ", count: 40) + "⟦here⟧" + String(repeating: " after", count: 40))
    let file = SourceFile(name: "file.yaml", text: marked.text)
    let finding = Diagnostic(
      Diagnostic.Code("yaml.syntax"), at: Place(file, try #require(marked.ranges.first)))
    let lines = [finding].printed().split(separator: "\n")
    #expect(lines[1].hasPrefix("   | …") && lines[1].hasSuffix("…") && lines[1].count <= 101)
    let column = try #require(lines[2].split(separator: "^").first).count
    #expect(lines[1].dropFirst(column).hasPrefix("here"))
  }

  @Test func findingsAreSortedAndSaidOnce() {
    let file = SourceFile(name: "b.yaml", text: "one\ntwo\n")
    let other = SourceFile(name: "a.yaml", text: "one\n")
    let findings = [
      Diagnostic(Diagnostic.Code("z"), .warning, at: Place(file, 4..<7)),
      Diagnostic(Diagnostic.Code("y"), at: Place(file, 4..<7)),
      Diagnostic(Diagnostic.Code("x"), at: Place(file, 0..<3)),
      Diagnostic(Diagnostic.Code("x"), at: Place(file, 0..<3)),
      Diagnostic(Diagnostic.Code("w"), at: Place(other, 0..<3)),
    ]
    #expect(
      findings.sorted.summary == [
        "1:1 error w", "1:1 error x", "2:1 error y", "2:1 warning z",
      ])
  }
}
