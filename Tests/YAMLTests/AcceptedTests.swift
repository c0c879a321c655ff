import Diagnostics
import TestKit
import Testing
import YAML

@Suite struct AcceptedTests {
  static let documents: [(text: String, tree: String)] = [
    ("", "nothing"),
    ("# only a comment\n", "nothing"),
    ("---\n...\n", "nothing"),
    ("\u{FEFF}a: 1", "{\"a\": 1}"),
    ("a: 1\nb: [x, 2.50, {c: ~}]\n", "{\"a\": 1, \"b\": [\"x\", decimal(2.50), {\"c\": null}]}"),
    ("- a\n-\n  - b\n- \n", "[\"a\", [\"b\"], null]"),
    ("lt: Ąžuolas\nen: Oak # tree\n", "{\"lt\": \"Ąžuolas\", \"en\": \"Oak\"}"),
    ("%YAML 1.2\n---\na: b\n", "{\"a\": \"b\"}"),
    ("%YAML 1.1\n---\nNo\n", "\"No\""),
    ("a: &x [1, 2]\nb: *x\n", "{\"a\": [1, 2], \"b\": [1, 2]}"),
    ("a: &x 1\nb: &x 2\nc: *x\n", "{\"a\": 1, \"b\": 2, \"c\": 2}"),
    ("&k key: *k\n", "{\"key\": \"key\"}"),
    ("? a\n? b\n", "{\"a\": null, \"b\": null}"),
    ("[a: 1, b]", "[{\"a\": 1}, \"b\"]"),
    ("{a: 1, b, \"c\":2,}", "{\"a\": 1, \"b\": null, \"c\": 2}"),
    ("\"<<\": 1", "{\"<<\": 1}"),
    ("a:\r\n  - b\r\n  - c\r\n", "{\"a\": [\"b\", \"c\"]}"),
    ("a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\n", "{\"a\": \"x\\n y\\n\", \"b\": \"x y\\nz\"}"),
    ("a: 'it''s'\nb: \"\\u0105\\x41\\n\"\n", "{\"a\": \"it's\", \"b\": \"ąA\\n\"}"),
    ("a: x\n  y\n", "{\"a\": \"x y\"}"),
    ("a:\tb", "{\"a\": \"b\"}"),
    ("show_if: members >= 3 && size == 'big'", "{\"show_if\": \"members >= 3 && size == 'big'\"}"),
    ("!!map {a: !!seq [!!str 1]}", "{\"a\": [\"1\"]}"),
    ("!!str # c\n  a", "\"a\""),
    (
      "[!!int \"3\", !!float 3, !!null '', !!bool 'true', ! 3, !!str ]",
      "[3, decimal(3), null, true, \"3\", \"\"]"
    ),
    ("%TAG ! tag:yaml.org,2002:\n---\n!str 12\n", "\"12\""),
  ]

  @Test(arguments: documents) func reads(_ document: (text: String, tree: String)) {
    let checked = read(document.text)
    #expect(checked.codes == [])
    #expect((checked.value?.dump ?? "nothing") == document.tree)
  }

  static let contents: [(text: String, content: Content)] = [
    ("null", .null), ("Null", .null), ("NULL", .null), ("~", .null), ("nULL", .string("nULL")),
    ("true", .bool(true)), ("False", .bool(false)), ("TRUE", .bool(true)), ("yes", .string("yes")),
    ("No", .string("No")), ("on", .string("on")), ("Y", .string("Y")), ("truer", .string("truer")),
    ("0", .integer(0)), ("-0", .integer(0)), ("+12", .integer(12)), ("007", .integer(7)),
    ("0o17", .integer(15)), ("0x1F", .integer(31)), ("0xfg", .string("0xfg")),
    ("0o8", .string("0o8")), ("-0x1", .string("-0x1")), ("1_000", .string("1_000")),
    ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .decimal("9223372036854775808")),
    ("-9223372036854775809", .decimal("-9223372036854775809")),
    ("1.5", .decimal("1.5")), (".5", .decimal(".5")), ("5.", .decimal("5.")),
    ("-1e3", .decimal("-1e3")), ("1.E+2", .decimal("1.E+2")), ("1e", .string("1e")),
    ("e1", .string("e1")), (".", .string(".")), ("-.", .string("-.")), ("+", .string("+")),
    (".inf", .infinity(negative: false)), ("-.INF", .infinity(negative: true)),
    ("+.Inf", .infinity(negative: false)), (".nan", .nan), (".NaN", .nan),
    ("-.nan", .string("-.nan")),
    ("1.2.3", .string("1.2.3")), ("12:30", .string("12:30")), ("2026-11-23", .string("2026-11-23")),
    ("1,5", .string("1,5")), ("\"1\"", .string("1")), ("'true'", .string("true")),
    ("|-\n 1", .string("1")),
  ]

  @Test(arguments: contents) func interprets(_ scalar: (text: String, content: Content)) {
    #expect(read(scalar.text).value?.scalar?.content == scalar.content)
  }

  /// Documents in which every node but the outermost is marked, in the order of a walk.
  static let placed = [
    "⟦ą⟧: ⟦ęė⟧\n⟦b⟧: ⟦\"x\\u0105\"⟧\n",
    "⟦a⟧: ⟦[⟦1⟧, ⟦{⟦b⟧: ⟦2⟧}⟧ ]⟧ # end\n⟦c⟧:⟦⟧ \n",
    "⟦a⟧:\n  ⟦- ⟦1⟧\n  - ⟦ž⟧⟧\n\n# between\n⟦b⟧: ⟦|\n    x\n     y⟧\n\n⟦c⟧: ⟦>-\n  x⟧\n",
    "⟦a⟧: !!seq &x ⟦[]⟧\n⟦b⟧: &y !!str ⟦'š'⟧\n⟦c⟧: !!map\n  ⟦⟦d⟧: &z # comment\n    ⟦1⟧⟧\n",
    "\u{FEFF}⟦ū⟧: ⟦x\r\n  y⟧\r\n⟦z⟧: ⟦1⟧\r\n",
    "- ⟦⟦a⟧: ⟦😀⟧\n  ⟦b⟧: ⟦2⟧⟧\n- ⟦x⟧\n",
  ]

  @Test(arguments: placed) func givesPlaces(_ text: String) throws {
    let marked = Marked(text)
    let checked = read(marked.text)
    let root = try #require(checked.value)
    var found: [Range<Int>] = []
    var stack = [root]
    while let node = stack.popLast() {
      found.append(node.place.range)
      let children = node.elements.map { $0 } + node.entries.flatMap { [$0.key, $0.value] }
      stack += children.reversed()
    }
    #expect(Array(found.dropFirst()) == marked.ranges)
  }

  @Test func findsValuesByKey() throws {
    let many = (1...40).map { "klausimas_\($0): \($0)" }.joined(separator: "\n")
    let root = try #require(read(many).value)
    #expect(root["klausimas_40"]?.scalar?.content == .integer(40))
    #expect(root["klausimas_41"] == nil)
    #expect(root.entries.count == 40)
    #expect(root.entries.last?.key.scalar?.text == "klausimas_40")
    #expect(root.elements.isEmpty)
    #expect(read("a\\u0105: 1\n\"ą\": 2").value?["ą"]?.scalar?.content == .integer(2))
    #expect(read("[1]").value?["a"] == nil)
  }
}
