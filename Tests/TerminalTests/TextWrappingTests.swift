import DisplayWidth
import Terminal
import Testing

@Suite struct TextWrappingTests {
  @Test(arguments: [
    (
      "Kiek nepriklausomų narių turėjo klasteris?", 20,
      ["Kiek nepriklausomų", "narių turėjo", "klasteris?"]
    ),
    ("apie 12,5\u{A0}% visų", 10, ["apie", "12,5\u{A0}%", "visų"]),
    ("one  two\n\nthree", 20, ["one two", "", "three"]), ("", 10, [""]), ("   ", 10, [""]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
    ("東京クラスター", 5, ["東京", "クラ", "スタ", "ー"]), ("ę̇ę̇ę̇", 2, ["ę̇ę̇", "ę̇"]),
    ("👩‍🔬👩‍🔬", 1, ["👩‍🔬", "👩‍🔬"]), ("a\u{1B}[0mb", 80, ["a␛[0mb"]), ("a\r\nb", 80, ["a", "b"]),
  ])
  func breaksAtSpaces(text: String, width: Int, expected: [String]) {
    #expect(text.wrapped(width: width) == expected)
  }

  @Test func indentsFurtherLines() {
    let text = "Strategija ir veiksmų planas\nbei rodikliai"
    #expect(
      text.wrapped(width: 18, first: "12. ") == [
        "12. Strategija ir", "    veiksmų planas", "    bei rodikliai",
      ])
    #expect("a b c".wrapped(width: 4, first: "• ", hanging: "") == ["• a", "b c"])
    #expect("a b".wrapped(width: 0, first: "  ") == ["  a", "  b"])
    #expect("".wrapped(width: 10, first: "1. ") == ["1. "])
  }

  @Test(arguments: 1...40) func neverExceedsTheWidth(width: Int) {
    let text =
      "Žmogiškieji pajėgumai – 東京 komanda, 12,5\u{A0}% etato; eksperimentinėplėtra 👩‍🔬 ir kt."
    let lines = text.wrapped(width: width)
    #expect(lines.allSatisfy { $0.displayWidth <= max(width, 2) })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test(arguments: [
    ("Peržiūra", "perziura"), ("ĮRODYMAS", "irodymas"), ("ąčęėįšųūž", "aceeisuuz"),
    ("nez\u{30C}inau", "nezinau"), ("łódź", "lodz"), ("n/a", "n/a"), ("日本", "日本"),
  ])
  func foldsMarks(_ text: String, _ folded: String) {
    #expect(text.withoutMarks == folded)
  }
}
