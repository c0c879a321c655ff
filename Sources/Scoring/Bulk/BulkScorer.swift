import Dispatch
import Interview
import Numbers
import Questionnaire

/// Scores columns of answers: many assessments of one model at a time.
///
/// It runs the program of a `Scorer`: what depends on a single answer is looked up by byte in tables
/// that the scorer's own rules have filled, and scores are rolled up in whole numbers. Levels are
/// exact. What columns cannot hold goes, row by row, through the scorer itself; `obstacles` says why.
public struct BulkScorer: Sendable {
  /// What scores a row by itself.
  public let scorer: Scorer
  /// What keeps the model from being scored column by column, whatever the answers; empty where
  /// nothing does.
  public let obstacles: [ColumnObstacle]

  /// Whether the model is scored column by column.
  public var isColumnar: Bool { obstacles.isEmpty }

  /// Prepares what does not depend on answers.
  public init(_ scorer: Scorer) {
    self.scorer = scorer
    obstacles = ColumnObstacle.all(
      in: scorer.questionnaire, scorer.program, scorer.rules, scorer.scored)
  }

  /// The totals, levels and coverages of all rows.
  ///
  /// The same whatever the number of threads. Columns of another model are scored by that one's rules.
  ///
  /// - Parameter isParallel: Whether to use all cores.
  /// - Complexity: O(*rows* × *questions*), and once O(*questions* × 256) evaluations of rules.
  public func score(_ columns: AnswerColumns, isParallel: Bool = true) -> BulkScores {
    guard columns.questionnaire === scorer.questionnaire else {
      return BulkScorer(Scorer(columns.questionnaire)).score(columns, isParallel: isParallel)
    }
    guard isColumnar else { return scoreEach(columns, obstacles, isParallel) }
    do throws(ColumnFailure) {
      return score(try ColumnPlan(scorer, columns), isParallel)
    } catch {
      return scoreEach(columns, [.longNumbers], isParallel)
    }
  }

  /// One row with everything that the rules say about it, exactly.
  public func score(row: Int, of columns: AnswerColumns) -> AssessmentScore {
    scorer.score(columns.interview(at: row))
  }

  private func score(_ plan: ColumnPlan, _ isParallel: Bool) -> BulkScores {
    let columns = plan.columns
    let isClose = Memory<UInt8>(repeating: 0, count: columns.count)
    var scores = BulkScores(columns.count, [], error: plan.error) { output in
      let output = ColumnOutput(
        totals: output.totals, levels: output.levels, coverage: output.coverage,
        isClose: isClose.start)
      Self.perform(columns.count, isParallel) { rows in
        ColumnRun(plan).score(rows, into: output)
      }
    }
    guard plan.error > 0 || plan.rollUps.contains(where: { !$0.isExact }) else { return scores }
    for row in 0..<columns.count where isClose.start[row] == 1 {
      scores.setLevel(score(row: row, of: columns).level, at: row)
    }
    return scores
  }

  private func scoreEach(
    _ columns: AnswerColumns, _ obstacles: [ColumnObstacle], _ isParallel: Bool
  ) -> BulkScores {
    BulkScores(columns.count, obstacles, error: 0) { output in
      Self.perform(columns.count, isParallel) { rows in
        for row in rows {
          let score = score(row: row, of: columns)
          output.totals[row] = score.total.value?.doubleValue ?? .nan
          output.levels[row] = UInt8(clamping: score.level.map { $0 + 1 } ?? 0)
          output.coverage[row] = BulkScores.Counts(
            answered: UInt16(clamping: score.total.coverage.answered),
            applicable: UInt16(clamping: score.total.coverage.applicable))
        }
      }
    }
  }

  /// Does the rows in pieces, each by one thread.
  private static func perform(
    _ count: Int, _ isParallel: Bool, _ work: @Sendable (Range<Int>) -> Void
  ) {
    // Small enough to keep several cores busy to the end.
    let piece = 8 * 1024
    guard isParallel, count > 2048 else { return work(0..<count) }
    let size = min(piece, (count + 3) / 4)
    DispatchQueue.concurrentPerform(iterations: (count + size - 1) / size) { number in
      work(number * size..<min(count, (number + 1) * size))
    }
  }
}

/// What has become of columns of answers, row by row.
public struct BulkScores: Sendable {
  /// The totals as shares of 0–100; not a number where there is none.
  ///
  /// The doubles nearest to the exact totals where `relativeError` is 0.
  public private(set) var totals: [Double]
  /// How many levels each row has reached, caps included; 0 for none. Exact.
  public private(set) var levelsReached: [UInt8]
  /// Why rows were scored one by one; empty where they were scored in columns.
  public let obstacles: [ColumnObstacle]
  /// How far a total may lie from the exact one, as a part of it.
  public let relativeError: Double

  private var counts: [Counts]

  /// How many questions are answered, and how many apply.
  struct Counts: BitwiseCopyable {
    var answered: UInt16
    var applicable: UInt16
  }

  /// Where each row is written, by whoever scores it.
  struct Output: @unchecked Sendable {
    let totals: UnsafeMutablePointer<Double>
    let levels: UnsafeMutablePointer<UInt8>
    let coverage: UnsafeMutablePointer<Counts>
  }

  init(_ count: Int, _ obstacles: [ColumnObstacle], error: Int, _ write: (Output) -> Void) {
    self.obstacles = obstacles
    relativeError = Double(error) * 0x1p-53
    var levels: [UInt8] = []
    var counts: [Counts] = []
    totals = Array(unsafeUninitializedCapacity: count) { totals, initialized in
      levels = Array(unsafeUninitializedCapacity: count) { levels, initialized in
        counts = Array(unsafeUninitializedCapacity: count) { counts, initialized in
          if let totals = totals.baseAddress, let levels = levels.baseAddress,
            let counts = counts.baseAddress, count > 0
          {
            write(Output(totals: totals, levels: levels, coverage: counts))
          }
          initialized = count
        }
        initialized = count
      }
      initialized = count
    }
    levelsReached = levels
    self.counts = counts
  }

  /// How many rows there are.
  public var count: Int { totals.count }

  /// The place of the level that a row has reached; `nil` for none.
  public func level(of row: Int) -> Int? {
    levelsReached[row] > 0 ? Int(levelsReached[row]) - 1 : nil
  }

  /// Over all scored questions of a row.
  public func coverage(of row: Int) -> Coverage {
    Coverage(answered: Int(counts[row].answered), applicable: Int(counts[row].applicable))
  }

  mutating func setLevel(_ level: Int?, at row: Int) {
    levelsReached[row] = UInt8(clamping: level.map { $0 + 1 } ?? 0)
  }
}
