import Documents
import Foundation
import Language
import Spreadsheets
import Testing

@Suite struct XLSXRendererTests {
  /// Two sheets with every kind of value, a chart, shading, a filter, and a link.
  static func workbook(_ text: String = "text", day: Workbook.Day? = nil) -> Workbook {
    var workbook = Workbook(title: text, language: .fallback, day: day)
    let column = Workbook.Area(rows: 1...2, columns: 1...1)
    workbook.add(
      Workbook.Sheet(
        name: text, widths: [20, 10],
        rows: [
          [.text("head", .heading), .text("number", .heading)],
          [.text(text), .number(1.5)], [.text(text, .strong), .number(2.5, .change)],
          [.text(text, .title)], [],
          [
            Workbook.Cell(.formula("=SUM(B2:B3)", 4, .decimal(2)), .input),
            Workbook.Cell(.formula("=\"\"", nil, .general)),
            Workbook.Cell(.day(.init(year: 2026, month: 11, day: 23))), .number(.infinity),
            .number(0.5, .percent(0)), .number(nil),
          ],
        ],
        frozenRows: 1, frozenColumns: 1, filter: .init(rows: 0...2, columns: 0...1),
        shadings: [.init(column, from: 0, to: 5), .init(column, from: 5, to: 0)],
        charts: [.bars, .radar, .line].map { kind in
          .init(
            kind, title: "title", description: text,
            categories: .init(rows: 1...2, columns: 0...0),
            series: [.init(name: .init(rows: 0...0, columns: 1...1), values: column)],
            scale: 0...5, row: 8, column: 0)
        }, isLandscape: true))
    workbook.add(
      Workbook.Sheet(
        name: text, rows: [[Workbook.Cell(.link(text, sheet: workbook.sheets[0].name))]]))
    return workbook
  }

  @Test func sameWorkbookSameBytes() throws {
    let runs = try (0..<3).map { _ in try XLSXRenderer().bytes(Self.workbook()) }
    #expect(Set(runs).count == 1)
    // A zip archive, as all such files are.
    #expect(runs[0].prefix(4) == [0x50, 0x4B, 3, 4])
    let dated = try XLSXRenderer().bytes(
      Self.workbook(day: .init(year: 2026, month: 11, day: 23)))
    #expect(dated != runs[0])
  }

  static let hostile = [
    "", "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "'", "a'b", "''",
    "<b>&amp;</b>", "]]>", "\u{0}\u{1}\u{1B}[31m", "\u{FFFE}\u{FFFF}", "\u{202E}abc", "_x0041_",
    "_x000D__x0041_", "[a]:*?/\\b", "https://example.org/?q=\"", "😀👩‍👩‍👧‍👦", "a\r\nb\tc",
    String(repeating: "ž", count: 10_000), String(repeating: "😀", count: 40_000),
    String(repeating: "_x0041_", count: 6000),
  ]

  @Test(arguments: hostile) func hostileTextsAreWritten(text: String) throws {
    #expect(try XLSXRenderer().bytes(Self.workbook(text)).count > 1000)
  }

  /// A name of a sheet, as it becomes.
  static let names: [(name: String, becomes: String)] = [
    ("Plan", "Plan"), ("", "-"), ("a/b:c", "a-b-c"), ("'quoted'", "quoted"), ("[x]", "-x-"),
    (String(repeating: "ž", count: 40), String(repeating: "ž", count: 31)),
    ("Pajėgumai, pradedant silpniausiais", "Pajėgumai, pradedant"),
    ("Klasteriai pagal savo veiklos, sritį", "Klasteriai pagal savo veiklos"),
    ("a " + String(repeating: "ž", count: 40), "a " + String(repeating: "ž", count: 29)),
    (String(repeating: "😀", count: 40), String(repeating: "😀", count: 15)), ("\u{0}", "-"),
    ("\u{FFFE}a\u{202E}b\u{85}", "-a-b-"),
  ]

  @Test(arguments: names) func namesOfSheetsAreAllowed(name: String, becomes: String) {
    #expect(Workbook.Sheet(name: name).name == becomes)
  }

  @Test func namesOfSheetsDiffer() {
    var workbook = Workbook(title: "", language: .fallback)
    let long = String(repeating: "x", count: 31)
    for name in ["Plan", "PLAN", "plan", long, long] { workbook.add(Workbook.Sheet(name: name)) }
    #expect(
      workbook.sheets.map(\.name) == [
        "Plan", "PLAN 2", "plan 3", long, String(repeating: "x", count: 29) + " 2",
      ])
  }

  @Test func cellsHaveNames() {
    let names = [(0, 0), (9, 25), (0, 26), (0, 701), (0, 702), (0, 16_383)].map {
      Workbook.reference(row: $0.0, column: $0.1)
    }
    #expect(names == ["A1", "Z10", "AA1", "ZZ1", "AAA1", "XFD1"])
    #expect(
      Workbook.reference(.init(rows: 1...2, columns: 1...3), isFixed: true) == "$B$2:$D$3")
  }

  /// Where there is no room for the file on the way, that is said.
  @Test func failuresAreTold() {
    #expect(throws: SpreadsheetFailure(reason: "/nowhere: No such file or directory")) {
      try XLSXRenderer(folder: "/nowhere").bytes(Self.workbook())
    }
  }
}
