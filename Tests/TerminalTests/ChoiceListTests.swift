import Terminal
import TestKit
import Testing

@Suite struct ChoiceListTests {
  private static let texts = ChoiceListTexts(
    above: { "↑ \($0)" }, below: { "↓ \($0)" }, nothingFound: "nothing")

  private func list(
    _ count: Int, kind: ChoiceList.Kind = .one, ticks: Set<Int> = []
  ) -> ChoiceList {
    ChoiceList((1...count).map { .init("place \($0)") }, kind: kind, ticks: ticks)
  }

  private func shown(
    _ list: ChoiceList, columns: Int = 30, rows: Int = 9, glyphs: Glyphs = .unicode
  ) -> String {
    let view = list.view(columns: columns, rows: rows, glyphs: glyphs, texts: Self.texts)
    return view.lines.map(\.text).joined(separator: "\n")
  }

  @Test func showsWhereOneStandsAndWhatIsChosen() {
    #expect(
      shown(list(3, ticks: [1])) == """
          1. ○ place 1
        › 2. ● place 2
          3. ○ place 3
        """)
    #expect(
      shown(list(3, kind: .several, ticks: [0, 2]), glyphs: .ascii) == """
        > 1. [x] place 1
          2. [ ] place 2
          3. [x] place 3
        """)
    let menu = ChoiceList(
      [.init("a long text of one place", sign: "✓"), .init("short")], kind: .menu)
    #expect(
      shown(menu, columns: 16) == """
        › 1. ✓ a long
               text of
               one place
          2.   short
        """)
  }

  @Test func scrollsWithCounts() {
    var long = list(20)
    #expect(shown(long, rows: 4) == "› place 1\n  place 2\n  place 3\n↓ 17")
    for _ in 0..<9 { _ = long.handle(.down) }
    #expect(shown(long, rows: 5) == "↑ 8\n  place 9\n› place 10\n  place 11\n↓ 9")
    _ = long.handle(.end)
    #expect(shown(long, rows: 4) == "↑ 17\n  place 18\n  place 19\n› place 20")
    _ = long.handle(.pageUp)
    #expect(long.marker == 9)
    _ = long.handle(.up)
    _ = long.handle(.home)
    #expect(long.marker == 0 && long.handle(.up) && long.marker == 0)
  }

  @Test func digitsMoveTheMarkerWhereTheyAreClear() {
    var short = list(9)
    #expect(short.handle(.character("7")) && short.marker == 6)
    #expect(!short.handle(.character("0")) && !short.handle(.character("٣")))
    var few = list(3)
    #expect(!few.handle(.character("4")) && few.marker == 0)
    var long = list(10)
    #expect(!long.handle(.character("1")) && long.marker == 0)
    #expect(long.handle(.enter) == false)
  }

  @Test func spaceTicksAndUnticks() {
    var several = list(3, kind: .several, ticks: [2, 99])
    #expect(several.marker == 2 && several.handle(.character(" ")) && several.ticks == [])
    _ = several.handle(.up)
    #expect(several.handle(.character(" ")) && several.ticks == [1])
    var one = list(3)
    #expect(one.handle(.character(" ")) == false)
  }

  @Test func filtersWithoutMarks() {
    var list = ChoiceList(
      ["Žalia", "Šviesa", "Ėjimas", "Žaliava", "ĄČĘĖĮŠŲŪŽ", "Łódź", "a", "b"].map { .init($0) })
    #expect(list.handle(.character("/")) == true)
    for key in "ZAL" { _ = list.handle(.character(key)) }
    #expect(list.matches == [0, 3] && shown(list) == "/ZAL\n› Žalia\n  Žaliava")
    _ = list.handle(.down)
    #expect(list.marker == 3)
    for _ in 0..<3 { _ = list.handle(.backspace) }
    #expect(list.matches.count == 8 && list.marker == 3 && list.filter != nil)
    #expect(list.handle(.backspace) && list.filter == nil)
    _ = list.handle(.character("/"))
    _ = list.handle(.paste("aceeisuuz"))
    #expect(list.matches == [4])
    _ = list.handle(.character("x"))
    #expect(list.marker == nil && shown(list) == "/aceeisuuzx\nnothing")
    #expect(!list.handle(.enter) && list.handle(.down) && list.handle(.escape))
    #expect(list.matches.count == 8 && list.marker == 0 && !list.handle(.escape))
    var few = self.list(7)
    #expect(few.handle(.character("/")) == false)
  }

  /// Whatever is pressed and however small the window: the marker is shown, and nothing is too much.
  @Test func staysAListWhateverIsPressed() {
    let keys: [Key] =
      "/1a9ž ".map { .character($0) } + [
        .up, .down, .pageUp, .pageDown, .home, .end, .escape, .backspace, .paste("pl"), .enter,
      ]
    let kinds = [ChoiceList.Kind.one, .several, .menu]
    for seed in 1...40 {
      var random = SplitMix(seed: UInt64(seed))
      var list = ChoiceList(
        (0..<random.below(25)).map { index in
          .init(
            String(repeating: "place ąž ", count: 1 + index % 4), sign: index % 3 == 0 ? "!" : "")
        }, kind: kinds[seed % 3])
      list.page = random.below(4) == 0 ? .max : random.below(8)
      for _ in 0..<100 {
        _ = list.handle(keys[random.below(keys.count)])
        let rows = random.below(12)
        let columns = 1 + random.below(40)
        let view = list.view(columns: columns, rows: rows, texts: Self.texts)
        #expect(view.lines.count <= max(list.filter == nil ? 3 : 4, rows), "seed \(seed)")
        #expect(list.marker.map { list.matches.contains($0) } ?? list.matches.isEmpty)
        let marked = view.lines.filter { $0.text.hasPrefix("›") }.count
        #expect(marked == (list.marker == nil ? 0 : 1), "seed \(seed)")
        if let marker = list.marker, list.filter == nil {
          #expect(view.lines[view.cursor.row].text.hasPrefix("›"), "seed \(seed) \(marker)")
        }
      }
    }
  }
}
