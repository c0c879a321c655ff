import Diagnostics
import Foundation
import Testing
import YAML

/// The numbers that a manager reads in the report on every shipped cluster, against a computation of
/// their own from the file of answers.
@Suite struct ReportNumbersTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: ["en", "lt"]) func pageOneAndProfileAreComputedAsByHand(_ language: String)
    throws
  {
    let folder = try Folder()
    let model = try Self.yaml("questionnaires/cluster-maturity.yaml")
    let run = try Program.run(
      [
        "report", "--all", "--format", "md", "-o", ".", "--lang", language, "--quiet",
        "--results", Self.root.appending(path: "results").path,
        "--questionnaire", Self.root.appending(path: "questionnaires/cluster-maturity.yaml").path,
      ], in: folder)
    #expect(run.errors == "" && run.end == .exited(0))
    let (titles, levels) = (
      Self.titles("capacities", model, language), Self.titles("levels", model, language)
    )
    var seen = 0
    for cluster in try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "results").path
    ).sorted() {
      let report = try folder.read("\(cluster)-2025.\(language).md")
      let computed = Computed(
        IndependentScore(
          try Self.yaml("results/\(cluster)/cluster-maturity-2025.yaml"), codes: Self.codes(model)),
        titles, levels, language)
      let lines = report.split(separator: "\n").map(String.init)
      let missing = computed.lines.filter { !lines.contains($0) }
      #expect(missing == [], "\(cluster)")
      let starts = computed.beginnings.filter { start in !lines.contains { $0.hasPrefix(start) } }
      #expect(starts == [], "\(cluster)")
      #expect(Self.profile(lines) == computed.profile, "\(cluster)")
      #expect(Self.extremes(lines) == computed.extremes, "\(cluster)")
      seen += 1
    }
    #expect(seen == 12)
  }

  /// The rows of the profile, without the picture and what the round before came to.
  private static func profile(_ lines: [String]) -> [[String]] {
    let heads = ["| Capacity | Score |", "| Pajėgumai | Įvertis |"]
    guard let start = lines.firstIndex(where: { line in heads.contains { line.hasPrefix($0) } })
    else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return [cells[0], cells[1], cells[3], cells[cells.count - 1]]
    }
  }

  /// What is named under strengths and gaps: the first two lists.
  private static func extremes(_ lines: [String]) -> [[String]] {
    let headings = lines.indices.filter { lines[$0].hasPrefix("### ") }
    return headings.prefix(2).map { heading in
      lines[(heading + 1)...].prefix { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    }
  }

  private static func yaml(_ path: String) throws -> Node {
    let bytes = [UInt8](try Data(contentsOf: root.appending(path: path)))
    return try #require(YAML.parse(SourceFile(name: path, bytes: bytes)).value)
  }

  private static func titles(_ key: String, _ model: Node, _ language: String) -> [String] {
    model[key]?.elements.compactMap { $0["title"]?[language]?.scalar?.text } ?? []
  }

  private static func codes(_ model: Node) -> [String: String] {
    let sections =
      [model["profile"]] + (model["capacities"]?.elements.map { $0["questions"] } ?? [])
    return Dictionary(
      uniqueKeysWithValues: sections.compactMap(\.self).flatMap { Array($0.elements) }
        .compactMap { question in
          question["id"]?.scalar.flatMap { id in
            question["code"]?.scalar.map { (id.text, $0.text) }
          }
        })
  }
}

/// What a report should say, put together from integers.
private struct Computed {
  /// Capacity, score, range, coverage; the total last.
  var profile: [[String]] = []
  /// The three best and the three worst.
  var extremes: [[String]] = []
  /// Whole lines.
  var lines: [String] = []
  /// How lines begin.
  var beginnings: [String] = []

  init(
    _ score: IndependentScore, _ titles: [String], _ levels: [String], _ language: String
  ) {
    typealias Share = (numerator: Int, denominator: Int)
    func text(_ share: Share) -> String {
      // Tenths, halves upward.
      let tenths = (20 * share.numerator + share.denominator) / (2 * share.denominator)
      return "\(tenths / 10)\(language == "lt" ? "," : ".")\(tenths % 10)"
    }
    func range(_ low: Share, _ high: Share) -> String {
      let (low, high) = (text(low), text(high))
      return low == high ? low : low + "–" + high
    }
    let of = language == "lt" ? "iš" : "of"
    let sums = score.sums
    let shares: [Share?] = sums.map { $0.isScored ? ($0.points, $0.answeredWeight) : nil }
    let lows: [Share] = sums.map { ($0.points, $0.applicableWeight) }
    let highs: [Share] = sums.map {
      ($0.points + 100 * ($0.applicableWeight - $0.answeredWeight), $0.applicableWeight)
    }
    func mean(_ shares: [Share]) -> Share {
      let denominator = shares.map(\.denominator).reduce(1, *)
      return (
        shares.map { $0.numerator * (denominator / $0.denominator) }.reduce(0, +),
        denominator * shares.count
      )
    }
    let answered = sums.map(\.answered).reduce(0, +)
    let applicable = sums.map(\.applicable).reduce(0, +)
    for (place, sum) in sums.enumerated() {
      profile.append([
        titles[place], shares[place].map(text) ?? "–", range(lows[place], highs[place]),
        "\(sum.answered) \(of) \(sum.applicable)",
      ])
    }
    profile.append([
      language == "lt" ? "**Bendras**" : "**Total**", score.total.map(text) ?? "–",
      range(mean(lows), mean(highs)), "\(answered) \(of) \(applicable)",
    ])

    let places = shares.indices.filter { shares[$0] != nil }
    func value(_ place: Int) -> Double {
      shares[place].map { Double($0.numerator) / Double($0.denominator) } ?? 0
    }
    let falling = places.sorted { value($0) == value($1) ? $0 < $1 : value($0) > value($1) }
    let count = min(3, places.count / 2)
    let best = falling.prefix(count)
    let rising = places.filter { !best.contains($0) }
      .sorted { value($0) == value($1) ? $0 < $1 : value($0) < value($1) }
    extremes = [Array(best), Array(rising.prefix(count))].map { places in
      places.map { "\(titles[$0]): **\(shares[$0].map(text) ?? "–")**" }
    }

    let name = levels[score.level - 1]
    let notApplicable = IndependentScore.rules.count { rule in
      if case .notApplicable = score.answers[rule.code] { true } else { false }
    }
    if language == "lt" {
      beginnings = ["- **Išsamumas:** atsakyta \(answered) iš \(applicable)"]
      beginnings.append(
        "**\(score.level) lygis iš 5: \(name)**. "
          + (score.total.map { "Bendras įvertis \(text($0))" } ?? "Bendro įverčio nėra"))
    } else {
      beginnings = ["- **Coverage:** \(answered) of \(applicable) answered"]
      beginnings.append(
        "**Level \(score.level) of 5: \(name)**. "
          + (score.total.map { "Total \(text($0))" } ?? "No total"))
    }
    if notApplicable == 0 { lines = beginnings.prefix(1).map(\.self) }
  }
}
