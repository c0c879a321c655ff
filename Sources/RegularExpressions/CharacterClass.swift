/// A set of code points, as ascending ranges that neither overlap nor touch.
struct CharacterClass: Sendable, Hashable {
  typealias Interval = ClosedRange<UInt32>

  static let lastScalar: UInt32 = 0x10FFFF
  static let all = CharacterClass([0...lastScalar])

  let intervals: [Interval]

  /// Takes intervals in any order.
  init(_ intervals: [Interval]) {
    var merged: [Interval] = []
    merged.reserveCapacity(intervals.count)
    for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, interval.lowerBound <= last.upperBound &+ 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, interval.upperBound)
      } else {
        merged.append(interval)
      }
    }
    self.intervals = merged
  }

  init(_ scalar: Unicode.Scalar) { intervals = [scalar.value...scalar.value] }

  /// The code points of a text.
  init(of text: String) { self.init(text.unicodeScalars.map { $0.value...$0.value }) }

  /// - Complexity: O(log *n*).
  func contains(_ value: UInt32) -> Bool {
    var (low, high) = (0, intervals.count)
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < intervals.count && intervals[low].lowerBound <= value
  }

  /// Which of some code points, given in ascending order, belong to the set.
  ///
  /// - Complexity: O(*n* + *m*).
  func contains(ascending values: [UInt32]) -> [Bool] {
    var index = 0
    return values.map { value in
      while index < intervals.count, intervals[index].upperBound < value { index += 1 }
      return index < intervals.count && intervals[index].lowerBound <= value
    }
  }

  func union(_ other: CharacterClass) -> CharacterClass {
    CharacterClass(intervals + other.intervals)
  }

  /// All code points that are not in the set.
  var inverted: CharacterClass {
    var gaps: [Interval] = []
    var next: UInt32 = 0
    for interval in intervals {
      if interval.lowerBound > next { gaps.append(next...interval.lowerBound - 1) }
      next = interval.upperBound + 1
    }
    if next <= Self.lastScalar { gaps.append(next...Self.lastScalar) }
    return CharacterClass(gaps)
  }
}
