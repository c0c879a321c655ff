import Comparison
import Documents
import Foundation
import Language
import Reporting
import Testing

/// Every number of the facilitator's report, computed a second time from the answers that the sample is
/// made of, with doubles and without any of the rooms that score and compare.
@Suite struct PortfolioNumbersTests {
  @Test(arguments: [12, 120]) func levels(_ count: Int) throws {
    let sample = try NaiveSample(of: count)
    let growing = sample.latest.count(where: \.isGrowing)
    #expect(
      try sample.table("levels", 0).shown == [
        ["2 Growing", "\(growing)"], ["1 Beginning", "\(count - growing)"],
      ])
  }

  @Test(arguments: [12, 120]) func distributions(_ count: Int) throws {
    let sample = try NaiveSample(of: count)
    let expected = sample.measures.map { name, score -> [String] in
      let scores = sample.latest.compactMap(score).sorted()
      let quantiles = [0, 0.25, 0.5, 0.75, 1].map { NaiveSample.shown(scores.quantile($0)) }
      return [name, "\(scores.count)"] + quantiles
    }
    #expect(try sample.table("distributions", 0).shown == expected)
  }

  @Test(arguments: [12, 120]) func gaps(_ count: Int) throws {
    let sample = try NaiveSample(of: count)
    func rows(_ measures: [NaiveSample.Measure]) -> Set<[String]> {
      Set(
        measures.map { name, score in
          let scores = sample.latest.compactMap(score).sorted()
          return [
            name, "\(scores.count { $0 < 50 })", "\(scores.count)",
            NaiveSample.shown(scores.quantile(0.5)),
          ]
        })
    }
    #expect(Set(try sample.table("gaps", 0).shown) == rows(sample.measures.dropFirst().map(\.self)))
    // Confidential questions and those in which nobody is weak are not there.
    #expect(
      Set(try sample.table("gaps", 1).shown)
        == rows([
          ("PEO-01 Who runs it?", { $0.answers?.coordination }),
          ("PEO-02 Share of members trained?", { $0.answers?.training }),
        ]))
  }

  /// Counts and names agree: who lacks a must-have, and who may.
  @Test func gates() throws {
    let sample = try NaiveSample(of: 12)
    let next = sample.latest.filter { !$0.isGrowing }
    func row(_ name: String, _ isMet: (NaiveSample.Answers) -> Bool) -> [String] {
      let unmet = next.filter { $0.answers.map { !isMet($0) } ?? false }.map(\.name)
      let unknown = next.filter { $0.answers == nil }.map(\.name)
      let who = [unmet, unknown].map { $0.sorted().joined(separator: ", ") }
      return [name, "2 Growing", "\(unmet.count)", "\(unknown.count)"]
        + [who.joined(separator: "; perhaps ")]
    }
    let shown = try sample.table("gates", 0).shown.map { row in
      row.map { cell in
        cell.components(separatedBy: "; perhaps ").map {
          $0.components(separatedBy: ", ").sorted().joined(separator: ", ")
        }.joined(separator: "; perhaps ")
      }
    }
    #expect(
      Set(shown)
        == [
          row("there is a reserve") { $0.reserve == 100 },
          row("half of the members are trained") { $0.training >= 50 },
        ])
  }

  @Test(arguments: [12, 120]) func movement(_ count: Int) throws {
    let sample = try NaiveSample(of: count)
    let changes = zip(sample.latest, sample.rounds[sample.rounds.count - 2])
      .compactMap { now, before in
        now.total.flatMap { now in before.total.map { NaiveSample.tenth(now - $0) } }
      }
    let (rose, fell) = (changes.count { $0 > 0 }, changes.count { $0 < 0 })
    let kept = changes.count - rose - fell
    let told = [(rose, "rose"), (kept, "stayed the same"), (fell, "fell")].filter { $0.0 > 0 }
      .enumerated().map { place, part in
        place == 0
          ? "The total of \(part.0) clusters \(part.1)" : "of \(part.0) it \(part.1)"
      }
    let left = sample.latest.count - changes.count
    let sentences = try sample.paragraphs("movement")
    #expect(sentences.first == told.joined(separator: ", ") + ".")
    #expect(sentences[1].hasPrefix("The totals of \(left) cluster"))
  }

  /// Rows and columns sum to how many stand on each level before and now.
  @Test(arguments: [12, 120]) func transitions(_ count: Int) throws {
    let sample = try NaiveSample(of: count)
    let now = sample.latest.map(\.isGrowing)
    let before = sample.rounds[sample.rounds.count - 2].map(\.isGrowing)
    func number(_ was: Bool, _ is: Bool) -> String {
      "\(zip(before, now).count { $0 == was && $1 == `is` })"
    }
    #expect(
      try sample.table("movement", 0).shown == [
        [
          "1 Beginning", number(false, false), number(false, true), "\(before.count { !$0 })",
        ],
        ["2 Growing", number(true, false), number(true, true), "\(before.count { $0 })"],
        ["In all", "\(now.count { !$0 })", "\(now.count { $0 })", "\(count)"],
      ])
  }

  /// Of many clusters the best pairs, no cluster in two of them.
  @Test func pairs() throws {
    let table = try NaiveSample(of: 120).table("partners", 0)
    let names = table.shown.map { $0[1] }
    #expect(names.count == 20 && Set(names).count == 20)
    #expect(table.shown.map { $0[0] } == (2..<22).map { "\($0 / 2)" })
  }

  /// The same clusters in every round; the total stands below.
  @Test(arguments: [12, 120]) func medians(_ count: Int) throws {
    let sample = try NaiveSample(of: count)
    let tables = try sample.tables("movement").suffix(2)
    let measures = Array(sample.measures.dropFirst()) + sample.measures.prefix(1)
    func rows(_ cell: ([Double]) -> String) -> [[String]] {
      measures.map { name, score in
        let rounds = sample.rounds.map { $0.compactMap(score).sorted() }
        return [name, "\(rounds[0].count)"] + rounds.map(cell)
      }
    }
    #expect(tables.first?.shown == rows { NaiveSample.shown($0.quantile(0.5)) })
    #expect(
      tables.last?.shown
        == rows { [0.25, 0.75].map($0.quantile).map(NaiveSample.shown).joined(separator: "–") })
  }

  @Test func states() throws {
    let sample = try NaiveSample(of: 120)
    let whole = sample.latest.count { $0.answers.map { $0.sources != nil } ?? false }
    #expect(try sample.table("responses", 0).shown == [["draft", "120", "\(whole)"]])
  }
}

/// The clusters of `SmallGroup(of:earlier:)` once more, as plain numbers.
private struct NaiveSample {
  typealias Measure = (name: String, score: (Cluster) -> Double?)

  struct Answers {
    let coordination: Double
    let training: Double
    let reserve: Double
    let months: Double?
    let sources: Double?
  }

  struct Cluster {
    let name: String
    let answers: Answers?

    var people: Double? { answers.map { (2 * $0.coordination + $0.training + 100) / 4 } }
    var money: Double? {
      answers.map { answers in
        let scores = [answers.reserve, answers.months, answers.sources].compactMap(\.self)
        return scores.reduce(0, +) / Double(scores.count)
      }
    }
    var total: Double? { people.flatMap { people in money.map { (people + 2 * $0) / 3 } } }
    var isGrowing: Bool {
      guard let answers, let total, let people, let money else { return false }
      return total >= 70 && people >= 20 && money >= 20 && answers.reserve == 100
        && answers.training >= 50
    }
  }

  /// The earliest first; in each the same clusters in the same order.
  let rounds: [[Cluster]]
  private let document: Document

  var latest: [Cluster] { rounds[rounds.count - 1] }
  let measures: [Measure] = [("Total", \.total), ("People", \.people), ("Money", \.money)]

  init(of count: Int, earlier: Int = 3) throws {
    rounds = (0...earlier).map { round in
      (0..<count).map { place in
        let progress = (7 * place + 3 * round) % 11
        let answers = Answers(
          coordination: Double(progress % 3) * 50, training: Double(9 * progress),
          reserve: progress > 4 ? 100 : 0, months: progress > 4 ? 50 : nil,
          sources: progress % 4 == 1 ? nil : 100)
        return Cluster(
          name: "Cluster \(place + 1)", answers: place % 12 == 11 ? nil : answers)
      }
    }
    document = .portfolioReport(
      try SmallGroup(of: count, earlier: earlier).portfolio(.init()), in: LanguageTag("en"))
  }

  /// Halves away from zero, as reports round.
  static func tenth(_ number: Double) -> Double { (number * 10).rounded() / 10 }

  static func shown(_ number: Double) -> String {
    String(format: "%.1f", (number * 10 + 1e-9).rounded() / 10)
  }

  func tables(_ anchor: String) throws -> [Document.Table] {
    try blocks(anchor).compactMap { block in
      switch block {
      case .table(let table): table
      case .figure(let figure): figure.table
      default: nil
      }
    }
  }

  func table(_ anchor: String, _ place: Int) throws -> Document.Table {
    let tables = try tables(anchor)
    return try #require(tables.indices.contains(place) ? tables[place] : nil)
  }

  func paragraphs(_ anchor: String) throws -> [String] {
    try blocks(anchor).compactMap { block in
      if case .paragraph(let spans) = block { spans.map(\.text).joined() } else { nil }
    }
  }

  private func blocks(_ anchor: String) throws -> ArraySlice<Document.Block> {
    func isHeading(_ block: Document.Block, _ anchor: String?) -> Bool {
      guard case .heading(let heading) = block, heading.depth == 1 else { return false }
      return anchor.map { $0 == heading.anchor } ?? true
    }
    let start = try #require(document.blocks.firstIndex { isHeading($0, anchor) }) + 1
    let end = document.blocks[start...].firstIndex { isHeading($0, nil) }
    return document.blocks[start..<(end ?? document.blocks.endIndex)]
  }
}

extension [Double] {
  /// Type 7 of Hyndman and Fan, of sorted numbers.
  fileprivate func quantile(_ share: Double) -> Double {
    let place = Double(count - 1) * share
    let below = Int(place)
    guard below + 1 < count else { return self[below] }
    return self[below] + (place - Double(below)) * (self[below + 1] - self[below])
  }
}

extension Document.Table {
  /// The rows and the footer as a reader has them.
  fileprivate var shown: [[String]] {
    (rows + footer).map { row in
      row.map { cell in
        switch cell {
        case .text(let text), .strong(let text), .number(let text, _), .missing(let text),
          .state(let text, _):
          text
        case .bar, .profile: ""
        }
      }
    }
  }
}
