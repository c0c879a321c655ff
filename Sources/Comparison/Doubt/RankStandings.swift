import Dispatch

/// What the ranks of many draws come to: how often each has which, and how often one is ahead of
/// another.
struct RankStandings {
  /// By cluster, then rank − 1.
  let rankCounts: [Int32]
  /// By cluster, then cluster.
  let aheadCounts: [Int32]

  private struct Room: @unchecked Sendable {
    let ranks: UnsafePointer<UInt16>
    let counts: UnsafeMutablePointer<Int32>
    let ahead: UnsafeMutablePointer<Int32>
    let best: UnsafeMutablePointer<UInt16>
    let worst: UnsafeMutablePointer<UInt16>
  }

  /// - Parameter ranks: By cluster, then draw.
  /// - Complexity: O(*clusters*² × *draws*); pairs whose ranks do not overlap cost nothing.
  init(_ ranks: UnsafePointer<UInt16>, count: Int, draws: Int, isParallel: Bool) {
    var rankCounts = Array(repeating: Int32(0), count: count * count)
    var aheadCounts = Array(repeating: Int32(0), count: count * count)
    var best = Array(repeating: UInt16.max, count: count)
    var worst = Array(repeating: UInt16(0), count: count)
    rankCounts.withUnsafeMutableBufferPointer { counts in
      aheadCounts.withUnsafeMutableBufferPointer { ahead in
        best.withUnsafeMutableBufferPointer { best in
          worst.withUnsafeMutableBufferPointer { worst in
            guard let counts = counts.baseAddress, let ahead = ahead.baseAddress,
              let best = best.baseAddress, let worst = worst.baseAddress
            else { return }
            let room = Room(ranks: ranks, counts: counts, ahead: ahead, best: best, worst: worst)
            Self.perform(count, isParallel) { Self.countRanks(of: $0, count, draws, room) }
            Self.perform(count, isParallel) { Self.countAhead(of: $0, count, draws, room) }
          }
        }
      }
    }
    self.rankCounts = rankCounts
    self.aheadCounts = aheadCounts
  }

  private static func perform(
    _ count: Int, _ isParallel: Bool, _ work: @Sendable (Int) -> Void
  ) {
    let pieces = isParallel ? min(count, 64) : 1
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      // Every so-manieth, because the first of a triangle have the most to do.
      for place in stride(from: piece, to: count, by: pieces) { work(place) }
    }
  }

  private static func countRanks(of cluster: Int, _ count: Int, _ draws: Int, _ room: Room) {
    let ranks = room.ranks + cluster * draws
    let counts = room.counts + cluster * count
    var (best, worst) = (UInt16.max, UInt16(0))
    for draw in 0..<draws {
      let rank = ranks[draw]
      counts[Int(rank) - 1] += 1
      best = min(best, rank)
      worst = max(worst, rank)
    }
    room.best[cluster] = best
    room.worst[cluster] = worst
  }

  /// Counts for a cluster and each one after it.
  private static func countAhead(of cluster: Int, _ count: Int, _ draws: Int, _ room: Room) {
    for other in (cluster + 1)..<max(count, cluster + 1) {
      let (ahead, behind): (Int32, Int32)
      if room.worst[cluster] < room.best[other] {
        (ahead, behind) = (Int32(draws), 0)
      } else if room.worst[other] < room.best[cluster] {
        (ahead, behind) = (0, Int32(draws))
      } else {
        (ahead, behind) = compare(
          room.ranks + cluster * draws, room.ranks + other * draws, draws)
      }
      room.ahead[cluster * count + other] = ahead
      room.ahead[other * count + cluster] = behind
    }
  }

  /// In how many draws the first is less, and in how many the second.
  private static func compare(
    _ first: UnsafePointer<UInt16>, _ second: UnsafePointer<UInt16>, _ count: Int
  ) -> (Int32, Int32) {
    typealias Lanes = SIMD16<Int16>
    var (less, more) = (Int32(0), Int32(0))
    var place = 0
    while place + Lanes.scalarCount <= count {
      var (ahead, behind) = (Lanes.zero, Lanes.zero)
      // So that no lane counts further than it can.
      let end = min(count - count % Lanes.scalarCount, place + 16_000 * Lanes.scalarCount)
      while place < end {
        // Ranks stay below 2¹⁵, so the sign does not matter.
        let a = UnsafeRawPointer(first + place).loadUnaligned(as: Lanes.self)
        let b = UnsafeRawPointer(second + place).loadUnaligned(as: Lanes.self)
        ahead = ahead &- Lanes.zero.replacing(with: -1, where: a .< b)
        behind = behind &- Lanes.zero.replacing(with: -1, where: b .< a)
        place += Lanes.scalarCount
      }
      for lane in 0..<Lanes.scalarCount {
        less += Int32(ahead[lane])
        more += Int32(behind[lane])
      }
    }
    while place < count {
      if first[place] < second[place] { less += 1 }
      if second[place] < first[place] { more += 1 }
      place += 1
    }
    return (less, more)
  }
}
