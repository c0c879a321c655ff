import Numbers
import Questionnaire
import Scoring
import Testing

@testable import Comparison

/// Drawn weights against the scorer, and against a second way of counting, written out.
@Suite struct WeightDrawsTests {
  @Test(arguments: [
    "roll_up: mean", "roll_up: minimum", "roll_up: harmonic_mean", "roll_up: median",
    "roll_up: geometric_mean", "roll_up: {best: 1}",
  ])
  func modelWeightsGiveTheScoresOfTheScorer(_ rollUp: String) throws {
    let sample = try DoubtSample(rollUp: rollUp)
    let scores = sample.randomScores(60, seed: 4)
    let plan = DrawPlan(RollUpTree(sample.model), scores)
    let run = DrawRun(plan)
    run.set(plan.weights)
    var differences: [String] = []
    for (place, score) in scores.enumerated() {
      var levels = Array(repeating: Int32(0), count: sample.model.levels.count + 1)
      let total = plan.shares.withUnsafeBufferPointer { shares in
        plan.patternOf.withUnsafeBufferPointer { patterns in
          run.score(
            place, shares.baseAddress! + place * plan.weights.count,
            patterns.baseAddress! + place * plan.groups.count)[7]
        }
      }
      run.countLevels(of: place, draws: 1, &levels)
      let expected = score.total.value?.doubleValue ?? -1
      // The scorer rounds geometric means to nine places.
      let allowed = rollUp.contains("geometric") ? 1e-8 : 1e-12
      if (total - expected).magnitude > allowed * max(1, expected)
        || levels.firstIndex(of: 1) != (score.level ?? -1) + 1
      {
        differences.append("\(place): \(total) at \(levels), not \(expected)")
      }
    }
    #expect(differences == [])
  }

  @Test(arguments: [WeightDoubt.noise(share: 0.25), .dirichlet(concentration: 20)])
  func countsAsASecondComputationDoes(_ doubt: WeightDoubt) throws {
    let sample = try DoubtSample()
    // Some answer alike, so that there are ties.
    var scores = sample.randomScores(9, seed: 8)
    scores.append(scores[2])
    let tree = RollUpTree(sample.model)
    let (draws, seed) = (333, UInt64(77))
    let found = try WeightDraws(tree, scores, doubt, draws: draws, seed: seed)
    let naive = try NaiveDraws(tree, scores, doubt, draws, seed)
    #expect(found.count == 10 && found.draws == draws)
    var differences: [String] = []
    for cluster in scores.indices {
      for other in scores.indices where other != cluster {
        let expected = naive.ranks.count { $0[cluster] < $0[other] }
        if found.draws(of: cluster, aheadOf: other) != expected {
          differences.append("\(cluster) ahead of \(other)")
        }
      }
      for rank in 1...scores.count
      where found.draws(of: cluster, atRank: rank)
        != naive.ranks.count(where: { $0[cluster] == rank })
      {
        differences.append("\(cluster) at \(rank)")
      }
      for number in 0...3
      where found.draws(of: cluster, reaching: number)
        != naive.levels.count(where: { $0[cluster] == number })
      {
        differences.append("\(cluster) reaching \(number)")
      }
      let sorted = naive.ranks.map { $0[cluster] }.sorted()
      for percent in [0, 5, 50, 95, 100] {
        let h = Double(draws - 1) * Double(percent) / 100
        let low = Double(sorted[Int(h)])
        let high = Double(sorted[min(draws - 1, Int(h) + 1)])
        let expected = low + (h - h.rounded(.down)) * (high - low)
        if (found.rank(of: cluster, percent: percent) - expected).magnitude > 1e-9 {
          differences.append("\(cluster) below \(percent) %")
        }
      }
    }
    #expect(differences == [])
    #expect(found.draws(of: 2, aheadOf: 9) == 0 && found.draws(of: 9, aheadOf: 2) == 0)
  }

  @Test func sameSeedGivesTheSameOnAnyNumberOfCores() throws {
    let sample = try DoubtSample()
    let scores = sample.randomScores(30, seed: 2)
    let tree = RollUpTree(sample.model)
    func text(_ seed: UInt64, _ order: [Int], isParallel: Bool) throws -> [String] {
      let draws = try WeightDraws(
        tree, order.map { scores[$0] }, .noise(share: 0.5), draws: 1000, seed: seed,
        isParallel: isParallel)
      return order.indices.sorted { order[$0] < order[$1] }.map { place in
        (1...30).map { String(draws.draws(of: place, atRank: $0)) }.joined(separator: " ")
      }
    }
    let asTheyStand = Array(scores.indices)
    let first = try text(1, asTheyStand, isParallel: true)
    #expect(try text(1, asTheyStand, isParallel: false) == first)
    #expect(try text(1, asTheyStand.reversed(), isParallel: true) == first)
    #expect(try text(2, asTheyStand, isParallel: true) != first)
  }

  @Test(arguments: [
    (WeightDoubt.noise(share: 0), 1000, WeightDraws.Refusal.unsoundDoubt),
    (.noise(share: 1.5), 1000, .unsoundDoubt), (.noise(share: .nan), 1000, .unsoundDoubt),
    (.dirichlet(concentration: 0), 1000, .unsoundDoubt),
    (.dirichlet(concentration: 5), 99, .unsoundNumberOfDraws),
    (.dirichlet(concentration: 5), 1_000_001, .unsoundNumberOfDraws),
  ])
  func refusesWhatCannotBeDrawn(
    _ doubt: WeightDoubt, _ draws: Int, _ refusal: WeightDraws.Refusal
  ) throws {
    let sample = try DoubtSample()
    #expect(throws: refusal) {
      try WeightDraws(RollUpTree(sample.model), [], doubt, draws: draws, seed: 1)
    }
  }
}

/// Draw by draw, cluster by cluster, from the same numbers.
private struct NaiveDraws {
  var ranks: [[Int]] = []
  var levels: [[Int]] = []

  init(
    _ tree: RollUpTree, _ scores: [AssessmentScore], _ doubt: WeightDoubt, _ draws: Int,
    _ seed: UInt64
  ) throws {
    let model = tree.questionnaire
    for draw in 0..<draws {
      var generator = SeededGenerator(seed: seed, stream: UInt64(draw / 32))
      var weights: [Double] = []
      for _ in 0...(draw % 32) {
        weights = tree.groups.flatMap { group in
          let given = tree.parts[group.parts].map(\.weight.doubleValue)
          let sum = given.reduce(0, +)
          return given.map { given.count > 1 ? doubt.draw($0 / sum, &generator) : 1 }
        }
      }
      var totals: [Double] = []
      var reached: [Int] = []
      for score in scores {
        var values: [Double?] = []
        for group in tree.groups {
          var (top, bottom) = (0.0, 0.0)
          for part in group.parts {
            let share: Double? =
              switch tree.parts[part].source {
              case .question(let question): score.questions[question]?.score?.doubleValue
              case .group(let below): values[below]
              case .path: nil
              }
            guard let share else { continue }
            top += weights[part] * share
            bottom += weights[part]
          }
          values.append(bottom > 0 ? top / bottom : nil)
        }
        let total = (values.last ?? nil) ?? 0
        totals.append(total)
        let capacities = model.capacities.map { values[tree.groupOfNode[$0.node]] ?? 0 }
        let isGateOpen = score.questions[0]?.score ?? 0 >= 50
        reached.append(
          total < 50 ? 1 : total >= 60 && capacities.allSatisfy { $0 >= 40 } && isGateOpen ? 3 : 2)
      }
      ranks.append(totals.map { own in 1 + totals.count { $0 > own + 1e-8 } })
      levels.append(reached)
    }
  }
}
