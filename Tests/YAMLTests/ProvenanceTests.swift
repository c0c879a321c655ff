import Diagnostics
import TestKit
import Testing
import YAML

@Suite struct ProvenanceTests {
  /// Files with one value, a part of its decoded text, and the marked bytes it comes from.
  static let scalars: [(part: String, file: String)] = [
    // As it stands in the file.
    ("narių", "a: ąžuolo ⟦narių⟧ skaičius"),
    ("narių", "a: 'ąžuolo ⟦narių⟧ skaičius'"),
    ("narių", "a: !!str \"ąžuolo ⟦narių⟧ skaičius\""),
    // Plain, over several lines.
    ("b", "a: ą\n   ⟦b⟧ c\n"),
    (" ", "a: ą⟦\n   ⟧b\n"),
    ("ą b", "a: ⟦ą\n   b⟧ c\n"),
    ("ą b", "a: ⟦ą  \t\r\n \t b⟧ c\r\n"),
    ("d", "a: ą\n\n   b\n\n\n   ⟦d⟧\n"),
    ("\nd", "a: ą\n   b\n⟦\n   d⟧\n"),
    ("ū c", "a: &x b\n  ė ⟦ū\n  c⟧ # d\n"),
    // Single quotes.
    ("'", "a: 'x⟦''⟧y'"),
    ("== 'taip'", "a: 'ū ⟦== ''taip''⟧ '"),
    ("y", "a: 'x''\n\n\n  ⟦y⟧'"),
    (" x", "a: '⟦ x⟧ '"),
    (" x", "a: '⟦\n  x⟧'"),
    // Double quotes.
    ("ą", "a: \"x⟦\\u0105⟧y\""),
    ("y", "a: \"\\u0105\\x41\\U0001F600\\n\\N\\_\\L\\P⟦y⟧\""),
    ("A", "a: \"\\u0105⟦\\x41⟧\\n\""),
    ("\u{2029}", "a: \"\\L⟦\\P⟧\""),
    ("\"š\"", "a: \"x == ⟦\\\"š\\\"⟧\""),
    ("x y", "a: \"⟦x \\\n    y⟧ z\""),
    ("y z", "a: \"x\\\r\n    ⟦y\r\n  z⟧\"\r\n"),
    ("\ny", "a: \"x\\\n⟦\n   y⟧\""),
    ("  y", "a: \"x\\\n  ⟦\\  y⟧\""),
    // Literal.
    ("narių > 3", "a: |\n  x &&\n  ⟦narių > 3⟧\n"),
    ("x\n  ą", "a: |\n  ⟦x\n    ą⟧\n  y\n"),
    ("y", "a: |\r\n  x\r\n\r\n  ⟦y⟧\r\n"),
    ("\n\n", "a: |+ # c\n  x⟦\n\n⟧"),
    ("\n\n", "a: |+\n⟦\n   \n⟧"),
    (" x", "a: |2\n\n  ⟦ x⟧\ny: 1\n"),
    ("y", "a: |1-\n   x\n ⟦y⟧\n"),
    ("  \ny", "a: |2-\n  ⟦  \n  y⟧\n"),
    ("x", "- |\n\n  \n  ⟦x⟧\n"),
    ("\tx", "a: |1\n ⟦\tx⟧"),
    ("---", "a: |\n ⟦---⟧\n"),
    ("x", "- &b !!str |-\n ⟦x⟧\n\n# c\n"),
    // Folded.
    ("x ą", "a: >\n  ⟦x\n  ą⟧\n"),
    (" ", "a: >-\n  x⟦\n  ⟧ą\n"),
    ("z", "a: >\n  x\n  y\n\n  ⟦z⟧\n"),
    ("y\nz", "a: >\n  x\n  ⟦y\n\n  z⟧\n"),
    ("y\n  ž\n", "a: >\n  x\n  ⟦y\n    ž\n⟧  w\n"),
    ("w", "a: >\n  x\n    y\n\n    z\n  ⟦w⟧\n"),
    ("ė ę", "a: >2-\r\n\r\n    x\r\n  ⟦ė\r\n  ę⟧\r\n"),
    ("w\n\n", "a: >+\n  x\n  ⟦w\n\n⟧b: 1"),
  ]

  @Test(arguments: scalars) func pointsBack(_ scalar: (part: String, file: String)) throws {
    let marked = Marked(scalar.file)
    let root = try #require(read(marked.text).value)
    let value = try #require((root["a"] ?? root.elements.first)?.scalar)
    let text = Array(value.text.utf8)
    let part = Array(scalar.part.utf8)
    // The last occurrence: words before it show that the way there was counted right.
    let offsets = (0...max(0, text.count - part.count)).filter { text[$0...].starts(with: part) }
    let offset = try #require(offsets.last)
    #expect(value.place(of: offset..<offset + part.count).range == marked.ranges.first)
  }

  @Test func pointsAtPartsOfPieces() throws {
    // u0105 is two bytes in the text; each half is the whole escape.
    let file = Marked("a: \"x⟦\\u0105⟧\"")
    let value = try #require(read(file.text).value?["a"]?.scalar)
    #expect(value.place(of: 1..<2).range == file.ranges[0])
    #expect(value.place(of: 2..<3).range == file.ranges[0])
    // Points, and what lies outside.
    #expect(value.place(of: 1..<1).range == 5..<5)
    #expect(value.place(of: 3..<3).range == 11..<11)
    #expect(value.place(of: 1..<99).range == file.ranges[0])
    let empty = try #require(read("a: |\nb: 1").value?["a"]?.scalar)
    #expect(empty.place(of: 0..<5).range == 3..<4)
  }
}
