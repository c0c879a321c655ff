import Comparison
import Documents
import Encoding
import Foundation
import Language
import Rendering
import Reporting
import Testing

/// The whole text of what `branda compare` writes.
@Suite struct GroupDocumentTests {
  @Test(arguments: ["en", "lt"]) func comparison(_ language: String) throws {
    let document = Document.comparison(
      try SmallGroup().table, .init(period: "2026"), in: LanguageTag(language))
    #expect(MarkdownRenderer().text(document) == Self.comparisons[language])
  }

  @Test(arguments: [
    (ComparisonOrder.total, ["Beta", "Alfa", "Gama"]), (.name, ["Alfa", "Beta", "Gama"]),
    (.level, ["Beta", "Alfa", "Gama"]), (.capacity(1), ["Beta", "Alfa", "Gama"]),
  ]) func order(_ order: ComparisonOrder, _ names: [String]) throws {
    let document = Document.comparison(
      try SmallGroup().table, .init(period: "2026"), order: order, in: LanguageTag("en"))
    let rows = document.blocks.lazy.compactMap { block in
      if case .table(let table) = block { table.rows } else { nil }
    }.first
    #expect(rows?.map(\.first) == names.map { .text($0) })
  }

  @Test func emptyGroup() throws {
    let group = try SmallGroup(assessments: [])
    let document = Document.comparison(group.table, .init(), in: LanguageTag("en"))
    #expect(
      MarkdownRenderer().text(document) == """
        # Comparison of maturity: 0 clusters, latest assessment of each

        - **Questionnaire:** Small model, version 1.2.0

        There is nothing to compare.

        """)
  }

  /// A shorter form is marked wherever its total stands beside others.
  @Test(arguments: [
    ("en", "| Alfa | Short | 1 |", "| Beta | all questions | 2 |", "compare ranks with care."),
    ("lt", "| Alfa | Trumpa | 1 |", "| Beta | visi klausimai | 2 |", "vietas lyginkite atsargiai."),
  ])
  func shortForms(_ language: String, _ short: String, _ full: String, _ note: String) throws {
    let group = try SmallGroup(assessments: [
      SmallModel.assessed(SmallModel.ofEachState, form: 0),
      SmallModel.assessed(id: "beta", name: "Beta", SmallModel.complete),
    ])
    let text = MarkdownRenderer().text(
      .comparison(group.table, .init(period: "2026"), in: LanguageTag(language)))
    #expect([short, full, note].allSatisfy(text.contains), "\(text)")
    let heads = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(Set(heads.map { $0.split(separator: "|").count }).count == 1)
    let rows = CSVRenderer().text(.scores(group.assessments)).components(separatedBy: "\r\n")
    #expect(rows[1].hasPrefix("alfa,Alfa,2026,draft,small,1.2.0,,short,beginning,1,"))
    let json = try JSONRenderer().text(EncodedComparison(group.table, .init()))
    #expect(json.contains("\"form\" : \"short\"") && json.contains("\"form\" : \"full\""))
  }

  @Test(arguments: [
    ("en", ["a 2026"], "1 assessment could not be read and is left out: a 2026."),
    (
      "en", ["a 2026", "b 2026"],
      "2 assessments could not be read and are left out: a 2026 and b 2026."
    ),
    ("lt", ["a 2026"], "1 vertinimo perskaityti nepavyko, todėl jis neįtrauktas: a 2026."),
    (
      "lt", ["a 2026", "b 2026"],
      "2 vertinimų perskaityti nepavyko, todėl jie neįtraukti: a 2026 ir b 2026."
    ),
  ])
  func leftOut(_ language: String, _ names: [String], _ sentence: String) throws {
    let group = try SmallGroup()
    let comparison = Document.comparison(
      group.table, .init(leftOut: names), in: LanguageTag(language))
    let report = Document.portfolioReport(
      try group.portfolio(.init(leftOut: names)), in: LanguageTag(language))
    for document in [comparison, report] {
      #expect(document.blocks.contains(.paragraph([.text(sentence)])))
    }
    let json = try JSONRenderer().text(
      EncodedComparison(group.table, .init(leftOut: names)))
    #expect(json.contains(names.joined(separator: "\",\n    \"")))
  }

  private static let comparisons = [
    "en": #"""
    # Comparison of maturity: 3 clusters, 2026

    - **Questionnaire:** Small model, version 1.2.0

    | Cluster | Level | Total | Profile | PEO | MON | Range | Rank | Coverage |
    | --- | --: | --: | --- | --: | --: | --: | --: | --: |
    | Beta | 2 | 87.2 | █▇ | 95.0 | 83.3 | 87.2 | 1 | 6 of 6 |
    | Alfa | 1 | 33.3 | ▅▃ | 50.0 | 25.0 | 27.8–38.9 | 2 | 3 of 4 |
    | Gama | 1 | – | ·· | – | – | 0.0–100.0 | – | 0 of 5 |
    | Best |  | 87.2 | █▇ | 95.0 | 83.3 |  |  |  |
    | Upper quartile |  | 73.8 | ▇▆ | 83.8 | 68.8 |  |  |  |
    | Median |  | 60.3 | ▆▅ | 72.5 | 54.2 |  |  |  |
    | Lower quartile |  | 46.8 | ▅▄ | 61.3 | 39.6 |  |  |  |

    A quartile may lie between two neighbouring scores (type 7).

    PEO – People; MON – Money.

    """#,
    "lt": #"""
    # Brandos palyginimas: 3 klasteriai, 2026

    - **Klausimynas:** Mažas modelis, 1.2.0 versija

    | Klasteris | Lygis | Bendras | Profilis | PEO | MON | Ribos | Vieta | Išsamumas |
    | --- | --: | --: | --- | --: | --: | --: | --: | --: |
    | Beta | 2 | 87,2 | █▇ | 95,0 | 83,3 | 87,2 | 1 | 6 iš 6 |
    | Alfa | 1 | 33,3 | ▅▃ | 50,0 | 25,0 | 27,8–38,9 | 2 | 3 iš 4 |
    | Gama | 1 | – | ·· | – | – | 0,0–100,0 | – | 0 iš 5 |
    | Geriausias |  | 87,2 | █▇ | 95,0 | 83,3 |  |  |  |
    | Viršutinis kvartilis |  | 73,8 | ▇▆ | 83,8 | 68,8 |  |  |  |
    | Mediana |  | 60,3 | ▆▅ | 72,5 | 54,2 |  |  |  |
    | Apatinis kvartilis |  | 46,8 | ▅▄ | 61,3 | 39,6 |  |  |  |

    Kvartilis gali būti ir tarp dviejų gretimų įverčių (7 tipas).

    PEO – Žmonės; MON – Pinigai.

    """#,
  ]
}
