public import Numbers
public import Questionnaire
public import Scoring

/// The best and the worst of several ranks.
public struct RankRange: Sendable, Hashable {
  /// Never greater than `worst`.
  public private(set) var best: Int
  /// The greatest of the ranks.
  public private(set) var worst: Int

  /// A range of two ranks in either order.
  public init(best: Int, worst: Int) {
    self.best = min(best, worst)
    self.worst = max(best, worst)
  }

  mutating func include(_ rank: Int) {
    best = min(best, rank)
    worst = max(worst, rank)
  }
}

/// Ranks together with what they rest on: what unanswered questions, the weights, single questions and
/// the views of other raters can do to them.
///
/// A cluster is ranked only where it has a total and enough of the questions that apply to it are
/// answered; the others are in nobody's rank.
public struct RankDoubt: Sendable {
  /// A ranked cluster.
  public struct Standing: Sendable {
    /// The assessment.
    public let cluster: ComparedCluster
    /// By total, exact; with the places that unanswered questions leave possible.
    public let rank: Rank
    /// The identifiers of the clusters with just the same total, ascending.
    public let tiedWith: [String]
    /// The best and the worst rank without any one question or capacity.
    public let leavingOut: RankRange
    /// The best and the worst rank when each cluster may stand at its own total or at that of any
    /// other view; `nil` where there is no other view of any cluster.
    public let views: RankRange?
    /// The 5th, the 50th and the 95th percentile of its ranks under drawn weights.
    public let drawn: (low: Double, median: Double, high: Double)
    /// The identifiers of the clusters that it is ahead of in at least 95 % of the draws, ascending.
    public let surelyAheadOf: [String]
    /// By number of levels reached, from none on: the share of the draws, 0…1.
    public let levels: [Double]
  }

  /// Why a cluster has no rank.
  public enum Exclusion: Sendable, Hashable {
    case noTotal
    /// Fewer of the questions are answered than asked for.
    case tooLittleAnswered
  }

  /// A cluster without a rank.
  public struct Unranked: Sendable {
    /// The assessment.
    public let cluster: ComparedCluster
    /// Why it has none.
    public let exclusion: Exclusion
  }

  /// How ranks are doubted.
  public struct Terms: Sendable, Hashable {
    /// How weights are drawn.
    public var weights = WeightDoubt.noise(share: 0.25)
    /// How often.
    public var draws = 10_000
    /// The same seed gives the same result.
    public var seed: UInt64 = 1
    /// The least share of the questions that apply that must be answered for a rank, 0–100.
    public var leastCoverage = Rational(50)

    /// Weights ± 25 %, 10,000 draws, half of the questions answered.
    public init() {}
  }

  /// Why ranks cannot be doubted.
  public enum Failure: Error, Sendable, Hashable {
    case differentModel(clusters: [String])
    case refused(WeightDraws.Refusal)
    case arithmetic(ArithmeticFailure)
  }

  /// The model that scored all.
  public let questionnaire: Questionnaire
  /// How they have been doubted.
  public let terms: Terms
  /// The greatest total first, equals by id and period.
  public let standings: [Standing]
  /// By id and period.
  public let unranked: [Unranked]
  /// In the order of `standings`.
  public let draws: WeightDraws
  /// In the order of `standings`.
  public let leavingOut: LeavingOut

  /// The share of the draws in which one is to be ahead for it to be said.
  public static let sureShare = 0.95

  /// - Parameters:
  ///   - clusters: Assessments by one model, in any order.
  ///   - views: Further totals of the same assessments, such as with the answers of members in place
  ///     of the manager's; by place in `clusters`, each with any number of them.
  /// - Throws: where they are of several models, the terms are not sound, or numbers do not fit.
  public init(
    _ questionnaire: Questionnaire, _ clusters: [ComparedCluster], _ terms: Terms = Terms(),
    views: [[Rational]] = []
  ) throws(Failure) {
    let others = clusters.filter { $0.score.questionnaire.digest != questionnaire.digest }
    guard others.isEmpty else { throw .differentModel(clusters: others.map(\.id).sorted()) }
    self.questionnaire = questionnaire
    self.terms = terms
    var ranked: [(cluster: ComparedCluster, total: Rational, views: [Rational])] = []
    var unranked: [Unranked] = []
    for (place, cluster) in clusters.enumerated() {
      if let total = cluster.score.total.value {
        if cluster.score.total.coverage.isAtLeast(terms.leastCoverage) {
          ranked.append((cluster, total, place < views.count ? views[place] : []))
        } else {
          unranked.append(Unranked(cluster: cluster, exclusion: .tooLittleAnswered))
        }
      } else {
        unranked.append(Unranked(cluster: cluster, exclusion: .noTotal))
      }
    }
    ranked.sort {
      $0.total == $1.total ? $0.cluster.precedes($1.cluster) : $0.total > $1.total
    }
    self.unranked = unranked.sorted { $0.cluster.precedes($1.cluster) }
    let tree = RollUpTree(questionnaire)
    let scores = ranked.map(\.cluster.score)
    do throws(WeightDraws.Refusal) {
      draws = try WeightDraws(
        tree, scores, terms.weights, draws: terms.draws, seed: terms.seed)
    } catch {
      throw .refused(error)
    }
    do throws(ArithmeticFailure) {
      leavingOut = try LeavingOut(tree, scores)
    } catch {
      throw .arithmetic(error)
    }
    let open = ranked.map {
      Ranking.Standing(
        total: $0.total, low: $0.cluster.score.total.low ?? $0.total,
        high: $0.cluster.score.total.high ?? $0.total)
    }
    let seen = ranked.map {
      Ranking.Standing(
        total: $0.total,
        low: $0.views.min().map { [total = $0.total] in min($0, total) } ?? $0.total,
        high: $0.views.max().map { [total = $0.total] in max($0, total) } ?? $0.total)
    }
    let hasViews = ranked.contains { !$0.views.isEmpty }
    let (openRanking, seenRanking) = (Ranking(open), Ranking(seen))
    let byTotal = Dictionary(grouping: ranked.indices) { ranked[$0].total }
    let sure = Int((Self.sureShare * Double(terms.draws)).rounded(.up))
    let (draws, leavingOut) = (draws, leavingOut)
    standings = ranked.indices.map { place in
      let view = seenRanking.rank(of: seen[place])
      let tied = byTotal[ranked[place].total, default: []].filter { $0 != place }
      return Standing(
        cluster: ranked[place].cluster, rank: openRanking.rank(of: open[place]),
        tiedWith: tied.map { ranked[$0].cluster.id }.sorted(),
        leavingOut: leavingOut.ranks[place],
        views: hasViews ? RankRange(best: view.best, worst: view.worst) : nil,
        drawn: (
          draws.rank(of: place, percent: 5), draws.rank(of: place, percent: 50),
          draws.rank(of: place, percent: 95)
        ),
        surelyAheadOf: ranked.indices.filter {
          $0 != place && draws.draws(of: place, aheadOf: $0) >= sure
        }.map { ranked[$0].cluster.id }.sorted(),
        levels: (0...questionnaire.levels.count).map {
          Double(draws.draws(of: place, reaching: $0)) / Double(terms.draws)
        })
    }
  }
}

extension ComparedCluster {
  /// The order of equals.
  func precedes(_ other: ComparedCluster) -> Bool {
    (id, period) < (other.id, other.period)
  }
}

extension Coverage {
  /// Whether at least so many per cent of what applies are answered; of nothing, all are.
  public func isAtLeast(_ percent: Rational) -> Bool {
    guard applicable > 0 else { return true }
    guard
      let share = Rational(numerator: Int128(100 * answered), denominator: Int128(applicable))
    else { return false }
    return share >= percent
  }
}
