import Comparison
import Numbers
import Questionnaire
import TestKit
import Testing

/// What is told of all clusters together.
@Suite struct PortfolioTests {
  private func clusters(
    _ count: Int, _ model: Questionnaire, period: String = "2026", using random: inout SplitMix
  ) -> [ComparedCluster] {
    (0..<count).map { place in
      GroupModel.cluster(
        "c\(place)", model,
        (0..<3).map { _ in Int.random(in: 0...100, using: &random) },
        field: Int.random(in: -1...2, using: &random).atLeastZero,
        members: Int.random(in: 0...40, using: &random).atLeastOne,
        founded: Int.random(in: 2015...2026, using: &random), period: period)
    }
  }

  @Test func counts() throws {
    let model = try GroupModel.model()
    let clusters = [
      GroupModel.cluster("p", model, [80, 80, 80]), GroupModel.cluster("q", model, [30, 100, 100]),
      GroupModel.cluster("r", model, [50, 20, 20]), GroupModel.cluster("s", model, [nil, 90, 90]),
    ]
    let counts = PortfolioCounts(clusters, of: model)
    #expect(counts.reached == [3, 1] && counts.belowAll == 0)
    #expect(counts.allGates.map { [$0.level, $0.gate, $0.unmet, $0.unknown] } == [[1, 0, 1, 1]])
    #expect(counts.nextGates == counts.allGates)
    #expect(counts.advice.map { "\($0.recommendation.id) \($0.count)" } == ["more_a 2"])
  }

  /// Sums over the years against sums written out; what is missing from them is of nobody or of
  /// enough clusters; and the order decides nothing.
  @Test func sumsLeaveEnoughOver() throws {
    let model = try GroupModel.model()
    var random = SplitMix(seed: 17)
    var mistakes: [String] = []
    var shown = 0
    for round in 0..<60 {
      let minimum = Int.random(in: 3...5, using: &random)
      let years = ["2025", "2026"].map { period in
        PortfolioSummary.Round(
          period: period,
          clusters: clusters(
            Int.random(in: 0...24, using: &random), model, period: period, using: &random))
      }
      let latest = years[1].clusters
      let summary = try PortfolioSummary(model, latest: latest, rounds: years, minimum: minimum)
      for (year, sizes) in zip(years, summary.sizes) {
        let saying = year.clusters.filter { $0.facts.size != nil }
        func sum(_ clusters: [ComparedCluster]) -> Rational {
          Rational(clusters.compactMap { $0.facts.size?.numerator }.reduce(0) { $0 + Int($1) })
        }
        if sizes.all != (saying.count >= minimum ? sum(saying) : nil) {
          mistakes.append("\(round): all \(sizes)")
        }
        var rest = saying
        for (field, members) in sizes.fields {
          let own = saying.filter { $0.facts.key(by: .field) == field }
          rest.removeAll { $0.facts.key(by: .field) == field }
          if members != sum(own) || own.count < minimum { mistakes.append("\(round): \(field)") }
          shown += 1
        }
        if saying.count >= minimum, sizes.rest ?? .zero != sum(rest) {
          mistakes.append("\(round): rest \(sizes)")
        }
        if !sizes.fields.isEmpty, (1..<minimum).contains(rest.count) {
          mistakes.append("\(round): \(rest.count) are left over")
        }
      }
      for (grouping, groups) in summary.groups {
        for group in groups where group.key != nil {
          let count = latest.count { $0.facts.key(by: grouping) == group.key }
          if group.clusters != count { mistakes.append("\(round): count of \(grouping)") }
          if group.total != nil, count < minimum { mistakes.append("\(round): \(grouping) small") }
        }
      }
      let isShown = latest.count >= minimum
      if (summary.counts != nil) != isShown || (summary.total.median != nil) != isShown {
        mistakes.append("\(round): \(latest.count)")
      }
      let again = try PortfolioSummary(
        model, latest: latest.shuffled(using: &random),
        rounds: years.map { .init(period: $0.period, clusters: $0.clusters.shuffled()) },
        minimum: minimum)
      let same =
        again.sizes.map(\.fields) == summary.sizes.map(\.fields)
        && again.groups.map { $0.groups.map(\.total) }
          == summary.groups.map { $0.groups.map(\.total) }
      if !same { mistakes.append("\(round): the order matters") }
    }
    #expect(mistakes == [])
    #expect(shown > 50)
  }

  /// Facts as the profile gives them; a year after the reporting year is no age.
  @Test(
    arguments: [
      (9, 2022, 0, 0), (10, 2021, 1, 1), (20, 2026, 2, 0), (500, 1990, 2, 1), (1, 2030, 0, nil),
    ] as [(Int, Int, Int, Int?)])
  func facts(_ members: Int, _ founded: Int, _ size: Int, _ age: Int?) throws {
    let model = try GroupModel.model()
    let cluster = GroupModel.cluster(
      "p", model, [], field: 1, members: members, founded: founded)
    #expect(cluster.facts.key(by: .field) == 1 && cluster.facts.key(by: .all) == 0)
    #expect(cluster.facts.key(by: .size) == size && cluster.facts.key(by: .age) == age)
    #expect(cluster.facts.size == Rational(members))
    let silent = GroupModel.cluster("q", model, []).facts
    #expect(silent == ClusterFacts() && silent.key(by: .field) == nil)
  }

  @Test func codesKeepTheirClusters() throws {
    var random = SplitMix(seed: 2)
    var key = try #require(Pseudonyms())
    let names = (0..<500).map { "cluster-\($0)" }
    #expect(key.add(names.prefix(300), using: &random))
    let early = names.prefix(300).compactMap { key.code(of: $0) }
    #expect(key.add(names, using: &random) && !key.add(names, using: &random))
    #expect(names.prefix(300).compactMap { key.code(of: $0) } == early)
    let codes = names.compactMap { key.code(of: $0) }
    #expect(Set(codes).count == 500 && codes.allSatisfy { Pseudonyms.isCode($0) })
    #expect(codes != codes.sorted())
    #expect(Pseudonyms(key.clusters) == key)
    #expect(Pseudonyms(["BCDFG": "a", "HJKMN": "a"]) == nil)
    #expect(!["BCDF", "BCDFGH", "bcdfg", "BCDA1"].contains { Pseudonyms.isCode($0) })
  }
}

extension Int {
  fileprivate var atLeastZero: Int? { self < 0 ? nil : self }
  fileprivate var atLeastOne: Int? { self < 1 ? nil : self }
}
