import ArgumentParser
import Clusters
import Comparison
import DisplayWidth
import Documents
import Encoding
import Language
import Numbers
import Questionnaire
import Rendering
import Reporting
import Results
import Scoring

/// What `branda compare` shows in place of the table of capacities: how far ranks can be relied on, how
/// clusters have changed, or how far answers agree.
struct ComparisonViews: ParsableArguments {
  @Flag(help: .text("option.doubt")) var doubt = false

  @Option(help: .text("option.draws", valueName: "option.draws.value")) var draws: String?

  @Option(help: .text("option.seed", valueName: "option.seed.value")) var seed: String?

  @Option(help: .text("option.noise", valueName: "option.noise.value")) var noise: String?

  @Option(help: .text("option.dirichlet", valueName: "option.dirichlet.value"))
  var dirichlet: String?

  @Option(help: .text("option.least-coverage", valueName: "option.least-coverage.value"))
  var leastCoverage: String?

  @Flag(help: .text("option.trend")) var trend = false

  @Option(help: .text("option.since", valueName: "option.period.value")) var since: String?

  @Flag(help: .text("option.agreement")) var agreement = false

  /// Which of them is asked for.
  enum View {
    case doubt(RankDoubt.Terms)
    case trend(since: Period?)
    case agreement
  }

  /// `nil` for the table.
  ///
  /// - Parameter hasViewer: Whether only what one cluster may know is to be told.
  /// - Throws: where options do not fit together, or a number is out of its limits.
  func chosen(hasViewer: Bool) throws(Failure) -> View? {
    guard [doubt, trend, agreement].count(where: \.self) < 2 else {
      throw Failure("exit.one-view", exit: .usage)
    }
    if hasViewer, doubt || trend || agreement {
      throw Failure("exit.view-for", exit: .usage)
    }
    let ofDoubt = [
      ("--draws", draws), ("--seed", seed), ("--noise", noise), ("--dirichlet", dirichlet),
      ("--least-coverage", leastCoverage),
    ]
    if !doubt, let (option, _) = ofDoubt.first(where: { $0.1 != nil }) {
      throw Self.lonely(option, needs: "--doubt")
    }
    if !trend, since != nil { throw Self.lonely("--since", needs: "--trend") }
    if noise != nil, dirichlet != nil {
      throw Failure("exit.one-doubt", exit: .usage)
    }
    if doubt { return .doubt(try terms()) }
    if trend { return .trend(since: try since.map(Period.init(named:))) }
    return agreement ? .agreement : nil
  }

  private static func lonely(_ option: String, needs needed: String) -> Failure {
    Failure(
      "exit.option-needs", ["option": .text(option), "needed": .text(needed)], exit: .usage)
  }

  private func terms() throws(Failure) -> RankDoubt.Terms {
    var terms = RankDoubt.Terms()
    if let draws {
      terms.draws = try Self.number(
        draws, "--draws", WeightDraws.fewestDraws...WeightDraws.mostDraws
      ) { Int($0) }
    }
    if let seed {
      terms.seed = try Self.number(seed, "--seed", 0...UInt64.max) { UInt64($0) }
    }
    if let noise {
      let percent = try Self.number(noise, "--noise", 1...100) { Int($0) }
      terms.weights = .noise(share: Double(percent) / 100)
    }
    if let dirichlet {
      let number = try Self.number(dirichlet, "--dirichlet", 1...1_000_000) { Int($0) }
      terms.weights = .dirichlet(concentration: Double(number))
    }
    if let leastCoverage {
      terms.leastCoverage = Rational(
        try Self.number(leastCoverage, "--least-coverage", 0...100) { Int($0) })
    }
    return terms
  }

  private static func number<Number: FixedWidthInteger>(
    _ text: String, _ option: String, _ range: ClosedRange<Number>,
    _ read: (String) -> Number?
  ) throws(Failure) -> Number {
    guard let number = read(text), range.contains(number) else {
      throw Failure(
        "exit.doubt-number",
        [
          "text": .text(text.madeVisible), "option": .text(option),
          "low": .text(String(range.lowerBound)), "high": .text(String(range.upperBound)),
        ], exit: .usage)
    }
    return number
  }
}

extension CompareCommand {
  func show(_ doubt: RankDoubt, _ scope: ComparisonScope, _ console: Console) throws {
    switch format {
    case .text: try console.print(.doubt(doubt, scope, in: console.texts.language))
    case .json: try console.print(json: EncodedDoubt(doubt, scope))
    case .csv: try console.print(csv.renderer.text(.doubt(doubt)))
    }
  }

  func show(_ table: AgreementTable, _ scope: ComparisonScope, _ console: Console) throws {
    switch format {
    case .text: try console.print(.agreement(table, scope, in: console.texts.language))
    case .json: try console.print(json: EncodedAgreement(table, scope))
    case .csv: try console.print(csv.renderer.text(.agreement(table)))
    }
  }

  /// Reads all rounds, each by the version it was answered with.
  func showTrend(_ since: Period?, _ console: Console) throws {
    let assessments = try Assessments(of: clusters, .all, folders, console)
    let last = try period.map(Period.init(named:))
    var histories = try ClusterHistories(assessments, upTo: last, folders.results)
    try histories.select(selection)
    var scope = ComparisonScope(period: period, leftOut: assessments.leftOut)
    scope.selection = try selection.meaning(in: histories.questionnaire)
    let key = try codes.key(
      for: histories.clusters.map(\.id), &scope, minimum: try peers.least, console)
    if let key { histories.makeAnonymous(key) }
    let trend: PortfolioTrend
    do throws(ArithmeticFailure) {
      trend = try PortfolioTrend(
        histories.questionnaire, histories.clusters, from: since?.description,
        to: last?.description)
    } catch {
      throw Failure("exit.numbers-too-large", exit: .badData)
    }
    switch format {
    case .text: try console.print(.trend(trend, scope, in: console.texts.language))
    case .json: try console.print(json: EncodedTrend(trend, scope))
    case .csv: try console.print(csv.renderer.text(.trend(trend)))
    }
    try assessments.finish()
  }
}

extension Comparables {
  /// Ranks and what they rest on; what members and facilitators say stands beside the managers'.
  func doubt(_ terms: RankDoubt.Terms) throws(Failure) -> RankDoubt {
    let views = clusters.map(OtherViews.totals)
    do throws(RankDoubt.Failure) {
      return try RankDoubt(model, compared, terms, views: views)
    } catch {
      switch error {
      case .differentModel, .arithmetic: throw Failure("exit.numbers-too-large", exit: .badData)
      case .refused:
        // The terms have been read within their limits, so there are too many clusters.
        throw Failure(
          "exit.doubt-clusters",
          [
            "clusters": .text(String(WeightDraws.mostClusters)),
            "ranks": .text(String(WeightDraws.mostRanks)),
          ], exit: .usage)
      }
    }
  }

  /// How far answers agree, over the clusters by their identifiers.
  var agreement: AgreementTable {
    let ordered = clusters.sorted { ($0.id, $0.period) < ($1.id, $1.period) }
    return AgreementTable(model, ordered.map(OtherViews.ratings))
  }
}

extension Period {
  /// A round that an option names.
  fileprivate init(named text: String) throws(Failure) {
    guard let period = Period(text: text) else {
      throw Failure("exit.not-a-period", ["period": .text(text.madeVisible)], exit: .usage)
    }
    self = period
  }
}
