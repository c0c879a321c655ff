import DisplayWidth
import Terminal
import TestKit
import Testing

@Suite struct TextFieldTests {
  /// The text with the caret in it.
  private func shown(_ field: TextField) -> String {
    String(field.characters[..<field.caret]) + "|" + String(field.characters[field.caret...])
  }

  /// A text whose caret stands at its end, keys, and what comes of it.
  static let edits: [(text: String, keys: [Key], result: String)] = [
    ("", "ąč".map { .character($0) }, "ąč|"),
    ("ab", [.left, .character("x")], "ax|b"),
    ("e", [.character("\u{307}"), .character("\u{328}"), .character("!")], "ę̇!|"),
    ("eb", [.left, .character("\u{328}")], "ę|b"),
    ("x\u{328}", [.home, .delete, .character("a")], "a|"),
    ("a\u{FE0F}", [.backspace], "|"),
    ("👩‍💻ę̇", [.backspace, .backspace], "|"),
    ("🇱", [.character("🇹")], "🇱🇹|"),
    ("👩💻", [.left, .character("\u{200D}")], "👩‍💻|"),
    ("x🇱🇹🇱🇹", [.home, .right, .character("🇱")], "x🇱🇱|🇹🇱🇹"),
    ("vienas du", [.control("w"), .character("x")], "vienas x|"),
    ("vienas, du", [.controlled(.left), .controlled(.left)], "|vienas, du"),
    ("vienas, du", [.home, .alternate(.right), .alternate(.character("d"))], "vienas|"),
    ("vienas du", [.alternate(.character("b")), .control("u")], "|du"),
    ("vienas du", [.controlled(.left), .control("k")], "vienas |"),
    ("ab", [.home, .backspace, .left, .end, .delete, .right], "ab|"),
    ("a", [.paste("b\tc\nd\u{1B}[2J\r\ne\u{2028}f")], "ab c d[2J e f|"),
  ]

  @Test func editsByCharacters() {
    for edit in Self.edits {
      var field = TextField(edit.text)
      for key in edit.keys { #expect(field.handle(key) == true) }
      // By scalars: equal letters may be written differently.
      let result = shown(field)
      #expect(Array(result.unicodeScalars) == Array(edit.result.composed.unicodeScalars), "\(edit)")
    }
  }

  @Test func movesByTheLinesThatAreShown() {
    var field = TextField("vienas du trys\n\nketuri", hasLines: true, columns: 8)
    #expect(field.view(rows: 9).lines == ["vienas ", "du trys", "", "keturi"])
    #expect(shown(field) == "vienas du trys\n\nketuri|")
    var carets: [Int] = []
    for _ in 0..<5 {
      _ = field.handle(.up)
      carets.append(field.caret)
    }
    // The column comes back behind the short line.
    #expect(carets == [15, 13, 6, 6, 6])
    #expect(!field.handle(.up) && field.handle(.down) && field.handle(.end))
    #expect(shown(field) == "vienas du trys|\n\nketuri")
    #expect(field.handle(.alternate(.enter)) && field.handle(.control("j")))
    #expect(field.view(rows: 2).lines == ["", ""] && field.view(rows: 2).linesAbove == 2)
    let untouched: [Key] = [.enter, .tab, .backTab, .escape, .function(1), .control("g")]
    #expect(untouched.allSatisfy { !field.handle($0) })
    var line = TextField("a")
    #expect(!line.handle(.up) && !line.handle(.control("j")) && line.text == "a")
  }

  @Test func aWindowShowsTheCaret() {
    var field = TextField("vienuolika žodžių", columns: 9)
    #expect(field.view().lines == ["‹odžių"])
    #expect(field.view().caret == .init(row: 0, column: 6))
    _ = field.handle(.home)
    #expect(field.view(glyphs: .ascii).lines == ["vienuol>"])
    #expect(TextField("a\u{1B}b\u{202E}", columns: 9).view().lines == ["ab\u{FFFD}"])
  }

  @Test func takesAllOrNothing() {
    var field = TextField("abc", limit: 5)
    #expect(field.handle(.paste("def")) && field.isOverfull && field.text == "abc")
    #expect(field.handle(.paste("de")) && !field.isOverfull && field.text == "abcde")
    #expect(field.handle(.character("f")) && field.isOverfull)
    // A mark takes no place of its own.
    #expect(field.handle(.character("\u{328}")) && !field.isOverfull && field.text == "abcdę")
    #expect(TextField("abcdef", limit: 5).text == "abcde")
  }

  /// Whatever is pressed: one text, in NFC, the caret in it and within what is shown.
  @Test func staysATextWhateverIsPressed() {
    let characters =
      Array("aą 語e\u{328}".unicodeScalars) + [
        "\u{307}", "\u{200D}", "\u{FE0F}", "\u{1F469}", "\u{1F3FD}", "\u{1F1F1}", "\u{1F1F9}",
        "\u{1100}",
        "\u{1161}", "\u{11A8}", "\u{AC00}", "\u{915}", "\u{94D}", "\u{202E}", "\u{600}",
        "\u{1F4BB}",
      ]
    let keys: [Key] = [
      .left, .right, .home, .end, .up, .down, .backspace, .delete, .control("w"), .control("u"),
      .control("k"), .controlled(.left), .alternate(.right), .alternate(.character("d")),
      .alternate(.enter), .paste("ž\u{328}o\r\nb"), .controlled(.home), .enter, .tab,
    ]
    for seed in 1...40 {
      var random = SplitMix(seed: UInt64(seed))
      var field = TextField(
        hasLines: seed % 2 == 0, columns: random.below(12), limit: 10 + random.below(50))
      for _ in 0..<200 {
        let isTyped = random.below(3) > 0
        _ = field.handle(
          isTyped
            ? .character(Character(characters[random.below(characters.count)]))
            : keys[random.below(keys.count)])
        let text = field.text
        #expect(Array(text) == field.characters && field.characters.count <= field.limit)
        #expect(Array(text.unicodeScalars) == Array(text.composed.unicodeScalars), "seed \(seed)")
        #expect((0...field.characters.count).contains(field.caret))
        let view = field.view(rows: 3)
        #expect(view.lines.indices.contains(view.caret.row) && view.lines.count <= 3)
        let columns = max(field.hasLines ? 2 : 1, field.columns)
        #expect((0..<columns).contains(view.caret.column), "seed \(seed) \(view)")
        if !field.hasLines { #expect(view.lines[0].displayWidth <= columns, "seed \(seed)") }
      }
    }
  }
}
