import DisplayWidth
import Terminal
import Testing

@Suite struct BarsTests {
  @Test func barsFillByEighths() {
    let fractions: [Double?] = [0, 0.001, 0.25, 0.5, 0.573, 0.999, 1, 1.5, -1, nil, .nan]
    #expect(
      fractions.map { "|\(Glyphs.unicode.bar($0, width: 5))|" }.joined(separator: "\n") == """
        |     |
        |▏    |
        |█▎   |
        |██▌  |
        |██▉  |
        |████▉|
        |█████|
        |█████|
        |     |
        |·    |
        |·    |
        """)
    #expect(
      fractions.map { "|\(Glyphs.ascii.bar($0, width: 5))|" }.joined(separator: "\n") == """
        |.....|
        |#....|
        |#....|
        |###..|
        |###..|
        |####.|
        |#####|
        |#####|
        |.....|
        |?    |
        |?    |
        """)
    #expect(Glyphs.unicode.bar(0.5, width: 0) == "")
  }

  @Test func sparksShowOneCellForEachValue() {
    let values: [Double?] = [0, 0.12, 0.13, 0.5, nil, 0.87, 0.88, 1, 2, -1, .nan]
    #expect(Glyphs.unicode.sparkBars(values) == "▁▁▂▅·▇███▁·")
    #expect(Glyphs.ascii.sparkBars(values) == "0115?88990?")
    #expect(Glyphs.unicode.sparkBars([]) == "")
  }

  @Test(
    arguments: [
      ([:], true), (["LANG": "lt_LT.UTF-8"], true), (["LANG": "en_US.utf8"], true),
      (["LC_ALL": "C"], false),
      (["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
      (["LANG": "lt_LT.ISO-8859-13"], false),
    ] as [([String: String], Bool)])
  func localeChoosesTheSigns(environment: [String: String], isUnicode: Bool) {
    #expect(Glyphs.shown(environment: environment) == (isUnicode ? .unicode : .ascii))
  }
}
