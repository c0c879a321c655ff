import Clusters
import Documents
import Interview
import Language
import Questionnaire
import Rendering
import Reporting
import Testing

/// The report of a cluster, case by case.
@Suite struct ClusterReportTests {
  @Test(arguments: SampleReports.names, ["lt", "en"])
  func readsAsExpected(_ name: String, _ language: String) throws {
    try Golden.expect(Self.document(name, language), is: name)
  }

  /// Anchors are unique and in the order that templates count on, whatever is left out.
  @Test(arguments: SampleReports.names) func anchors(_ name: String) throws {
    let found = try Self.document(name, "en").blocks.compactMap { block in
      if case .heading(let heading) = block { heading.anchor } else { nil }
    }
    let order = [
      "summary", "profile", "position", "capacity", "next-level", "plan", "changes", "checks",
      "recommendations", "tables", "method", "privacy",
    ]
    let places = found.compactMap { anchor in
      order.firstIndex(of: anchor.hasPrefix("capacity-") ? "capacity" : anchor)
    }
    #expect(Set(found).count == found.count && places.count == found.count, "\(found)")
    #expect(places == places.sorted() && places.first == 0 && places.last == order.count - 1)
  }

  /// Whatever a figure draws stands in its table, by the same label, in the same digits.
  @Test(arguments: SampleReports.names) func figuresSayWhatTablesSay(_ name: String) throws {
    for language in ["lt", "en"] {
      for block in try Self.document(name, language).blocks {
        guard case .figure(let figure) = block else { continue }
        #expect(figure.numbersNotInTable == [], "\(figure.title)")
        #expect(!figure.description.isEmpty)
      }
    }
  }

  /// What others may not know of an answer stands nowhere in the document.
  @Test func confidentialAnswersStayBehind() throws {
    let reported = try SampleReports.report("cluster-maturity")
    let model = reported.assessed.interview.questionnaire
    let text = MarkdownRenderer().text(.clusterReport(of: reported, in: LanguageTag("en")))
    var seen = 0
    for question in model.questions where question.isConfidential {
      let line = text.split(separator: "\n").first {
        $0.contains(question.ask("en").prefix(40)) && $0.hasPrefix("|")
      }
      guard let line, case .answered(_) = reported.assessed.interview.state(of: question.index)
      else {
        continue
      }
      seen += 1
      #expect(line.contains("to under") || line.contains("and more") || line.contains("under "))
    }
    #expect(seen > 3)
  }

  private static func document(_ name: String, _ language: String) throws -> Document {
    .clusterReport(of: try SampleReports.report(name), in: LanguageTag(language))
  }
}

extension Document.Figure {
  /// `label: number` of what the picture shows and the table does not.
  fileprivate var numbersNotInTable: [String] {
    var texts: [String: [String]] = [:]
    for row in table.rows + table.footer {
      texts[row.first?.text ?? "", default: []] += row.dropFirst().map(\.text)
    }
    return numbers.compactMap { label, reading in
      (texts[label] ?? []).contains(reading.shown) ? nil : "\(label): \(reading.shown)"
    }
  }

  private var numbers: [(String, Document.Reading)] {
    func pairs(_ label: String, _ readings: [Document.Reading?]) -> [(String, Document.Reading)] {
      readings.compactMap { reading in reading.map { (label, $0) } }
    }
    switch chart {
    case .strip(let chart): return chart.rows.flatMap { pairs($0.label, [$0.own, $0.median]) }
    case .dots(let chart): return chart.rows.flatMap { pairs($0.label, [$0.value, $0.reference]) }
    case .slope(let chart): return chart.lines.flatMap { pairs($0.label, [$0.before, $0.now]) }
    case .lines(let chart): return chart.panels.flatMap { pairs($0.label, $0.values) }
    case .bars(let chart): return chart.bars.flatMap { pairs($0.label, [$0.value, $0.reference]) }
    case .radar: return []
    }
  }
}

extension Document.Cell {
  fileprivate var text: String {
    switch self {
    case .text(let text), .strong(let text), .number(let text, _), .missing(let text),
      .state(let text, _):
      text
    case .bar, .profile: ""
    }
  }
}
