import Comparison
import Numbers
import TestKit
import Testing

/// What can be learnt of a single score from what is published: an attacker who knows the structure
/// – who is in which group – every figure that is told to anybody, and scores of its own.
@Suite struct SuppressionTests {
  @Test(arguments: [
    (0, 0), (4, 0), (5, 1), (57, 11), (99, 19), (100, 19), (-1, 0), (101, 19),
  ]) func bands(_ share: Int, _ place: Int) {
    let band = ScoreBand(of: Rational(share))
    #expect(band.place == place)
    #expect(band.high == Rational((place + 1) * ScoreBand.width))
  }

  /// Bounds enclose the exact figure, are a band wide, and appear with the number of scores that the
  /// rules ask for.
  @Test func enclosesTheExactFigures() throws {
    var random = SplitMix(seed: 8)
    var mistakes: [String] = []
    for _ in 0..<300 {
      let count = Int.random(in: 1...24, using: &random)
      let shares = (0..<count).compactMap { _ in
        Rational(numerator: Int128(Int.random(in: 0...700, using: &random)), denominator: 7)
      }
      let published = try PublishedDistribution(shares, minimum: 5)
      let isShown = (published.median != nil, published.spread != nil)
      if isShown != (count >= 5, count >= 10) { mistakes.append("\(count) \(isShown)") }
      let steps = try PublishedDistribution(shares, minimum: 5, hasSteps: true)
      if (steps.median != nil) != (count >= 10) || steps.spread?.best != nil {
        mistakes.append("steps of \(count)")
      }
      let sorted = shares.map { Int($0.numerator * 28 / $0.denominator) }.sorted()
      let exact = (1...4).map { quarter -> Int in
        // 16 × 7 times the quantile of type 7, in whole numbers.
        let (place, rest) = ((count - 1) * quarter).quotientAndRemainder(dividingBy: 4)
        return (4 - rest) * sorted[place] + rest * sorted[min(place + 1, count - 1)]
      }
      let bounds = [
        published.spread?.firstQuartile, published.median, published.spread?.thirdQuartile,
        published.spread?.best,
      ]
      for (exact, bounds) in zip(exact, bounds) {
        guard let bounds, let value = Rational(numerator: Int128(exact), denominator: 112) else {
          continue
        }
        let width = try bounds.high.subtracting(bounds.low)
        if value < bounds.low || value > bounds.high || width != Rational(ScoreBand.width) {
          mistakes.append("\(value) not in \(bounds)")
        }
      }
    }
    #expect(mistakes == [])
  }

  /// Everything that anybody is told of a world: for every cluster, with its group and by every
  /// grouping, what its own page says – except its own score, which the page's reader knows anyway.
  private static func published(_ shares: [Rational], _ facts: [ClusterFacts], minimum: Int)
    throws -> [String]
  {
    let groups = PeerGroups(facts, by: [.field, .size], minimum: minimum)
    var figures: [String] = []
    for place in facts.indices {
      for grouping in [PeerGrouping.field, .size, .all] {
        let standing = groups.standing(of: place, by: grouping)
        guard let group = standing.group else { continue }
        let distribution = try PublishedDistribution(
          group.members.map { shares[$0] }, minimum: minimum)
        let percentile = distribution.percentile(of: shares[place])
        figures.append(
          "\(place) \(group.grouping) \(group.key) \(distribution.count) "
            + "\(String(describing: distribution.median)) "
            + "\(String(describing: distribution.spread)) \(String(describing: percentile))")
      }
    }
    return figures
  }

  /// The guarantee, for worlds of any size: moving every score within its band changes no figure that
  /// anybody is told. So no set of figures – of overlapping groups, of their differences, of all
  /// members who put their pages together – narrows a score below its band.
  @Test func scoresMoveFreelyWithinTheirBands() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<120 {
      let facts = (0..<Int.random(in: 3...26, using: &random)).map { _ in
        ClusterFacts([
          .field: Int.random(in: 0...2, using: &random),
          .size: Int.random(in: 0...1, using: &random),
        ])
      }
      let places = facts.map { _ in Int.random(in: 0..<20, using: &random) }
      func world() -> [Rational] {
        places.compactMap { place in
          let inside = Int.random(in: 0..<1000, using: &random)
          return Rational(
            numerator: Int128((place * 1000 + inside) * ScoreBand.width), denominator: 1000)
        }
      }
      let first = try Self.published(world(), facts, minimum: 3)
      let second = try Self.published(world(), facts, minimum: 3)
      #expect(first == second)
    }
  }

  /// The attacker by brute force: all worlds of small whole scores are tried, and those that agree
  /// with every page told to the members of one shown group, and with what colluding clusters know of
  /// themselves, leave open the width of a band or more for everyone else.
  @Test(arguments: [0, 1, 2]) func bruteForce(_ colluding: Int) throws {
    // Two fields of three, two sizes that cut across them; scores from 0 to 9, two bands.
    let facts = [0, 0, 0, 1, 1, 1].enumerated().map { place, field in
      ClusterFacts([.field: field, .size: place % 2])
    }
    let count = facts.count
    let steps = [0, 4, 5, 9]
    var worlds: [[Int]] = [[]]
    for _ in 0..<count { worlds = worlds.flatMap { world in steps.map { world + [$0] } } }
    var byFigures: [String: [[Int]]] = [:]
    for world in worlds {
      let figures = try Self.published(world.map { Rational($0) }, facts, minimum: 3)
      let known = world.prefix(colluding).map(String.init)
      byFigures[(figures + known).joined(separator: "\n"), default: []].append(world)
    }
    var narrowest = Int.max
    for candidates in byFigures.values {
      for place in colluding..<count {
        let scores = candidates.map { $0[place] }
        // The scores between the tried ones are as possible as they are.
        let width = (scores.max() ?? 0) - (scores.min() ?? 0) + 1
        narrowest = min(narrowest, width)
      }
    }
    #expect(worlds.count == 4096)
    #expect(narrowest >= ScoreBand.width)
  }

  /// The same attacker against what is told of a single question, where a band hides nothing: it
  /// knows its own answer, and nobody else's step is ever certain. Who answered what is open to it, so
  /// a world is how many of the others chose each of five steps.
  @Test(arguments: 10...14) func bruteForceOnSteps(_ count: Int) throws {
    var byFigures: [String: Set<Int>] = [:]
    var worlds = 0
    for others in Self.compositions(of: count - 1, into: 5) {
      for own in 0..<5 {
        let answers =
          [own] + others.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        let distribution = try PublishedDistribution(
          answers.map { Rational(25 * $0) }, minimum: 5, hasSteps: true)
        #expect(distribution.percentile(of: Rational(25 * own)) == nil)
        let figures =
          "\(own) \(String(describing: distribution.median)) "
          + "\(String(describing: distribution.spread))"
        let chosen = others.indices.filter { others[$0] > 0 }
        // One world in which the others are not all alike leaves every one of them open.
        byFigures[figures, default: []].formUnion(chosen)
        worlds += 1
      }
    }
    #expect(byFigures.values.allSatisfy { $0.count > 1 })
    #expect(worlds > 3000)
  }

  /// All ways to write a number as a sum of so many numbers from 0.
  private static func compositions(of total: Int, into parts: Int) -> [[Int]] {
    guard parts > 1 else { return [[total]] }
    return (0...total).flatMap { first in
      compositions(of: total - first, into: parts - 1).map { [first] + $0 }
    }
  }
}
