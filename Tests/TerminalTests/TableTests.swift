import DisplayWidth
import Terminal
import Testing

@Suite struct TableTests {
  static let clusters = Table(
    columns: [
      Table.Column("Klasteris"), Table.Column("Lygis"), Table.Column("Bendras", .trailing),
      Table.Column("Išsamumas", .centered),
    ],
    rows: [
      ["Lazerių slėnis", "besivystantis", "57,3", "58/64"],
      ["Žalioji energetika ir šiluma", "brandus", "81,0", "64/64"],
      ["e\u{301}le\u{301}gant", "—", "–", "0"],
    ],
    footer: [["Mediana", "", "69,2"]])

  @Test func standsSideBySideWhereItFits() {
    #expect(
      Self.clusters.lines(width: 80).joined(separator: "\n") == """
        Klasteris                     Lygis          Bendras  Išsamumas
        ────────────────────────────  ─────────────  ───────  ─────────
        Lazerių slėnis                besivystantis     57,3    58/64
        Žalioji energetika ir šiluma  brandus           81,0    64/64
        e\u{301}le\u{301}gant                       —                    –      0
        ────────────────────────────  ─────────────  ───────  ─────────
        Mediana                                         69,2
        """)
  }

  @Test func wrapsTheWidestColumnFirst() {
    #expect(
      Self.clusters.lines(width: 52, glyphs: .ascii).joined(separator: "\n") == """
        Klasteris          Lygis          Bendras  Išsamumas
        -----------------  -------------  -------  ---------
        Lazerių slėnis     besivystantis     57,3    58/64
        Žalioji            brandus           81,0    64/64
        energetika ir
        šiluma
        e\u{301}le\u{301}gant            —                    –      0
        -----------------  -------------  -------  ---------
        Mediana                              69,2
        """)
  }

  @Test func foldsWhatIsLeftOver() {
    #expect(
      Self.clusters.lines(width: 33).joined(separator: "\n")
        == """
        Klasteris           Lygis
        ──────────────────  ─────────────
        Lazerių slėnis      besivystantis
        Žalioji energetika  brandus
        ir šiluma
        e\u{301}le\u{301}gant             —
        ──────────────────  ─────────────
        Mediana

        Klasteris                 Bendras
        ────────────────────────  ───────
        Lazerių slėnis               57,3
        Žalioji energetika ir        81,0
        šiluma
        e\u{301}le\u{301}gant                         –
        ────────────────────────  ───────
        Mediana                      69,2

        Klasteris               Išsamumas
        ──────────────────────  ─────────
        Lazerių slėnis            58/64
        Žalioji energetika ir     64/64
        šiluma
        e\u{301}le\u{301}gant                     0
        ──────────────────────  ─────────
        Mediana
        """)
  }

  @Test func longHeadingsWrapOverNumbers() {
    let table = Table(
      columns: [
        Table.Column("Cluster"), Table.Column("Žmogiškieji pajėgumai", .trailing),
        Table.Column("Partnerystės pajėgumai", .trailing),
      ], rows: [["Laser Valley", "61,0", "100,0"]])
    #expect(
      table.lines(width: 40).joined(separator: "\n") == """
                       Žmogiškieji  Partnerystės
        Cluster          pajėgumai     pajėgumai
        ────────────  ────────────  ────────────
        Laser Valley          61,0         100,0
        """)
  }

  @Test func wideCharactersTakeTwoColumns() {
    let table = Table(
      columns: [Table.Column("名前"), Table.Column("n", .trailing)],
      rows: [["東京クラスター", "1"], ["🇱🇹 👩‍🔬", "2"], ["ę̇", "3"]])
    #expect(
      table.lines(width: 80).joined(separator: "\n") == """
        名前            n
        ──────────────  ─
        東京クラスター  1
        🇱🇹 👩‍🔬           2
        ę̇               3
        """)
  }

  @Test func hostileCellsAreMadeVisible() {
    let table = Table(
      columns: [Table.Column("a\u{1B}[31m"), Table.Column("b", overflow: .truncate)],
      rows: [["\u{1B}]0;x\u{7}", "1\n2\u{202E}3"], ["\u{9B}2J\ttab"], ["x", "y", "too many"]])
    let text = table.lines(width: 80).joined(separator: "\n")
    #expect(
      text == """
        a␛[31m   b
        ───────  ─────
        ␛]0;x␇   1 2\u{FFFD}3
        \u{FFFD}2J tab
        x        y
        """)
  }

  @Test func stylesStandAroundTextOnly() {
    let table = Table(
      columns: [Table.Column("a"), Table.Column("bcd", .trailing)],
      rows: [[Table.Cell("x", Style(.red)), Table.Cell("1", Style(.green, isBold: true))]])
    #expect(
      table.lines(width: 40, painter: Painter(isOn: true)) == [
        "\u{1B}[1ma\u{1B}[0m  \u{1B}[1mbcd\u{1B}[0m", "─  ───",
        "\u{1B}[31mx\u{1B}[0m    \u{1B}[1;32m1\u{1B}[0m",
      ])
  }

  @Test(arguments: 1...90) func neverExceedsTheWidth(width: Int) {
    let table = Table(
      columns: (1...6).map { Table.Column("Column \($0)", $0 > 2 ? .trailing : .leading) },
      rows: [
        ["Unbreakablelongwordthatgoesonandonandonandon", "東京クラスター東京クラスター", "1", "2", "3", "4"],
        ["short", "several words in one cell", "1234567890123456789012345", "", "", "x"],
      ])
    let lines = table.lines(width: width)
    #expect(lines.allSatisfy { $0.displayWidth <= max(width, 20) && !$0.hasSuffix(" ") })
    // Whatever the width, every number is there in whole.
    #expect(width < 50 || lines.contains { $0.contains("1234567890123456789012345") })
  }

  @Test func emptyTablesAreHarmless() {
    #expect(Table(columns: []).lines(width: 80) == [])
    #expect(Table(columns: [Table.Column("a")]).lines(width: 80) == ["a", "─"])
    #expect(Table(columns: [Table.Column("a")], keyColumns: 9).lines(width: 0) == ["a", "─"])
  }
}
