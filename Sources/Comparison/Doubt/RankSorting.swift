/// Ranks of many totals at a time, by sorting them digit by digit; ties are equal to the bit.
///
/// Totals are compared in 4 294 967 295 steps from 0 to 100, which is finer than anything a model can
/// mean and coarser than what rounding adds, so what is mathematically equal stays equal.
final class RankSorting {
  private let count: Int
  /// The step in the upper half, whose it is in the lower.
  let keys: UnsafeMutablePointer<UInt64>
  private let other: UnsafeMutablePointer<UInt64>
  private let histogram: UnsafeMutablePointer<UInt32>

  init(_ count: Int) {
    self.count = count
    keys = .allocate(capacity: max(1, count))
    keys.initialize(repeating: 0, count: max(1, count))
    other = .allocate(capacity: max(1, count))
    other.initialize(repeating: 0, count: max(1, count))
    histogram = .allocate(capacity: 4 * 256)
    histogram.initialize(repeating: 0, count: 4 * 256)
  }

  deinit {
    keys.deallocate()
    other.deallocate()
    histogram.deallocate()
  }

  /// The key of a total of 0…100.
  @inline(__always)
  static func key(_ total: Double, _ place: Int) -> UInt64 {
    let step = Int64(total * (4_294_967_295.0 / 100) + 0.5)
    return UInt64(truncatingIfNeeded: max(0, min(4_294_967_295, step))) << 32
      | UInt64(truncatingIfNeeded: place)
  }

  /// Hands out the rank of each from the `keys`: 1 + how many have a greater total.
  func rank(_ write: (Int, UInt16) -> Void) {
    for place in 0..<(4 * 256) { histogram[place] = 0 }
    for place in 0..<count {
      let key = keys[place]
      histogram[Int(key >> 32 & 255)] += 1
      histogram[256 + Int(key >> 40 & 255)] += 1
      histogram[512 + Int(key >> 48 & 255)] += 1
      histogram[768 + Int(key >> 56)] += 1
    }
    var (from, to) = (keys, other)
    for digit in 0..<4 {
      let counts = histogram + 256 * digit
      let shift = UInt64(32 + 8 * digit)
      // A digit that all share moves nothing.
      if count > 0, counts[Int(from[0] >> shift & 255)] == UInt32(count) { continue }
      var next: UInt32 = 0
      for value in 0..<256 {
        let here = counts[value]
        counts[value] = next
        next &+= here
      }
      for place in 0..<count {
        let key = from[place]
        let value = Int(key >> shift & 255)
        to[Int(counts[value])] = key
        counts[value] &+= 1
      }
      (from, to) = (to, from)
    }
    var rank: UInt16 = 1
    for place in 0..<count {
      let key = from[count - 1 - place]
      if place > 0, key >> 32 != from[count - place] >> 32 {
        rank = UInt16(truncatingIfNeeded: place + 1)
      }
      write(Int(truncatingIfNeeded: key & 0xFFFF_FFFF), rank)
    }
  }
}
