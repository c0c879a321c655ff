import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("membres", "members"), ("covrage", "coverage"), ("COVERAGE", "coverage"), ("yse", "yes"),
    ("membercount", "member_count"), ("hand_over", "handover"), ("nothing", nil), ("", nil),
    ("members", nil), ("x", nil), ("on", "no"),
  ]) func isTheNearestName(_ written: String, _ expected: String?) {
    let names = ["members", "member_count", "coverage", "handover", "yes", "no"]
    #expect(suggestion(for: written, among: names) == expected)
    #expect(suggestion(for: written, among: names.reversed()) == expected)
  }
}
