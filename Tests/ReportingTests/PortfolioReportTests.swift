import Comparison
import Documents
import Foundation
import Interview
import Language
import Numbers
import Rendering
import Reporting
import Testing

/// The facilitator's report on several clusters.
@Suite struct PortfolioReportTests {
  /// None, one, two, twelve; without an earlier round and with several.
  @Test(arguments: [(0, 0), (1, 0), (2, 1), (12, 3)], ["en", "lt"])
  func report(_ size: (clusters: Int, earlier: Int), _ language: String) throws {
    let group = try SmallGroup(of: size.clusters, earlier: size.earlier)
    try Golden.expect(
      .portfolioReport(try group.portfolio(.init()), in: LanguageTag(language)),
      is: "portfolio-\(size.clusters)")
  }

  @Test(arguments: ["en", "lt"]) func codesForNames(_ language: String) throws {
    let group = try SmallGroup(of: 12, earlier: 1, named: { "K-\(37 * ($0 + 1) % 100)" })
    try Golden.expect(
      .portfolioReport(try group.portfolio(.init(isAnonymous: true)), in: LanguageTag(language)),
      is: "portfolio-anonymous")
  }

  /// With many clusters the run of the report has the first and the last ten, bands in place of dots,
  /// and no groups; everybody stands in the table at the end, and paper says where that is.
  @Test func many() throws {
    let count = 120
    let group = try SmallGroup(of: count, earlier: 1)
    let document = Document.portfolioReport(
      try group.portfolio(.init()), in: LanguageTag("en"))
    #expect(document.anchors.last == "tables")
    let tables = document.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    #expect(tables.last?.rows.count == count)
    #expect(tables.filter { $0.rows.count > 20 }.count == 1, "the last alone")
    let waiting = try #require(tables.first { $0.caption?.hasPrefix("Not confirmed") == true })
    #expect(waiting.rows.count == 20)
    let answered = waiting.rows.map { $0[4].text ?? "" }
    #expect(answered == answered.sorted())
    let strips = document.figures.compactMap { figure in
      if case .strip(let strip) = figure.chart { strip } else { nil }
    }
    #expect(strips.map { $0.rows.map(\.dots.count).max() } == [count - count / 12, 0])
    let sentence = """
      The table of all 120 clusters is not printed: on paper it could be neither sorted nor searched. \
      It stands in the same report as HTML, as a workbook (XLSX) and as CSV.
      """
    #expect(document.onPaper.blocks.dropLast() == document.blocks.dropLast())
    #expect(document.onPaper.blocks.last == .paragraph([.text(sentence)]))
  }

  /// The sections, whatever there is to say in them.
  @Test(arguments: [1, 12, 120]) func anchors(_ clusters: Int) throws {
    let group = try SmallGroup(of: clusters, earlier: 1)
    let document = Document.portfolioReport(
      try group.portfolio(.init()), in: LanguageTag("lt"))
    let expected = [
      "summary", "levels", "movement", "heatmap", "distributions", "gaps", "gates", "advice",
      "by-need", "responses", "partners", "agenda", "method", "privacy",
    ]
    #expect(Array(document.anchors.prefix(expected.count)) == expected)
  }

  /// What is drawn is what the table beside it says.
  @Test(arguments: [1, 2, 12, 120]) func figuresSayWhatTablesSay(_ clusters: Int) throws {
    let group = try SmallGroup(of: clusters, earlier: 2)
    let document = Document.portfolioReport(
      try group.portfolio(.init()), in: LanguageTag("lt"))
    for figure in document.figures {
      let written = Set((figure.table.rows + figure.table.footer).joined().compactMap(\.text))
      let drawn = figure.chart.shownNumbers
      if case .strip(let strip) = figure.chart, strip.rows.count == 1 { continue }
      #expect(drawn.isSubset(of: written), "\(figure.title): \(drawn.subtracting(written))")
    }
    #expect(!document.figures.isEmpty)
  }
}

extension Document {
  var anchors: [String] {
    blocks.compactMap { block in
      if case .heading(let heading) = block { heading.anchor } else { nil }
    }
  }

  var figures: [Figure] {
    blocks.compactMap { block in if case .figure(let figure) = block { figure } else { nil } }
  }
}

extension Document.Cell {
  /// What a cell with a number or a text says.
  fileprivate var text: String? {
    switch self {
    case .text(let text), .strong(let text), .number(let text, _), .missing(let text),
      .state(let text, _):
      text
    case .bar, .profile: nil
    }
  }
}

extension Document.Chart {
  /// The numbers that stand beside what is drawn.
  fileprivate var shownNumbers: Set<String> {
    let readings: [Document.Reading?] =
      switch self {
      case .strip(let chart): chart.rows.flatMap { [$0.median, $0.own] }
      case .dots(let chart): chart.rows.flatMap { [$0.value, $0.reference] }
      case .slope(let chart): chart.lines.flatMap { [$0.before, $0.now] }
      case .lines(let chart): chart.panels.flatMap(\.values)
      case .bars(let chart): chart.bars.flatMap { [$0.value, $0.reference] }
      case .radar: []
      }
    return Set(readings.compactMap { $0?.shown })
  }
}
