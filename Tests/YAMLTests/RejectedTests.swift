import Diagnostics
import TestKit
import Testing
import YAML

@Suite struct RejectedTests {
  /// Documents with the place of every finding marked, and the codes in the order of the file.
  static let documents: [(codes: String, text: String)] = [
    ("duplicate-key", "a: 1\n⟦a⟧: 2\n"),
    ("duplicate-key duplicate-key duplicate-key", "š: {b: 1, ⟦\"b\"⟧: 2}\n⟦'š'⟧: 2\n⟦š⟧: 3\n"),
    ("duplicate-key unclosed-sequence", "a: {b: 1, ⟦b⟧: 2}\nc: [1\n⟦⟧"),
    ("duplicate-key unclosed-sequence", "a: 1\n⟦a⟧: 2\nc: [1\n⟦⟧"),
    ("merge-key", "a: &x {b: 1}\nc:\n  ⟦<<⟧: *x\n"),
    ("non-scalar-key non-scalar-key", "? ⟦[a]⟧\n: 1\n⟦{b: c}⟧: 2\n"),
    ("unknown-tag unknown-tag", "a: ⟦!zenklas⟧ 1\nb: ⟦!!omap⟧ [a: 1]\n"),
    ("unknown-tag", "- ⟦!<tag:example.org,2000:x,y>⟧ 1\n"),
    ("tag-mismatch tag-mismatch", "a: !!int ⟦trys⟧\nb: ⟦!!seq⟧ {}\n"),
    ("tag-mismatch tag-mismatch tag-mismatch", "[!!bool ⟦yes⟧, !!null ⟦x⟧, !!float ⟦0x1⟧]"),
    ("integer-out-of-range", "a: ⟦0xFFFFFFFFFFFFFFFFF⟧\n"),
    ("unknown-alias", "a: ⟦*x⟧\nb: &x 1\n"),
    ("cyclic-alias cyclic-alias", "a: &x [⟦*x⟧, &y {b: ⟦*x⟧}]\n"),
    ("second-document", "a: 1\n⟦---⟧\nb: 2\n---\nc: 3\n"),
    ("tab-indentation", "a:\n⟦\t⟧b: 1\n"),
    ("tab-indentation", "a:\n  b: 1\n⟦\t⟧c: 2\n"),
    ("tab-indentation", "a: |\n⟦\t⟧b\n"),
    ("tab-indentation", "-⟦\t⟧a\n"),
    ("forbidden-character forbidden-character", "a: ą⟦\0⟧\nb: ⟦\u{7}⟧\n"),
    ("forbidden-character forbidden-character", "a: ⟦\u{FEFF}⟧x⟦\u{9B}⟧\n"),
    ("ambiguous-line-break ambiguous-line-break", "a: x⟦\u{2028}⟧y ⟦\u{85}⟧\n"),
    ("unclosed-quote", "a: \"ą b\nc: d\n⟦⟧"),
    ("unclosed-sequence", "a: [1, 2\nb⟦:⟧ 3\n"),
    ("unclosed-mapping", "a: {b: 1\n⟦⟧"),
    ("missing-colon", "ą: 1\n⟦žodis be dvitaškio⟧\nb: 2\n"),
    ("unexpected-colon", "a: Klausimas⟦:⟧ kas?\n"),
    ("expected-key", "ą: 1\n⟦-⟧ b\n"),
    ("misplaced-entry", "a: ⟦-⟧ b\n"),
    ("unexpected-character", "a: ⟦@⟧b\n"),
    ("unexpected-character", "a: ⟦%⟧b\n"),
    ("invalid-escape", "a: \"ė⟦\\⟧q\"\n"),
    ("invalid-escape", "a: \"\\u⟦z⟧\"\n"),
    ("invalid-block-header", "a: |⟦0⟧\n x\n"),
    ("unsupported-version", "⟦%⟧YAML 2.0\n---\na\n"),
    ("invalid-tag", "a: ⟦!⟧e!x 1\n"),
  ]

  @Test(arguments: documents) func finds(_ document: (codes: String, text: String)) {
    let marked = Marked(document.text)
    let checked = read(marked.text)
    #expect(checked.codes.joined(separator: " ") == document.codes)
    #expect(checked.diagnostics.map { $0.place?.range } == marked.ranges)
  }

  static let encodings: [(codes: [String], bytes: [UInt8], place: Range<Int>)] = [
    (["not-utf8"], [0xFF, 0xFE, 0x61, 0x00], 0..<0),
    (["not-utf8"], [0xFE, 0xFF, 0x00, 0x61], 0..<0),
    (["not-utf8"], [0x61, 0x00, 0x3A, 0x00], 0..<0),
    (["not-utf8"], [0x00, 0x00, 0x00, 0x61], 0..<0),
    (["invalid-utf8"], Array("a: ".utf8) + [0xE0], 3..<4),  // Windows-1257
    (["invalid-utf8"], Array("a: ą".utf8) + [0xC0, 0x80], 5..<6),  // overlong
    (["invalid-utf8"], [0x61, 0xED, 0xA0, 0x80], 1..<2),  // surrogate
    (["invalid-utf8"], [0x61, 0xF4, 0x90, 0x80, 0x80], 1..<2),  // beyond Unicode
    (["invalid-utf8"], [0x61, 0x80], 1..<2),
  ]

  @Test(arguments: encodings)
  func findsEncoding(_ file: (codes: [String], bytes: [UInt8], place: Range<Int>)) {
    let checked = read(file.bytes)
    #expect(checked.codes == file.codes)
    #expect(checked.diagnostics.first?.place?.range == file.place)
    #expect(checked.value == nil)
  }

  @Test func keepsTheTreeWhereItCan() {
    let checked = read("a: 1\na: 2\nb: !x 3\nc: *y\n")
    #expect(checked.codes == ["duplicate-key", "unknown-tag", "unknown-alias"])
    #expect(checked.value?.dump == "{\"a\": 1, \"b\": 3, \"c\": null}")
  }

  @Test func notesPointBack() {
    let marked = Marked("⟦ą⟧: 1\n⟦ą⟧: 2\n")
    let duplicate = read(marked.text).diagnostics.first
    #expect(duplicate?.arguments == ["key": .text("ą")])
    #expect(duplicate?.notes.map { $0.place?.range } == [marked.ranges[0]])
    let quote = Marked("a: ⟦\"⟧b\nc: d\n")
    let unclosed = read(quote.text).diagnostics.first
    #expect(unclosed?.notes.map { $0.place?.range } == quote.ranges)
    #expect(unclosed?.notes.map(\.code.rawValue) == ["yaml.begins.quoted"])
  }

  /// Many keys take the way through the hash set.
  @Test func findsDuplicatesAmongMany() {
    let keys = (0..<500).map { "k\($0 % 400): \($0)" }.joined(separator: "\n")
    let checked = read(keys)
    #expect(checked.codes == Array(repeating: "duplicate-key", count: 100))
    #expect(checked.diagnostics.first?.place?.start == Position(line: 401, column: 1))
    #expect(checked.diagnostics.first?.notes.first?.place?.start == Position(line: 1, column: 1))
    #expect(checked.value?.entries.count == 400)
  }
}
