import Charts
import Testing

@Suite struct PaletteTests {
  /// Published examples: black on white is 21, #767676 on white the first grey of 4.5.
  @Test(
    arguments: [
      (0x000000, 0xffffff, 21.0), (0xffffff, 0xffffff, 1), (0x767676, 0xffffff, 4.54),
      (0x0072b2, 0xffffff, 5.19), (0xd55e00, 0xffffff, 3.87), (0x009e73, 0xffffff, 3.42),
      (0xcc79a7, 0xffffff, 3.06),
    ] as [(Int, Int, Double)])
  func contrastIsThatOfTheGuidelines(_ first: Int, _ second: Int, _ expected: Double) {
    let one = Colour(integerLiteral: UInt32(first))
    let other = Colour(integerLiteral: UInt32(second))
    #expect(abs(one.contrast(other) - expected) < 0.005)
    #expect(one.contrast(other) == other.contrast(one))
  }

  @Test func everyPairOfThePaletteCanBeRead() {
    let palette = Palette.standard
    var pairs: [(String, Colour, Colour, Double)] = [
      ("ink on paper", palette.ink, palette.paper, 4.5),
      ("ink on area", palette.ink, palette.area, 4.5),
      ("quiet ink on paper", palette.quietInk, palette.paper, 4.5),
      ("quiet ink on area", palette.quietInk, palette.area, 4.5),
    ]
    for (index, colour) in palette.series.enumerated() {
      pairs.append(("series \(index) on paper", colour, palette.paper, 3))
    }
    for shade in HeatScale(palette).shades {
      pairs.append(("text on step \(shade.step)", shade.text, shade.background, 4.5))
    }
    let unreadable = pairs.filter { $0.1.contrast($0.2) < $0.3 }.map(\.0)
    #expect(unreadable == [])
  }

  @Test(
    arguments: [
      (-5, 0), (0, 0), (19.99, 0), (20, 1), (39.9, 1), (50, 2), (79.9, 3), (80, 4), (100, 4),
      (500, 4),
      (.infinity, 4), (-.infinity, 0), (.nan, nil),
    ] as [(Double, Int?)])
  func valuesFallIntoEqualSteps(_ value: Double, _ step: Int?) {
    #expect(HeatScale().shade(value, on: 0...100)?.step == step)
  }

  @Test func aScaleOfOnePointHasItsEnds() {
    #expect(HeatScale().shade(3, on: 3...3)?.step == 0)
    #expect(HeatScale().shade(4, on: 3...3)?.step == 4)
  }

  @Test(
    arguments: [
      ("#0072b2", "#0072b2"), ("#07B", "#0077bb"), ("0072b2", nil), ("#0072b", nil),
      ("#gg0000", nil),
      ("", nil), ("#", nil), ("#0072b2 ", nil),
    ] as [(String, String?)])
  func coloursAreReadAsStyleSheetsWriteThem(_ text: String, _ read: String?) {
    #expect(Colour(hexadecimal: text)?.hexadecimal == read)
  }
}
