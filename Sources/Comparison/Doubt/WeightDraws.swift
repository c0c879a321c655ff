import Dispatch
import Questionnaire
public import Scoring

/// Ranks and levels of clusters under weights drawn again and again.
///
/// In every draw all clusters are scored with the same weights; what is missing leaves its group, as
/// it does for the scorer. Whether a score is there at all, the caps in force, gates and practices
/// stay as they are under the model's own weights, and so does what follows a decision path. Doubles
/// throughout: with the model's own weights the totals are the scorer's, to some 10⁻¹² of themselves.
public struct WeightDraws: Sendable {
  /// How the weights were drawn.
  public let doubt: WeightDoubt
  /// How often.
  public let draws: Int
  /// The same seed gives the same numbers, on every machine and with any number of threads.
  public let seed: UInt64
  /// How many clusters there are.
  public let count: Int

  /// By cluster, then rank − 1: in how many draws it has the rank.
  private let rankCounts: [Int32]
  /// By cluster, then number of levels reached, from none on.
  private let levelCounts: [Int32]
  private let levels: Int
  /// By cluster, then cluster: in how many draws the first is ahead of the second.
  private let aheadCounts: [Int32]

  /// Why nothing is drawn.
  public enum Refusal: Error, Sendable, Hashable {
    /// The number of the doubt is out of its limits.
    case unsoundDoubt
    /// Less than `fewestDraws`, or more than `mostDraws`.
    case unsoundNumberOfDraws
    /// More than `mostClusters`, or too many for so many draws.
    case tooManyClusters
  }

  /// The least number of draws: with fewer, the shares mean nothing.
  public static let fewestDraws = 100
  /// The greatest number of draws.
  public static let mostDraws = 1_000_000
  /// The greatest number of clusters; each is compared with each.
  public static let mostClusters = 4_000
  /// The greatest number of clusters times draws.
  public static let mostRanks = 1 << 28

  /// - Parameters:
  ///   - scores: By the model of the tree; clusters in an order of their own. Each with a total, or it
  ///     is ranked as if it had 0.
  ///   - isParallel: Whether to use all cores; the result is the same.
  /// - Complexity: O(*draws* × *clusters* × (*parts* + *clusters*)).
  public init(
    _ tree: RollUpTree, _ scores: [AssessmentScore], _ doubt: WeightDoubt, draws: Int,
    seed: UInt64, isParallel: Bool = true
  ) throws(Refusal) {
    guard doubt.isSound else { throw .unsoundDoubt }
    guard (Self.fewestDraws...Self.mostDraws).contains(draws) else {
      throw .unsoundNumberOfDraws
    }
    guard scores.count <= Self.mostClusters, scores.count * draws <= Self.mostRanks else {
      throw .tooManyClusters
    }
    self.doubt = doubt
    self.draws = draws
    self.seed = seed
    count = scores.count
    levels = tree.questionnaire.levels.count
    let plan = DrawPlan(tree, scores)
    let counted = Self.count(plan, levels, doubt, draws, seed, isParallel)
    rankCounts = counted.ranks
    levelCounts = counted.levels
    aheadCounts = counted.ahead
  }

  // MARK: Shares of the draws

  /// In how many draws a cluster has a rank of 1…`count`.
  public func draws(of cluster: Int, atRank rank: Int) -> Int {
    guard (1...max(1, count)).contains(rank) else { return 0 }
    return Int(rankCounts[cluster * count + rank - 1])
  }

  /// In how many draws a cluster reaches just so many levels, 0 for none.
  public func draws(of cluster: Int, reaching number: Int) -> Int {
    guard (0...levels).contains(number) else { return 0 }
    return Int(levelCounts[cluster * (levels + 1) + number])
  }

  /// In how many draws a cluster has a greater total than another one; what is neither ahead nor
  /// behind is tied.
  public func draws(of cluster: Int, aheadOf other: Int) -> Int {
    Int(aheadCounts[cluster * count + other])
  }

  /// The rank below which a share of the draws lies, by type 7 of Hyndman and Fan (1996), as in
  /// `Distribution`; between two ranks where it falls so.
  ///
  /// - Parameter percent: 0…100.
  public func rank(of cluster: Int, percent: Int) -> Double {
    let (place, part) = ((draws - 1) * min(100, max(0, percent)))
      .quotientAndRemainder(dividingBy: 100)
    let lower = rank(of: cluster, atPlace: place)
    guard part > 0 else { return Double(lower) }
    let upper = rank(of: cluster, atPlace: place + 1)
    return Double(lower) + Double(upper - lower) * Double(part) / 100
  }

  /// The rank in the so-manieth of the draws, from 0 on, in the order of the ranks.
  private func rank(of cluster: Int, atPlace place: Int) -> Int {
    var passed = 0
    for rank in 1..<max(1, count) {
      passed += draws(of: cluster, atRank: rank)
      if passed > place { return rank }
    }
    return count
  }

  // MARK: Counting

  private struct Counts {
    var ranks: [Int32]
    var levels: [Int32]
    var ahead: [Int32]
  }

  /// Where threads write, each to a part of its own.
  private struct Room: @unchecked Sendable {
    let ranks: UnsafeMutablePointer<UInt16>
    let levels: UnsafeMutablePointer<Int32>
    let shares: UnsafePointer<Double>
    let patterns: UnsafePointer<Int32>
  }

  private static func count(
    _ plan: DrawPlan, _ levels: Int, _ doubt: WeightDoubt, _ draws: Int, _ seed: UInt64,
    _ isParallel: Bool
  ) -> Counts {
    let count = plan.count
    let blocks = (draws + DrawRun.block - 1) / DrawRun.block
    let pieces = isParallel ? min(blocks, 16) : 1
    let levelsOfPiece = count * (levels + 1)
    let ranks = UnsafeMutablePointer<UInt16>.allocate(capacity: max(1, count * draws))
    ranks.initialize(repeating: 0, count: max(1, count * draws))
    defer { ranks.deallocate() }
    var levelsByPiece = Array(repeating: Int32(0), count: max(1, pieces * levelsOfPiece))
    levelsByPiece.withUnsafeMutableBufferPointer { levelsByPiece in
      plan.shares.withUnsafeBufferPointer { shares in
        plan.patternOf.withUnsafeBufferPointer { patterns in
          guard let shares = shares.baseAddress, let patterns = patterns.baseAddress,
            let levelsStart = levelsByPiece.baseAddress
          else { return }
          let room = Room(
            ranks: ranks, levels: levelsStart, shares: shares, patterns: patterns)
          DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let own = Room(
              ranks: room.ranks, levels: room.levels + piece * levelsOfPiece,
              shares: room.shares, patterns: room.patterns)
            run(
              plan, levels, doubt, draws, seed,
              blocks: piece * blocks / pieces..<(piece + 1) * blocks / pieces, own)
          }
        }
      }
    }
    var counts = Counts(
      ranks: [], levels: Array(repeating: 0, count: levelsOfPiece), ahead: [])
    for piece in 0..<pieces {
      for place in 0..<levelsOfPiece {
        counts.levels[place] += levelsByPiece[piece * levelsOfPiece + place]
      }
    }
    let standings = RankStandings(ranks, count: count, draws: draws, isParallel: isParallel)
    counts.ranks = standings.rankCounts
    counts.ahead = standings.aheadCounts
    return counts
  }

  private static func run(
    _ plan: DrawPlan, _ levels: Int, _ doubt: WeightDoubt, _ draws: Int, _ seed: UInt64,
    blocks: Range<Int>, _ room: Room
  ) {
    let run = DrawRun(plan)
    let count = plan.count
    let sorting = RankSorting(count)
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: max(1, count * DrawRun.block))
    keys.initialize(repeating: 0, count: max(1, count * DrawRun.block))
    defer { keys.deallocate() }
    let ranks = room.ranks
    for block in blocks {
      let first = block * DrawRun.block
      let inBlock = min(DrawRun.block, draws - first)
      var generator = SeededGenerator(seed: seed, stream: UInt64(block))
      run.draw(doubt, &generator)
      for cluster in 0..<count {
        let totals = run.score(
          cluster, room.shares + cluster * plan.weights.count,
          room.patterns + cluster * plan.groups.count)
        for draw in 0..<DrawRun.block {
          keys[draw * count + cluster] = RankSorting.key(totals[draw], cluster)
        }
        if levels > 0 {
          run.countLevels(
            of: cluster, draws: inBlock, room.levels + cluster * (levels + 1))
        }
      }
      for draw in 0..<inBlock {
        sorting.keys.update(from: keys + draw * count, count: count)
        let column = ranks + first + draw
        sorting.rank { cluster, rank in column[cluster * draws] = rank }
      }
    }
  }
}
